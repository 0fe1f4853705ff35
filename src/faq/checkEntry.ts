import { foldText } from '../language/index.js';
import { faqEntry, type FaqEntry, type FaqLocale } from './FaqEntry.js';
import type { FigureSource } from './FigureSource.js';
import { baseReference, referencesOf, renderTemplate } from './Renderer.js';
import { bubbles } from './renderAnswer.js';
import { splitSentences } from './sentences.js';

export type FindingCode =
  | 'invalid'
  | 'template_invalid'
  | 'unknown_reference'
  | 'no_value'
  | 'no_value_from'
  | 'too_long'
  | 'too_long_from'
  | 'too_many_sentences'
  | 'too_many_bubbles'
  | 'too_few_phrasings'
  | 'phrasing_repeated'
  | 'phrasing_taken'
  | 'unknown_topic'
  | 'related_to_itself'
  | 'literal_figure'
  | 'review_expired'
  | 'review_before_start'
  | 'not_yet_valid'
  | 'missing_basis'
  | 'first_sentence_long'
  | 'first_sentence_asks'
  | 'first_sentence_boilerplate'
  | 'first_sentence_elsewhere'
  | 'unexplained_abbreviation'
  | 'long_sentences'
  | 'not_translated'
  | 'outdated_document';

/** One fault of an entry. An `error` refuses a publication, a `warning` is shown. */
export interface Finding {
  /** Path of the field, as in `answer.vi` or `phrasings.vi.3`. */
  readonly field: string;
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  /** What the words of the finding need. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export interface CheckContext {
  /** The other entries of the publication (the entry itself may be among them). */
  readonly entries: readonly FaqEntry[];
  readonly figures: FigureSource;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

const LONGEST_BUBBLE = 320;
const MOST_SENTENCES = 3;
const MOST_FURTHER_BUBBLES = 2;
const FEWEST_PHRASINGS: Readonly<Record<FaqLocale, number>> = { vi: 8, en: 3 };
const LOCALES = ['vi', 'en'] as const satisfies readonly FaqLocale[];
/** Checks one entry against its format, its texts against the figures of the day and of later days, and its wordings against the other entries. */
export function checkEntry(candidate: unknown, context: CheckContext): readonly Finding[] {
  const read = faqEntry.safeParse(candidate);
  if (!read.success) {
    return read.error.issues.map((issue) =>
      error(issue.path.join('.') || 'entry', 'invalid', { message: issue.message }),
    );
  }
  const entry = read.data;
  return [
    ...LOCALES.flatMap((locale) => checkTexts(entry, locale, context)),
    ...LOCALES.flatMap((locale) => checkPhrasings(entry, locale, context.entries)),
    ...checkRelations(entry, context.entries),
    ...checkDates(entry, context.date),
    ...(entry.basis.length === 0 ? [warning('basis', 'missing_basis')] : []),
  ];
}

function checkTexts(entry: FaqEntry, locale: FaqLocale, context: CheckContext): readonly Finding[] {
  const fields: readonly (readonly [string, string | undefined, number])[] = [
    [`answer.${locale}`, entry.answer[locale], 1],
    [`more.${locale}`, entry.more?.[locale], MOST_FURTHER_BUBBLES],
    [`doubtful.${locale}`, entry.doubtful?.[locale], 1],
  ];
  return fields.flatMap(([field, template, most]) =>
    template === undefined ? [] : checkText(field, template, most, locale, context, entry.reviewBy),
  );
}

function checkText(
  field: string,
  template: string,
  most: number,
  locale: FaqLocale,
  { figures, date }: CheckContext,
  until: string,
): readonly Finding[] {
  const references = tryReferences(template);
  if (typeof references === 'string') return [error(field, 'template_invalid', { message: references })];
  const unknown = references.filter((reference) => !figures.references().has(baseReference(reference)));
  if (unknown.length > 0) return unknown.map((reference) => error(field, 'unknown_reference', { reference }));
  const later = checkLater(field, template, locale, { figures, date, until });
  const rendered = renderTemplate(template, locale, figures, date);
  if (rendered.status === 'unknown')
    return rendered.references.map((reference) => error(field, 'no_value', { reference, date }));
  const parts = bubbles(rendered.text);
  const sentences = splitSentences(rendered.text).length;
  return [
    ...(parts.length > most ? [error(field, 'too_many_bubbles', { count: parts.length, most })] : []),
    ...parts
      .filter((part) => part.length > LONGEST_BUBBLE)
      .map((part) => error(field, 'too_long', { length: part.length, most: LONGEST_BUBBLE })),
    ...(field.startsWith('answer') && sentences > MOST_SENTENCES
      ? [warning(field, 'too_many_sentences', { count: sentences, most: MOST_SENTENCES })]
      : []),
    ...(parts.every((part) => part.length <= LONGEST_BUBBLE) ? later : []),
  ];
}

/**
 * The same text with the figures of every later day on which one is known to change: the first day on which it
 * fails. A figure that is missing only after the review `until` then is looked for at the review.
 */
function checkLater(
  field: string,
  template: string,
  locale: FaqLocale,
  { figures, date, until }: Pick<CheckContext, 'figures' | 'date'> & Readonly<{ until: string }>,
): readonly Finding[] {
  for (const day of figures.changes(date)) {
    const rendered = renderTemplate(template, locale, figures, day);
    if (rendered.status === 'unknown' && day > until) continue;
    if (rendered.status === 'unknown')
      return [warning(field, 'no_value_from', { reference: rendered.references[0] ?? '', date: day })];
    const length = Math.max(0, ...bubbles(rendered.text).map((part) => part.length));
    if (length > LONGEST_BUBBLE)
      return [error(field, 'too_long_from', { length, most: LONGEST_BUBBLE, date: day })];
  }
  return [];
}

function checkPhrasings(
  entry: FaqEntry,
  locale: FaqLocale,
  entries: readonly FaqEntry[],
): readonly Finding[] {
  const taken = new Map<string, string>();
  for (const other of entries) {
    if (other.id !== entry.id)
      for (const folded of foldedPhrasings(other, locale)) taken.set(folded, other.id);
  }
  const own = new Set<string>();
  const findings: Finding[] = [];
  entry.phrasings[locale].forEach((phrasing, at) => {
    const folded = foldedWords(phrasing);
    const topic = taken.get(folded);
    const field = `phrasings.${locale}.${String(at)}`;
    if (topic !== undefined) findings.push(error(field, 'phrasing_taken', { phrasing, topic }));
    if (own.has(folded)) findings.push(warning(field, 'phrasing_repeated', { phrasing }));
    own.add(folded);
  });
  if (own.size < FEWEST_PHRASINGS[locale])
    findings.push(
      warning(`phrasings.${locale}`, 'too_few_phrasings', {
        count: own.size,
        least: FEWEST_PHRASINGS[locale],
      }),
    );
  return findings;
}

function checkRelations(entry: FaqEntry, entries: readonly FaqEntry[]): readonly Finding[] {
  const ids = new Set(entries.map(({ id }) => id));
  return entry.related.flatMap((topic, at) => {
    const field = `related.${String(at)}`;
    if (topic === entry.id) return [error(field, 'related_to_itself')];
    return ids.has(topic) ? [] : [error(field, 'unknown_topic', { topic })];
  });
}

function checkDates(entry: FaqEntry, date: string): readonly Finding[] {
  return [
    ...(entry.reviewBy < date ? [error('reviewBy', 'review_expired', { reviewBy: entry.reviewBy })] : []),
    ...(entry.reviewBy < entry.validFrom ? [error('reviewBy', 'review_before_start')] : []),
    ...(entry.validFrom > date
      ? [warning('validFrom', 'not_yet_valid', { validFrom: entry.validFrom })]
      : []),
  ];
}

function tryReferences(template: string): readonly string[] | string {
  try {
    return referencesOf(template);
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}

const foldedByEntry = new WeakMap<FaqEntry, Readonly<Record<FaqLocale, readonly string[]>>>();

/** The wordings of an entry without marks and punctuation; kept, since every entry is held against all the others. */
function foldedPhrasings(entry: FaqEntry, locale: FaqLocale): readonly string[] {
  const known = foldedByEntry.get(entry) ?? {
    vi: entry.phrasings.vi.map(foldedWords),
    en: entry.phrasings.en.map(foldedWords),
  };
  foldedByEntry.set(entry, known);
  return known[locale];
}

function foldedWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function error(field: string, code: FindingCode, details?: Finding['details']): Finding {
  return { field, code, severity: 'error', ...(details ? { details } : {}) };
}

function warning(field: string, code: FindingCode, details?: Finding['details']): Finding {
  return { field, code, severity: 'warning', ...(details ? { details } : {}) };
}
