import { addMonths, firstDayOf, monthOf } from '../../dates.js';
import { day, month, number, percent, type Operands, type Reason } from '../../Outcome.js';
import { basisOf } from '../basisOf.js';
import type { TimePaid } from '../timePaid.js';
import type { LumpSumRules } from './rules.js';
import type { CompleteLumpSum, Ground } from './situation.js';

const MONTHS_PER_YEAR = 12;

type Judged = Readonly<{ date: string; months: number; rules: LumpSumRules }>;

/** Every reason at once why no lump sum can be asked for. Law 41/2024/QH15 article 102 clause 1. */
export function lumpSumReasons(
  { date, ground }: CompleteLumpSum,
  time: TimePaid,
  rules: LumpSumRules,
): Reason[] {
  const judged = { date, months: time.months, rules };
  const nothing =
    time.months === 0 ? [reason(rules, 'nothing_paid', { operands: {}, by: 'lump_sum.from_2014' })] : [];
  return [...nothing, ...caseReasons(ground, judged)];
}

function caseReasons(ground: Ground, judged: Judged): Reason[] {
  switch (ground.case) {
    case 'age':
      return ageReasons(judged);
    case 'disability':
      return disabilityReasons(ground.percent, judged);
    case 'stopped':
      return stoppedReasons(ground, judged);
    case 'abroad':
    case 'illness':
      return [];
  }
}

function ageReasons({ date, months, rules }: Judged): Reason[] {
  const reasons: Reason[] = [];
  const { retirement } = rules;
  if (retirement !== null && monthOf(date) < retirement.month) {
    const operands = { month: month(retirement.month) };
    reasons.push(reason(rules, 'age_not_reached', { operands, by: 'retirement.age' }));
  }
  const years = rules.value('pension.min_years');
  if (months >= years * MONTHS_PER_YEAR) {
    reasons.push(
      reason(rules, 'pension_instead', { operands: { years: number(years) }, by: 'pension.min_years' }),
    );
  }
  return reasons;
}

function disabilityReasons(told: number | null, { rules }: Judged): Reason[] {
  const min = rules.value('lump_sum.disability_percent');
  if (told === null || told >= min) return [];
  const operands = { percent: percent(told), min: percent(min) };
  return [reason(rules, 'disability_too_low', { operands, by: 'lump_sum.disability_percent' })];
}

/** The wait is counted from the end of the last month paid (article 107 clause 2). */
function stoppedReasons(
  { firstPaid, lastPaid }: Extract<Ground, { case: 'stopped' }>,
  { date, months, rules }: Judged,
): Reason[] {
  const reasons: Reason[] = [];
  const { joinedBefore } = rules;
  if (joinedBefore !== null && firstPaid >= monthOf(joinedBefore)) {
    const operands = { before: day(joinedBefore) };
    reasons.push(reason(rules, 'joined_after_law', { operands, by: 'lump_sum.joined_before' }));
  }
  const wait = rules.value('lump_sum.wait_months');
  const from = firstDayOf(addMonths(lastPaid, wait + 1));
  if (date < from) {
    const operands = { months: number(wait), last: month(lastPaid), from: day(from) };
    reasons.push(reason(rules, 'still_waiting', { operands, by: 'lump_sum.wait_months' }));
  }
  const maxYears = rules.value('lump_sum.max_years');
  if (months >= maxYears * MONTHS_PER_YEAR) {
    const operands = { years: number(maxYears) };
    reasons.push(reason(rules, 'too_many_years_to_withdraw', { operands, by: 'lump_sum.max_years' }));
  }
  return reasons;
}

function reason(
  { used }: LumpSumRules,
  code: string,
  { operands, by }: Readonly<{ operands: Operands; by: string }>,
): Reason {
  return { code, operands, basis: basisOf(used, by) };
}
