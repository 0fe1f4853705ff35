import { monthOf } from '../dates.js';
import type { Sex } from '../retirement.js';

export type { Sex } from '../retirement.js';

/** What is known of the person who asks for a pension; a field not yet told is undefined. */
export type PensionSituation = Readonly<{
  /** Day on which the question is asked, `YYYY-MM-DD`. */
  date: string;
  sex?: Sex | undefined;
  /** Month of birth, `YYYY-MM`; the year alone, `YYYY`, where nobody knows the month. */
  birth?: string | undefined;
  /** Average monthly income on which contributions are paid, đồng, after indexation. Not beside `history`. */
  averageIncome?: number | undefined;
  /** Voluntary months paid; beside a `history` its months count. */
  monthsPaid?: number | undefined;
  monthsPlanned?: number | undefined;
  /** Voluntary contributions one by one; they give the average income by the coefficients of the year. */
  history?: readonly Contributions[] | undefined;
  /** Income of the planned months, đồng; the last or the average income when left out. */
  plannedIncome?: number | undefined;
  /** Time paid under compulsory insurance, with its average income. */
  compulsory?: Readonly<{ months: number; average: number }> | undefined;
  /** First voluntary month, `YYYY-MM`; the earliest of the `history` when left out. */
  firstPaid?: string | undefined;
  /** Of all months those paid after reaching the age while already entitled. */
  monthsAfterAge?: number | undefined;
}>;

/** Months in a row on one income. `arrears`: missing months paid at once at retirement age. */
export type Contributions = Readonly<{
  /** First month, `YYYY-MM`; of arrears the month in which they were paid. */
  from: string;
  months: number;
  /** Đồng a month. */
  income: number;
  arrears?: boolean | undefined;
}>;

/** A situation with everything a pension needs. */
export type CompletePension = Readonly<{
  date: string;
  sex: Sex;
  /** `YYYY-MM`. */
  birth: string;
  birthYearOnly: boolean;
  income: Readonly<
    { kind: 'average'; average: number } | { kind: 'history'; history: readonly Contributions[] }
  >;
  plannedIncome: number | undefined;
  monthsPaid: number;
  monthsPlanned: number;
  compulsory: Readonly<{ months: number; average: number }> | undefined;
  firstPaid: string | undefined;
  monthsAfterAge: number | undefined;
}>;

/** Completes a situation, or names the fields still to be asked, in the order in which to ask them. */
export function completePension(
  situation: PensionSituation,
):
  | Readonly<{ status: 'complete'; situation: CompletePension }>
  | Readonly<{ status: 'incomplete'; missing: readonly string[] }> {
  const { date, sex, birth, history, averageIncome, monthsPlanned } = situation;
  const monthsPaid = history === undefined ? situation.monthsPaid : monthsIn(history);
  const income = incomeOf(history, averageIncome);
  if (
    sex === undefined ||
    birth === undefined ||
    income === undefined ||
    monthsPaid === undefined ||
    monthsPlanned === undefined
  ) {
    const wanted = { sex, birth, averageIncome: income, monthsPaid, monthsPlanned };
    return {
      status: 'incomplete',
      missing: Object.entries(wanted).flatMap(([field, value]) => (value === undefined ? [field] : [])),
    };
  }
  const { plannedIncome, compulsory, monthsAfterAge } = situation;
  return {
    status: 'complete',
    situation: {
      ...{ date, sex, income, plannedIncome, monthsPaid, monthsPlanned, compulsory, monthsAfterAge },
      birth: birthMonth(birth),
      birthYearOnly: birth !== birthMonth(birth),
      firstPaid: situation.firstPaid ?? firstMonth(history ?? []),
    },
  };
}

const YEAR_LENGTH = 'YYYY'.length;

/**
 * The month of birth, `YYYY-MM`; of a year alone its first, because who knows only the year is taken to be born on
 * 1 January. Circular 11/2025/TT-BNV article 5 clause 7.
 */
export function birthMonth(birth: string): string {
  return birth.length === YEAR_LENGTH ? monthOf(`${birth}-01-01`) : birth;
}

/** Months of all contributions together. */
export function monthsIn(history: readonly Contributions[]): number {
  return history.reduce((sum, { months }) => sum + months, 0);
}

function incomeOf(
  history: readonly Contributions[] | undefined,
  average: number | undefined,
): CompletePension['income'] | undefined {
  if (history !== undefined) return { kind: 'history', history };
  return average === undefined ? undefined : { kind: 'average', average };
}

/** Arrears are paid at the end: they don't show when somebody joined. */
function firstMonth(history: readonly Contributions[]): string | undefined {
  return history
    .filter(({ arrears }) => arrears !== true)
    .map(({ from }) => from)
    .toSorted()[0];
}
