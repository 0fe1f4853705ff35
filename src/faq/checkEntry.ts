import { foldText } from '../language/index.js';
import { faqEntry, type FaqEntry, type FaqLocale } from './FaqEntry.js';
import type { FigureSource } from './FigureSource.js';
import { checkText } from './checkText.js';
import { error, warning, type Finding } from './Finding.js';

export interface CheckContext {
  /** The other entries of the publication (the entry itself may be among them). */
  readonly entries: readonly FaqEntry[];
  readonly figures: FigureSource;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

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
    ...LOCALES.flatMap((locale) => checkTemplates(entry, locale, context)),
    ...LOCALES.flatMap((locale) => checkPhrasings(entry, locale, context.entries)),
    ...checkRelations(entry, context.entries),
    ...checkDates(entry, context.date),
    ...(entry.basis.length === 0 ? [warning('basis', 'missing_basis')] : []),
  ];
}

/** Every text of an entry in one language, each against the figures. */
function checkTemplates(entry: FaqEntry, locale: FaqLocale, context: CheckContext): readonly Finding[] {
  const fields: readonly (readonly [string, string | undefined, number])[] = [
    [`answer.${locale}`, entry.answer[locale], 1],
    [`more.${locale}`, entry.more?.[locale], MOST_FURTHER_BUBBLES],
    [`doubtful.${locale}`, entry.doubtful?.[locale], 1],
  ];
  return fields.flatMap(([field, template, most]) =>
    template === undefined
      ? []
      : checkText({ field, template, most, locale, until: entry.reviewBy }, context),
  );
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
