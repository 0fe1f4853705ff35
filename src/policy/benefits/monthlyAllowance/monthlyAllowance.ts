import { addMonths, monthOf } from '../../dates.js';
import { day, money, month, number, term, type Outcome, type Reason, type Remark } from '../../Outcome.js';
import type { ParameterTable } from '../../ParameterTable.js';
import type { Retirement } from '../../retirement.js';
import { reviewWarnings } from '../../reviewWarnings.js';
import { basisOf } from '../basisOf.js';
import { allowanceSpan, calculateAllowance, type CalculatedAllowance, type Span } from './calculate.js';
import { explainAllowance } from './explain.js';
import { readAllowanceRules, type AllowanceRules } from './rules.js';
import {
  completeMonthlyAllowance,
  type CompleteMonthlyAllowance,
  type MonthlyAllowanceSituation,
} from './situation.js';

/** Money in đồng, months as `YYYY-MM`. */
export type MonthlyAllowanceFigures = Readonly<{
  retirement: Retirement | null;
  /** First month of the allowance, and the month in which the age of the social pension is reached. */
  from: string;
  socialPensionFrom: string;
  monthsToSocialPension: number;
  /** Months that what was paid lasts for at the level of the social pension. */
  entitledMonths: number;
  monthly: number;
  /** What may be paid once so that the allowance lasts to the social pension; 0 when it does. */
  topUp: number;
  /** Last month of the allowance without that payment; null when what was paid lasts for none. */
  lastMonth: string | null;
  /** Working days in which the request is settled. */
  answerDays: number;
}>;

const MONTHS_PER_YEAR = 12;

/**
 * The monthly allowance from one's own contributions for who reaches the retirement age with too few years for a
 * pension, until the age of the social pension. Asked before the retirement age it is an outlook from that age on.
 * Law 41/2024/QH15 articles 23 and 24; Decree 159/2025/NĐ-CP articles 14 and 15.
 */
export function monthlyAllowance(
  situation: MonthlyAllowanceSituation,
  table: ParameterTable,
): Outcome<MonthlyAllowanceFigures> {
  const { date } = situation;
  const completed = completeMonthlyAllowance(situation);
  if (completed.status === 'incomplete') return completed;
  const complete = completed.situation;
  const read = readAllowanceRules(complete, table);
  if (read.status === 'unknown') return { status: 'unknownParameter', date, unknown: read.unknown };
  const { rules } = read;
  const span = allowanceSpan(complete, rules);
  const reasons = allowanceReasons(complete, rules, span);
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };
  const calculated = calculateAllowance(complete, rules, span);
  const used = rules.used.filter(({ id }) => !remarkOnly.has(id));
  return {
    status: 'amount',
    date,
    figures: figuresOf(rules, calculated),
    steps: explainAllowance(complete, rules, calculated),
    parameters: used,
    assumptions: assumptions(complete, rules),
    warnings: [...warnings(complete, rules, calculated), ...reviewWarnings(used, date)],
  };
}

/** Read to word a remark; they don't enter the amount. */
const remarkOnly: ReadonlySet<string> = new Set([
  'vsi.arrears.max_months',
  'funeral.min_months',
  'funeral.min_months_compulsory',
]);

function allowanceReasons(
  { monthsPaid }: CompleteMonthlyAllowance,
  { value, used, until }: AllowanceRules,
  span: Span,
): Reason[] {
  const reasons: Reason[] = [];
  const minMonths = value('monthly_allowance.min_months');
  if (monthsPaid < minMonths) {
    const operands = { months: number(monthsPaid), min: number(minMonths) };
    const basis = basisOf(used, 'monthly_allowance.min_months');
    reasons.push({ code: 'too_few_months_for_allowance', operands, basis });
  }
  const years = value('pension.min_years');
  if (monthsPaid >= years * MONTHS_PER_YEAR) {
    const basis = basisOf(used, 'pension.min_years');
    reasons.push({ code: 'pension_instead', operands: { years: number(years) }, basis });
  }
  if (span.months === 0) {
    const basis = basisOf(used, until.kind === 'told' ? 'social_pension.amount' : socialAgeUsed(used));
    reasons.push({ code: 'social_pension_instead', operands: {}, basis });
  }
  return reasons;
}

function socialAgeUsed(used: AllowanceRules['used']): string {
  return used.find(({ id }) => id.startsWith('social_pension.age'))?.id ?? 'social_pension.age';
}

function figuresOf(
  { value, until }: AllowanceRules,
  { span, entitledMonths, monthly, topUp }: CalculatedAllowance,
): MonthlyAllowanceFigures {
  return {
    retirement: until.kind === 'born' ? until.retirement : null,
    from: span.from,
    socialPensionFrom: span.socialFrom,
    monthsToSocialPension: span.months,
    ...{ entitledMonths, monthly, topUp },
    lastMonth: entitledMonths === 0 ? null : addMonths(span.from, Math.min(entitledMonths, span.months) - 1),
    answerDays: value('monthly_allowance.answer_days'),
  };
}

function assumptions({ date }: CompleteMonthlyAllowance, { until }: AllowanceRules): Remark[] {
  return [
    { code: 'neither_withdrawn_nor_kept', operands: {} },
    until.kind === 'told'
      ? { code: 'months_to_social_pension_as_given', operands: { months: number(until.months) } }
      : {
          code: 'social_pension_age',
          operands: { household: term(`household.${until.householdClass}`), age: number(until.socialAge) },
        },
    ...(until.kind === 'born' && until.birthYearOnly
      ? [{ code: 'birth_year_only', operands: { birth: month(until.birth) } }]
      : []),
    { code: 'law_unchanged', operands: { date: day(date) } },
  ];
}

function warnings(
  { date, monthsPaid, compulsoryMonths }: CompleteMonthlyAllowance,
  { value, until }: AllowanceRules,
  { topUp }: CalculatedAllowance,
): Remark[] {
  const missing = value('pension.min_years') * MONTHS_PER_YEAR - monthsPaid;
  const max = value('vsi.arrears.max_months');
  const min = number(value('funeral.min_months'));
  const compulsory = number(value('funeral.min_months_compulsory'));
  const hasFuneral =
    monthsPaid >= value('funeral.min_months') || compulsoryMonths >= value('funeral.min_months_compulsory');
  return [
    ...(until.kind === 'born' && until.retirement.month > monthOf(date)
      ? [{ code: 'allowance_not_before_age', operands: { month: month(until.retirement.month) } }]
      : []),
    ...(until.kind === 'born' && until.retirement.month === monthOf(date)
      ? [{ code: 'age_this_month', operands: {} }]
      : []),
    { code: 'social_pension_may_rise', operands: { amount: money(value('social_pension.amount')) } },
    { code: 'average_income_as_given', operands: {} },
    {
      code: missing <= max ? 'shortfall_payable_at_once' : 'shortfall_too_long',
      operands: { months: number(missing), max: number(max) },
    },
    ...(topUp > 0 ? [{ code: 'top_up_level_of_the_day', operands: {} }] : []),
    { code: 'allowance_health_card', operands: {} },
    {
      code: hasFuneral ? 'allowance_on_death_with_funeral' : 'allowance_on_death',
      operands: { min, compulsory },
    },
  ];
}
