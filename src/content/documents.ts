import { z } from 'zod';
import { faqEntry } from '../faq/index.js';

/** One published state of an answer. `by` is the editor's name, or null for what shipped with a release. */
export const entryVersion = z.object({
  version: z.number().int().min(1),
  at: z.string(),
  by: z.string().nullable(),
  reason: z.string(),
  entry: faqEntry,
});
export type EntryVersion = z.infer<typeof entryVersion>;

/** The answers as administrators edit them: every version of each, the newest last. */
export const faqDocument = z.object({
  entries: z.record(
    z.string(),
    z.object({
      /** Digest of the shipped file this entry last came from, so that a release can refresh what nobody edited. */
      shipped: z.string(),
      versions: z.array(entryVersion).min(1),
    }),
  ),
});
export type FaqDocument = z.infer<typeof faqDocument>;

/** The parameter table in every version that ever answered a citizen; references of estimates name the version. */
export const parameterDocument = z.object({
  current: z.string(),
  /** Digest of the shipped file the current version came from. */
  shipped: z.string(),
  versions: z.record(z.string(), z.unknown()),
});
export type ParameterDocument = z.infer<typeof parameterDocument>;
