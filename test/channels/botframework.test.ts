import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toActivity } from '../../src/channels/botframework/toActivity.js';
import { choicesOf, type OutboundActivity } from '../../src/turn/index.js';
import { outboundActivity } from '../../src/turn/activities.js';
import { ChatBench } from '../dialogs/ChatBench.js';
import { readGoldenConversations } from './goldenConversations.js';

const goldenConversations = await readGoldenConversations();

describe('Bot Framework', () => {
  let bench: ChatBench;
  beforeAll(async () => {
    bench = await ChatBench.open();
  });
  afterAll(() => bench.close());

  test('golden conversations mean the same: nothing that a citizen sees is lost, nothing of our page is added', async () => {
    let replies = 0;
    for (const { turns, day, client = 'vi-VN' } of goldenConversations) {
      const talk = bench.talk(() => new Date(`${day ?? '2026-11-21'}T05:00:00Z`));
      for (const { say } of turns) {
        for (const reply of await talk.say(say, client)) {
          replies += 1;
          const received = readBack(reply);
          expect(received).not.toHaveProperty('channelData');
          expect(seen(received)).toEqual(seen(reply));
        }
      }
    }
    expect(replies).toBeGreaterThan(goldenConversations.length);
  });
});

/** What the platform receives. */
function readBack(reply: OutboundActivity): unknown {
  return JSON.parse(JSON.stringify(toActivity(reply)));
}

function seen(activity: unknown): unknown {
  const { text, locale, attachments, suggestedActions } = outboundActivity.parse(activity);
  return { text, locale, attachments, ...choicesOf({ suggestedActions }) };
}
