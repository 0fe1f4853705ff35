import type { Shares } from '../Outcome.js';
import type { VoluntaryGroup, VoluntaryMode } from './situation.js';

export type ComparisonSituation = Readonly<{
  /** Day of payment, `YYYY-MM-DD`. */
  date: string;
  groups?: readonly VoluntaryGroup[] | undefined;
  /** Kebab-case province, for local support. */
  province?: string | undefined;
  /** Months the State has supported so far; 0 when not told. */
  supportedMonths?: number | undefined;
  /** Incomes to compare, đồng a month; usual ones when left out. */
  incomes?: readonly number[] | undefined;
  /** What the person can pay out of their own pocket, đồng a month. */
  budget?: number | undefined;
  /** Harvests (or seasons of income) a year out of which they pay. */
  harvests?: number | undefined;
}>;

/**
 * One way to pay at one income: what is due now and what it comes to. `perMonth`, `perDay` and `perHarvest` are the own
 * payment spread over the time it is for, rounded up, so that who puts them aside has enough; `perHarvest` is null when
 * nobody told the harvests. `amounts` is null where a value of the law isn't published for the day.
 */
export type ComparisonCell = Readonly<{
  mode: Exclude<VoluntaryMode, 'arrears'>;
  /** Years paid ahead; null for the other ways. */
  years: number | null;
  months: number;
  amounts:
    | (Shares & Readonly<{ discount: number; perMonth: number; perDay: number; perHarvest: number | null }>)
    | null;
}>;

/** `withinBudget`: whether the own payment of a month stays within the budget; null without one. */
export type ComparisonLevel = Readonly<{
  income: number;
  withinBudget: boolean | null;
  cells: readonly ComparisonCell[];
}>;

/**
 * What another level of the law, already known, means for who waits until its first day `from`. `levels`: whether the
 * income may still be chosen then (`incomeThen` is the nearest that may), its shares of one month, and by how much the
 * State's share and the own payment of a month then differ from today's (positive: more). `keeps`: the ways to pay
 * today that last beyond that day, with their last month (`YYYY-MM`); nothing of them is adjusted.
 */
export type Waiting = Readonly<{
  from: string;
  changes: readonly Readonly<{ parameter: string; before: number; after: number }>[];
  floor: number;
  ceiling: number;
  levels: readonly Readonly<{
    income: number;
    allowed: boolean;
    incomeThen: number;
    monthly: Shares;
    stateDifference: number;
    difference: number;
  }>[];
  keeps: readonly Readonly<{ mode: ComparisonCell['mode']; years: number | null; until: string }>[];
}>;

/** `budgetIncome`: the highest income whose own payment of a month stays within the budget; null without one. */
export type ComparisonFigures = Readonly<{
  floor: number;
  ceiling: number;
  budgetIncome: number | null;
  levels: readonly ComparisonLevel[];
  waiting: Waiting | null;
}>;
