import { setTimeout as sleep } from 'node:timers/promises';
import { poolSays } from './poolSays.js';

const patienceMs = 20_000;
const pauseMs = 250;

/** Of Node and of PostgreSQL: the line broke, nobody listens, the server stops or starts, or has no room just now. */
const passing = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|57P0[123]|08\d{3}|53300)$/;

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
  return 'message' in error && typeof error.message === 'string' && poolSays.test(error.message);
}
