import { monthOf } from '../dates.js';
import type { Outcome } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { healthCard } from '../pension/remarks.js';
import { reviewWarnings } from '../reviewWarnings.js';
import { incomeWithin } from '../voluntary/comparisonIncomes.js';
import type { VoluntaryRules } from '../voluntary/rules.js';
import { advanceNow } from './advance.js';
import { explainPlan } from './explain.js';
import { planOption } from './option.js';
import { planPath } from './path.js';
import { waysOf } from './payments.js';
import type { Planned, PlanFigures } from './planned.js';
import { createPricing, type Pricing } from './pricing.js';
import { projectTable } from './projection.js';
import { readDue, readPlan } from './readPlan.js';
import { planAssumptions, planWarnings } from './remarks.js';
import { completePlan, type CompletePlan, type PlanSituation } from './situation.js';
import { usedRows } from './usedRows.js';
import { planWaiting } from './waiting.js';

/**
 * Plans for a pension at the earliest: when it can begin, what must be paid until then, and what each chosen income and
 * way to pay costs and brings. Every amount is the estimate of its day; what isn't published for later days goes on as
 * it is today, and the result says so. Law 41/2024/QH15 articles 31, 36, 98 to 101; Decree 159/2025/NĐ-CP articles 5 to 7.
 */
export function plan(given: PlanSituation, table: ParameterTable): Outcome<PlanFigures> {
  const completed = completePlan(given);
  if (completed.status === 'incomplete') return completed;
  const { situation } = completed;
  const { date } = situation;

  const read = readPlan(situation, table);
  if (read.status !== 'found') return read;
  const { limits, rules, age } = read;
  const path = planPath({ date, monthsPaid: situation.monthsPaid, limits });
  const due = readDue(situation, { path, rules }, table);
  if (due.status !== 'found') return due;

  const pricing = createPricing(projectTable(table), situation);
  const advance = advanceNow(table, date, path);
  const budgetIncome = path.kind === 'ask_now' ? null : incomeWithinBudget(situation, rules, pricing);
  const named = situation.incomes ?? due.usualIncomes;
  const incomes = [...new Set(budgetIncome === null ? named : [...named, budgetIncome])];
  const context = { situation, path, pricing, table };
  const ways = waysOf(path, { date, advanceYears: advance.years });
  const options = incomes
    .toSorted((a, b) => a - b)
    .flatMap((income) => ways.map((way) => planOption(income, way, context)));
  const waiting = planWaiting({ ...context, limits }, options);
  const all = [...options, ...(waiting === null ? [] : [waiting.planned])];
  const card = healthCard(date, table);
  const always = [...age.parameters, ...read.used, ...due.used, ...(card === undefined ? [] : [card.used])];
  const used = usedRows(table, always, all);
  const planned: Planned = {
    ...{ situation, table, limits, path, age, rules, advance, budgetIncome, options, waiting, used },
  };
  return {
    status: 'amount',
    date,
    figures: {
      ...{ retirement: age.figures.retirement, path, budgetIncome },
      options: options.map(({ figures }) => figures),
      waiting: waiting?.figures ?? null,
    },
    steps: explainPlan(planned),
    parameters: used,
    assumptions: planAssumptions(planned),
    warnings: [...planWarnings(planned), ...reviewWarnings(used, date)],
  };
}

/** The highest income that the person can pay for today; null without a budget or when none is within it. */
function incomeWithinBudget(
  { date, budget, supportedMonths }: CompletePlan,
  rules: VoluntaryRules,
  pricing: Pricing,
): number | null {
  if (budget === undefined) return null;
  const payment = { date, from: monthOf(date), months: 1, mode: 'monthly' } as const;
  return incomeWithin(budget, rules, (income) => pricing.price(payment, income, supportedMonths).period.pay);
}
