import { firstDayOf } from '../dates.js';
import { lookUpNumber } from '../lookUpNumber.js';
import { day, money, month, number, type Remark, type Step } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { roundedProduct } from '../roundedProduct.js';
import { isOtherRateOfSupport, type DatedChange } from './changesWithin.js';
import type { Schedule } from './schedule.js';

/** The last month, the last day to pay, the next one, and the month from which another choice is free. */
export function explainSchedule({ from, due, figures }: Schedule): Step[] {
  const { months, to, nextPayBy, changeFrom } = figures;
  const steps: Step[] = [];
  if (to !== null) {
    const operands = { from: month(from), months: number(months), result: month(to) };
    steps.push({ code: 'schedule_period', value: to, operands });
  }
  if (due.status === 'when_registering') {
    steps.push({ code: 'schedule_when_registering', value: from, operands: { result: month(from) } });
  }
  if (due.status === 'by_day') {
    const operands = { window: number(due.window), result: day(due.day) };
    steps.push({ code: 'schedule_pay_by', value: due.day, operands });
  }
  if (changeFrom !== null && nextPayBy !== null) {
    const operands = { from: month(changeFrom), result: day(nextPayBy) };
    steps.push({ code: 'schedule_next_pay_by', value: nextPayBy, operands });
  }
  if (changeFrom !== null) {
    steps.push({ code: 'schedule_change_from', value: changeFrom, operands: { result: month(changeFrom) } });
  }
  return steps;
}

/** On which day the period counts as paid. */
export function scheduleAssumptions({ from, paidOn, payment, due, figures }: Schedule): Remark[] {
  if (paidOn === undefined && due.status === 'when_registering') {
    return [{ code: 'paid_when_registering', operands: { month: month(from) } }];
  }
  if (paidOn === undefined && figures.overdue) return [{ code: 'not_paid_yet', operands: {} }];
  return [{ code: 'paid_on', operands: { date: day(payment) } }];
}

/** Everything doubtful or easily overlooked about a period. */
export function scheduleWarnings(found: Schedule, table: ParameterTable): Remark[] {
  const { mode, payment, due, figures } = found;
  const warnings: Remark[] = [];
  if (due.status === 'unknown') warnings.push({ code: 'due_day_unknown', operands: {} });
  if (figures.overdue && figures.payBy !== null) {
    warnings.push({ code: 'payment_overdue', operands: { payBy: day(figures.payBy) } });
  }
  if (mode === 'arrears') {
    const max = lookUpNumber(table, 'vsi.arrears.max_months', payment);
    if (max.status === 'found') {
      warnings.push({ code: 'arrears_who_may_use', operands: { max: number(max.value) } });
    }
  }
  return [...warnings, ...found.changes.flatMap((change) => changeWarnings(change, found, table))];
}

/** What a change of the law means for the period, by whether it is paid before or after. */
function changeWarnings(change: DatedChange, found: Schedule, table: ParameterTable): Remark[] {
  const { from, payment } = found;
  const operands = { from: day(change.from) };
  const beforeBegin = change.from <= firstDayOf(from);
  if (change.id === 'reference_level') {
    const isWithin = payment < change.from && !beforeBegin;
    return isWithin ? [{ code: 'reference_level_changes', operands }] : [];
  }
  if (beforeBegin) return [{ code: 'paid_before_period_doubtful', operands }];
  // The rates of support and the line of earlier months are as doubtful for a payment made after either changed.
  if (change.from <= payment) return [{ code: 'period_begun_before_change_doubtful', operands }];
  if (change.id === 'poverty_line.rural') return lineWarnings(change, found, table);
  if (!isOtherRateOfSupport(change) || found.figures.newSupportFrom === null) return [];
  const applies = month(found.figures.newSupportFrom);
  return [{ code: 'former_support_stays', operands: { ...operands, applies } }];
}

function lineWarnings(
  { from, after }: DatedChange,
  { paidOn, figures }: Schedule,
  table: ParameterTable,
): Remark[] {
  const multiple = lookUpNumber(table, 'vsi.income_floor_multiple', from);
  if (multiple.status === 'unknown') return [];
  const floor = money(roundedProduct({ factors: [after, multiple.value] }));
  const warnings: Remark[] = [{ code: 'poverty_line_changes', operands: { from: day(from), floor } }];
  if (paidOn === undefined && figures.payBy !== null && from <= figures.payBy) {
    warnings.push({ code: 'paying_after_change_doubtful', operands: { from: day(from) } });
  }
  return warnings;
}
