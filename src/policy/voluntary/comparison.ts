import { joinUsed } from '../benefits/joinUsed.js';
import { lookUp, type UnknownParameter } from '../lookUp.js';
import type { Outcome } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { incomeMultiplesSchema } from '../tableSchemas.js';
import type { VoluntaryFigures } from './calculation.js';
import { incomeWithin, usualIncomes } from './comparisonIncomes.js';
import type {
  ComparisonCell,
  ComparisonFigures,
  ComparisonLevel,
  ComparisonSituation,
} from './comparisonSituation.js';
import { comparisonWaiting } from './comparisonWaiting.js';
import { comparisonAssumptions, comparisonWarnings, explainComparison } from './comparisonWords.js';
import { voluntaryObstacles } from './eligibility.js';
import { readVoluntaryRules, type VoluntaryRules } from './rules.js';
import {
  MONTHS_PER_YEAR,
  monthsPaid,
  voluntaryModes,
  type VoluntaryGroup,
  type VoluntaryMode,
} from './situation.js';
import { voluntary } from './voluntary.js';

/** Saving is told by months of thirty days, as in the answers; no law speaks of it. */
const DAYS_PER_MONTH = 30;

type Situation = ComparisonSituation & Readonly<{ groups: readonly VoluntaryGroup[] }>;
type Way = Readonly<{ mode: Exclude<VoluntaryMode, 'arrears'>; years: number | null }>;

/** One cell with what `voluntary` says of it. */
type Reckoned = Readonly<{ cell: ComparisonCell; outcome: Outcome<VoluntaryFigures> }>;

/**
 * What a person may choose from, side by side: several incomes, every way to pay them, and what waiting for the next
 * change of the law would mean. Each cell is what `voluntary` says of it, in whole đồng.
 * Law 41/2024/QH15 articles 31 and 36; Decree 159/2025/NĐ-CP articles 5 and 6.
 */
export function comparison(
  situation: ComparisonSituation,
  table: ParameterTable,
): Outcome<ComparisonFigures> {
  const { date, groups } = situation;
  if (groups === undefined) return { status: 'incomplete', missing: ['groups'] };
  const complete: Situation = { ...situation, groups };
  const read = readVoluntaryRules(table, { date, groups, mode: 'monthly' });
  if (read.status === 'unknown') return { status: 'unknownParameter', date, unknown: read.unknown };
  const { rules } = read;
  const chosen = chosenIncomes(complete, rules, table);
  if (chosen.status === 'unknown') return { status: 'unknownParameter', date, unknown: [chosen] };

  const reasons = chosen.incomes.flatMap((income) =>
    voluntaryObstacles({ income, mode: 'monthly', months: 1 }, rules),
  );
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };

  const payOf = (income: number): number => monthlyPay(complete, income, table);
  const { budget } = complete;
  const budgetIncome = budget === undefined ? null : incomeWithin(budget, rules, payOf);
  const incomes = [...chosen.incomes, ...(budgetIncome === null ? [] : [budgetIncome])];
  const ways = waysToPay(complete, table);
  const rows = [...new Set(incomes)]
    .toSorted((a, b) => a - b)
    .map((income) => ({ income, reckoned: ways.map((way) => reckon(complete, income, way, table)) }));
  const levels = rows.map(({ income, reckoned }): ComparisonLevel => ({
    income,
    withinBudget: budget === undefined ? null : payOf(income) <= budget,
    cells: reckoned.map(({ cell }) => cell),
  }));
  const found = comparisonWaiting(complete, levels, table);
  const figures: ComparisonFigures = {
    floor: rules.floor,
    ceiling: rules.ceiling,
    budgetIncome,
    levels,
    waiting: found?.waiting ?? null,
  };
  const outcomes = rows.flatMap(({ reckoned }) => reckoned.map(({ outcome }) => outcome));
  const amounts = outcomes.filter((outcome) => outcome.status === 'amount');
  return {
    status: 'amount',
    date,
    figures,
    steps: explainComparison(figures, complete),
    parameters: joinUsed([
      ...amounts.map(({ parameters }) => parameters),
      ...(found?.changes ?? []).map(({ used }) => used),
    ]),
    assumptions: comparisonAssumptions(complete, rules, DAYS_PER_MONTH),
    warnings: comparisonWarnings({
      situation: complete,
      rules,
      figures,
      floorPay: payOf(rules.floor),
      remarks: amounts.flatMap(({ warnings }) => warnings),
      unknown: outcomes.flatMap((outcome) => (outcome.status === 'unknownParameter' ? outcome.unknown : [])),
    }),
  };
}

function chosenIncomes(
  { date, incomes }: Situation,
  rules: VoluntaryRules,
  table: ParameterTable,
): Readonly<{ status: 'found'; incomes: readonly number[] }> | UnknownParameter {
  if (incomes !== undefined && incomes.length > 0) return { status: 'found', incomes: [...new Set(incomes)] };
  const multiples = lookUp(table, 'plan.income_multiples', date);
  if (multiples.status === 'unknown') return multiples;
  return { status: 'found', incomes: usualIncomes(rules, incomeMultiplesSchema.parse(multiples.value)) };
}

/** Every way to pay but arrears, which are no choice of who begins; without rules for advances, none of them. */
function waysToPay({ date }: Situation, table: ParameterTable): readonly Way[] {
  const ids = ['vsi.advance.min_years', 'vsi.advance.max_years'] as const;
  const read = readParameters(table, date, ids);
  const [min, max] = read.status === 'unknown' ? [1, 0] : [read.value(ids[0]), read.value(ids[1])];
  return voluntaryModes.flatMap((mode): readonly Way[] => {
    if (mode === 'arrears') return [];
    if (mode !== 'advance') return [{ mode, years: null }];
    return Array.from({ length: max - min + 1 }, (_, index) => ({ mode, years: min + index }));
  });
}

function reckon(situation: Situation, income: number, { mode, years }: Way, table: ParameterTable): Reckoned {
  const { date, groups, province, supportedMonths, harvests } = situation;
  const outcome = voluntary(
    { date, income, groups, mode, years: years ?? undefined, province, supportedMonths },
    table,
  );
  const months = monthsPaid(mode, { years: years ?? undefined }) ?? 0;
  if (outcome.status !== 'amount') return { cell: { mode, years, months, amounts: null }, outcome };
  const { months: _, ...shares } = outcome.figures.period;
  const spread = (parts: number): number => Math.ceil(shares.pay / parts);
  const amounts = {
    ...shares,
    perMonth: spread(months),
    perDay: spread(months * DAYS_PER_MONTH),
    perHarvest:
      harvests === undefined ? null : Math.ceil((shares.pay * MONTHS_PER_YEAR) / (months * harvests)),
  };
  return { cell: { mode, years, months, amounts }, outcome };
}

function monthlyPay(
  { date, groups, province, supportedMonths }: Situation,
  income: number,
  table: ParameterTable,
): number {
  const outcome = voluntary({ date, income, groups, mode: 'monthly', province, supportedMonths }, table);
  if (outcome.status !== 'amount') throw new Error(`The income ${income} was found to be allowed.`);
  return outcome.figures.monthly.pay;
}
