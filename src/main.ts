import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createBot } from '../dialogs/index.js';
import { ensureFirstAdministrator } from './accounts/index.js';
import { DirectLine, DirectLineTokens, StreamHub } from './channels/webchat/index.js';
import { webchat, type Channel } from './channels/contract.js';
import { openChannels, siteDoors } from './channels/registry.js';
import { readConfig, type Config } from './config.js';
import { ContentStore, learnInWorker, TestQuestionStore, type ContentOptions } from './content/index.js';
import { closeServer, createHttp, LoopWatch, Pressure } from './http/index.js';
import { createTranslator, vietnamDate } from './i18n/index.js';
import { readWorkCalendar } from './leads/index.js';
import { LocalityStore, readProvinces } from './localities/index.js';
import { createConversationNames, createLog } from './logging/index.js';
import { Metrics, readStoreFigures } from './metrics/index.js';
import { projectRoot } from './paths.js';
import { createCipher, guardMasterKey, loadMasterKey } from './privacy/index.js';
import {
  Announcer,
  contentTopic,
  Listener,
  openRecords,
  tendPartitions,
  whenReachable,
} from './records/index.js';
import { OutboxSender, TurnService, type News } from './turn/index.js';
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
  const log = options.log ?? createLog(config.logLevel);
  mkdirSync(config.dataDir, { recursive: true });
  const words = createTranslator(join(projectRoot, 'locales'));
  const cipher = createCipher(loadMasterKey(config.dataDir, config.dataKey));
  const records = await whenReachable(() =>
    openRecords({ ...config, ...(options.onQuery === undefined ? {} : { onQuery: options.onQuery }) }),
  );
  await whenReachable(() => guardMasterKey(records, cipher));
  const metrics = new Metrics(() => readStoreFigures(records, now()));
  const nameOf = createConversationNames(cipher.deriveKey('log'));
  const contentOptions = {
    shippedFolder: join(projectRoot, 'content'),
    dataDir: config.dataDir,
    records,
    words,
    referenceKey: cipher.deriveKey('estimate-reference'),
    now,
    failed: (error: unknown) => log.error({ error }, 'content could not be taken over'),
    learning: options.learning ?? {
      folder: join(config.dataDir, 'learned'),
      shippedFolder: join(projectRoot, 'dist', 'learned'),
      learn: learnInWorker,
    },
  };
  const content = await whenReachable(() => ContentStore.open(contentOptions));
  const tests = await whenReachable(() =>
    TestQuestionStore.open({
      shippedFolder: join(projectRoot, 'content'),
      dataDir: config.dataDir,
      records,
      now,
    }),
  );
  const provinces = readProvinces(join(projectRoot, 'content', 'provinces.json'));
  const localities = await whenReachable(() =>
    LocalityStore.open({
      records,
      provinces,
      failed: (error) => log.error({ error }, 'localities could not be read'),
    }),
  );
  const firstAdministrator = await whenReachable(() =>
    ensureFirstAdministrator(records, words('vi')('start:administrator'), now()),
  );

  let announce: (conversationId: string, news: News) => void = () => undefined;
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
    windowOf: (name) =>
      name === webchat.name
        ? { windowMs: undefined }
        : channels.find((channel) => channel.name === name)?.capabilities,
    now,
    announce: (conversationId, news) => announce(conversationId, news),
    nameOf,
    observer: {
      accepted: (conversationId, seq) => {
        if (log.isLevelEnabled('debug')) log.debug({ turn: `${nameOf(conversationId)}-${seq}` }, 'accepted');
      },
      stage: (stage, seconds) => metrics.stage(stage, seconds),
      committed: (report) => {
        metrics.committed(report);
        log.debug(report, 'turn');
      },
      overtaken: () => metrics.overtaken(),
    },
    reportFault: ({ error }) => log.error({ error }, 'dialogs failed'),
    reportFailure: (_conversationId, error) => log.error({ error }, 'turn could not be finished yet'),
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
    tried: (channel, status) => metrics.sent(channel, status),
    nameOf,
    failed: (error) => log.error({ error }, 'a reply could not be sent yet'),
  });
  // The same for every instance on this store, whatever its address: any of them may take up any conversation.
  const tokens = new DirectLineTokens(cipher.deriveKey('direct-line'), tokenIssuer);
  const directLine = new DirectLine({ records, cipher, turns, tokens, publicUrl: config.publicUrl });
  const hub = new StreamHub({
    read: (conversationId, after) => directLine.read(conversationId, after),
    write: (conversationId, messages) => directLine.write(conversationId, messages),
    lastNumbers: (conversationIds) => directLine.lastNumbers(conversationIds),
    isTold: () => listener?.isListening === true,
    failed: (error) => log.error({ error }, 'stream could not be fed'),
  });
  const announcer =
    config.databaseUrl === undefined
      ? undefined
      : new Announcer(records, (error) => log.warn({ error }, 'the other instances could not be told'));
  announce = (conversationId, news) => {
    if (news.kind === 'received') hub.announceSoon(conversationId, news.messages);
    else {
      hub.announce(conversationId, news.messages);
      outbox.wake();
    }
    announcer?.tell(conversationId);
  };
  const lookAtContent = (): void => {
    content.lookNow();
    localities.refresh().catch((error: unknown) => log.error({ error }, 'localities could not be read'));
  };
  const listener =
    config.databaseListenUrl === undefined
      ? undefined
      : new Listener({
          databaseUrl: config.databaseListenUrl,
          heard: (topic, payload) =>
            topic === contentTopic ? lookAtContent() : hub.hear(announcer?.othersIn(payload) ?? []),
          renewed: () => {
            lookAtContent();
            hub.hear();
          },
          failed: (error) => log.warn({ error }, 'what other instances tell is not heard for a moment'),
        });

  const loop = new LoopWatch();
  const pressure = new Pressure(() => loop.lagMs);
  metrics.gauge('backlog_messages', 'Messages this process took and has not answered.', () => turns.waiting);
  metrics.gauge('requests_in_work', 'Requests that are being worked on.', () => pressure.requests);
  metrics.gauge('streams', "Open streams of the citizens' page.", () => hub.size);
  metrics.gauge(
    'loop_lag_seconds',
    'Median lateness of the event loop, the lowest of the last seconds.',
    () => loop.lagMs / 1000,
  );
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
    metrics,
    pressure,
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
  const stopTending = tendPartitions({
    records,
    failed: (error) => log.error({ error }, 'partitions of the next months could not be made yet'),
  });
  await whenReachable(() => turns.start());
  outbox.start();
  const tending = setInterval(() => tendChannels(channels, log), tendEveryMs);
  await listen(http, config);

  const stop = async (): Promise<void> => {
    accepting = false;
    clearInterval(tending);
    await listener?.close();
    hub.close();
    loop.close();
    await closeServer(http);
    await turns.close();
    await outbox.close();
    await announcer?.close();
    await stopExpiring();
    await stopTending();
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
