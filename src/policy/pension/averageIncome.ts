import { addMonths, firstDayOf } from '../dates.js';
import { lookUp, type UnknownParameter, type UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { roundedMean } from '../roundedMean.js';
import { indexationSchema } from '../tableSchemas.js';
import type { CompletePension, Contributions } from './situation.js';

/** Months of one income and one coefficient; `from` and `to` (`YYYY-MM`) where it is known which months they are. */
export type IncomePart = Readonly<{
  kind: 'indexed' | 'arrears' | 'paid' | 'planned' | 'compulsory';
  months: number;
  income: number;
  coefficient: number;
  from?: string | undefined;
  to?: string | undefined;
}>;

export type AverageIncome = Readonly<{
  /** Đồng a month. */
  average: number;
  parts: readonly IncomePart[];
  used: readonly UsedParameter[];
  /** First month of a year whose coefficient isn't published yet; null when there is none. */
  unpublishedFrom: string | null;
}>;

/**
 * The average monthly income that a pension is reckoned on, rounded once: every income times the coefficient of its
 * year by the table of the settlement year, arrears and months to come as they are, compulsory time by its average.
 * Law 41/2024/QH15 article 104; Decree 159/2025/NĐ-CP articles 10 and 11 clause 4.
 * `unknown` when no coefficients are published for the year of `date`, or none for a year before the first of them.
 */
export function averageIncomeOf(
  {
    date,
    income,
    monthsPaid,
    monthsPlanned,
    plannedIncome,
    compulsory,
  }: Pick<
    CompletePension,
    'date' | 'income' | 'monthsPaid' | 'monthsPlanned' | 'plannedIncome' | 'compulsory'
  >,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; value: AverageIncome }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const paid =
    income.kind === 'history'
      ? indexed(income.history, date, table)
      : paidOnAverage({ income: income.average, months: monthsPaid });
  if (paid.status === 'unknown') return paid;
  const later = plannedIncome ?? (income.kind === 'average' ? income.average : lastIncome(income.history));
  const parts = [
    ...paid.parts,
    part('planned', { income: later, months: monthsPlanned }),
    ...(compulsory === undefined
      ? []
      : [part('compulsory', { income: compulsory.average, months: compulsory.months })]),
  ].filter(({ months }) => months > 0);
  const average =
    parts.length === 0
      ? later
      : roundedMean(parts.map((each) => ({ factors: [each.income, each.coefficient], weight: each.months })));
  return {
    status: 'found',
    value: { average, parts, used: paid.used, unpublishedFrom: paid.unpublishedFrom },
  };
}

type Paid =
  | Readonly<{
      status: 'found';
      parts: readonly IncomePart[];
      used: readonly UsedParameter[];
      unpublishedFrom: string | null;
    }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

function paidOnAverage(paid: Readonly<{ income: number; months: number }>): Paid {
  return { status: 'found', parts: [part('paid', paid)], used: [], unpublishedFrom: null };
}

/** Income that no coefficient raises. */
function part(
  kind: IncomePart['kind'],
  { income, months }: Readonly<{ income: number; months: number }>,
): IncomePart {
  return { kind, income, months, coefficient: 1 };
}

/** The history with the coefficient of each calendar year; years after the last published one aren't raised. */
function indexed(history: readonly Contributions[], date: string, table: ParameterTable): Paid {
  const found = lookUp(table, 'indexation.coefficients', date);
  if (found.status === 'unknown') return { status: 'unknown', unknown: [found] };
  const coefficients = indexationSchema.parse(found.value);
  const lastYear = Object.keys(coefficients).toSorted().at(-1) ?? '';
  const runs = history.flatMap(byYear);
  const tooEarly = runs.filter(
    ({ arrears, year }) => arrears !== true && year <= lastYear && coefficients[year] === undefined,
  );
  if (tooEarly.length > 0) {
    const days = [...new Set(tooEarly.map(({ year }) => firstDayOf(`${year}-01`)))];
    return {
      status: 'unknown',
      unknown: days.map((day) => ({ status: 'unknown', id: found.id, date: day })),
    };
  }
  const parts = runs.map(({ arrears, year, ...run }): IncomePart =>
    arrears === true
      ? { ...run, kind: 'arrears', coefficient: 1 }
      : { ...run, kind: 'indexed', coefficient: coefficients[year] ?? 1 },
  );
  const years = new Set(runs.flatMap(({ arrears, year }) => (arrears === true ? [] : [year])));
  const { status, row, ...used } = found;
  return {
    status,
    parts,
    // Only the years that counted: the whole table would drown the result.
    used: [
      { ...used, value: Object.fromEntries(Object.entries(coefficients).filter(([y]) => years.has(y))) },
    ],
    unpublishedFrom:
      runs
        .filter(({ arrears, year }) => arrears !== true && year > lastYear)
        .map(({ from }) => from)
        .toSorted()[0] ?? null,
  };
}

type Run = Readonly<{ year: string; from: string; to: string; months: number; income: number }> &
  Pick<Contributions, 'arrears'>;

/** Contributions cut at the turns of the year; arrears belong to no year. */
function byYear({ from, months, income, arrears }: Contributions): Run[] {
  if (arrears === true) return [{ year: yearOf(from), from, to: from, months, income, arrears }];
  const all = Array.from({ length: months }, (_, index) => addMonths(from, index));
  const years = [...new Set(all.map(yearOf))];
  return years.map((year) => {
    const own = all.filter((month) => yearOf(month) === year);
    return { year, from: own[0] ?? from, to: own.at(-1) ?? from, months: own.length, income, arrears };
  });
}

function yearOf(month: string): string {
  return month.slice(0, 'YYYY'.length);
}

/** The income of the latest months that were paid as they came. */
function lastIncome(history: readonly Contributions[]): number {
  const regular = history.filter(({ arrears }) => arrears !== true);
  const [latest] = (regular.length > 0 ? regular : history).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return latest?.income ?? 0;
}
