import { addMonths, firstDayOf, monthOf, monthsBetween } from '../dates.js';

/**
 * How somebody comes to a pension at the earliest: `ask_now` when all is met, `pay_until_age` without a gap,
 * `pay_then_arrears` with the missing months at once when of age, `pay_beyond_age` until few enough are missing for that.
 */
export type PlanPath = Readonly<{
  kind: 'ask_now' | 'pay_until_age' | 'pay_then_arrears' | 'pay_beyond_age';
  /** Months from the month of the plan to that of the age; 0 for who has reached it. */
  monthsUntilRetirement: number;
  /** What is missing to the least time when the age is reached, with every month until then paid. */
  shortfallAtRetirement: number;
  /** Months paid as they come, from the month of the plan on. */
  payMonths: number;
  /** Missing months paid at once, in `arrearsIn` (`YYYY-MM`); 0 and null when none. */
  arrearsMonths: number;
  arrearsIn: string | null;
  /** First day of the earliest pension, `YYYY-MM-DD`. */
  pensionFrom: string;
  /** The same when the missing months are paid one by one instead of at once; null when none are missing. */
  withoutArrearsFrom: string | null;
  /** Month (`YYYY-MM`) from which nothing more has to be paid for the right to a pension; null when never before it. */
  enoughFrom: string | null;
}>;

/** What the law fixes for a path. */
export type PlanLimits = Readonly<{
  /** Month in which the age is reached, `YYYY-MM`. */
  retirementMonth: string;
  /** Least time for a pension, in months. */
  minMonths: number;
  /** Most months that may be paid at once. */
  maxArrears: number;
}>;

/**
 * The path to the earliest pension. The month of the age itself is left for the arrears and the file.
 * Law 41/2024/QH15 articles 36 clause 2 e, 98 and 101; Decree 159/2025/NĐ-CP article 7.
 */
export function planPath({
  date,
  monthsPaid,
  limits: { retirementMonth, minMonths, maxArrears },
}: Readonly<{ date: string; monthsPaid: number; limits: PlanLimits }>): PlanPath {
  const now = monthOf(date);
  const monthsUntilRetirement = Math.max(0, monthsBetween(now, retirementMonth));
  const missing = Math.max(0, minMonths - monthsPaid);
  const shortfallAtRetirement = Math.max(0, missing - monthsUntilRetirement);
  const startAfter = (months: number): string =>
    firstDayOf(addMonths(latest(now, retirementMonth, addMonths(now, months - 1)), 1));
  const allMonths = monthsUntilRetirement + shortfallAtRetirement;
  const atOnce = Math.min(shortfallAtRetirement, maxArrears);
  // A last month that can still be paid as it comes costs no return, and the State supports it.
  const arrearsMonths = startAfter(allMonths) === startAfter(allMonths - atOnce) ? 0 : atOnce;
  const payMonths = allMonths - arrearsMonths;
  return {
    kind: kindOf({ monthsUntilRetirement, payMonths, arrearsMonths }),
    ...{ monthsUntilRetirement, shortfallAtRetirement, payMonths, arrearsMonths },
    arrearsIn: arrearsMonths === 0 ? null : latest(now, retirementMonth, addMonths(now, payMonths - 1)),
    pensionFrom: startAfter(payMonths),
    withoutArrearsFrom: arrearsMonths === 0 ? null : startAfter(allMonths),
    enoughFrom: missing < monthsUntilRetirement ? addMonths(now, missing) : null,
  };
}

function kindOf({
  monthsUntilRetirement,
  payMonths,
  arrearsMonths,
}: Pick<PlanPath, 'monthsUntilRetirement' | 'payMonths' | 'arrearsMonths'>): PlanPath['kind'] {
  if (arrearsMonths === 0) return payMonths > 0 ? 'pay_until_age' : 'ask_now';
  return payMonths > monthsUntilRetirement ? 'pay_beyond_age' : 'pay_then_arrears';
}

function latest(...months: readonly string[]): string {
  return months.toSorted().at(-1) ?? '';
}
