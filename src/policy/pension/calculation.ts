import { yearsCounted } from '../benefits/yearsCounted.js';
import { addMonths, monthOf, monthsBetween } from '../dates.js';
import type { UsedParameter } from '../lookUp.js';
import type { Retirement } from '../retirement.js';
import { roundedProduct } from '../roundedProduct.js';
import type { AverageIncome } from './averageIncome.js';
import type { PensionRules, readOldJoinerRules } from './rules.js';
import type { CompletePension } from './situation.js';
import { lastMonthPaid, pensionStart, type PensionStart } from './timing.js';

/** `rate`, `pension` (đồng a month) and `oneOff` (đồng) are null while months are missing or nothing is due. */
export type PensionFigures = Readonly<{
  retirement: Retirement;
  /** Đồng a month, on which the pension is reckoned. */
  averageIncome: number;
  rate: number | null;
  pension: number | null;
  oneOff: number | null;
  shortfallMonths: number;
  /** First day of the pension, `YYYY-MM-DD`; null while months are missing. */
  pensionFrom: string | null;
  /** The former, lower age, for who joined voluntary insurance before its mark and may choose it. */
  earlyRetirement: Retirement | null;
}>;

/** Everything a pension is reckoned from. */
export type PensionCase = Readonly<{
  situation: CompletePension;
  retirement: Retirement;
  retirementUsed: UsedParameter;
  rules: PensionRules;
  income: AverageIncome;
  oldJoiner: ReturnType<typeof readOldJoinerRules>;
}>;

export type CalculatedPension = Readonly<{
  figures: PensionFigures;
  /** Months counted, and the years they make for the amount. */
  months: number;
  years: number;
  oneOff: OneOff;
  start: PensionStart | null;
  earlyStart: PensionStart | null;
}>;

/** Years above the highest rate: `before` reaching the age and `after` it. */
export type OneOff = Readonly<{ before: number; after: number }>;

export const MONTHS_PER_YEAR = 12;

/** All months that count for the right to a pension: voluntary ones, paid and planned, and compulsory ones. */
export function monthsCounted({ monthsPaid, monthsPlanned, compulsory }: CompletePension): number {
  return monthsPaid + monthsPlanned + (compulsory?.months ?? 0);
}

/** The figures of a pension. Law 41/2024/QH15 articles 98 to 101 and 141 clause 9. */
export function calculatePension(given: PensionCase): CalculatedPension {
  const { situation, retirement, income, rules } = given;
  const { value } = rules;
  const months = monthsCounted(situation);
  const years = yearsCounted(months, value('pension.odd_months.half_year_max'));
  // For the right to a pension a year is twelve full months: the rounding of odd months serves the amount only.
  const shortfallMonths = Math.max(0, value('pension.min_years') * MONTHS_PER_YEAR - months);
  const averageIncome = income.average;
  const earlyRetirement = earlyRetirementOf(given);
  const always = { retirement, averageIncome, shortfallMonths, earlyRetirement };
  if (shortfallMonths > 0) {
    return {
      figures: { ...always, rate: null, pension: null, oneOff: null, pensionFrom: null },
      ...{ months, years, oneOff: { before: 0, after: 0 }, start: null, earlyStart: null },
    };
  }
  const rate = Math.min(value('pension.rate.max'), rateFor(given, years));
  const oneOff = oneOffYears(given, months);
  const start = pensionStart(situation, retirement.month);
  return {
    figures: {
      ...always,
      rate,
      pension: roundedProduct({ factors: [averageIncome], percents: [rate] }),
      oneOff: oneOffAmount(given, oneOff),
      pensionFrom: start.from,
    },
    ...{ months, years, oneOff, start },
    earlyStart: earlyRetirement === null ? null : pensionStart(situation, earlyRetirement.month),
  };
}

/**
 * Months that can have been paid after reaching the age: from the month after it to the last one that is paid or planned.
 */
export function monthsPossibleAfterAge({ situation, retirement }: PensionCase): number {
  const ends = [monthOf(situation.date), lastMonthPaid(situation) ?? ''];
  return Math.max(0, ...ends.filter(Boolean).map((end) => monthsBetween(retirement.month, end)));
}

function rateFor({ situation: { sex }, rules: { value } }: PensionCase, years: number): number {
  const minYears = value('pension.min_years');
  if (sex === 'female') {
    return value('pension.rate.female.start') + (years - minYears) * value('pension.rate.female.step');
  }
  const fullYears = value('pension.rate.male.full_start_years');
  return years < fullYears
    ? value('pension.rate.male.start') + (years - minYears) * value('pension.rate.male.step_low')
    : value('pension.rate.male.full_start') + (years - fullYears) * value('pension.rate.male.step');
}

/**
 * What is above the years of the highest rate without the months after the age was paid before it, the rest after it:
 * so no time is counted in both parts. Article 100.
 */
function oneOffYears({ situation, rules: { value } }: PensionCase, months: number): OneOff {
  const threshold =
    situation.sex === 'female' ? value('pension.bonus.years_female') : value('pension.bonus.years_male');
  const above = (count: number): number =>
    Math.max(0, yearsCounted(count, value('pension.odd_months.half_year_max')) - threshold);
  const before = above(months - (situation.monthsAfterAge ?? 0));
  return { before, after: above(months) - before };
}

function oneOffAmount(
  { income: { average }, rules: { value } }: PensionCase,
  { before, after }: OneOff,
): number | null {
  if (before + after === 0) return null;
  const multiple =
    before * value('pension.bonus.before_age') + (after === 0 ? 0 : after * value('pension.bonus.after_age'));
  return roundedProduct({ factors: [average, multiple] });
}

/** Only voluntary months count towards the years of the former age. Decree 159/2025/NĐ-CP article 13. */
function earlyRetirementOf({ situation, retirement, oldJoiner }: PensionCase): Retirement | null {
  const { birth, firstPaid, monthsPaid, monthsPlanned } = situation;
  if (firstPaid === undefined || oldJoiner === undefined) return null;
  const { before, years, age } = oldJoiner;
  if (firstPaid >= monthOf(before) || monthsPaid + monthsPlanned < years * MONTHS_PER_YEAR) return null;
  const month = addMonths(birth, age * MONTHS_PER_YEAR);
  return month < retirement.month ? { age: { years: age, months: 0 }, month } : null;
}
