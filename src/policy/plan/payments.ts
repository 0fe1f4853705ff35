import { addMonths, firstDayOf, monthOf } from '../dates.js';
import { MONTHS_PER_YEAR } from '../voluntary/situation.js';
import type { PlanPath } from './path.js';

/** How the months of a plan are paid; `arrears` when nothing but the missing months is left to pay. */
export const planModes = ['monthly', 'yearly', 'advance', 'arrears'] as const;
export type PlanMode = (typeof planModes)[number];

/** One payment: its day, the first month it is for (`YYYY-MM`) and for how many. */
export type Payment = Readonly<{
  date: string;
  from: string;
  months: number;
  mode: PlanMode;
  /** For `advance`. */
  years?: number | undefined;
}>;

/** A way to pay the months of a plan: its payments in order, and the years of its advance (null for other modes). */
export type Way = Readonly<{ mode: PlanMode; years: number | null; payments: readonly Payment[] }>;

/**
 * The ways in which the months of a path can be paid from a day on.
 * @param advanceYears the years one advance would be for; 0 when there can be none
 */
export function waysOf(
  path: PlanPath,
  { date, advanceYears }: Readonly<{ date: string; advanceYears: number }>,
): readonly Way[] {
  return planModes
    .filter((mode) => isOpen(mode, path, advanceYears))
    .map((mode) => ({
      mode,
      years: mode === 'advance' ? advanceYears : null,
      payments: paymentsOf(mode, { date, path, advanceYears }),
    }));
}

function isOpen(mode: PlanMode, { payMonths, arrearsMonths }: PlanPath, advanceYears: number): boolean {
  if (mode === 'arrears') return payMonths === 0 && arrearsMonths > 0;
  if (mode === 'monthly') return payMonths > 0;
  return mode === 'yearly' ? payMonths >= MONTHS_PER_YEAR : advanceYears > 0;
}

/** The longest advance that fits into the months of a plan, in years; 0 when even the shortest doesn't. */
export function longestAdvance(
  { payMonths }: PlanPath,
  { min, max }: Readonly<{ min: number; max: number }>,
): number {
  const years = Math.min(max, Math.floor(payMonths / MONTHS_PER_YEAR));
  return years >= min ? years : 0;
}

/**
 * Every payment of a plan in order. One advance comes first and whole years follow it: what a later advance would save
 * is published only in its year. Months that don't make a year are paid one by one, arrears at the end.
 */
function paymentsOf(
  mode: PlanMode,
  { date, path, advanceYears }: Readonly<{ date: string; path: PlanPath; advanceYears: number }>,
): readonly Payment[] {
  const now = monthOf(date);
  const dayIn = (month: string): string => (month === now ? date : firstDayOf(month));
  const ahead = mode === 'advance' ? advanceYears * MONTHS_PER_YEAR : 0;
  const left = path.payMonths - ahead;
  const years = mode === 'monthly' ? 0 : Math.floor(left / MONTHS_PER_YEAR);
  const single = left - years * MONTHS_PER_YEAR;
  const run = (kind: PlanMode, count: number, months: number, start: number): Payment[] =>
    Array.from({ length: count }, (_, index) => {
      const from = addMonths(now, start + index * months);
      return { date: dayIn(from), from, months, mode: kind };
    });
  return [
    ...(ahead > 0 ? [{ date, from: now, months: ahead, mode: 'advance', years: advanceYears } as const] : []),
    ...run('yearly', years, MONTHS_PER_YEAR, ahead),
    ...run('monthly', single, 1, path.payMonths - single),
    ...(path.arrearsIn === null
      ? []
      : [
          {
            ...{ date: dayIn(path.arrearsIn), from: path.arrearsIn, months: path.arrearsMonths },
            mode: 'arrears',
          } as const,
        ]),
  ];
}
