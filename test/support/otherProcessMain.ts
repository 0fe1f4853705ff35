import { z } from 'zod';
import { createCipher } from '../../src/privacy/index.js';
import { openRecords } from '../../src/records/index.js';
import { acceptMessage, type Accepted, type InboundMessage } from '../../src/turn/acceptMessage.js';
import { inboundActivity } from '../../src/turn/activities.js';
import { testKey } from './testKey.js';

/** What `startOtherProcess` runs: takes messages in over the process channel until it is told to stop. */
const settings = z
  .object({
    store: z.object({
      name: z.enum(['sqlite', 'postgres']),
      dataDir: z.string(),
      databaseUrl: z.string().optional(),
    }),
    bot: z.enum(['none', 'echo', 'dialogs']),
    now: z.string().optional(),
  })
  .parse(JSON.parse(process.env.OTHER_PROCESS ?? ''));

const request = z.object({
  id: z.number().optional(),
  stop: z.boolean().optional(),
  work: z.boolean().optional(),
  message: z
    .object({
      channel: z.string(),
      conversationId: z.string(),
      userId: z.string(),
      key: z.string(),
      activity: inboundActivity,
    })
    .optional(),
});

const store = {
  ...settings.store,
  databaseUrl: settings.store.databaseUrl,
  drop: async () => undefined,
};
const now = () => (settings.now === undefined ? new Date() : new Date(settings.now));
const instance = await open();

// Whoever started this process is gone.
process.on('disconnect', () => process.exit(0));
process.on('message', (received) => {
  const { id, message, work, stop } = request.parse(received);
  if (stop === true) {
    void instance.close().then(() => process.exit(0));
    return;
  }
  const tell = (answer: object) => process.send?.({ id, ...answer });
  if (message === undefined) {
    tell({});
    return;
  }
  instance
    .accept(message, work === true)
    .then((accepted) => tell({ accepted }))
    .catch((error: unknown) => tell({ error: String(error) }));
});

async function open(): Promise<
  Readonly<{
    accept: (message: InboundMessage, work: boolean) => Promise<Accepted>;
    close: () => Promise<void>;
  }>
> {
  if (settings.bot === 'none') {
    // The rooms of the turn stay closed: a process that only takes messages in starts in no time.
    const records = await openRecords(store);
    const cipher = createCipher(testKey);
    return {
      accept: (message) => acceptMessage({ records, cipher }, message, now()),
      close: () => records.close(),
    };
  }
  const { openInstance, openShippedContent } = await import('./openInstance.js');
  const { createEchoBot } = await import('./echoBot.js');
  if (settings.bot === 'echo') {
    const echo = await openInstance(store, { bot: createEchoBot(() => Math.random() * 4), now });
    await echo.turns.start();
    return {
      accept: (message, work) =>
        work ? echo.turns.accept(message) : acceptMessage(echo.dependencies, message, now()),
      close: echo.close,
    };
  }
  const { createBot } = await import('../../dialogs/index.js');
  const records = await openRecords(store);
  const content = await openShippedContent(store, records, now);
  const dialogs = await openInstance(store, { bot: createBot(), content: () => content.snapshot(), now });
  await dialogs.turns.start();
  return {
    accept: (message, work) =>
      work ? dialogs.turns.accept(message) : acceptMessage(dialogs.dependencies, message, now()),
    close: async () => {
      await dialogs.close();
      await content.close();
      await records.close();
    },
  };
}
