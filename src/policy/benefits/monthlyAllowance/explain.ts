import { money, month, number, type Step } from '../../Outcome.js';
import { retirementStep } from '../retirementStep.js';
import type { CalculatedAllowance } from './calculate.js';
import type { AllowanceRules } from './rules.js';
import type { CompleteMonthlyAllowance } from './situation.js';

/** The reckoning line by line: the age, the months to fill, what was paid, what it makes a month. */
export function explainAllowance(
  { averageIncome, monthsPaid }: CompleteMonthlyAllowance,
  { value, until }: AllowanceRules,
  { span, years, credit, entitledMonths, monthly, topUp }: CalculatedAllowance,
): Step[] {
  const level = money(value('social_pension.amount'));
  const lasting = { entitled: number(entitledMonths), months: number(span.months) };
  return [
    ...(until.kind === 'born' ? [retirementStep(until, until.retirement)] : []),
    {
      code: 'allowance_span',
      value: span.months,
      operands: {
        ...{ from: month(span.from), until: month(span.socialFrom), result: number(span.months) },
      },
    },
    {
      code: 'allowance_credit',
      value: credit,
      operands: {
        ...{ average: money(averageIncome), multiple: number(value('monthly_allowance.multiple')) },
        ...{ monthsPaid: number(monthsPaid), years: number(years), result: money(credit) },
      },
    },
    {
      code: 'allowance_months',
      value: entitledMonths,
      operands: { credit: money(credit), level, result: number(entitledMonths) },
    },
    {
      code: entitledMonths > span.months ? 'allowance_raised' : 'allowance_level',
      value: monthly,
      operands: { level, ...lasting, result: money(monthly) },
    },
    ...(topUp > 0
      ? [{ code: 'allowance_top_up', value: topUp, operands: { level, ...lasting, result: money(topUp) } }]
      : []),
  ];
}
