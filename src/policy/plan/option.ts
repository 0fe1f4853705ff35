import type { UsedParameter } from '../lookUp.js';
import type { Remark, Shares } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { pension } from '../pension/pension.js';
import { roundedMean } from '../roundedMean.js';
import type { PlanPath } from './path.js';
import type { PlanMode, Way } from './payments.js';
import type { Priced, Pricing } from './pricing.js';
import { addShares, segmentsOf, type PlanSegment } from './segments.js';
import type { CompletePlan } from './situation.js';

/** One way to the pension: an income and how it is paid. Amounts in whole đồng. */
export type PlanOption = Readonly<{
  income: number;
  mode: PlanMode;
  /** Years of the advance; null for other modes. */
  years: number | null;
  /** What is paid first. */
  firstPayment: Shares & Readonly<{ months: number; discount: number }>;
  /** What is paid at once for missing months, and in which month (`YYYY-MM`); null when none are missing. */
  arrears: (Shares & Readonly<{ months: number; month: string }>) | null;
  /** All that is paid until the pension. */
  total: Shares;
  /** Own part of the whole plan, spread over the months paid as they come; null when there are none. Rounded up. */
  perMonth: number | null;
  perDay: number | null;
  perHarvest: number | null;
  /** Own part of the dearest month, arrears apart; null when only arrears are paid. */
  highestPerMonth: number | null;
  withinBudget: boolean | null;
  /** Đồng a month on which the pension is reckoned, its rate (percent), the pension and the one-off. */
  averageIncome: number;
  rate: number;
  pension: number;
  oneOff: number | null;
  /** Months of pension that return what the person paid. */
  paybackMonths: number;
  segments: readonly PlanSegment[];
}>;

/** An option with what has to be said about it. */
export type PlannedOption = Readonly<{
  figures: PlanOption;
  /** Rows used, with the day for which they were. */
  used: readonly Readonly<{ date: string; used: readonly UsedParameter[] }>[];
  warnings: readonly Remark[];
  /** Days from which another income than the chosen one has to be paid on, and that income. */
  changed: readonly Readonly<{ date: string; income: number }>[];
}>;

// A month of saving as people count it; no figure of the law.
const DAYS_PER_MONTH = 30;
const MONTHS_PER_YEAR = 12;

/** Everything about one income paid in one way until the earliest pension. */
export function planOption(
  income: number,
  { mode, years, payments }: Way,
  {
    situation,
    path,
    pricing,
    table,
  }: Readonly<{ situation: CompletePlan; path: PlanPath; pricing: Pricing; table: ParameterTable }>,
): PlannedOption {
  const { budget, harvests } = situation;
  let supported = situation.supportedMonths;
  const priced = payments.map((payment) => {
    const one = pricing.price(payment, income, supported);
    supported += payment.months;
    return one;
  });
  const segments = segmentsOf(priced);
  const total = addShares(segments);
  const regular = priced.filter(({ payment }) => payment.mode !== 'arrears');
  const [first] = priced;
  if (first === undefined) throw new Error('A plan without a payment has no options.');
  const last = priced.find(({ payment }) => payment.mode === 'arrears');
  const reckoned = pensionFor({ situation, path, income, segments }, table);
  const highest = Math.max(0, ...regular.map(({ period }) => Math.ceil(period.pay / period.months)));
  // Whole numbers until the last division: a part of a year is no exact fraction. What is paid before the first harvest
  // counts as one harvest.
  const spread = (parts: number, per = 1): number | null =>
    regular.length === 0 ? null : Math.ceil((total.pay * per) / Math.max(parts, per));
  const figures: PlanOption = {
    ...{ income, mode, years, firstPayment: first.period },
    arrears:
      last === undefined
        ? null
        : { ...sharesOf(last), months: last.payment.months, month: last.payment.from },
    total,
    perMonth: spread(path.payMonths),
    perDay: spread(path.payMonths * DAYS_PER_MONTH),
    perHarvest: harvests === undefined ? null : spread(path.payMonths * harvests, MONTHS_PER_YEAR),
    highestPerMonth: regular.length === 0 ? null : highest,
    withinBudget: budget === undefined || regular.length === 0 ? null : highest <= budget,
    ...reckoned.figures,
    paybackMonths: Math.ceil(total.pay / reckoned.figures.pension),
    segments,
  };
  return {
    figures,
    // Equal payments share their rows and warnings: each is told once, rows for the last day that needs them.
    used: [...new Map(priced.map(({ payment, used }) => [used, payment.date]))].map(([used, day]) => ({
      date: day,
      used,
    })),
    warnings: [...new Set([...priced.map(({ warnings }) => warnings), reckoned.warnings])].flat(),
    changed: priced
      .filter((one, index) => one.income !== income && one.income !== priced[index - 1]?.income)
      .map((one) => ({ date: one.payment.date, income: one.income })),
  };
}

function sharesOf({ period: { gross, state, local, pay } }: Priced): Shares {
  return { gross, state, local, pay };
}

/**
 * The pension for everything paid by then, as the estimate of a pension says it for the average of all incomes. Months
 * paid so far whose average nobody told count with the chosen income.
 */
function pensionFor(
  {
    situation,
    path,
    income,
    segments,
  }: Readonly<{
    situation: CompletePlan;
    path: PlanPath;
    income: number;
    segments: readonly PlanSegment[];
  }>,
  table: ParameterTable,
): Readonly<{
  figures: Pick<PlanOption, 'averageIncome' | 'rate' | 'pension' | 'oneOff'>;
  warnings: readonly Remark[];
}> {
  const { date, sex, birth, monthsPaid } = situation;
  const averageIncome = roundedMean([
    { factors: [situation.averageIncome ?? income], weight: monthsPaid },
    ...segments.map((segment) => ({ factors: [segment.income], weight: segment.months })),
  ]);
  const monthsPlanned = path.payMonths + path.arrearsMonths;
  const outcome = pension({ date, sex, birth, averageIncome, monthsPaid, monthsPlanned }, table);
  if (outcome.status !== 'amount') throw new Error(`No pension: ${outcome.status}.`);
  const { rate, pension: amount, oneOff } = outcome.figures;
  if (rate === null || amount === null) throw new Error('A plan must reach the least time.');
  return { figures: { averageIncome, rate, pension: amount, oneOff }, warnings: outcome.warnings };
}
