import { addMonths, firstDayOf, monthOf, addDays } from '../dates.js';

const MONTHS_PER_YEAR = 12;

/**
 * The day (`YYYY-MM-DD`) on which a person born on a day reaches an age in years. Who is born on 29 February reaches it on
 * the last day of February in a common year: a period that ends on a day the month lacks ends with the month.
 */
export function birthday(birth: string, years: number): string {
  const month = addMonths(monthOf(birth), years * MONTHS_PER_YEAR);
  const lastOfMonth = addDays(firstDayOf(addMonths(month, 1)), -1);
  const same = `${month}${birth.slice(month.length)}`;
  return same < lastOfMonth ? same : lastOfMonth;
}
