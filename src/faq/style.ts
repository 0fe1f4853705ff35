import { z } from 'zod';

const text = z.string().trim().min(1);
const byLocale = z.strictObject({ vi: z.array(text), en: z.array(text) });
const regularExpression = text.refine((source) => {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}, 'must be a regular expression');

/** How an answer has to be written; the shape of `content/style.json`. */
export const styleSchema = z.strictObject({
  firstSentence: z.strictObject({
    mostWords: z.int().min(1),
    /** Openings that say nothing yet. */
    boilerplate: byLocale,
  }),
  /** Syllables (Vietnamese) or words (English) a sentence on average. */
  mostWordsPerSentence: z.int().min(1),
  /** Short forms that readers know; any other has to be explained in the same bubble. */
  knownAbbreviations: byLocale,
  /** Numbers that are no figures of the law, wherever they stand: numbers of documents and forms, emergency calls. */
  plainNumbers: z.array(z.strictObject({ pattern: regularExpression, why: text })),
  /** Numbers that are none in one answer. */
  plainNumbersOf: z.array(z.strictObject({ entry: text, pattern: regularExpression, why: text })),
  /** Documents that are no longer in force from a day on. */
  outdated: z.array(z.strictObject({ document: text, since: z.iso.date(), instead: text })),
});

export type Style = z.infer<typeof styleSchema>;
