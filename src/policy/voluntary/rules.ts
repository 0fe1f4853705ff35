import { lookUp, type UnknownParameter, type UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { roundedProduct } from '../roundedProduct.js';
import type { CompleteVoluntarySituation, VoluntaryGroup } from './situation.js';

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
  /** Percent of the lowest contribution. */
  support: number;
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
  'vsi.subsidy.max_months',
] as const;
const forAdvance = ['vsi.advance.min_years', 'vsi.advance.max_years', 'vsi.investment_return'] as const;
const forArrears = ['vsi.arrears.max_months', 'vsi.investment_return'] as const;

type RuleId = (typeof always)[number] | (typeof forAdvance)[number] | (typeof forArrears)[number];

/** Reads the rules in force on the day of payment, or names every value that isn't known for it. */
export function readVoluntaryRules(
  table: ParameterTable,
  { date, mode, groups }: Pick<CompleteVoluntarySituation, 'date' | 'mode' | 'groups'>,
):
  | Readonly<{ status: 'found'; rules: VoluntaryRules }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const byMode: readonly RuleId[] = mode === 'advance' ? forAdvance : mode === 'arrears' ? forArrears : [];
  const read = readParameters<RuleId>(table, date, [...always, ...byMode]);
  const support = highestSupport(table, date, groups);
  if (read.status === 'unknown' || support.status === 'unknown') {
    return {
      status: 'unknown',
      unknown: [read, support].flatMap((part) => (part.status === 'unknown' ? part.unknown : [])),
    };
  }
  const povertyLine = read.value('poverty_line.rural');
  const forMode = (wanted: boolean, id: RuleId): number => (wanted ? read.value(id) : 0);
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
      supportMaxMonths: read.value('vsi.subsidy.max_months'),
      incomeStep: step.status === 'found' ? step.value('vsi.income_step') : 0,
      investmentReturn: forMode(byMode.length > 0, 'vsi.investment_return'),
      advanceYears: {
        min: forMode(mode === 'advance', 'vsi.advance.min_years'),
        max: forMode(mode === 'advance', 'vsi.advance.max_years'),
      },
      arrearsMaxMonths: forMode(mode === 'arrears', 'vsi.arrears.max_months'),
      used: [...read.used, support.used],
    },
  };
}

type HighestSupport =
  | Readonly<{ status: 'found'; group: VoluntaryGroup | 'other'; percent: number; used: UsedParameter }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

/**
 * The highest rate among a person's groups. Everybody is at least `other`; a group that had no rate of its own yet
 * on the day (before mid-2025 ethnic minority people, for one) falls back to it.
 */
function highestSupport(
  table: ParameterTable,
  date: string,
  groups: readonly VoluntaryGroup[],
): HighestSupport {
  const base = readParameters(table, date, ['vsi.subsidy.other']);
  if (base.status === 'unknown') return base;
  const candidates: readonly (VoluntaryGroup | 'other')[] = [...groups, 'other'];
  const [best] = candidates
    .flatMap((group) => {
      const found = lookUp(table, `vsi.subsidy.${group}`, date);
      if (found.status === 'unknown' || typeof found.value !== 'number') return [];
      const { status, row, ...used } = found;
      return [{ status, group, percent: found.value, used }];
    })
    .toSorted((a, b) => b.percent - a.percent);
  if (best === undefined) throw new Error('The rate of other participants was read and must be found again.');
  return best;
}
