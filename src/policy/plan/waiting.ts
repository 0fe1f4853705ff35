import { monthsBetween, monthOf } from '../dates.js';
import type { ParameterTable } from '../ParameterTable.js';
import { nextChange } from '../references.js';
import { advanceNow } from './advance.js';
import { planOption, type PlanOption, type PlannedOption } from './option.js';
import { planPath, type PlanLimits, type PlanPath } from './path.js';
import { waysOf, type PlanMode, type Way } from './payments.js';
import type { Pricing } from './pricing.js';
import type { CompletePlan } from './situation.js';

/**
 * The cheapest option when it begins only with the next poverty line. Differences are later less now: a positive
 * `ownDifference` is dearer, a negative `months` are fewer months paid.
 */
export type PlanWaiting = Readonly<{
  /** First day of the next poverty line, `YYYY-MM-DD`. */
  startsOn: string;
  income: number;
  /** How it would be paid then. */
  mode: PlanMode;
  /** The lowest income on that day, which a lower chosen one is raised to. */
  floor: number;
  months: number;
  ownDifference: number;
  stateDifference: number;
  pensionDifference: number;
  /** Months by which the pension begins later. */
  pensionLaterMonths: number;
}>;

/** What waiting for the next known poverty line changes; null when none is known or no option can be priced then. */
export function planWaiting(
  {
    situation,
    path,
    pricing,
    table,
    limits,
  }: Readonly<{
    situation: CompletePlan;
    path: PlanPath;
    pricing: Pricing;
    table: ParameterTable;
    limits: PlanLimits;
  }>,
  planned: readonly PlannedOption[],
): Readonly<{ figures: PlanWaiting; planned: PlannedOption }> | null {
  const change = nextChange(table, 'poverty_line.rural', situation.date);
  if (change === null) return null;
  const later = { ...situation, date: change.from };
  const laterPath = planPath({ date: later.date, monthsPaid: later.monthsPaid, limits });
  const advanceYears = advanceNow(table, later.date, laterPath).years;
  const ways = waysOf(laterPath, { date: later.date, advanceYears });
  const wayFor = (mode: PlanMode): Way | undefined => ways.find((way) => way.mode === mode);
  const cheapest = planned
    .map(({ figures }) => figures)
    .filter(({ mode }) => mode !== 'advance' || wayFor(mode) !== undefined)
    .toSorted((a, b) => a.total.pay - b.total.pay)[0];
  const way = cheapest === undefined ? undefined : (wayFor(cheapest.mode) ?? ways[0]);
  if (cheapest === undefined || way === undefined) return null;
  const { income } = cheapest;
  const context = { situation: later, path: laterPath, pricing, table };
  const option = planOption(income, way, context);
  return {
    planned: option,
    figures: {
      ...{ startsOn: later.date, income, mode: way.mode, floor: pricing.rulesOn(later.date).floor },
      ...differences(cheapest, option.figures),
      months: monthsOf(laterPath) - monthsOf(path),
      pensionLaterMonths: monthsBetween(monthOf(path.pensionFrom), monthOf(laterPath.pensionFrom)),
    },
  };
}

function differences(
  now: PlanOption,
  later: PlanOption,
): Pick<PlanWaiting, 'ownDifference' | 'stateDifference' | 'pensionDifference'> {
  return {
    ownDifference: later.total.pay - now.total.pay,
    stateDifference: later.total.state - now.total.state,
    pensionDifference: later.pension - now.pension,
  };
}

function monthsOf({ payMonths, arrearsMonths }: PlanPath): number {
  return payMonths + arrearsMonths;
}
