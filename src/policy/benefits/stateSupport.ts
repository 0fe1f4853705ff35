import { addMonths, firstDayOf, monthOf } from '../dates.js';
import type { UnknownParameter, UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { roundedProduct } from '../roundedProduct.js';
import type { VoluntaryGroup } from '../voluntary/situation.js';
import { highestSupport } from '../voluntary/support.js';
import { joinUsed } from './joinUsed.js';

/** Months in a row that the State supported; `from` is the first of them, `YYYY-MM`. */
export type SupportedPeriod = Readonly<{ from: string; months: number; group: VoluntaryGroup | 'other' }>;

/** Months of one rate (percent) and one poverty line (đồng); `group` is the one whose rate counted. */
export type SupportedPart = Readonly<{
  group: VoluntaryGroup | 'other';
  share: number;
  rate: number;
  povertyLine: number;
  from: string;
  to: string;
  months: number;
  amount: number;
}>;

export type StateSupport = Readonly<{
  /** Đồng. */
  amount: number;
  parts: readonly SupportedPart[];
  maxMonths: number;
  /** Months that aren't counted: paid ahead of the day, before support began (its first day), above the limit. */
  monthsAhead: number;
  monthsBefore: number;
  beganOn: string;
  monthsAboveMax: number;
  /** Whether a rate or the poverty line changed within one period: what was granted may then differ. */
  changed: boolean;
  used: readonly UsedParameter[];
}>;

/**
 * What the State put into months paid until the month of `date`: each by the rate and the poverty line of its month, the
 * first months up to the limit. It goes back to the budget with a lump sum.
 * Decree 159/2025/NĐ-CP articles 5 clauses 2 and 6, and 9 clause 2.
 */
export function stateSupport(
  { date, periods }: Readonly<{ date: string; periods: readonly SupportedPeriod[] }>,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; support: StateSupport }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const limit = readParameters(table, date, ['vsi.subsidy.max_months']);
  if (limit.status === 'unknown') return limit;
  const maxMonths = limit.value('vsi.subsidy.max_months');
  const began = firstSupport(table, date);
  if (began.status === 'unknown') return { status: 'unknown', unknown: [began] };
  const beganOn = began.from;
  const all = periods
    .flatMap(({ from, months, group }, period) =>
      Array.from({ length: months }, (_, index) => ({ month: addMonths(from, index), group, period })),
    )
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
  const paid = all.filter(({ month }) => month <= monthOf(date));
  const since = paid.filter(({ month }) => firstDayOf(month) >= beganOn);
  const supported = since.slice(0, maxMonths);
  const granted = supported.map((month) => ({ ...month, terms: termsOf(month, table) }));
  const unknown = granted.flatMap(({ terms }) => (terms.status === 'unknown' ? terms.unknown : []));
  if (unknown.length > 0) return { status: 'unknown', unknown };
  const parts = joinMonths(granted.flatMap(({ terms, ...month }) => withTerms(month, terms)));
  return {
    status: 'found',
    support: {
      amount: parts.reduce((sum, { amount }) => sum + amount, 0),
      parts: parts.map(({ period: _, ...part }) => part),
      maxMonths,
      monthsAhead: all.length - paid.length,
      monthsBefore: paid.length - since.length,
      beganOn,
      monthsAboveMax: since.length - supported.length,
      changed: new Set(parts.map(({ period }) => period)).size < parts.length,
      used: joinUsed([
        ...granted.map(({ terms }) => (terms.status === 'found' ? terms.used : [])),
        supported.length < since.length ? limit.used : [],
      ]),
    },
  };
}

/** The first day on which everybody was supported. */
function firstSupport(
  table: ParameterTable,
  date: string,
): Readonly<{ status: 'found'; from: string }> | UnknownParameter {
  const id = 'vsi.subsidy.other';
  const rows = table.parameters.get(id)?.values;
  const first = rows?.find(({ value }) => typeof value === 'number' && value > 0);
  return first === undefined ? { status: 'unknown', id, date } : { status: 'found', from: first.from };
}

type Month = Readonly<{ month: string; group: VoluntaryGroup | 'other'; period: number }>;
type Terms = Pick<SupportedPart, 'group' | 'share' | 'rate' | 'povertyLine'>;
type TermsRead =
  | (Readonly<{ status: 'found'; used: readonly UsedParameter[] }> & Terms)
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

/** The law of the month; a group without a rate of its own then (ethnic minority people before mid-2025) was other. */
function termsOf({ month, group }: Month, table: ParameterTable): TermsRead {
  const day = firstDayOf(month);
  const read = readParameters(table, day, ['poverty_line.rural', 'vsi.rate']);
  const support = highestSupport(table, day, group === 'other' ? [] : [group]);
  if (read.status === 'unknown' || support.status === 'unknown') {
    return {
      status: 'unknown',
      unknown: [read, support].flatMap((part) => (part.status === 'unknown' ? part.unknown : [])),
    };
  }
  return {
    status: 'found',
    group: support.group,
    share: support.percent,
    rate: read.value('vsi.rate'),
    povertyLine: read.value('poverty_line.rural'),
    used: [...read.used, ...support.used],
  };
}

function withTerms({ month, period }: Month, terms: TermsRead): JoinedPart[] {
  if (terms.status === 'unknown') return [];
  const { group, share, rate, povertyLine } = terms;
  const part = { group, share, rate, povertyLine, period, from: month, to: month, months: 1 };
  return [{ ...part, amount: amountOf(part) }];
}

type JoinedPart = SupportedPart & Readonly<{ period: number }>;

/** Months of the same period and the same terms become one part, so that each is rounded once. */
function joinMonths(months: readonly JoinedPart[]): JoinedPart[] {
  return months.reduce<JoinedPart[]>((parts, month) => {
    const last = parts.at(-1);
    if (last === undefined || !sameTerms(last, month)) return [...parts, month];
    const joined = { ...last, to: month.to, months: last.months + month.months };
    return [...parts.slice(0, -1), { ...joined, amount: amountOf(joined) }];
  }, []);
}

function sameTerms(one: JoinedPart, other: JoinedPart): boolean {
  return (
    one.period === other.period &&
    one.group === other.group &&
    one.share === other.share &&
    one.rate === other.rate &&
    one.povertyLine === other.povertyLine
  );
}

/** 0.22 × poverty line × rate of support, for the months of a part. */
function amountOf({ povertyLine, months, rate, share }: Omit<SupportedPart, 'amount'>): number {
  return roundedProduct({ factors: [povertyLine, months], percents: [rate, share] });
}
