import { monthOf } from '../../dates.js';
import { day, number, type Remark } from '../../Outcome.js';
import type { StateSupport } from '../stateSupport.js';
import type { TimePaid } from '../timePaid.js';
import type { Calculated } from './calculate.js';
import type { LumpSumRules } from './rules.js';
import type { CompleteLumpSum } from './situation.js';

const MONTHS_PER_YEAR = 12;

type Reckoned = Readonly<{ time: TimePaid; rules: LumpSumRules; calculated: Calculated }>;

/** What has to be minded: what is given up first, then what the other ways are, then what isn't certain. */
export function lumpSumWarnings(situation: CompleteLumpSum, reckoned: Reckoned): Remark[] {
  const { told } = situation;
  const { time, calculated } = reckoned;
  return [
    ...lostWarnings(situation, reckoned),
    ...(told.kind === 'average' ? [{ code: 'average_income_as_given', operands: {} }] : []),
    ...(time.monthsAhead > 0 || (calculated.support?.monthsAhead ?? 0) > 0
      ? [{ code: 'months_ahead_apart', operands: {} }]
      : []),
    ...(calculated.support === null ? [] : supportWarnings(calculated.support, calculated.gross.gross)),
  ];
}

function lostWarnings({ date, ground }: CompleteLumpSum, { time, rules }: Reckoned): Remark[] {
  const missing = rules.value('pension.min_years') * MONTHS_PER_YEAR - time.months;
  const years = number(rules.value('pension.min_years'));
  const months = number(time.months);
  const warnings: Remark[] = [
    missing > 0
      ? { code: 'time_given_up', operands: { months, missing: number(missing), years } }
      : { code: 'pension_given_up', operands: { months, years } },
  ];
  if (ground.case !== 'age') return warnings;
  const max = rules.value('vsi.arrears.max_months');
  if (missing <= max) {
    const operands = { months: number(missing), max: number(max) };
    warnings.push({ code: 'shortfall_payable_at_once', operands });
  }
  if (time.months >= rules.value('monthly_allowance.min_months')) {
    warnings.push({ code: 'monthly_allowance_instead', operands: {} });
  }
  if (rules.retirement?.month === monthOf(date)) warnings.push({ code: 'age_this_month', operands: {} });
  return warnings;
}

function supportWarnings(support: StateSupport, gross: number): Remark[] {
  const warnings: Remark[] = [];
  if (support.changed) warnings.push({ code: 'granted_support_may_differ', operands: {} });
  if (support.monthsBefore > 0) {
    const operands = { months: number(support.monthsBefore), from: day(support.beganOn) };
    warnings.push({ code: 'months_before_support', operands });
  }
  if (support.monthsAboveMax > 0) {
    const operands = { months: number(support.monthsAboveMax), max: number(support.maxMonths) };
    warnings.push({ code: 'granted_support_limit', operands });
  }
  if (support.amount > gross) warnings.push({ code: 'support_above_lump_sum', operands: {} });
  return warnings;
}
