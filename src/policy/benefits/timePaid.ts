import { addMonths, monthOf, monthsBetween } from '../dates.js';
import type { UnknownParameter, UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { averageIncomeOf } from '../pension/averageIncome.js';
import { monthsIn, type Contributions } from '../pension/situation.js';
import { readDate } from './readDate.js';

/** What was paid, as a person tells it: the months with their average income, or every period one by one. */
export type ToldTime = Readonly<
  | { kind: 'average'; averageIncome: number; monthsBefore: number; monthsFrom: number }
  | { kind: 'history'; history: readonly Contributions[] }
>;

/** The time paid up to a day. Months before and from the day on which a year begins to count for more (2014). */
export type TimePaid = Readonly<{
  months: number;
  monthsBefore: number;
  monthsFrom: number;
  /** Đồng a month, after indexation where the periods are known. */
  average: number;
  /** The periods, cut at the month of the day; empty when only an average is known. */
  history: readonly Contributions[];
  /** Whether months paid ahead were left out: they come back apart (Decree 159/2025/NĐ-CP article 8). */
  monthsAhead: number;
  laterFrom: string;
  used: readonly UsedParameter[];
}>;

/** Counts what was paid until the month of `date`; incomes of known periods are indexed by the table of its year. */
export function timePaid(
  { date, told }: Readonly<{ date: string; told: ToldTime }>,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; time: TimePaid }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const later = readDate(table, date, 'lump_sum.later_from');
  if (later.status === 'unknown') return { status: 'unknown', unknown: [later] };
  const common = { laterFrom: later.value, used: [later.used] };
  if (told.kind === 'average') {
    const { averageIncome, monthsBefore, monthsFrom } = told;
    return {
      status: 'found',
      time: {
        ...common,
        ...{ monthsBefore, monthsFrom, months: monthsBefore + monthsFrom },
        ...{ average: averageIncome, history: [], monthsAhead: 0 },
      },
    };
  }
  const history = told.history.map((run) => upTo(run, monthOf(date))).filter(({ months }) => months > 0);
  const months = monthsIn(history);
  const monthsBefore = monthsIn(history.map((run) => upTo(run, addMonths(monthOf(later.value), -1))));
  const monthsAhead = monthsIn(told.history) - months;
  const indexed = averageIncomeOf(
    {
      ...{ date, monthsPaid: months, monthsPlanned: 0, plannedIncome: undefined, compulsory: undefined },
      income: { kind: 'history', history },
    },
    table,
  );
  if (indexed.status === 'unknown') return indexed;
  const { average, used } = indexed.value;
  const time = { ...common, months, monthsBefore, monthsFrom: months - monthsBefore };
  return { status: 'found', time: { ...time, average, history, monthsAhead, used: [later.used, ...used] } };
}

/** The months of a run until a month (`YYYY-MM`), that one included. */
function upTo(run: Contributions, last: string): Contributions {
  const months = Math.min(run.months, Math.max(0, monthsBetween(run.from, last) + 1));
  return { ...run, months };
}
