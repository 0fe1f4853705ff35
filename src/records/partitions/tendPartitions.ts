import type { Records } from '../openRecords.js';
import { makePartitions } from './makePartitions.js';

const hourMs = 60 * 60 * 1000;

/**
 * Makes the partitions of the months to come, now and every hour. A failure is told to `failed` and tried again in the next hour:
 * until then the default partition takes what has no other.
 * @returns how to stop it; done when nothing is being made any more.
 */
export function tendPartitions(
  options: Readonly<{ records: Records; failed: (error: unknown) => void }>,
): () => Promise<void> {
  const { records, failed } = options;
  if (records.engine === 'sqlite') return async () => undefined;
  let running: Promise<void> = Promise.resolve();
  const tend = (): void => {
    running = running.then(() => makePartitions(records.db)).then(() => undefined, failed);
  };
  tend();
  const timer = setInterval(tend, hourMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
