import { day, money, number, percent, type Step } from '../Outcome.js';
import type { PaidPart } from './amountPaid.js';
import type { TimePaid } from './timePaid.js';

/** Months before and from the mark, and the years they count for. */
export function yearsStep(
  { monthsBefore, monthsFrom, laterFrom }: TimePaid,
  { before, from }: Readonly<{ before: number; from: number }>,
): Step {
  return {
    code: monthsBefore === 0 ? 'years_counted' : 'years_counted_two_times',
    value: before + from,
    operands: {
      ...{ monthsBefore: number(monthsBefore), monthsFrom: number(monthsFrom), mark: day(laterFrom) },
      ...{ before: number(before), from: number(from), result: number(before + from) },
    },
  };
}

/** The average income of the periods told one by one. */
export function averageStep({ months, average }: TimePaid): Step {
  return {
    code: 'average_indexed',
    value: average,
    operands: { months: number(months), result: money(average) },
  };
}

/** What was paid in, income by income. */
export function paidInSteps(parts: readonly PaidPart[]): Step[] {
  return parts.map(({ income, rate, months, amount }) => ({
    code: 'paid_in',
    value: amount,
    operands: {
      ...{ rate: percent(rate), income: money(income), months: number(months) },
      result: money(amount),
    },
  }));
}
