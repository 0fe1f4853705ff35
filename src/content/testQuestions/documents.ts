import { z } from 'zod';

/** A question with what it should be answered with: a topic, or `none` where nothing approved answers it. */
export const testQuestion = z.strictObject({
  question: z.string().trim().min(2).max(500),
  locale: z.enum(['vi', 'en']),
  expected: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
});
export type TestQuestion = z.infer<typeof testQuestion>;

/** One state of a test question; `question` is null where it was removed. `by` is null for a release. */
const version = z.object({
  version: z.int().min(1),
  at: z.string(),
  by: z.string().nullable(),
  reason: z.string(),
  question: testQuestion.nullable(),
});
export type TestQuestionVersion = z.infer<typeof version>;

/** The test questions as administrators keep them: every version of each, the newest last. */
export const testQuestionDocument = z.object({
  questions: z.record(z.string(), z.object({ versions: z.array(version).min(1) })),
});
export type TestQuestionDocument = z.infer<typeof testQuestionDocument>;

/** The shape of `content/test-questions.json`. */
export const shippedTestQuestions = z.array(testQuestion);
