import { setTimeout as sleep } from 'node:timers/promises';
import type { Bot } from '../../dialogs/index.js';
import type { ContentSnapshot } from '../../src/content/index.js';

/**
 * Answers with everything it heard so far in the conversation, `2:a,b`: a lost, doubled or stale turn shows in the answers.
 * `pauseMs` is awaited in the middle of the turn.
 */
export function createEchoBot(pauseMs: () => number = () => 0): Bot {
  return async (context, storage) => {
    const { memory } = await storage.read(['memory']);
    const heard: string[] = [...(memory?.heard ?? []), context.activity.text ?? ''];
    const pause = pauseMs();
    if (pause > 0) await sleep(pause);
    await context.sendActivity(`${heard.length}:${heard.join(',')}`);
    await storage.write({ memory: { heard } });
  };
}

/** For bots that look nothing up. */
export const noContent: ContentSnapshot = {
  match: () => ({ decision: 'handoff', topic: null, candidates: [] }),
  answer: () => undefined,
  guides: { list: () => [], find: () => undefined, forTopic: () => undefined, picture: () => undefined },
  hotline: () => '',
  table: { parameters: new Map(), localSupport: [] },
  tableVersion: '',
  referenceKey: new Uint8Array(32),
};
