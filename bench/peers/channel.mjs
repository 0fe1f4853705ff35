import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { openChannels } from '../../dist/src/channels/registry.js';
import { createServer } from '../../dist/src/http/createServer.js';
import { Pressure } from '../../dist/src/http/Pressure.js';
import { webhookRoutes } from '../../dist/src/http/routes/webhooks.js';
import { createTranslator } from '../../dist/src/i18n/index.js';
import { projectRoot } from '../../dist/src/paths.js';
import { createCipher } from '../../dist/src/privacy/index.js';
import { openRecords } from '../../dist/src/records/index.js';
import { TurnService } from '../../dist/src/turn/index.js';

/**
 * The way of a delivery as the service has it, from restify to the committed inbox, before a bot that never answers
 * (`BENCH_WAY=blocked`) or a store each of whose transactions takes a second longer (`BENCH_WAY=slow`).
 */
const { BENCH_WAY: way, PORT: port, DATA_DIR: dataDir, DATABASE_URL: databaseUrl } = process.env;
const slowMs = 1_000;

const opened = await openRecords({ dataDir, databaseUrl: databaseUrl || undefined });
// On PostgreSQL a message is one statement outside of any job.
const slowly = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    await sleep(slowMs);
    return result;
  },
};
const records = {
  ...opened,
  db: way === 'slow' && databaseUrl ? opened.db.withPlugin(slowly) : opened.db,
  write: async (job) => {
    if (way === 'slow') await sleep(slowMs);
    return opened.write(job);
  },
};
const words = createTranslator(join(projectRoot, 'locales'));
const cipher = createCipher(new Uint8Array(32));
const now = () => new Date();
const turns = new TurnService({
  records,
  cipher,
  bot: () => new Promise(() => undefined),
  words,
  publicUrl: 'https://an-sinh.test',
  content: () => ({ hotline: () => '' }),
  localities: () => ({}),
  calendar: { callWithin: 2, completeUntil: '2000-01-01', holidays: [], workedWeekends: [] },
  pulls: () => false,
  marksOf: () => undefined,
  now,
  nameOf: () => 'somebody',
  announce: () => undefined,
  reportFault: () => undefined,
  reportFailure: (_conversation, error) => process.stderr.write(`${error}\n`),
});
const settings = JSON.parse(process.env.BENCH_CHANNELS);
const channels = openChannels(settings, {
  records,
  cipher,
  turns,
  words,
  publicUrl: 'https://an-sinh.test',
  now,
  unlimited: true,
  report: () => undefined,
});
await turns.start();
const server = createServer(webhookRoutes(channels.flatMap(({ doors }) => doors)), {
  words,
  log: pino({ level: 'error' }, pino.destination(2)),
  trustedProxies: 0,
  secure: false,
  pressure: new Pressure(() => 0),
  answered: () => undefined,
  turnedAway: (reason) => process.stderr.write(`turned away: ${reason}\n`),
});
server.listen(Number(port), '127.0.0.1', () => process.send({ ready: true }));
process.on('disconnect', () => process.exit(0));
