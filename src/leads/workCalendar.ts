import { readFileSync } from 'node:fs';
import { z } from 'zod';

const calendarSchema = z.strictObject({
  /** Working days within which an officer calls. */
  callWithin: z.number().int().min(1).max(20),
  /** Last day up to which the holidays below are known; a promise beyond it names no day. */
  completeUntil: z.iso.date(),
  holidays: z.array(
    z.strictObject({
      from: z.iso.date(),
      to: z.iso.date(),
      name: z.string().min(1),
      /** False: likely a day off, so that nothing is promised on it. */
      certain: z.boolean(),
    }),
  ),
  /** Saturdays and Sundays on which offices work in exchange for a weekday. */
  workedWeekends: z.array(z.iso.date()),
});
/** When offices work: weekdays but holidays. */
export type WorkCalendar = Readonly<z.infer<typeof calendarSchema>>;

/** The calendar that ships with a release. @throws naming the field that can't be used. */
export function readWorkCalendar(file: string): WorkCalendar {
  const parsed = calendarSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}

/**
 * The last day on which an officer calls whoever leaves a number on `today` (`YYYY-MM-DD` in Vietnam). The day itself doesn't
 * count. Undefined where the holidays aren't known so far ahead.
 */
export function callBy(calendar: WorkCalendar, today: string): string | undefined {
  let day = today;
  for (let left = calendar.callWithin; left > 0;) {
    day = dayAfter(day);
    if (day > calendar.completeUntil) return undefined;
    if (isWorked(calendar, day)) left -= 1;
  }
  return day;
}

function isWorked({ holidays, workedWeekends }: WorkCalendar, day: string): boolean {
  if (holidays.some(({ from, to }) => from <= day && day <= to)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return (weekday !== 0 && weekday !== 6) || workedWeekends.includes(day);
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
