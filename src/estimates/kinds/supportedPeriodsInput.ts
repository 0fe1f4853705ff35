import { z } from 'zod';
import { voluntaryGroups } from '../../policy/index.js';
import { monthInput, paidMonthsInput } from './commonInput.js';

// A change of group every other year over the whole time that is supported at most, twice over.
const MAX_ROWS = 12;
const MONTHS_PER_YEAR = 12;

/** The group by which the State supported somebody. */
export const supportedAsInput = z.enum([...voluntaryGroups, 'other']);

/** Months in a row that the State supported: no month can be supported twice. */
export const supportedPeriodsInput = z
  .array(z.strictObject({ from: monthInput, months: paidMonthsInput.min(1), group: supportedAsInput }))
  .max(MAX_ROWS)
  .refine((rows) => !overlaps(rows), 'months must not overlap');

function overlaps(rows: readonly Readonly<{ from: string; months: number }>[]): boolean {
  const months = rows.flatMap(({ from, months: length }) => {
    const [year = 0, monthOfYear = 0] = from.split('-').map(Number);
    return Array.from({ length }, (_, index) => year * MONTHS_PER_YEAR + monthOfYear + index);
  });
  return new Set(months).size < months.length;
}
