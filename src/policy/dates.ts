const MONTHS_PER_YEAR = 12;
const MILLISECONDS_PER_DAY = 86_400_000;

/** The day `days` after (or before, when negative) a `YYYY-MM-DD` day. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Whole days from one `YYYY-MM-DD` day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY);
}

/** The month (`YYYY-MM`) in which a day lies. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** The month `months` after (or before, when negative) a `YYYY-MM` month. */
export function addMonths(month: string, months: number): string {
  const index = monthIndex(month) + months;
  const year = Math.floor(index / MONTHS_PER_YEAR);
  return `${String(year).padStart(4, '0')}-${String(index - year * MONTHS_PER_YEAR + 1).padStart(2, '0')}`;
}

/** Months from one `YYYY-MM` month to another; negative when `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  return monthIndex(to) - monthIndex(from);
}

/** The first day of a `YYYY-MM` month. */
export function firstDayOf(month: string): string {
  return `${month}-01`;
}

/** Whether a text is a real calendar day written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function monthIndex(month: string): number {
  const [year, monthOfYear] = month.split('-').map(Number);
  if (year === undefined || monthOfYear === undefined) throw new Error(`${month} is not a month.`);
  return year * MONTHS_PER_YEAR + monthOfYear - 1;
}
