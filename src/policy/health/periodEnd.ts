import { addDays, addMonths, firstDayOf, monthOf } from '../dates.js';

/**
 * The last day of a period of whole months that begins on a day (`YYYY-MM-DD`): the day before the same day of the
 * last month, or that month's last day where it has no such day.
 */
export function periodEnd(from: string, months: number): string {
  const month = addMonths(monthOf(from), months);
  const lastOfMonth = endOfMonth(month);
  const sameDay = `${month}-${from.slice(8)}`;
  return sameDay > lastOfMonth ? lastOfMonth : addDays(sameDay, -1);
}

/** The last day of a `YYYY-MM` month. */
export function endOfMonth(month: string): string {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}
