import type { FaqEntry } from '../faq/index.js';
import type { Locale, Translate } from '../i18n/index.js';
import type { ParameterTable } from '../policy/index.js';
import { answerFindings, changedAnswers, type AnswerChange } from './changedAnswers.js';
import { changedEstimates, type EstimateChange } from './changedEstimates.js';
import { changedFigures, scopeOf, type FigureChange } from './changedFigures.js';
import { checkTableChange } from './checkTableChange.js';
import { remark, writeFindings, type TableFinding } from './tableFinding.js';
import type { TableChange } from './tableRecords.js';

/** What publishing a change would do, or why it can't be published. */
export type TableComparison =
  | Readonly<{
      status: 'sound';
      table: ParameterTable;
      /** What should be looked at before. */
      warnings: readonly TableFinding[];
      figures: readonly FigureChange[];
      answers: readonly AnswerChange[];
      estimates: readonly EstimateChange[];
    }>
  | Readonly<{ status: 'refused'; findings: readonly TableFinding[] }>;

export type Reader = Readonly<{ today: string; locale: Locale; words: Translate }>;

/** Holds the table that a change would make against the one in use: its soundness, its figures, the answers, usual estimates. */
export function compareTables(
  before: ParameterTable,
  change: TableChange,
  entries: readonly FaqEntry[],
  { today, locale, words }: Reader,
): TableComparison {
  const checked = checkTableChange(before, change, today);
  if (checked.status === 'refused')
    return { status: 'refused', findings: writeFindings(checked.findings, words) };

  const after = checked.table;
  const scope = scopeOf(before, after, change, today);
  const field = fieldOf(change);
  const answers = answerFindings(entries, { before, after }, scope, { field, today, title: locale });
  const figures = changedFigures(before, after, scope);
  const past = figures.some(({ from }) => from < today) ? [remark(field, 'past_changed')] : [];
  const findings = writeFindings([...answers, ...checked.findings, ...past], words);
  if (findings.some(({ severity }) => severity === 'error')) return { status: 'refused', findings };
  return {
    status: 'sound',
    table: after,
    warnings: findings,
    figures,
    answers: changedAnswers(entries, { before, after }, scope, { locale, today }),
    estimates: changedEstimates(before, after, { change, scope, today }),
  };
}

/** Where a finding about the whole change is shown. */
function fieldOf({ kind, record }: TableChange): string {
  if (kind === 'parameter') return 'values';
  return record === null ? 'id' : 'percent';
}
