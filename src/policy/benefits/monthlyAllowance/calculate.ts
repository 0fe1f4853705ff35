import { addMonths, monthOf, monthsBetween } from '../../dates.js';
import { roundedProduct } from '../../roundedProduct.js';
import { roundedQuotient } from '../roundedQuotient.js';
import { yearsCounted } from '../yearsCounted.js';
import type { AllowanceRules } from './rules.js';
import type { CompleteMonthlyAllowance } from './situation.js';

const MONTHS_PER_YEAR = 12;

/** When the allowance runs: from its first month (`YYYY-MM`) for so many months to the month of the social pension. */
export type Span = Readonly<{ from: string; months: number; socialFrom: string }>;

/** Money in đồng. */
export type CalculatedAllowance = Readonly<{
  span: Span;
  years: number;
  /** What was paid comes to, before it is spread over months. */
  credit: number;
  entitledMonths: number;
  monthly: number;
  topUp: number;
}>;

/**
 * From the month of the request, or of retirement age when that is later, to the month in which the person reaches the
 * age of the social pension. Decree 159/2025/NĐ-CP article 14 clause 4.
 */
export function allowanceSpan({ date }: CompleteMonthlyAllowance, { until }: AllowanceRules): Span {
  const asked = monthOf(date);
  if (until.kind === 'told') {
    return { from: asked, months: until.months, socialFrom: addMonths(asked, until.months) };
  }
  const { month } = until.retirement;
  const from = month > asked ? month : asked;
  const socialFrom = addMonths(until.birth, until.socialAge * MONTHS_PER_YEAR);
  return { from, months: Math.max(0, monthsBetween(from, socialFrom)), socialFrom };
}

/** Months and level of the allowance, at the level of the social pension on the day (article 14 clauses 3, 5 and 8). */
export function calculateAllowance(
  { averageIncome, monthsPaid }: CompleteMonthlyAllowance,
  { value }: AllowanceRules,
  span: Span,
): CalculatedAllowance {
  const level = value('social_pension.amount');
  const years = yearsCounted(monthsPaid, value('pension.odd_months.half_year_max'));
  const credit = roundedProduct({ factors: [averageIncome, years, value('monthly_allowance.multiple')] });
  // A part of a month counts as a whole one.
  const entitledMonths = Math.ceil(credit / level);
  const spare = Math.max(0, entitledMonths - span.months);
  const lacking = Math.max(0, span.months - entitledMonths);
  return {
    ...{ span, years, credit, entitledMonths },
    monthly: level + roundedQuotient(spare * level, span.months),
    topUp: roundedProduct({ factors: [lacking, level] }),
  };
}
