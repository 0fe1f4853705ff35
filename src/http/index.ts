import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Door } from '../channels/contract.js';
import type { DirectLine, DirectLineTokens, StreamHub } from '../channels/webchat/index.js';
import type { Config } from '../config.js';
import type { ContentStore, TestQuestionStore } from '../content/index.js';
import type { Translator } from '../i18n/index.js';
import type { Metrics } from '../metrics/index.js';
import type { LocalityStore } from '../localities/index.js';
import { projectRoot } from '../paths.js';
import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import type { TurnService } from '../turn/index.js';
import type { CitizenPages } from './CitizenPages.js';
import { createServer } from './createServer.js';
import { attachStreams } from './attachStreams.js';
import type { Pressure } from './Pressure.js';
import { createArrivalLimit } from './arrivalLimit.js';
import { createRateLimit, type RateLimit } from './rateLimit.js';
import { accountRoutes } from './routes/accounts.js';
import { accessibilityRoutes } from './routes/accessibility.js';
import { answerRoutes } from './routes/answers.js';
import { chatFormRoutes } from './routes/chatForms.js';
import { chatPageRoutes } from './routes/chatPage.js';
import { consoleRoutes } from './routes/console.js';
import { conversationRoutes } from './routes/conversations.js';
import { deadLetterRoutes } from './routes/deadLetters.js';
import { directLineRoutes } from './routes/directLine.js';
import { estimatePageRoutes } from './routes/estimatePage.js';
import { estimateRoutes } from './routes/estimates.js';
import { faqRoutes } from './routes/faq.js';
import { faqEntryRoutes } from './routes/faqEntries.js';
import { guideRoutes } from './routes/guides.js';
import { healthRoutes } from './routes/health.js';
import { installedPageRoutes } from './routes/installedPage.js';
import { metricsRoutes } from './routes/metrics.js';
import { leadRoutes } from './routes/leads.js';
import { localSupportRoutes } from './routes/localSupport.js';
import { openApiRoutes } from './routes/openApi.js';
import { placeRoutes } from './routes/places.js';
import { parameterRoutes } from './routes/parameters.js';
import { sessionRoutes } from './routes/session.js';
import { webhookRoutes } from './routes/webhooks.js';
import { testQuestionRoutes } from './routes/testQuestions.js';
import { unansweredRoutes } from './routes/unanswered.js';
import { StaticFiles } from './staticFiles.js';

export { closeServer } from './closeServer.js';
export { LoopWatch } from './LoopWatch.js';
export { Pressure } from './Pressure.js';

export type HttpDependencies = Readonly<{
  config: Config;
  log: Logger;
  words: Translator;
  records: Records;
  cipher: Cipher;
  content: ContentStore;
  localities: LocalityStore;
  tests: TestQuestionStore;
  turns: TurnService;
  directLine: DirectLine;
  tokens: DirectLineTokens;
  hub: StreamHub;
  metrics: Metrics;
  pressure: Pressure;
  /** The addresses of the channels that have their settings; the others don't exist. */
  doors: readonly Door[];
  now: () => Date;
  today: () => string;
  accepting: () => boolean;
  unlimited: boolean;
}>;

/**
 * Calls a minute. Addresses are the last fence, for a whole village may share one: a device that has a conversation is held to its
 * own budget, and what is refused there costs its neighbours nothing; guests of an event share that of the event.
 */
const publicApiLimit = 600;
const arrivals = { address: 6_000, event: 3_000, events: 30_000 };
const deviceLimit = 1_200;
const messageLimit = 300;
const conversationLimit = 240;

/** Every route of the service on one server, and the WebSocket streams beside them. */
export function createHttp(dependencies: HttpDependencies): Server {
  const { config, log, words, records, cipher, content, directLine, tokens, hub, now, today } = dependencies;
  const secure = config.publicUrl.startsWith('https:');
  const session = { records, secure, now };
  const limit = (name: string, points: number): RateLimit =>
    dependencies.unlimited ? async () => undefined : createRateLimit(name, points);
  const limitPublicApi = limit('api', publicApiLimit);
  const { address: limitAddress, arrival: limitArrival } = createArrivalLimit(limit, arrivals);
  const limitDevice = limit('device', deviceLimit);
  const limitMessages = limit('messages', messageLimit);
  const limitConversation = limit('conversation', conversationLimit);
  const pages: CitizenPages = {
    directLine,
    tokens,
    words,
    hotline: () => content.snapshot().hotline(today()),
    assets: readChatAssets(),
    publicUrl: config.publicUrl,
    limitArrival,
    limitDevice,
    limitMessages,
    now,
  };
  const server = createServer(
    [
      ...healthRoutes({
        records,
        dataDir: config.dataDir,
        contentLoaded: () => content.entries().length > 0,
        accepting: dependencies.accepting,
        now,
      }),
      ...directLineRoutes({
        directLine,
        tokens,
        limit: limitAddress,
        limitDevice,
        limitMessages,
        limitConversation,
      }),
      ...metricsRoutes({ metrics: dependencies.metrics, token: config.metricsToken }),
      ...chatPageRoutes(pages),
      ...chatFormRoutes(pages),
      ...installedPageRoutes(pages),
      ...accessibilityRoutes(pages),
      ...guideRoutes({ picture: (file) => content.snapshot().guides.picture(file) }),
      ...estimateRoutes({
        words,
        table: () => content.table(),
        tableOf: (version) => content.tableOf(version),
        signingKey: cipher.deriveKey('estimate-reference'),
        today,
        limit: limitPublicApi,
        told: () => dependencies.metrics.estimated(),
      }),
      ...estimatePageRoutes({
        words,
        tableOf: (version) => content.tableOf(version),
        signingKey: cipher.deriveKey('estimate-reference'),
        today,
        hotline: () => content.snapshot().hotline(today()),
        css: readBuilt('estimate', 'estimate.css'),
        publicUrl: config.publicUrl,
        limit: limitPublicApi,
      }),
      ...answerRoutes({
        pages,
        content: () => content.snapshot(),
        topics: () => content.entries().map(({ entry }) => entry.id),
        today,
        limit: limitAddress,
      }),
      ...faqRoutes({ content: () => content.snapshot(), today, limit: limitPublicApi }),
      ...webhookRoutes(dependencies.doors),
      ...openApiRoutes(config.publicUrl),
      ...sessionRoutes(session),
      ...leadRoutes({ ...session, cipher }),
      ...conversationRoutes({ ...session, cipher, turns: dependencies.turns }),
      ...faqEntryRoutes({ ...session, content, today }),
      ...unansweredRoutes({ ...session, cipher, content, today }),
      ...deadLetterRoutes({ ...session, cipher }),
      ...testQuestionRoutes({ ...session, content, tests: dependencies.tests }),
      ...parameterRoutes({ ...session, content, today }),
      ...localSupportRoutes({ ...session, content, today }),
      ...placeRoutes({ ...session, localities: dependencies.localities }),
      ...accountRoutes(session),
      ...consoleRoutes(new StaticFiles(join(projectRoot, 'dist', 'web', 'console'))),
    ],
    {
      words,
      log,
      trustedProxies: config.trustedProxies,
      secure,
      pressure: dependencies.pressure,
      answered: (request) => dependencies.metrics.request(request),
      turnedAway: (reason) => dependencies.metrics.shed(reason),
    },
  );
  attachStreams(server, { tokens, hub, directLine });
  return server;
}

/** What was built for the page; without it the page still works by plain forms. */
function readChatAssets(): CitizenPages['assets'] {
  return {
    css: readBuilt('chat', 'chat.css'),
    js: readBuilt('chat', 'chat.js'),
    worker: readBuilt('worker', 'worker.js'),
    icons: new StaticFiles(join(projectRoot, 'dist', 'web', 'chat', 'icons')),
  };
}

/** A built file of a page; empty where nothing was built. */
function readBuilt(page: string, name: string): string {
  const file = join(projectRoot, 'dist', 'web', page, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
