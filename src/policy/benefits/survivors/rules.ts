import type { UnknownParameter, UsedParameter } from '../../lookUp.js';
import type { ParameterTable } from '../../ParameterTable.js';
import { readParameters } from '../../readParameters.js';
import { readDate } from '../readDate.js';
import type { CompleteSurvivors } from './situation.js';

const commonIds = [
  'reference_level',
  'funeral.multiple',
  'survivor.file_days',
  'survivor.answer_days',
] as const;
const remarkIds = [
  'survivor.monthly.min_years',
  'survivor.monthly.percent',
  'survivor.monthly.percent_alone',
  'survivor.monthly.max_people',
] as const;
const kindIds = {
  contributor: [
    'funeral.min_months',
    'funeral.min_months_compulsory',
    'survivor.before_2014',
    'survivor.from_2014',
    'survivor.full_min_months',
    'survivor.mixed_min',
    'pension.odd_months.half_year_max',
  ],
  pensioner: [
    'survivor.pensioner.first_months',
    'survivor.pensioner.start',
    'survivor.pensioner.reduction',
    'survivor.pensioner.min',
  ],
} as const;
export type SurvivorsRuleId =
  | (typeof commonIds)[number]
  | (typeof remarkIds)[number]
  | (typeof kindIds)['contributor' | 'pensioner'][number];

/** The figures of the law on the day of death; `laterFrom` is the day from which a year paid counts for more. */
export type SurvivorsRules = Readonly<{
  value: (id: SurvivorsRuleId) => number;
  /** What enters the amounts. */
  used: readonly UsedParameter[];
  laterFrom: string;
}>;

/** Reads the rules in force on the day of death, or names every value that isn't known for it. */
export function readSurvivorsRules(
  { date, deceased }: CompleteSurvivors,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; rules: SurvivorsRules }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const ids = [...commonIds, ...kindIds[deceased.kind], ...remarkIds];
  const read = readParameters<SurvivorsRuleId>(table, date, ids);
  const later = readDate(table, date, 'lump_sum.later_from');
  if (read.status === 'unknown' || later.status === 'unknown') {
    return {
      status: 'unknown',
      unknown: [
        ...(read.status === 'unknown' ? read.unknown : []),
        ...(later.status === 'unknown' ? [later] : []),
      ],
    };
  }
  const remarks: readonly string[] = remarkIds;
  return {
    status: 'found',
    rules: {
      value: read.value,
      used: [
        ...read.used.filter(({ id }) => !remarks.includes(id)),
        ...(deceased.kind === 'contributor' ? [later.used] : []),
      ],
      laterFrom: later.value,
    },
  };
}
