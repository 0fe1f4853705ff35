import { yearsCounted } from './benefits/yearsCounted.js';
import { addMonths, monthOf, monthsBetween } from './dates.js';
import { lookUp } from './lookUp.js';
import { day, money, month, number, percent, term, type Outcome, type Remark, type Step } from './Outcome.js';
import type { ParameterTable } from './ParameterTable.js';
import { readParameters } from './readParameters.js';
import { retirementOf, type Retirement, type Sex } from './retirement.js';
import { reviewWarnings } from './reviewWarnings.js';
import { roundedProduct } from './roundedProduct.js';

export type { Sex } from './retirement.js';

export type PensionSituation = Readonly<{
  /** Day on which the question is asked, `YYYY-MM-DD`. */
  date: string;
  sex?: Sex | undefined;
  /** Month of birth, `YYYY-MM`. */
  birth?: string | undefined;
  /** Average monthly income on which contributions are paid, đồng, after indexation. */
  averageIncome?: number | undefined;
  monthsPaid?: number | undefined;
  monthsPlanned?: number | undefined;
}>;

/** `rate`, `pension` (đồng a month) and `oneOff` (đồng) are null while months are missing or nothing is due. */
export type PensionFigures = Readonly<{
  retirement: Retirement;
  rate: number | null;
  pension: number | null;
  oneOff: number | null;
  shortfallMonths: number;
}>;

const MONTHS_PER_YEAR = 12;

/**
 * The pension after the months paid and planned: retirement age by month of birth, rate by sex and years, the one-off
 * for years above the highest rate. Law 41/2024/QH15 articles 98 to 100; years are counted by article 5 clause 6.
 */
export function pension(situation: PensionSituation, table: ParameterTable): Outcome<PensionFigures> {
  const { date, sex, birth, averageIncome, monthsPaid, monthsPlanned } = situation;
  if (
    sex === undefined ||
    birth === undefined ||
    averageIncome === undefined ||
    monthsPaid === undefined ||
    monthsPlanned === undefined
  ) {
    const wanted = Object.entries({ sex, birth, averageIncome, monthsPaid, monthsPlanned });
    return {
      status: 'incomplete',
      missing: wanted.flatMap(([field, value]) => (value === undefined ? [field] : [])),
    };
  }
  const complete = { date, sex, birth, averageIncome, monthsPaid, monthsPlanned };
  const retirement = retirementOf(complete, table);
  const rules = readPensionRules(complete, table);
  if (retirement.status === 'unknown' || rules.status === 'unknown') {
    const unknown = [
      ...(retirement.status === 'unknown' ? [retirement] : []),
      ...(rules.status === 'unknown' ? rules.unknown : []),
    ];
    return { status: 'unknownParameter', date, unknown };
  }
  const minAge = rules.value('vsi.min_age');
  if (monthsBetween(birth, monthOf(date)) < minAge * MONTHS_PER_YEAR) {
    const basis = rules.used.find(({ id }) => id === 'vsi.min_age')?.basis ?? retirement.used.basis;
    return {
      status: 'notEligible',
      date,
      reasons: [{ code: 'below_min_age', operands: { age: number(minAge) }, basis }],
    };
  }
  const counted = { ...complete, retirement: retirement.retirement, value: rules.value };
  const { figures, years, bonusYears } = calculate(counted);
  const used = [retirement.used, ...rules.used.filter(({ id }) => id !== 'vsi.min_age')];
  return {
    status: 'amount',
    date,
    figures,
    steps: explain(counted, { figures, years, bonusYears }),
    parameters: used,
    assumptions: [
      { code: 'pension_time', operands: { paid: number(monthsPaid), planned: number(monthsPlanned) } },
      { code: 'law_unchanged', operands: { date: day(date) } },
    ],
    warnings: [...warnings(counted, figures, table), ...reviewWarnings(used, date)],
  };
}

type Complete = Readonly<{
  date: string;
  sex: Sex;
  birth: string;
  averageIncome: number;
  monthsPaid: number;
  monthsPlanned: number;
}>;

type Counted = Complete & Readonly<{ retirement: Retirement; value: (id: RuleId) => number }>;

const commonIds = [
  'vsi.min_age',
  'pension.min_years',
  'pension.odd_months.half_year_max',
  'pension.rate.max',
  'pension.bonus.before_age',
  'vsi.arrears.max_months',
] as const;
const idsBySex = {
  female: ['pension.rate.female.start', 'pension.rate.female.step', 'pension.bonus.years_female'],
  male: [
    'pension.rate.male.start',
    'pension.rate.male.step_low',
    'pension.rate.male.full_start_years',
    'pension.rate.male.full_start',
    'pension.rate.male.step',
    'pension.bonus.years_male',
  ],
} as const;
type RuleId = (typeof commonIds)[number] | (typeof idsBySex)[Sex][number];

function readPensionRules({ date, sex }: Complete, table: ParameterTable) {
  return readParameters<RuleId>(table, date, [...commonIds, ...idsBySex[sex]]);
}

type Calculated = Readonly<{ figures: PensionFigures; years: number; bonusYears: number }>;

function calculate(counted: Counted): Calculated {
  const { averageIncome, retirement, value } = counted;
  const months = counted.monthsPaid + counted.monthsPlanned;
  const years = yearsCounted(months, value('pension.odd_months.half_year_max'));
  // For the right to a pension a year is twelve full months: the rounding of odd months serves the amount only.
  const shortfallMonths = Math.max(0, value('pension.min_years') * MONTHS_PER_YEAR - months);
  if (shortfallMonths > 0) {
    return {
      figures: { retirement, rate: null, pension: null, oneOff: null, shortfallMonths },
      years,
      bonusYears: 0,
    };
  }
  const rate = Math.min(value('pension.rate.max'), rateFor(counted, years));
  const bonusYears = Math.max(0, years - bonusThreshold(counted));
  const oneOff =
    bonusYears > 0
      ? roundedProduct({ factors: [averageIncome, bonusYears, value('pension.bonus.before_age')] })
      : null;
  return {
    figures: {
      retirement,
      rate,
      pension: roundedProduct({ factors: [averageIncome], percents: [rate] }),
      oneOff,
      shortfallMonths,
    },
    years,
    bonusYears,
  };
}

function rateFor({ sex, value }: Counted, years: number): number {
  const minYears = value('pension.min_years');
  if (sex === 'female') {
    return value('pension.rate.female.start') + (years - minYears) * value('pension.rate.female.step');
  }
  const fullYears = value('pension.rate.male.full_start_years');
  return years < fullYears
    ? value('pension.rate.male.start') + (years - minYears) * value('pension.rate.male.step_low')
    : value('pension.rate.male.full_start') + (years - fullYears) * value('pension.rate.male.step');
}

function bonusThreshold({ sex, value }: Counted): number {
  return sex === 'female' ? value('pension.bonus.years_female') : value('pension.bonus.years_male');
}

function explain(counted: Counted, { figures, years, bonusYears }: Calculated): Step[] {
  const { averageIncome, sex, birth, monthsPaid, monthsPlanned, value } = counted;
  const { retirement, rate, shortfallMonths } = figures;
  const total = monthsPaid + monthsPlanned;
  const operands = { years: number(retirement.age.years), months: number(retirement.age.months) };
  const steps: Step[] = [
    {
      code: retirement.age.months === 0 ? 'retirement_age' : 'retirement_age_with_months',
      value: retirement.month,
      operands: {
        ...operands,
        sex: term(`sex.${sex}`),
        birth: month(birth),
        result: month(retirement.month),
      },
    },
    {
      code: 'time_counted',
      value: total,
      operands: { paid: number(monthsPaid), planned: number(monthsPlanned), result: number(total) },
    },
  ];
  if (rate === null || figures.pension === null) {
    const minMonths = number(value('pension.min_years') * MONTHS_PER_YEAR);
    steps.push({
      code: 'shortfall',
      value: shortfallMonths,
      operands: { minMonths, total: number(total), result: number(shortfallMonths) },
    });
    return steps;
  }
  steps.push(
    {
      code: 'pension_rate',
      value: rate,
      operands: { years: number(years), sex: term(`sex.${sex}`), result: percent(rate) },
    },
    {
      code: 'pension',
      value: figures.pension,
      operands: { rate: percent(rate), average: money(averageIncome), result: money(figures.pension) },
    },
  );
  if (figures.oneOff !== null) {
    const multiple = number(value('pension.bonus.before_age'));
    const bonus = { years: number(bonusYears), multiple, average: money(averageIncome) };
    steps.push({
      code: 'one_off',
      value: figures.oneOff,
      operands: { ...bonus, result: money(figures.oneOff) },
    });
  }
  return steps;
}

function warnings(counted: Counted, figures: PensionFigures, table: ParameterTable): Remark[] {
  const { date, monthsPlanned, value } = counted;
  const { retirement, shortfallMonths, oneOff } = figures;
  const found: Remark[] = [{ code: 'average_income_as_given', operands: {} }];
  const max = value('vsi.arrears.max_months');
  if (shortfallMonths > 0) {
    const code = shortfallMonths <= max ? 'shortfall_payable_at_once' : 'shortfall_too_long';
    found.push({ code, operands: { months: number(shortfallMonths), max: number(max) } });
  }
  const lastPlanned = addMonths(monthOf(date), monthsPlanned - 1);
  if (monthsPlanned > 0 && lastPlanned > retirement.month) {
    found.push({
      code: 'planned_beyond_age',
      operands: { end: month(lastPlanned), age: month(retirement.month) },
    });
    if (oneOff !== null) found.push({ code: 'one_off_may_be_higher', operands: {} });
  }
  return [...found, ...oldJoinerWarnings(counted, table)];
}

/** Who paid before the mark of the former law may retire at its lower age; the months paid show that it is possible. */
function oldJoinerWarnings(
  { date, sex, monthsPaid, monthsPlanned }: Counted,
  table: ParameterTable,
): Remark[] {
  const mark = lookUp(table, 'pension.old_joiner.joined_before', date);
  const ageId = sex === 'female' ? 'pension.old_joiner.age_female' : 'pension.old_joiner.age_male';
  const read = readParameters(table, date, ['pension.old_joiner.years', ageId]);
  if (mark.status === 'unknown' || typeof mark.value !== 'string' || read.status === 'unknown') return [];
  const years = read.value('pension.old_joiner.years');
  const joinedBefore = monthsPaid > monthsBetween(monthOf(mark.value), monthOf(date));
  if (!joinedBefore || monthsPaid + monthsPlanned < years * MONTHS_PER_YEAR) return [];
  return [
    {
      code: 'old_joiner_possible',
      operands: { before: day(mark.value), years: number(years), age: number(read.value(ageId)) },
    },
  ];
}
