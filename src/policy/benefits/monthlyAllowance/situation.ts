import type { Sex } from '../../retirement.js';
import { birthOf } from '../birthOf.js';
import type { HouseholdClass } from '../householdClass.js';
import { missingFields } from '../missingFields.js';

/** What is known of the person who asks for the monthly allowance; a field not yet told is undefined. */
export type MonthlyAllowanceSituation = Readonly<{
  /** Day of the request, `YYYY-MM-DD`. */
  date: string;
  sex?: Sex | undefined;
  /** Month of birth, `YYYY-MM`, or the year alone, `YYYY`. */
  birth?: string | undefined;
  /** Average income of all months paid, đồng, after indexation. */
  averageIncome?: number | undefined;
  monthsPaid?: number | undefined;
  /** Of them under compulsory insurance; 0 when not told. */
  compulsoryMonths?: number | undefined;
  /** Decides the age of the social pension. */
  householdClass?: HouseholdClass | undefined;
  /** Months from the right to the allowance to the social pension; instead of sex, birth and household. */
  monthsToSocialPension?: number | undefined;
}>;

/** `by`: what the months to the social pension are told or reckoned by. */
export type CompleteMonthlyAllowance = Readonly<{
  date: string;
  averageIncome: number;
  monthsPaid: number;
  compulsoryMonths: number;
  by: Readonly<
    | { kind: 'months'; months: number }
    | {
        kind: 'birth';
        sex: Sex;
        birth: string;
        birthYearOnly: boolean;
        householdClass: HouseholdClass;
      }
  >;
}>;

/** Completes a situation, or names the fields still to be asked, in the order in which to ask them. */
export function completeMonthlyAllowance(
  situation: MonthlyAllowanceSituation,
):
  | Readonly<{ status: 'complete'; situation: CompleteMonthlyAllowance }>
  | Readonly<{ status: 'incomplete'; missing: readonly string[] }> {
  const { date, sex, birth, averageIncome, monthsPaid, householdClass } = situation;
  const by = reckonedBy(situation);
  if (by === undefined || averageIncome === undefined || monthsPaid === undefined) {
    const person = by === undefined ? { sex, birth } : {};
    const home = by === undefined ? { householdClass } : {};
    const missing = missingFields({ ...person, averageIncome, monthsPaid, ...home });
    return { status: 'incomplete', missing };
  }
  const { compulsoryMonths = 0 } = situation;
  return { status: 'complete', situation: { date, averageIncome, monthsPaid, compulsoryMonths, by } };
}

function reckonedBy({
  sex,
  birth,
  householdClass,
  monthsToSocialPension,
}: MonthlyAllowanceSituation): CompleteMonthlyAllowance['by'] | undefined {
  if (monthsToSocialPension !== undefined) return { kind: 'months', months: monthsToSocialPension };
  if (sex === undefined || birth === undefined || householdClass === undefined) return undefined;
  return { kind: 'birth', sex, ...birthOf(birth), householdClass };
}
