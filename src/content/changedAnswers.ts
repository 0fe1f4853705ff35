import { checkEntry, figuresOf, renderAnswer, type FaqEntry, type FaqLocale } from '../faq/index.js';
import { formatDate } from '../i18n/index.js';
import type { ParameterTable } from '../policy/index.js';
import type { ChangeScope } from './changedFigures.js';
import { differingSentences } from './differingSentences.js';
import { fault, remark, type TableFindingDraft } from './tableFinding.js';

/** The sentences of an answer that read otherwise from a day on; null where it can't be given for want of a figure. */
export type AnswerChange = Readonly<{
  id: string;
  title: string;
  from: string;
  before: string | null;
  after: string | null;
}>;

type Tables = Readonly<{ before: ParameterTable; after: ParameterTable }>;

const locales = ['vi', 'en'] as const satisfies readonly FaqLocale[];

/** The answers whose texts differ between two tables today or later, in one language. */
export function changedAnswers(
  entries: readonly FaqEntry[],
  { before, after }: Tables,
  scope: ChangeScope,
  { locale, today }: Readonly<{ locale: FaqLocale; today: string }>,
): readonly AnswerChange[] {
  const figures = { before: figuresOf(before), after: figuresOf(after) };
  const read = (entry: FaqEntry, table: keyof Tables, date: string): string | null => {
    const rendered = renderAnswer(entry, locale, figures[table], date);
    if (rendered.status === 'unknown') return null;
    return [rendered.answer, ...rendered.more, rendered.doubtful ?? ''].filter(Boolean).join('\n\n');
  };
  return concerned(entries, scope).flatMap((entry) => {
    const changes: AnswerChange[] = [];
    let last = '';
    for (const from of scope.days.filter((day) => day >= today)) {
      const pair = differing(read(entry, 'before', from), read(entry, 'after', from));
      const key = pair.before === pair.after ? '' : JSON.stringify(pair);
      if (key !== '' && key !== last)
        changes.push({ id: entry.id, title: entry.title[locale], from, ...pair });
      last = key;
    }
    return changes;
  });
}

function differing(before: string | null, after: string | null): Pick<AnswerChange, 'before' | 'after'> {
  return before === null || after === null ? { before, after } : differingSentences(before, after);
}

/**
 * Answers that could no longer be given: an error where they are given today, a remark where they are given until a later
 * day. `field` is where the change has to be undone.
 */
export function answerFindings(
  entries: readonly FaqEntry[],
  tables: Tables,
  scope: ChangeScope,
  { field, today, title }: Readonly<{ field: string; today: string; title: FaqLocale }>,
): readonly TableFindingDraft[] {
  const figures = { before: figuresOf(tables.before), after: figuresOf(tables.after) };
  const check = (entry: FaqEntry, table: keyof Tables) =>
    checkEntry(entry, { entries, figures: figures[table], date: today }).filter(
      ({ severity }) => severity === 'error',
    );
  return concerned(entries, scope).flatMap((entry): TableFindingDraft[] => {
    const answer = { id: entry.id, title: entry.title[title] };
    const known = new Set(check(entry, 'before').map((finding) => JSON.stringify(finding)));
    const found = check(entry, 'after').filter((finding) => !known.has(JSON.stringify(finding)));
    const unresolved = found.find(({ code }) => code === 'no_value' || code === 'unknown_reference');
    if (unresolved !== undefined)
      return [fault(field, 'answer_breaks', { ...answer, reference: String(unresolved.details?.reference) })];
    const long = found.find(({ code }) => ['too_long', 'too_long_from', 'too_many_bubbles'].includes(code));
    const later = breaksOn(entry, tables, scope, today);
    return [
      ...(long === undefined ? [] : [remark(field, 'answer_too_long', answer)]),
      ...(later === undefined
        ? []
        : [remark(field, 'answer_breaks_later', { ...answer, date: formatDate(later) })]),
    ];
  });
}

/** The first later day on which an answer can't be given any more, though it could before the change. */
function breaksOn(entry: FaqEntry, tables: Tables, scope: ChangeScope, today: string): string | undefined {
  const figures = { before: figuresOf(tables.before), after: figuresOf(tables.after) };
  const isGiven = (table: keyof Tables, day: string): boolean =>
    locales.every((locale) => renderAnswer(entry, locale, figures[table], day).status === 'ok');
  return scope.days.find((day) => day > today && isGiven('before', day) && !isGiven('after', day));
}

/** The answers whose texts name a touched reference. */
function concerned(entries: readonly FaqEntry[], { references }: ChangeScope): readonly FaqEntry[] {
  return entries.filter(({ answer, more, doubtful }) => {
    const texts = locales.flatMap((locale) => [
      answer[locale],
      more?.[locale] ?? '',
      doubtful?.[locale] ?? '',
    ]);
    return texts.some((text) => references.some((reference) => text.includes(reference)));
  });
}
