import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 20_000;
const pauseMs = 250;

/** Of Node and of PostgreSQL: the line broke, nobody listens, the server stops or starts, or has no room just now. */
const passing = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|57P0[123]|08\d{3}|53300)$/;
/** What has no code: the pool's own words. */
const told =
  /^(Connection terminated|The database fell silent|Postgres connection has been discarded|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/**
 * Does something with the database and tries again while it can't be reached: a restart of the database must not end a service that
 * is just starting. @throws what else goes wrong at once, and the last failure after twenty seconds.
 */
export async function whenReachable<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || performance.now() > until) throw error;
      await sleep(pauseMs);
    }
  }
}

function isPassing(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && typeof error.code === 'string') return passing.test(error.code);
  return 'message' in error && typeof error.message === 'string' && told.test(error.message);
}
