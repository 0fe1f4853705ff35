import { addDays, addMonths, firstDayOf, monthOf } from '../dates.js';
import { localSupportWarnings, type LocalSupport } from '../localSupport.js';
import { lookUp } from '../lookUp.js';
import { lookUpNumber } from '../lookUpNumber.js';
import { day, money, month, number, percent, term, type Remark } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { sinceDate } from '../references.js';
import { reviewWarnings } from '../reviewWarnings.js';
import type { VoluntaryFigures } from './calculation.js';
import { nextFloorWarnings } from './nextFloorWarnings.js';
import type { VoluntaryRules } from './rules.js';
import type { CompleteVoluntarySituation } from './situation.js';
import { nextSupportChange } from './support.js';

type Calculated = Readonly<{
  table: ParameterTable;
  situation: CompleteVoluntarySituation;
  rules: VoluntaryRules;
  local: LocalSupport;
  figures: VoluntaryFigures;
  supportedMonths: number;
}>;

/** Everything doubtful or easily overlooked about one result. */
export function voluntaryWarnings(calculated: Calculated): Remark[] {
  const { situation, rules, local, figures } = calculated;
  return [
    ...modeWarnings(calculated),
    ...supportWarnings(calculated),
    ...localSupportWarnings(local, figures.period.local > 0),
    ...formerSupportWarnings(calculated),
    ...periodFloorWarnings(calculated),
    ...lateFloorWarnings(calculated),
    ...stepWarnings(calculated),
    ...reviewWarnings(rules.used, situation.date),
  ];
}

/** What was taken for granted because nobody said otherwise. */
export function voluntaryAssumptions({ situation, rules }: Calculated): Remark[] {
  const { date, months, income, supportedMonthsTold } = situation;
  const assumptions: Remark[] = [
    { code: 'paid_on', operands: { date: day(date) } },
    {
      code: 'income_and_group',
      operands: { income: money(income), group: term(`group.${rules.group}`), months: number(months) },
    },
  ];
  if (!supportedMonthsTold) assumptions.push({ code: 'no_month_supported_yet', operands: {} });
  return assumptions;
}

function modeWarnings({ situation, rules, supportedMonths }: Calculated): Remark[] {
  const { mode } = situation;
  const investmentReturn = percent(rules.investmentReturn);
  if (mode === 'advance') {
    const warnings: Remark[] = [
      { code: 'advance_return_unconfirmed', operands: { return: investmentReturn } },
    ];
    if (supportedMonths > 0) warnings.push({ code: 'advance_support_nominal', operands: {} });
    return warnings;
  }
  if (mode !== 'arrears') return [];
  return [
    { code: 'arrears_support_doubtful', operands: {} },
    { code: 'arrears_who_may_use', operands: { max: number(rules.arrearsMaxMonths) } },
    { code: 'arrears_return_unconfirmed', operands: { return: investmentReturn } },
  ];
}

function supportWarnings({ situation, rules, local, supportedMonths }: Calculated): Remark[] {
  if (situation.mode === 'arrears') return [];
  if (rules.support === 0) return [{ code: 'no_support_on_date', operands: { date: day(situation.date) } }];
  const warnings: Remark[] = [];
  const max = number(rules.supportMaxMonths);
  if (supportedMonths < situation.months) {
    warnings.push({
      code: 'support_limit_reached',
      operands: {
        max,
        supported: number(supportedMonths),
        unsupported: number(situation.months - supportedMonths),
      },
    });
    const localPercent = local.status === 'known' ? local.percent : 0;
    if (localPercent > 0) warnings.push({ code: 'local_support_limit_doubtful', operands: { max } });
  }
  if (situation.supportedMonths > 0) warnings.push({ code: 'earlier_months_doubtful', operands: { max } });
  if (rules.group === 'island') warnings.push({ code: 'island_list_doubtful', operands: {} });
  return warnings;
}

/**
 * A period paid before other rates of support keeps its own to its end: the new ones count from the next payment.
 * Decree 159/2025/NĐ-CP article 16 clause 5.
 */
function formerSupportWarnings({ table, situation, rules }: Calculated): Remark[] {
  const { date, mode, months, groups } = situation;
  if (mode === 'arrears' || rules.support === 0) return [];
  const change = nextSupportChange(table, { date, groups });
  const nextPeriod = addMonths(monthOf(date), months);
  if (change === null || change.from >= firstDayOf(nextPeriod)) return [];
  const operands = { from: day(change.from), applies: month(nextPeriod) };
  return [{ code: 'former_support_stays', operands }];
}

/** A period may run over the next change of the poverty line. */
function periodFloorWarnings(calculated: Calculated): Remark[] {
  const { date, mode, months, income } = calculated.situation;
  if (mode === 'arrears') return [];
  const afterPeriod = firstDayOf(addMonths(monthOf(date), months));
  return nextFloorWarnings(calculated, { date, until: afterPeriod, income });
}

const lateDeadlines = {
  half_yearly: 'vsi.deadline.half_yearly_months',
  yearly: 'vsi.deadline.yearly_months',
} as const;

/** A half-year or year begun before a change of the poverty line may be paid after it; which line then counts is open. */
function lateFloorWarnings({ table, situation: { date, mode } }: Calculated): Remark[] {
  if (mode !== 'half_yearly' && mode !== 'yearly') return [];
  const deadline = lookUpNumber(table, lateDeadlines[mode], date);
  const since = sinceDate(table, 'poverty_line.rural', date);
  if (deadline.status === 'unknown' || since === null) return [];
  const lineBefore = lookUp(table, 'poverty_line.rural', addDays(since, -1));
  const earliestBegin = firstDayOf(addMonths(monthOf(date), 1 - deadline.value));
  if (lineBefore.status === 'unknown' || earliestBegin >= since) return [];
  return [{ code: 'period_begun_before_change_doubtful', operands: { from: day(since) } }];
}

function stepWarnings({ situation: { income }, rules: { floor, incomeStep } }: Calculated): Remark[] {
  if (incomeStep === 0 || (income - floor) % incomeStep === 0) return [];
  return [{ code: 'income_step_doubtful', operands: { step: money(incomeStep) } }];
}
