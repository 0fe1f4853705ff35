import { addMonths, firstDayOf, monthOf, monthsBetween } from '../dates.js';
import type { UsedParameter } from '../lookUp.js';
import { lookUpNumber } from '../lookUpNumber.js';
import { day, money, month, number, percent, type Remark } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { MONTHS_PER_YEAR, type CalculatedPension, type PensionCase } from './calculation.js';
import { lastMonthPaid } from './timing.js';

export type HealthCard = Readonly<{ percent: number; used: UsedParameter }>;

/** What health insurance bears for pensioners, whose contribution the fund pays. Law 41/2024/QH15 article 10 clause 2. */
export function healthCard(date: string, table: ParameterTable): HealthCard | undefined {
  const found = lookUpNumber(table, 'hhi.benefit.pensioner', date);
  return found.status === 'unknown' ? undefined : { percent: found.value, used: found.used };
}

/** What was taken for granted, and what comes with the pension. */
export function pensionAssumptions(
  { situation, income }: PensionCase,
  card: HealthCard | undefined,
): Remark[] {
  const { date, birth, birthYearOnly, monthsPaid, monthsPlanned, plannedIncome } = situation;
  const assumptions: Remark[] = [
    { code: 'pension_time', operands: { paid: number(monthsPaid), planned: number(monthsPlanned) } },
    { code: 'law_unchanged', operands: { date: day(date) } },
  ];
  if (birthYearOnly) assumptions.push({ code: 'birth_year_only', operands: { birth: month(birth) } });
  const planned = income.parts.find(({ kind }) => kind === 'planned');
  if (planned !== undefined && plannedIncome === undefined && situation.income.kind === 'history') {
    assumptions.push({ code: 'planned_income_as_last', operands: { income: money(planned.income) } });
  }
  if (card !== undefined) {
    assumptions.push({ code: 'pension_health_card', operands: { percent: percent(card.percent) } });
  }
  return assumptions;
}

/** Everything doubtful or easily overlooked about a pension. */
export function pensionWarnings(asked: PensionCase, calculated: CalculatedPension): Remark[] {
  return [
    ...incomeWarnings(asked, calculated),
    ...shortfallWarnings(asked, calculated),
    ...timeWarnings(asked, calculated),
    ...compulsoryWarnings(asked, calculated),
    ...oldJoinerWarnings(asked, calculated),
  ];
}

function incomeWarnings({ situation, income }: PensionCase, { figures }: CalculatedPension): Remark[] {
  const { date } = situation;
  if (situation.income.kind === 'average') return [{ code: 'average_income_as_given', operands: {} }];
  const warnings: Remark[] = [];
  if (income.unpublishedFrom !== null) {
    const operands = { from: month(income.unpublishedFrom) };
    warnings.push({ code: 'indexation_not_published', operands });
  }
  const settled = figures.pensionFrom;
  if (settled === null || settled.slice(0, YEAR_LENGTH) !== date.slice(0, YEAR_LENGTH)) {
    warnings.push({ code: 'indexation_of_settlement_year', operands: { date: day(date) } });
  }
  return warnings;
}

const YEAR_LENGTH = 'YYYY'.length;

function shortfallWarnings({ rules }: PensionCase, { figures }: CalculatedPension): Remark[] {
  const { shortfallMonths } = figures;
  if (shortfallMonths === 0) return [];
  const max = rules.value('vsi.arrears.max_months');
  const code = shortfallMonths <= max ? 'shortfall_payable_at_once' : 'shortfall_too_long';
  return [{ code, operands: { months: number(shortfallMonths), max: number(max) } }];
}

function timeWarnings({ situation, retirement }: PensionCase, calculated: CalculatedPension): Remark[] {
  const { monthsPlanned, monthsAfterAge } = situation;
  const { figures, start, oneOff } = calculated;
  const warnings: Remark[] = [];
  const end = lastMonthPaid(situation);
  if (monthsPlanned > 0 && end !== undefined && end > retirement.month) {
    const operands = { end: month(end), age: month(retirement.month) };
    warnings.push({ code: 'planned_beyond_age', operands });
    if (figures.oneOff !== null && monthsAfterAge === undefined) {
      warnings.push({ code: 'one_off_may_be_higher', operands: {} });
    }
  }
  if (oneOff.before > 0 && oneOff.after > 0 && (monthsAfterAge ?? 0) % MONTHS_PER_YEAR > 0) {
    warnings.push({ code: 'one_off_odd_months_doubtful', operands: {} });
  }
  if (start?.overdue === true) {
    const operands = { met: day(firstDayOf(addMonths(start.metIn, 1))) };
    warnings.push({ code: 'pension_start_may_be_earlier', operands });
  }
  return warnings;
}

/** Long compulsory time brings rules of its own, which belong to the office. Decree 159/2025/NĐ-CP article 11. */
function compulsoryWarnings({ situation, rules }: PensionCase, { figures }: CalculatedPension): Remark[] {
  const { compulsory } = situation;
  if (compulsory === undefined || compulsory.months === 0) return [];
  const warnings: Remark[] = [{ code: 'compulsory_average_as_given', operands: {} }];
  const ageYears = rules.value('pension.mixed.age_rule_years');
  const minimumYears = rules.value('pension.mixed.minimum_years');
  if (compulsory.months >= ageYears * MONTHS_PER_YEAR) {
    warnings.push({ code: 'compulsory_age_rules', operands: { years: number(ageYears) } });
  }
  if (compulsory.months >= minimumYears * MONTHS_PER_YEAR) {
    warnings.push({ code: 'compulsory_early_rules', operands: { years: number(minimumYears) } });
    const level = rules.value('reference_level');
    if (figures.pension !== null && figures.pension < level) {
      warnings.push({
        code: 'compulsory_minimum_pension',
        operands: { years: number(minimumYears), level: money(level) },
      });
    }
  }
  return warnings;
}

/**
 * Who joined before the mark of the former law may retire at its lower age. Where nobody told the first month, the
 * months paid show whether it is possible.
 */
function oldJoinerWarnings(
  { situation, oldJoiner }: PensionCase,
  { figures, earlyStart }: CalculatedPension,
): Remark[] {
  if (oldJoiner === undefined) return [];
  const { date, firstPaid, monthsPaid, monthsPlanned } = situation;
  const { before, years, age } = oldJoiner;
  const operands = { before: day(before), years: number(years), age: number(age) };
  if (figures.earlyRetirement !== null) {
    const start = earlyStart === null ? figures.earlyRetirement.month : earlyStart.from;
    return [{ code: 'early_retirement_by_wish', operands: { ...operands, from: month(monthOf(start)) } }];
  }
  const joinedBefore = monthsPaid > monthsBetween(monthOf(before), monthOf(date));
  if (firstPaid !== undefined || !joinedBefore || monthsPaid + monthsPlanned < years * MONTHS_PER_YEAR) {
    return [];
  }
  return [{ code: 'old_joiner_possible', operands }];
}
