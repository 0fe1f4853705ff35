import { missingFields } from '../benefits/missingFields.js';
import { birthMonth } from '../pension/situation.js';
import type { Sex } from '../retirement.js';
import type { VoluntaryGroup } from '../voluntary/situation.js';

/** What is known of the person who wants a pension at the earliest; a field not yet told is undefined. */
export type PlanSituation = Readonly<{
  /** Day on which the person would begin to pay, `YYYY-MM-DD`. */
  date: string;
  sex?: Sex | undefined;
  /** Month of birth, `YYYY-MM`; the year alone, `YYYY`, where nobody knows the month. */
  birth?: string | undefined;
  /** Months paid so far, voluntary and compulsory. */
  monthsPaid?: number | undefined;
  /** Empty for `other`; undefined while not asked. */
  groups?: readonly VoluntaryGroup[] | undefined;
  /** Đồng a month that the person can spare. */
  budget?: number | undefined;
  /** Chosen incomes to compare, đồng a month; multiples of the lowest one when left out. */
  incomes?: readonly number[] | undefined;
  /** Kebab-case province, for local support. */
  province?: string | undefined;
  /** Months the State has supported so far; all months paid when not told. */
  supportedMonths?: number | undefined;
  /** Average monthly income of the months paid, đồng, after indexation; the chosen one when not told. */
  averageIncome?: number | undefined;
  /** Harvests a year, for what to set aside at each. */
  harvests?: number | undefined;
}>;

/** A situation with everything a plan needs. */
export type CompletePlan = Readonly<{
  date: string;
  sex: Sex;
  /** `YYYY-MM`. */
  birth: string;
  birthYearOnly: boolean;
  monthsPaid: number;
  groups: readonly VoluntaryGroup[];
  budget: number | undefined;
  incomes: readonly number[] | undefined;
  province: string | undefined;
  supportedMonths: number;
  supportedMonthsTold: boolean;
  averageIncome: number | undefined;
  harvests: number | undefined;
}>;

/** Completes a situation, or names the fields still to be asked, in the order in which to ask them. */
export function completePlan(
  situation: PlanSituation,
):
  | Readonly<{ status: 'complete'; situation: CompletePlan }>
  | Readonly<{ status: 'incomplete'; missing: readonly string[] }> {
  const { date, sex, birth, monthsPaid, groups } = situation;
  if (sex === undefined || birth === undefined || monthsPaid === undefined || groups === undefined) {
    return { status: 'incomplete', missing: missingFields({ sex, birth, monthsPaid, groups }) };
  }
  const { budget, incomes, province, supportedMonths, averageIncome, harvests } = situation;
  return {
    status: 'complete',
    situation: {
      ...{ date, sex, monthsPaid, groups, budget, incomes, province, averageIncome, harvests },
      birth: birthMonth(birth),
      birthYearOnly: birth !== birthMonth(birth),
      // Support that may be used up already is not promised again.
      supportedMonths: supportedMonths ?? monthsPaid,
      supportedMonthsTold: supportedMonths !== undefined,
    },
  };
}
