import { z } from 'zod';
import { amountInput, monthInput, paidMonthsInput } from './commonInput.js';

type Row = Readonly<{ from: string; months: number; arrears?: boolean | undefined }>;

// Sixty rows are a change of income every half year over a whole working life, and fit into a reference.
const MAX_ROWS = 60;
const MONTHS_PER_YEAR = 12;

/** Voluntary contributions one by one: no month but those of arrears can be paid twice. */
export const contributionsInput = z
  .array(
    z.strictObject({
      from: monthInput,
      months: paidMonthsInput.min(1),
      income: amountInput,
      arrears: z.boolean().optional(),
    }),
  )
  .min(1)
  .max(MAX_ROWS)
  .refine((rows) => !overlaps(rows), 'months must not overlap');

function overlaps(rows: readonly Row[]): boolean {
  const spans = rows
    .filter(({ arrears }) => arrears !== true)
    .map(({ from, months }) => ({ first: monthNumber(from), months }))
    .toSorted((a, b) => a.first - b.first);
  return spans.some(({ first }, index) => {
    const before = spans[index - 1];
    return before !== undefined && first < before.first + before.months;
  });
}

function monthNumber(month: string): number {
  const [year = 0, monthOfYear = 0] = month.split('-').map(Number);
  return year * MONTHS_PER_YEAR + monthOfYear;
}
