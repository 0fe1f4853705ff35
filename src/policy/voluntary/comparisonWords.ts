import type { UnknownParameter } from '../lookUp.js';
import { day, money, number, term, type Remark, type Step } from '../Outcome.js';
import type { ComparisonFigures, ComparisonSituation } from './comparisonSituation.js';
import type { VoluntaryRules } from './rules.js';

/** A month of each income, the income that fits the budget, and what a month costs after the next change. */
export function explainComparison(
  { budgetIncome, levels, waiting }: ComparisonFigures,
  { budget }: ComparisonSituation,
): Step[] {
  const months = levels.flatMap(({ income, cells }): Step[] => {
    const amounts = cells.find(({ mode }) => mode === 'monthly')?.amounts ?? null;
    if (amounts === null) return [];
    const { gross, state, local, pay } = amounts;
    const shares = { gross: money(gross), state: money(state), local: money(local) };
    const code = local > 0 ? 'level_month_with_local' : 'level_month';
    return [{ code, value: pay, operands: { income: money(income), ...shares, result: money(pay) } }];
  });
  const within: Step[] =
    budget === undefined || budgetIncome === null
      ? []
      : [
          {
            code: 'budget_income',
            value: budgetIncome,
            operands: { budget: money(budget), result: money(budgetIncome) },
          },
        ];
  const after = (waiting?.levels ?? []).map(({ income, allowed, incomeThen, monthly, difference }): Step => ({
    code: allowed ? 'waiting_level' : 'waiting_level_raised',
    value: difference,
    operands: {
      from: day(waiting?.from ?? ''),
      income: money(income),
      incomeThen: money(incomeThen),
      then: money(monthly.pay),
      now: money(monthly.pay - difference),
    },
  }));
  return [...months, ...within, ...after];
}

/** What was taken for granted because nobody said otherwise. */
export function comparisonAssumptions(
  { date, supportedMonths, harvests }: ComparisonSituation,
  { group }: VoluntaryRules,
  daysPerMonth: number,
): Remark[] {
  return [
    { code: 'paid_on', operands: { date: day(date) } },
    { code: 'compared_for', operands: { group: term(`group.${group}`) } },
    { code: 'days_per_month', operands: { days: number(daysPerMonth) } },
    ...(harvests === undefined
      ? []
      : [{ code: 'harvests_per_year', operands: { harvests: number(harvests) } }]),
    ...(supportedMonths === undefined ? [{ code: 'no_month_supported_yet', operands: {} }] : []),
  ];
}

type Compared = Readonly<{
  situation: ComparisonSituation;
  rules: VoluntaryRules;
  figures: ComparisonFigures;
  /** The own payment of a month at the lowest income. */
  floorPay: number;
  /** What was to be said of each cell. */
  remarks: readonly Remark[];
  /** Values without which a cell could not be reckoned. */
  unknown: readonly UnknownParameter[];
}>;

/** Everything doubtful or easily overlooked about the cells, each said once, and about the choice itself. */
export function comparisonWarnings({
  situation,
  rules,
  figures,
  floorPay,
  remarks,
  unknown,
}: Compared): Remark[] {
  const { budget, supportedMonths = 0 } = situation;
  const warnings: Remark[] = [];
  if (budget !== undefined && figures.budgetIncome === null) {
    warnings.push({ code: 'budget_below_floor', operands: { budget: money(budget), pay: money(floorPay) } });
  }
  for (const { id, date } of new Map(unknown.map((one) => [one.id, one])).values()) {
    warnings.push({
      code: 'cells_unknown',
      operands: { parameter: { kind: 'parameter', value: id }, date: day(date) },
    });
  }
  // How many months of a payment have no support differs from cell to cell: here the months left are told instead.
  if (remarks.some(({ code }) => code === 'support_limit_reached')) {
    const left = Math.max(0, rules.supportMaxMonths - supportedMonths);
    const operands = { max: number(rules.supportMaxMonths), left: number(left) };
    warnings.push({ code: 'comparison_support_limit', operands });
  }
  const { waiting } = figures;
  if (waiting !== null && waiting.levels.some(({ allowed }) => !allowed)) {
    const operands = { from: day(waiting.from), floor: money(waiting.floor) };
    warnings.push({ code: 'level_below_next_floor', operands });
  }
  const others = remarks.filter(({ code }) => code !== 'support_limit_reached');
  return [...warnings, ...new Map(others.map((remark) => [JSON.stringify(remark), remark])).values()];
}
