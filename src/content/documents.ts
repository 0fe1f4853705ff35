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

/** One change of a parameter or of a row of local support. `by` is the editor's name, or null for a release. */
export const recordEdit = z.object({
  version: z.number().int().min(1),
  at: z.string(),
  by: z.string().nullable(),
  reason: z.string(),
  /** The version of the whole table that the change made. */
  table: z.string(),
  removed: z.boolean().optional(),
});
export type RecordEdit = z.infer<typeof recordEdit>;

/** The parameter table in every version that ever answered a citizen; references of estimates name the version. */
export const parameterDocument = z.object({
  current: z.string(),
  /** Digest of the shipped file that was last taken over. */
  shipped: z.string(),
  versions: z.record(z.string(), z.unknown()),
  /** The changes of each record since it first shipped, the newest last; a record without any is in version 1. */
  edits: z.record(z.string(), z.array(recordEdit)).default({}),
});
export type ParameterDocument = z.infer<typeof parameterDocument>;
