import { z } from 'zod';

const sentences = z.array(z.string().trim().min(1));

export const smalltalkKinds = ['greeting', 'thanks', 'bye', 'who', 'other'] as const;
export type SmalltalkKind = (typeof smalltalkKinds)[number];

/**
 * What the assistant does not answer from its entries: small talk by kind, messages about other matters that train the
 * refusal, and short follow-ups that say nothing by themselves.
 */
export const negativesSchema = z.strictObject({
  smalltalk: z.strictObject({
    greeting: sentences,
    thanks: sentences,
    bye: sentences,
    who: sentences,
    other: sentences,
  }),
  outOfScope: z.strictObject({ vi: sentences, en: sentences }),
  followUps: z.strictObject({ vi: sentences, en: sentences }),
});

export type Negatives = z.infer<typeof negativesSchema>;
