import { z } from 'zod';

const words = z.record(z.string().min(1), z.string());

/**
 * The words people use for what the assistant knows. `spellings` replaces a single typed word whatever the words beside it
 * (abbreviations, teencode, dialect); keys with marks match only as typed. `phrases` replaces runs of words, those with marks only
 * as written.
 * `concepts` names what several wordings mean; `stopwords` carry no meaning for a match; `topics` lists what may be meant when
 * only a scheme or a thing is named; `wordings` are further ways of asking for a topic, which train the match and are never shown.
 */
export const lexiconSchema = z.strictObject({
  spellings: words,
  phrases: words,
  concepts: z.array(
    z.strictObject({ id: z.string().min(1), vi: z.array(z.string().min(1)), en: z.array(z.string().min(1)) }),
  ),
  stopwords: z.strictObject({ vi: z.array(z.string()), en: z.array(z.string()) }),
  cues: z.strictObject({ vsi: z.array(z.string()), hhi: z.array(z.string()), common: z.array(z.string()) }),
  wordings: z.record(
    z.string(),
    z.strictObject({ vi: z.array(z.string().min(1)), en: z.array(z.string().min(1)) }),
  ),
  topics: z.array(
    z.strictObject({ said: z.array(z.string().min(1)).min(1), topics: z.array(z.string()).min(1).max(3) }),
  ),
});

export type Lexicon = z.infer<typeof lexiconSchema>;

/** Reads a lexicon document; throws a `ZodError` naming what is wrong. */
export function parseLexicon(document: unknown): Lexicon {
  return lexiconSchema.parse(document);
}
