import { addMonths, firstDayOf, monthOf } from '../dates.js';
import type { CompletePension } from './situation.js';

/** The last month that is paid for, `YYYY-MM`, planned months included; undefined where nothing tells it. */
export function lastMonthPaid(situation: CompletePension): string | undefined {
  const { date, monthsPlanned, income } = situation;
  const paid = income.kind === 'history' ? lastOf(income.history) : undefined;
  if (monthsPlanned === 0) return paid;
  // Months paid ahead are paid already: the planned ones follow them.
  const first = later(monthOf(date), paid === undefined ? undefined : addMonths(paid, 1));
  return addMonths(first, monthsPlanned - 1);
}

/** When a pension begins: the month in which the conditions are met, and the first day of the month after it. */
export type PensionStart = Readonly<{
  metIn: string;
  from: string;
  /** Whether the conditions were met before the month of the question; it may then have begun earlier than `from`. */
  overdue: boolean;
}>;

/**
 * The beginning of a pension for who reaches the age in `ageMonth` and stops paying after the planned months. Who met
 * the conditions before asking is promised no month already gone.
 * Law 41/2024/QH15 article 101; Circular 11/2025/TT-BNV article 5.
 */
export function pensionStart(situation: CompletePension, ageMonth: string): PensionStart {
  const metIn = later(ageMonth, lastMonthPaid(situation));
  const asked = monthOf(situation.date);
  return {
    metIn,
    from: firstDayOf(addMonths(later(metIn, asked), 1)),
    overdue: metIn < asked,
  };
}

function later(month: string, other: string | undefined): string {
  return other !== undefined && other > month ? other : month;
}

function lastOf(
  history: Extract<CompletePension['income'], { kind: 'history' }>['history'],
): string | undefined {
  return history
    .map(({ from, months, arrears }) => (arrears === true ? from : addMonths(from, months - 1)))
    .toSorted()
    .at(-1);
}
