import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { openChannels } from '../../../src/channels/registry.js';
import { channelEnvironment, readChannelSettings } from '../../../src/channels/settings.js';
import { openRecords } from '../../../src/records/index.js';
import { createCipher } from '../../../src/privacy/index.js';
import { OutboxSender, TurnService } from '../../../src/turn/index.js';
import { routeHttps } from '../../fakes/routeHttps.js';
import { createEchoBot, noContent } from '../../support/echoBot.js';
import { noLocalities, shippedCalendar } from '../../support/localities.js';
import { words } from '../../support/openInstance.js';
import { testKey } from '../../support/testKey.js';

/**
 * Every channel with its inbox, turns and outbox in a process of its own, and a bot that answers with everything it heard. Told to,
 * it kills itself in the middle of a transaction of the inbox or of a turn, while nothing is on its way to a platform: no platform
 * offers a key by which a message that may have been sent could be recognised.
 */
const settings = z
  .object({
    dataDir: z.string(),
    databaseUrl: z.string().optional(),
    port: z.number(),
    hosts: z.record(z.string(), z.number()),
  })
  .parse(JSON.parse(process.env.STORM ?? ''));
for (const [host, played] of Object.entries(settings.hosts)) routeHttps(host, played);
const read = readChannelSettings(z.object(channelEnvironment).parse(process.env));
if (read.status === 'incomplete') throw new Error(read.lines.join('\n'));

let isArmed = false;
/** Replies that were claimed to be sent and whose fate isn't written down yet. */
let sending = 0;
const claimed = /^update "outbox" set "attempts"/;
const settled = /^update "outbox" set "(?:state|next_attempt_at)"/;
/** On PostgreSQL most of it is one statement that has just committed, and nobody was told. */
const inTransaction =
  /^(?:insert into "(?:inbox|outbox)"|update "(?:inbox|conversations)"|with "(?:asked|ended)")/;
const records = await openRecords({
  dataDir: settings.dataDir,
  databaseUrl: settings.databaseUrl,
  onQuery: (sql) => {
    if (claimed.test(sql)) sending += 1;
    if (settled.test(sql)) sending = Math.max(0, sending - 1);
    if (isArmed && sending === 0 && inTransaction.test(sql)) process.kill(process.pid, 'SIGKILL');
  },
});
const cipher = createCipher(testKey);
const now = () => new Date();
const failed = (error: unknown) => process.stderr.write(`${String(error)}\n`);
const turns = new TurnService({
  records,
  cipher,
  bot: createEchoBot(() => Math.random() * 4),
  words,
  publicUrl: 'https://an-sinh.test',
  content: () => noContent,
  localities: () => noLocalities,
  calendar: shippedCalendar,
  pulls: () => false,
  marksOf: () => undefined,
  now,
  announce: () => outbox.wake(),
  reportFault: ({ error }) => failed(error),
  reportFailure: (_conversation, error) => failed(error),
  nameOf: (conversationId) => conversationId,
});
const channels = openChannels(read.settings, {
  records,
  cipher,
  turns,
  words,
  publicUrl: 'https://an-sinh.test',
  now,
  unlimited: true,
  report: () => undefined,
});
const outbox = new OutboxSender({
  records,
  cipher,
  now,
  channels: channels.map((channel) => ({
    name: channel.name,
    windowMs: undefined,
    send: async (reply) =>
      isArmed ? { status: 'retry', reason: 'dying', afterMs: 100 } : channel.send(reply),
  })),
  notice: () => undefined,
  failed,
});
const doors = channels.flatMap((channel) => channel.doors);
const server = createServer((request, response) => {
  const answer = async (): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://storm');
    const door = doors.find(({ method, path }) => method === request.method && path === pathname);
    const body = await readBody(request);
    const reply = await door?.open({ headers: request.headers, query: searchParams, body });
    response.writeHead(reply?.status ?? 404).end();
  };
  answer().catch((error: unknown) => {
    failed(error);
    response.writeHead(500).end();
  });
});
await turns.start();
outbox.start();
server.listen(settings.port, '127.0.0.1', () => process.send?.({ ready: true }, () => undefined));
process.on('message', (message) => {
  isArmed = message === 'die';
});
process.on('disconnect', () => process.exit(0));

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
