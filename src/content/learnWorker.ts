import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { calibrationSchema, faqEntry, learn, negativesSchema } from '../faq/index.js';
import { parseLexicon } from '../language/index.js';
import type { LearnedMessage } from './learnInWorker.js';

const sourcesSchema = z.object({
  entries: z.array(faqEntry),
  lexicon: z.unknown().transform(parseLexicon),
  negatives: negativesSchema,
  calibration: calibrationSchema,
});

// The other side of learnInWorker, which alone starts this file: the data are its sources.
const { vi, en } = learn(sourcesSchema.parse(workerData));
const message: LearnedMessage = { vi: vi.state(), en: en.state() };
parentPort?.postMessage(message);
