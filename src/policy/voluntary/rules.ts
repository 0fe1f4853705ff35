import type { UnknownParameter, UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { roundedProduct } from '../roundedProduct.js';
import type { CompleteVoluntarySituation, VoluntaryGroup } from './situation.js';
import { highestSupport } from './support.js';

/** The figures of the law on the day of payment, as one situation needs them. */
export type VoluntaryRules = Readonly<{
  /** Percent of the chosen income. */
  rate: number;
  povertyLine: number;
  /** Lowest and highest chosen income, đồng a month. */
  floor: number;
  ceiling: number;
  /** The group whose support applies: the highest of the person's. */
  group: VoluntaryGroup | 'other';
  /** Percent of the lowest contribution; 0 on days on which the State supports nobody. */
  support: number;
  /** Months that the State supports in all; 0 on days without support. */
  supportMaxMonths: number;
  incomeStep: number;
  /** Percent a month; only for modes that discount or compound. */
  investmentReturn: number;
  /** Shortest and longest length of an advance, in years; longest arrears, in months. */
  advanceYears: Readonly<{ min: number; max: number }>;
  arrearsMaxMonths: number;
  used: readonly UsedParameter[];
}>;

const always = [
  'vsi.rate',
  'vsi.income_floor_multiple',
  'poverty_line.rural',
  'vsi.income_cap_multiple',
  'reference_level',
] as const;
const forSupport = ['vsi.subsidy.max_months'] as const;
const forAdvance = ['vsi.advance.min_years', 'vsi.advance.max_years', 'vsi.investment_return'] as const;
const forArrears = ['vsi.arrears.max_months', 'vsi.investment_return'] as const;

type RuleId =
  | (typeof always)[number]
  | (typeof forSupport)[number]
  | (typeof forAdvance)[number]
  | (typeof forArrears)[number];

/** Reads the rules in force on the day of payment, or names every value that isn't known for it. */
export function readVoluntaryRules(
  table: ParameterTable,
  { date, mode, groups }: Pick<CompleteVoluntarySituation, 'date' | 'mode' | 'groups'>,
):
  | Readonly<{ status: 'found'; rules: VoluntaryRules }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const byMode: readonly RuleId[] = mode === 'advance' ? forAdvance : mode === 'arrears' ? forArrears : [];
  const support = highestSupport(table, date, groups);
  // Where nobody is supported there is no limit of support to read.
  const isSupported = support.status === 'unknown' || support.percent > 0;
  const read = readParameters<RuleId>(table, date, [
    ...always,
    ...(isSupported ? forSupport : []),
    ...byMode,
  ]);
  if (read.status === 'unknown' || support.status === 'unknown') {
    return {
      status: 'unknown',
      unknown: [read, support].flatMap((part) => (part.status === 'unknown' ? part.unknown : [])),
    };
  }
  const povertyLine = read.value('poverty_line.rural');
  const onlyIf = (wanted: boolean, id: RuleId): number => (wanted ? read.value(id) : 0);
  const step = readParameters(table, date, ['vsi.income_step']);
  return {
    status: 'found',
    rules: {
      rate: read.value('vsi.rate'),
      povertyLine,
      floor: roundedProduct({ factors: [povertyLine, read.value('vsi.income_floor_multiple')] }),
      ceiling: roundedProduct({
        factors: [read.value('reference_level'), read.value('vsi.income_cap_multiple')],
      }),
      group: support.group,
      support: support.percent,
      supportMaxMonths: onlyIf(isSupported, 'vsi.subsidy.max_months'),
      incomeStep: step.status === 'found' ? step.value('vsi.income_step') : 0,
      investmentReturn: onlyIf(byMode.length > 0, 'vsi.investment_return'),
      advanceYears: {
        min: onlyIf(mode === 'advance', 'vsi.advance.min_years'),
        max: onlyIf(mode === 'advance', 'vsi.advance.max_years'),
      },
      arrearsMaxMonths: onlyIf(mode === 'arrears', 'vsi.arrears.max_months'),
      used: [...read.used, ...support.used],
    },
  };
}
