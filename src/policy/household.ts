import { addMonths, firstDayOf, monthOf } from './dates.js';
import { day, money, number, percent, type Outcome, type Remark, type Step } from './Outcome.js';
import type { ParameterTable } from './ParameterTable.js';
import { readParameters } from './readParameters.js';
import { nextChange } from './references.js';
import { reviewWarnings } from './reviewWarnings.js';
import { roundedProduct } from './roundedProduct.js';

/** The members who join by the household form, in order of joining; `months` is each one's payment period. */
export type HouseholdSituation = Readonly<{
  /** Day of payment, `YYYY-MM-DD`. */
  date: string;
  members?: readonly Readonly<{ months?: number | undefined }>[] | undefined;
}>;

export type HouseholdFigures = Readonly<{ members: readonly HouseholdMember[]; total: number }>;

/** `percent` is the member's share of the first one's contribution; `monthly` and `pay` are đồng. */
export type HouseholdMember = Readonly<{
  rank: number;
  percent: number;
  monthly: number;
  months: number;
  pay: number;
}>;

export const ladderIds = [
  'hhi.ladder.p1',
  'hhi.ladder.p2',
  'hhi.ladder.p3',
  'hhi.ladder.p4',
  'hhi.ladder.p5',
] as const;

/**
 * What a household pays for health insurance: each member the rate of the reference level on the day of payment,
 * reduced by rank. Law on Health Insurance article 13 clause 6; Decree 188/2025/NĐ-CP article 6.
 */
export function household(
  { date, members }: HouseholdSituation,
  table: ParameterTable,
): Outcome<HouseholdFigures> {
  if (members === undefined || members.length === 0) return { status: 'incomplete', missing: ['members'] };
  const missing = members.flatMap(({ months }, index) =>
    months === undefined ? [`members.${index}.months`] : [],
  );
  if (missing.length > 0) return { status: 'incomplete', missing };

  const read = readParameters(table, date, ['reference_level', 'hhi.rate', ...ladderIds]);
  if (read.status === 'unknown') return { status: 'unknownParameter', date, unknown: read.unknown };

  const rate = read.value('hhi.rate');
  const referenceLevel = read.value('reference_level');
  const ranked = members.map(({ months = 0 }, index): HouseholdMember => {
    const share = read.value(ladderId(index + 1));
    const forMonths = (count: number): number =>
      roundedProduct({ factors: [referenceLevel, count], percents: [rate, share] });
    return { rank: index + 1, percent: share, monthly: forMonths(1), months, pay: forMonths(months) };
  });
  const total = ranked.reduce((sum, { pay }) => sum + pay, 0);
  const usedLadder = new Set<string>(ranked.map(({ rank }) => ladderId(rank)));
  const used = read.used.filter(({ id }) => !id.startsWith('hhi.ladder.') || usedLadder.has(id));
  return {
    status: 'amount',
    date,
    figures: { members: ranked, total },
    steps: explain({ rate, referenceLevel, ranked, total }),
    parameters: used,
    assumptions: [
      { code: 'paid_on', operands: { date: day(date) } },
      { code: 'only_household_members', operands: { people: number(ranked.length) } },
    ],
    warnings: [...warnings(table, date, ranked), ...reviewWarnings(used, date)],
  };
}

/** The parameter with the share of a rank: the last one holds for every later member. */
export function ladderId(rank: number): (typeof ladderIds)[number] {
  return ladderIds[Math.min(rank, ladderIds.length) - 1] ?? ladderIds[0];
}

function explain({
  rate,
  referenceLevel,
  ranked,
  total,
}: Readonly<{
  rate: number;
  referenceLevel: number;
  ranked: readonly HouseholdMember[];
  total: number;
}>): Step[] {
  const first = roundedProduct({ factors: [referenceLevel], percents: [rate] });
  return [
    {
      code: 'first_member_month',
      value: first,
      operands: { rate: percent(rate), referenceLevel: money(referenceLevel), result: money(first) },
    },
    ...ranked.map((member): Step => ({
      code: 'member_pay',
      value: member.pay,
      operands: {
        rank: number(member.rank),
        share: percent(member.percent),
        first: money(first),
        months: number(member.months),
        result: money(member.pay),
      },
    })),
    {
      code: 'household_total',
      value: total,
      operands: { people: number(ranked.length), result: money(total) },
    },
  ];
}

function warnings(table: ParameterTable, date: string, ranked: readonly HouseholdMember[]): Remark[] {
  const found: Remark[] = [];
  if (ranked.length > 1) found.push({ code: 'rank_by_declared_order', operands: {} });
  const longest = Math.max(...ranked.map(({ months }) => months));
  return [...found, ...referenceLevelWarnings(table, date, longest)];
}

/** A paid period isn't adjusted when the reference level changes within it. */
export function referenceLevelWarnings(table: ParameterTable, date: string, months: number): Remark[] {
  const change = nextChange(table, 'reference_level', date);
  if (change === null || change.from >= firstDayOf(addMonths(monthOf(date), months))) return [];
  return [{ code: 'reference_level_changes', operands: { from: day(change.from) } }];
}
