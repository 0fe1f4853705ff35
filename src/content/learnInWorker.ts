import { Worker } from 'node:worker_threads';
import { Learned, type FaqSources, type LearnedByLocale, type LearnedState } from '../faq/index.js';

/** What the worker sends back. */
export type LearnedMessage = Readonly<{ vi: LearnedState; en: LearnedState }>;

/** Learns from the sources beside the serving thread, which answers on meanwhile. Fails when the worker does. */
export function learnInWorker(sources: FaqSources): Promise<LearnedByLocale> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./learnWorker.js', import.meta.url), { workerData: sources });
    // A service that stops meanwhile needn't wait for it.
    worker.unref();
    worker.once('message', ({ vi, en }: LearnedMessage) =>
      resolve({ vi: Learned.restore(vi), en: Learned.restore(en) }),
    );
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The worker that learns ended without an answer.')));
  });
}
