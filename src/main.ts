import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { createBot } from '../dialogs/index.js';
import { ensureFirstAdministrator } from './accounts/index.js';
import { DirectLine, DirectLineTokens, StreamHub } from './channels/webchat/index.js';
import { webchat, type Channel } from './channels/contract.js';
import { openChannels, siteDoors } from './channels/registry.js';
import { readConfig, type Config } from './config.js';
import { ContentStore, learnInWorker, TestQuestionStore, type ContentOptions } from './content/index.js';
import { closeServer, createHttp } from './http/index.js';
import { createTranslator, vietnamDate } from './i18n/index.js';
import { readWorkCalendar } from './leads/index.js';
import { LocalityStore, readProvinces } from './localities/index.js';
import { projectRoot } from './paths.js';
import { createCipher, guardMasterKey, loadMasterKey } from './privacy/index.js';
import { openRecords } from './records/index.js';
import { OutboxSender, TurnService } from './turn/index.js';
import { expireHourly } from './unanswered/index.js';

/** A service that answers, and how to stop it. */
export type RunningService = Readonly<{
  /** Where it listens, `http://127.0.0.1:8080`. */
  address: string;
  firstAdministrator: Readonly<{ username: string; oneTimePassword: string }> | undefined;
  /** Takes no more requests, finishes the turns in flight, closes the store. */
  stop: () => Promise<void>;
}>;

export type ServiceOptions = Readonly<{
  log?: Logger;
  /** For tests that live on another day. */
  now?: () => Date;
  /** Without limits per address and conversation: for a benchmark that plays many citizens from one address. */
  unlimited?: boolean;
  /** Told of every SQL statement after it ran; for tests that stop the process in the middle. */
  onQuery?: (sql: string) => void;
  /** For tests that run from source, where no compiled worker is. */
  learning?: ContentOptions['learning'];
}>;

/** Composes the parts and starts them; nothing else knows all of them. */
export async function startService(config: Config, options: ServiceOptions = {}): Promise<RunningService> {
  const now = options.now ?? (() => new Date());
  const log = options.log ?? pino({ level: config.logLevel });
  mkdirSync(config.dataDir, { recursive: true });
  const words = createTranslator(join(projectRoot, 'locales'));
  const cipher = createCipher(loadMasterKey(config.dataDir, config.dataKey));
  const records = await openRecords({
    ...config,
    ...(options.onQuery === undefined ? {} : { onQuery: options.onQuery }),
  });
  await guardMasterKey(records, cipher);
  const content = await ContentStore.open({
    shippedFolder: join(projectRoot, 'content'),
    dataDir: config.dataDir,
    records,
    words,
    referenceKey: cipher.deriveKey('estimate-reference'),
    now,
    failed: (error) => log.error({ error }, 'content could not be taken over'),
    learning: options.learning ?? {
      folder: join(config.dataDir, 'learned'),
      shippedFolder: join(projectRoot, 'dist', 'learned'),
      learn: learnInWorker,
    },
  });
  const tests = await TestQuestionStore.open({
    shippedFolder: join(projectRoot, 'content'),
    dataDir: config.dataDir,
    records,
    now,
  });
  const localities = await LocalityStore.open({
    records,
    provinces: readProvinces(join(projectRoot, 'content', 'provinces.json')),
    failed: (error) => log.error({ error }, 'localities could not be read'),
  });
  const firstAdministrator = await ensureFirstAdministrator(
    records,
    words('vi')('start:administrator'),
    now(),
  );

  let announce: (conversationId: string) => void = () => undefined;
  let channels: readonly Channel[] = [];
  const turns = new TurnService({
    records,
    cipher,
    bot: createBot(),
    words,
    publicUrl: config.publicUrl,
    content: () => content.snapshot(),
    localities: () => localities.snapshot(),
    calendar: readWorkCalendar(join(projectRoot, 'content', 'workingDays.json')),
    pulls: (channel) => channel === webchat.name,
    marksOf: (name) => {
      const channel = channels.find((one) => one.name === name);
      return channel && ((message, conversationId) => channel.marksOf(message, conversationId));
    },
    now,
    announce: (conversationId) => announce(conversationId),
    reportFault: ({ conversationId, seq, error }) =>
      log.error({ conversationId, seq, error }, 'dialogs failed'),
    reportFailure: (conversationId, error) =>
      log.error({ conversationId, error }, 'turn could not be finished yet'),
  });
  channels = openChannels(config.channels, {
    records,
    cipher,
    turns,
    words,
    publicUrl: config.publicUrl,
    now,
    unlimited: options.unlimited === true,
    report: (channel, event) => log.warn({ channel, event }, 'channel'),
  });
  const outbox = new OutboxSender({
    records,
    cipher,
    channels: channels.map((channel) => ({
      name: channel.name,
      windowMs: channel.capabilities.windowMs,
      send: (reply) => channel.send(reply),
    })),
    now,
    notice: ({ channel, status, reason }) =>
      log[status === 'operator' || status === 'refused' ? 'error' : 'info'](
        { channel, status, reason },
        'a reply was not sent',
      ),
    failed: (error) => log.error({ error }, 'a reply could not be sent yet'),
  });
  // The same for every instance on this store, whatever its address: any of them may take up any conversation.
  const tokens = new DirectLineTokens(cipher.deriveKey('direct-line'), tokenIssuer);
  const directLine = new DirectLine({ records, cipher, turns, tokens, publicUrl: config.publicUrl });
  const hub = new StreamHub({
    read: async (conversationId, after) => {
      const set = await directLine.read(conversationId, after);
      return set.activities.length === 0
        ? undefined
        : { frame: JSON.stringify(set), upTo: Number(set.watermark) };
    },
    lastNumbers: (conversationIds) => directLine.lastNumbers(conversationIds),
    failed: (error) => log.error({ error }, 'stream could not be fed'),
  });
  announce = (conversationId) => {
    hub.announce(conversationId);
    outbox.wake();
  };

  let accepting = true;
  const http = createHttp({
    config,
    log,
    words,
    records,
    cipher,
    content,
    localities,
    tests,
    turns,
    directLine,
    tokens,
    hub,
    doors: [...channels.flatMap(({ doors }) => doors), ...siteDoors(config.channels)],
    now,
    today: () => vietnamDate(now()),
    accepting: () => accepting,
    unlimited: options.unlimited === true,
  });
  const stopExpiring = expireHourly({
    records,
    days: config.unansweredDays,
    now,
    failed: (error) => log.error({ error }, 'old questions could not be forgotten yet'),
  });
  await turns.start();
  outbox.start();
  const tending = setInterval(() => tendChannels(channels, log), tendEveryMs);
  await listen(http, config);

  const stop = async (): Promise<void> => {
    accepting = false;
    clearInterval(tending);
    hub.close();
    await closeServer(http);
    await turns.close();
    await outbox.close();
    await stopExpiring();
    await content.close();
    await tests.close();
    await localities.close();
    await records.close();
  };
  return { address: addressOf(http.address(), config), firstAdministrator, stop };
}

const tendEveryMs = 60 * 60 * 1000;

/** Credentials that are used seldom have to be renewed all the same. */
function tendChannels(channels: readonly Channel[], log: Logger): void {
  for (const { name, tend } of channels.map((channel) => ({ name: channel.name, tend: channel.tend?.() }))) {
    tend?.catch((error: unknown) => log.error({ channel: name, error }, 'credentials could not be renewed'));
  }
}

/** Starts from the environment, tells the addresses, and stops on SIGINT or SIGTERM. What `npm start` runs. */
export async function run(): Promise<void> {
  const service = await startService(readConfig(process.env));
  const words = createTranslator(join(projectRoot, 'locales'))('vi');
  process.stdout.write(`${words('start:ready', { address: service.address })}\n`);
  if (service.firstAdministrator !== undefined) {
    process.stdout.write(`\n${words('start:first_administrator', service.firstAdministrator)}\n\n`);
  }
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    process.stdout.write(`${words('start:stopping')}\n`);
    // Nothing that hangs may keep the process: whoever asked it to stop would kill it.
    setTimeout(() => process.exit(1), hardExitMs).unref();
    service.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (process.env.npm_lifecycle_event !== undefined) whenParentEnds(stop);
}

const parentLookMs = 200;

/** npm hands a signal to the shell between it and us, and no further: when that shell is gone, we were meant. */
function whenParentEnds(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, parentLookMs);
  timer.unref();
}

const listenTries = 20;
const listenPauseMs = 500;

/** A former process that is just stopping may hold the port for a moment. */
async function listen(http: Server, { port, host }: Config): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, host, () => {
          http.off('error', reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || tries === listenTries) throw error;
      await sleep(listenPauseMs);
    }
  }
}

const hardExitMs = 25_000;
const tokenIssuer = 'urn:an-sinh';

function addressOf(bound: AddressInfo | string | null, config: Config): string {
  return typeof bound === 'object' && bound !== null
    ? `http://${config.host}:${bound.port}`
    : config.publicUrl;
}
