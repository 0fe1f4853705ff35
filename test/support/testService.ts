import { pino, type Logger } from 'pino';
import { readConfig } from '../../src/config.js';
import { startService, type RunningService } from '../../src/main.js';
import { freePort } from './freePort.js';
import type { TestStore } from './stores.js';
import { learning } from './learning.js';

/** A service that has to learn its answers anew takes a while on a busy machine. */
export const startMs = 180_000;

/** A whole service on a free port, over `store`, on the day `now` tells. */
export async function startTestService(
  store: TestStore,
  options: Readonly<{
    now?: () => Date;
    onQuery?: (sql: string) => void;
    unlimited?: boolean;
    log?: Logger;
    env?: Readonly<Record<string, string>>;
  }> = {},
): Promise<RunningService> {
  const { env, ...serviceOptions } = options;
  const config = readConfig({
    PORT: String(await freePort()),
    DATA_DIR: store.dataDir,
    ...(store.databaseUrl === undefined ? {} : { DATABASE_URL: store.databaseUrl }),
    ...env,
  });
  return startService(config, {
    learning,
    log: pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
    ...serviceOptions,
  });
}

/** The day of the worked examples: 2026-11-21, ten in the morning in Vietnam. */
export const exampleDay = () => new Date('2026-11-21T03:00:00Z');

export { freePort } from './freePort.js';
