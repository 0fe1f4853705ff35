import type { Records } from '../records/index.js';
import { expireUnanswered } from './keepUnanswered.js';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/**
 * Forgets questions older than `days`, now and every hour. A failure is told to `failed` and tried again in the next hour.
 * @returns how to stop it; done when nothing is being written any more.
 */
export function expireHourly(
  options: Readonly<{ records: Records; days: number; now: () => Date; failed: (error: unknown) => void }>,
): () => Promise<void> {
  const { records, days, now, failed } = options;
  let running: Promise<void> = Promise.resolve();
  const expire = (): void => {
    running = running
      .then(() => expireUnanswered(records, new Date(now().getTime() - days * dayMs)))
      .then(() => undefined, failed);
  };
  expire();
  const timer = setInterval(expire, hourMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
