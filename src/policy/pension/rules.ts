import { lookUp, type UnknownParameter, type UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import type { CompletePension, Sex } from './situation.js';

const commonIds = [
  'vsi.min_age',
  'pension.min_years',
  'pension.odd_months.half_year_max',
  'pension.rate.max',
  'pension.bonus.before_age',
  'vsi.arrears.max_months',
] as const;
const idsBySex = {
  female: ['pension.rate.female.start', 'pension.rate.female.step', 'pension.bonus.years_female'],
  male: [
    'pension.rate.male.start',
    'pension.rate.male.step_low',
    'pension.rate.male.full_start_years',
    'pension.rate.male.full_start',
    'pension.rate.male.step',
    'pension.bonus.years_male',
  ],
} as const;
const afterAgeIds = ['pension.bonus.after_age'] as const;
const mixedIds = ['pension.mixed.age_rule_years', 'pension.mixed.minimum_years', 'reference_level'] as const;

export type PensionRuleId =
  | (typeof commonIds)[number]
  | (typeof idsBySex)[Sex][number]
  | (typeof afterAgeIds)[number]
  | (typeof mixedIds)[number];

/** The numbers of the law on the day, as one situation needs them. */
export type PensionRules = Readonly<{
  value: (id: PensionRuleId) => number;
  used: readonly UsedParameter[];
}>;

/** Reads the rules in force on the day, or names every value that isn't known for it. */
export function readPensionRules(
  { date, sex, compulsory, monthsAfterAge }: CompletePension,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; rules: PensionRules }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const read = readParameters<PensionRuleId>(table, date, [
    ...commonIds,
    ...idsBySex[sex],
    ...(monthsAfterAge === undefined ? [] : afterAgeIds),
    ...(compulsory === undefined ? [] : mixedIds),
  ]);
  return read.status === 'unknown' ? read : { status: 'found', rules: read };
}

/** The rules of those who joined voluntary insurance before the mark of the former law; undefined where unknown. */
export function readOldJoinerRules(
  { date, sex }: Pick<CompletePension, 'date' | 'sex'>,
  table: ParameterTable,
): Readonly<{ before: string; years: number; age: number; used: readonly UsedParameter[] }> | undefined {
  const mark = lookUp(table, 'pension.old_joiner.joined_before', date);
  const ageId = sex === 'female' ? 'pension.old_joiner.age_female' : 'pension.old_joiner.age_male';
  const read = readParameters(table, date, ['pension.old_joiner.years', ageId]);
  if (mark.status === 'unknown' || typeof mark.value !== 'string' || read.status === 'unknown')
    return undefined;
  const { status, row, ...usedMark } = mark;
  return {
    before: mark.value,
    years: read.value('pension.old_joiner.years'),
    age: read.value(ageId),
    used: [usedMark, ...read.used],
  };
}
