import { formatIsoDate } from '../common/times.js';
import type { Words } from '../common/useWords.js';
import { formatValue } from '../publish/formatValue.js';
import { toValue } from '../publish/readValue.js';
import type { Unit } from '../publish/records.js';
import type { FormRow } from './formRows.js';

/** `từ 01/01/2027 đến 31/12/2030`, or without an end. */
export function describeTime({ from, to }: Pick<FormRow, 'from' | 'to'>, words: Words): string {
  const first = formatIsoDate(from);
  return to === ''
    ? words('parameters.timeOpen', { from: first })
    : words('parameters.time', { from: first, to: formatIsoDate(to) });
}

/** Names and rows as lines of text, so that two states can be compared word by word. */
export function describeRows(
  { label, rows, unit }: { readonly label: string; readonly rows: readonly FormRow[]; readonly unit: Unit },
  words: Words,
): string {
  const lines = rows.map((row) => {
    const { document, article, clause } = row.basis;
    const value = unit === 'table' ? row.value : formatValue(unit, toValue(unit, row.value), words);
    const basis = [document, article, clause].filter(Boolean).join(', ');
    const review = row.reviewBy === '' ? '' : formatIsoDate(row.reviewBy);
    return [`${describeTime(row, words)}: ${value}`, basis, row.note, review].filter(Boolean).join('; ');
  });
  return [label, ...lines].join('\n');
}
