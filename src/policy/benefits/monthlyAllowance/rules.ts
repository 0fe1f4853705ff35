import type { UnknownParameter, UsedParameter } from '../../lookUp.js';
import type { ParameterTable } from '../../ParameterTable.js';
import { readParameters } from '../../readParameters.js';
import { retirementOf, type Retirement, type Sex } from '../../retirement.js';
import { socialPensionAgeId, type HouseholdClass } from '../householdClass.js';
import type { CompleteMonthlyAllowance } from './situation.js';

const commonIds = [
  'social_pension.amount',
  'monthly_allowance.multiple',
  'monthly_allowance.min_months',
  'monthly_allowance.answer_days',
  'pension.odd_months.half_year_max',
  'pension.min_years',
  'vsi.arrears.max_months',
  'funeral.min_months',
  'funeral.min_months_compulsory',
] as const;
export type AllowanceRuleId = (typeof commonIds)[number];

/** The figures of the law on the day of the request. */
export type AllowanceRules = Readonly<{
  value: (id: AllowanceRuleId) => number;
  used: readonly UsedParameter[];
  until: UntilSocialPension;
}>;

/** `told`: the months to the social pension were told; `born`: they follow from the ages, `socialAge` in years. */
export type UntilSocialPension = Readonly<
  | { kind: 'told'; months: number }
  | {
      kind: 'born';
      sex: Sex;
      birth: string;
      birthYearOnly: boolean;
      householdClass: HouseholdClass;
      retirement: Retirement;
      socialAge: number;
    }
>;

/** Reads the rules in force on the day, or names every value that isn't known for it. */
export function readAllowanceRules(
  { date, by }: CompleteMonthlyAllowance,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; rules: AllowanceRules }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const read = readParameters<AllowanceRuleId>(table, date, commonIds);
  if (by.kind === 'months') {
    if (read.status === 'unknown') return read;
    return {
      status: 'found',
      rules: { value: read.value, used: read.used, until: { kind: 'told', months: by.months } },
    };
  }
  const ageId = socialPensionAgeId(by.householdClass);
  const age = readParameters(table, date, [ageId]);
  const retirement = retirementOf({ date, ...by }, table);
  if (read.status === 'unknown' || age.status === 'unknown' || retirement.status === 'unknown') {
    return {
      status: 'unknown',
      unknown: [
        ...(read.status === 'unknown' ? read.unknown : []),
        ...(age.status === 'unknown' ? age.unknown : []),
        ...(retirement.status === 'unknown' ? [retirement] : []),
      ],
    };
  }
  return {
    status: 'found',
    rules: {
      value: read.value,
      used: [...read.used, ...age.used, retirement.used],
      until: { ...by, kind: 'born', retirement: retirement.retirement, socialAge: age.value(ageId) },
    },
  };
}
