import type { ChildProcess } from 'node:child_process';
import { z } from 'zod';
import type { Accepted, InboundMessage } from '../../src/turn/index.js';
import { forkSource } from './forkSource.js';
import type { TestStore } from './stores.js';

/** An instance of the service in a process of its own, over the same store: no memory is shared with it. */
export type OtherProcess = Readonly<{
  /** Takes a message in; with `work` its turn follows there, else it only waits in the inbox. */
  accept: (message: InboundMessage, work: boolean) => Promise<Accepted>;
  stop: () => Promise<void>;
}>;

const answerSchema = z.object({
  id: z.number(),
  accepted: z.object({ seq: z.number(), duplicate: z.boolean() }).optional(),
  error: z.string().optional(),
});

export async function startOtherProcess(
  store: TestStore,
  bot: 'none' | 'echo' | 'dialogs',
  now?: Date,
): Promise<OtherProcess> {
  const child = forkSource(new URL('otherProcessMain.ts', import.meta.url), {
    OTHER_PROCESS: JSON.stringify({ store, bot, now: now?.toISOString() }),
  });
  const waiting = new Map<number, (answer: z.infer<typeof answerSchema>) => void>();
  child.on('message', (message) => {
    const answer = answerSchema.parse(message);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let lastId = 0;
  const ask = (question: object): Promise<z.infer<typeof answerSchema>> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      child.once('error', reject);
      child.send({ id: lastId, ...question });
    });
  child.setMaxListeners(0);
  await readiness(child, ask);
  return {
    accept: async (message, work) => {
      const { accepted, error } = await ask({ message, work });
      if (accepted === undefined) throw new Error(error);
      return accepted;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.send({ stop: true });
      }),
  };
}

async function readiness(child: ChildProcess, ask: (question: object) => Promise<unknown>): Promise<void> {
  await Promise.race([
    ask({}),
    new Promise<never>((_resolve, reject) =>
      child.once('exit', (code) => reject(new Error(`The other process ended with ${code}.`))),
    ),
  ]);
}
