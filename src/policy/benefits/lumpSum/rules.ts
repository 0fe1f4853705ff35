import type { UnknownParameter, UsedParameter } from '../../lookUp.js';
import type { ParameterTable } from '../../ParameterTable.js';
import { readParameters } from '../../readParameters.js';
import { retirementOf, type Retirement } from '../../retirement.js';
import { readDate } from '../readDate.js';
import type { CompleteLumpSum } from './situation.js';

const commonIds = [
  'lump_sum.before_2014',
  'lump_sum.from_2014',
  'lump_sum.under_year_max',
  'lump_sum.answer_days',
  'pension.odd_months.half_year_max',
  'pension.min_years',
  'vsi.arrears.max_months',
] as const;
const caseIds = {
  age: ['monthly_allowance.min_months'],
  abroad: [],
  illness: [],
  disability: ['lump_sum.disability_percent'],
  stopped: ['lump_sum.wait_months', 'lump_sum.max_years'],
} as const;
export type LumpSumRuleId =
  (typeof commonIds)[number] | (typeof caseIds)['age' | 'disability' | 'stopped'][number];

/** The figures of the law on the day, as the case needs them. */
export type LumpSumRules = Readonly<{
  value: (id: LumpSumRuleId) => number;
  used: readonly UsedParameter[];
  /** For `age`. */
  retirement: Retirement | null;
  /** For `stopped`: the day before which one must have begun to pay. */
  joinedBefore: string | null;
}>;

/** Reads the rules in force on the day of the request, or names every value that isn't known for it. */
export function readLumpSumRules(
  { date, ground }: CompleteLumpSum,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; rules: LumpSumRules }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const read = readParameters<LumpSumRuleId>(table, date, [...commonIds, ...caseIds[ground.case]]);
  const retirement = ground.case === 'age' ? retirementOf({ date, ...ground }, table) : null;
  const joined = ground.case === 'stopped' ? readDate(table, date, 'lump_sum.joined_before') : null;
  const unknown = [
    ...(read.status === 'unknown' ? read.unknown : []),
    ...(retirement?.status === 'unknown' ? [retirement] : []),
    ...(joined?.status === 'unknown' ? [joined] : []),
  ];
  if (read.status === 'unknown' || retirement?.status === 'unknown' || joined?.status === 'unknown') {
    return { status: 'unknown', unknown };
  }
  return {
    status: 'found',
    rules: {
      value: read.value,
      used: [
        ...read.used,
        ...(retirement === null ? [] : [retirement.used]),
        ...(joined === null ? [] : [joined.used]),
      ],
      retirement: retirement?.retirement ?? null,
      joinedBefore: joined?.value ?? null,
    },
  };
}
