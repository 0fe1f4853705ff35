import { addMonths, firstDayOf } from '../dates.js';
import type { UnknownParameter, UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { roundedProduct } from '../roundedProduct.js';
import { joinUsed } from './joinUsed.js';
import type { TimePaid } from './timePaid.js';

/** Months of one income at one rate (percent). */
export type PaidPart = Readonly<{ income: number; rate: number; months: number; amount: number }>;

/**
 * What was paid in, the State's part included, in đồng: the rate of each month on the income as it was chosen, without
 * indexation. Where only an average is known, the rate of `date` on the average stands for it.
 */
export function amountPaid(
  { date, time }: Readonly<{ date: string; time: TimePaid }>,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; amount: number; parts: readonly PaidPart[]; used: readonly UsedParameter[] }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const months =
    time.history.length === 0
      ? Array.from({ length: time.months }, () => ({ day: date, income: time.average }))
      : time.history.flatMap(({ from, months, income }) =>
          Array.from({ length: months }, (_, index) => ({ day: firstDayOf(addMonths(from, index)), income })),
        );
  const read = months.map(({ day, income }) => ({
    income,
    rate: readParameters(table, day, ['vsi.rate']),
  }));
  const unknown = read.flatMap(({ rate }) => (rate.status === 'unknown' ? rate.unknown : []));
  if (unknown.length > 0) return { status: 'unknown', unknown };
  const paid = read.flatMap(({ income, rate }) =>
    rate.status === 'found' ? [{ income, rate: rate.value('vsi.rate'), used: rate.used }] : [],
  );
  const kinds = new Map(paid.map(({ income, rate }) => [`${income} ${rate}`, { income, rate }]));
  const parts = [...kinds.values()].map(({ income, rate }): PaidPart => {
    const { length } = paid.filter((month) => month.income === income && month.rate === rate);
    const amount = roundedProduct({ factors: [income, length], percents: [rate] });
    return { income, rate, months: length, amount };
  });
  return {
    status: 'found',
    amount: parts.reduce((sum, part) => sum + part.amount, 0),
    parts,
    used: joinUsed(paid.map(({ used }) => used)),
  };
}
