import type { SupportedGroup } from './health/groups.js';
import { supportIds, supportLimitIds, supportShares, type SupportRates } from './health/supportShares.js';
import { ladderId, referenceLevelWarnings } from './household.js';
import {
  findLocalSupport,
  localSupportWarnings,
  usedLocalSupport,
  type LocalSupport,
} from './localSupport.js';
import { lookUp, type UsedParameter } from './lookUp.js';
import { lookUpNumber } from './lookUpNumber.js';
import {
  day,
  money,
  number,
  percent,
  term,
  type Outcome,
  type Remark,
  type Shares,
  type Step,
} from './Outcome.js';
import type { ParameterTable } from './ParameterTable.js';
import { readParameters } from './readParameters.js';
import { reviewWarnings } from './reviewWarnings.js';
import { roundedProduct } from './roundedProduct.js';
import { householdChoiceSchema } from './tableSchemas.js';

export { supportedGroups, type SupportedGroup } from './health/groups.js';

/** The lengths for which health insurance is paid. */
const periodIds = ['hhi.period.quarterly', 'hhi.period.half_yearly', 'hhi.period.yearly'] as const;

export type SupportedSituation = Readonly<{
  /** Day of payment, `YYYY-MM-DD`. */
  date: string;
  group?: SupportedGroup | undefined;
  months?: number | undefined;
  /** Kebab-case province, for local support. */
  province?: string | undefined;
  /** The rank the person would have in the household; without it the household form isn't compared. */
  householdRank?: number | undefined;
}>;

/** Shares for the whole period. `householdAlternative` is null for groups that may not choose the household form. */
export type SupportedFigures = Shares &
  Readonly<{ householdAlternative: Readonly<{ rank: number; pay: number; cheaper: boolean }> | null }>;

/**
 * What a member of a supported group pays: the full contribution less the State's and the province's share.
 * Law on Health Insurance articles 12 clause 4 and 13; Decree 188/2025/NĐ-CP article 6 clause 6.
 */
export function supported(situation: SupportedSituation, table: ParameterTable): Outcome<SupportedFigures> {
  const { date, group, months, province, householdRank } = situation;
  if (group === undefined || months === undefined) {
    const wanted = Object.entries({ group, months });
    return {
      status: 'incomplete',
      missing: wanted.flatMap(([field, value]) => (value === undefined ? [field] : [])),
    };
  }
  const read = readParameters(table, date, ['reference_level', 'hhi.rate', supportIds[group]]);
  if (read.status === 'unknown') return { status: 'unknownParameter', date, unknown: read.unknown };

  const local = findLocalSupport(table, { scheme: 'hhi', province, groups: [group], date });
  const rates = {
    referenceLevel: read.value('reference_level'),
    rate: read.value('hhi.rate'),
    state: read.value(supportIds[group]),
    local: local.status === 'known' ? local.percent : 0,
  };
  const shares = supportShares(rates, months);
  const alternative = householdAlternative(table, { date, group, months, householdRank, pay: shares.pay });
  return {
    status: 'amount',
    date,
    figures: { ...shares, householdAlternative: alternative?.figures ?? null },
    steps: explain({ group, months, rates, shares, alternative: alternative?.figures ?? null }),
    parameters: [
      ...read.used,
      ...(shares.local > 0 ? usedLocalSupport(local) : []),
      ...(alternative?.used ?? []),
    ],
    assumptions: [
      { code: 'paid_on', operands: { date: day(date) } },
      { code: 'supported_group', operands: { group: term(`group.${group}`), months: number(months) } },
    ],
    warnings: [
      ...warnings({ table, date, group, months, local, shares }),
      ...reviewWarnings(read.used, date),
    ],
  };
}

function householdAlternative(
  table: ParameterTable,
  {
    date,
    group,
    months,
    householdRank,
    pay,
  }: Readonly<{
    date: string;
    group: SupportedGroup;
    months: number;
    householdRank: number | undefined;
    pay: number;
  }>,
): Readonly<{
  figures: NonNullable<SupportedFigures['householdAlternative']>;
  used: readonly UsedParameter[];
}> | null {
  const choice = lookUp(table, 'hhi.household_choice', date);
  const mayChoose = choice.status === 'found' && householdChoiceSchema.parse(choice.value).includes(group);
  if (!mayChoose || householdRank === undefined) return null;
  const rung = ladderId(householdRank);
  const read = readParameters(table, date, ['reference_level', 'hhi.rate', rung]);
  if (read.status === 'unknown') return null;
  const alternative = roundedProduct({
    factors: [read.value('reference_level'), months],
    percents: [read.value('hhi.rate'), read.value(rung)],
  });
  return {
    figures: { rank: householdRank, pay: alternative, cheaper: alternative < pay },
    used: read.used.filter(({ id }) => id === rung),
  };
}

function explain({
  group,
  months,
  rates,
  shares,
  alternative,
}: Readonly<{
  group: SupportedGroup;
  months: number;
  rates: SupportRates;
  shares: Shares;
  alternative: SupportedFigures['householdAlternative'];
}>): Step[] {
  const full = money(shares.gross);
  const base = {
    rate: percent(rates.rate),
    referenceLevel: money(rates.referenceLevel),
    months: number(months),
    result: full,
  };
  const steps: Step[] = [
    { code: 'full_contribution', value: shares.gross, operands: base },
    {
      code: 'health_state_share',
      value: shares.state,
      operands: {
        share: percent(rates.state),
        full,
        group: term(`group.${group}`),
        result: money(shares.state),
      },
    },
  ];
  if (shares.local > 0) {
    const uncapped = roundedProduct({ factors: [shares.gross], percents: [rates.local] });
    const code = shares.local < uncapped ? 'health_local_share_capped' : 'health_local_share';
    const operands = { share: percent(rates.local), full, result: money(shares.local) };
    steps.push({ code, value: shares.local, operands });
  }
  steps.push({
    code: shares.local > 0 ? 'pay_with_local' : 'pay',
    value: shares.pay,
    operands: {
      gross: full,
      state: money(shares.state),
      local: money(shares.local),
      result: money(shares.pay),
    },
  });
  if (alternative !== null) {
    steps.push({
      code: 'household_alternative',
      value: alternative.pay,
      operands: { rank: number(alternative.rank), months: number(months), result: money(alternative.pay) },
    });
  }
  return steps;
}

function warnings({
  table,
  date,
  group,
  months,
  local,
  shares,
}: Readonly<{
  table: ParameterTable;
  date: string;
  group: SupportedGroup;
  months: number;
  local: LocalSupport;
  shares: Shares;
}>): Remark[] {
  // Where the State pays all, the province has nothing to add.
  const found = shares.state === shares.gross ? [] : localSupportWarnings(local, shares.local > 0);
  const limitId = supportLimitIds[group];
  const limit = limitId === undefined ? undefined : lookUpNumber(table, limitId, date);
  if (limit?.status === 'found') {
    found.push({ code: 'support_ends', operands: { months: number(limit.value) } });
  }
  const periods = readParameters(table, date, periodIds);
  if (periods.status === 'found' && !periodIds.map(periods.value).includes(months)) {
    found.push({ code: 'unusual_period', operands: { months: number(months) } });
  }
  return [...found, ...referenceLevelWarnings(table, date, months)];
}
