import { retirementStep } from '../benefits/retirementStep.js';
import { money, month, number, percent, term, day, type Step } from '../Outcome.js';
import { roundedProduct } from '../roundedProduct.js';
import { roundedSum } from '../roundedMean.js';
import type { IncomePart } from './averageIncome.js';
import { MONTHS_PER_YEAR, type CalculatedPension, type PensionCase } from './calculation.js';

/** How a pension comes about, line by line. */
export function explainPension(asked: PensionCase, calculated: CalculatedPension): Step[] {
  return [
    retirementStep(asked.situation, asked.retirement),
    timeStep(asked, calculated),
    ...(calculated.figures.shortfallMonths > 0
      ? [shortfallStep(asked, calculated)]
      : [
          ...incomeSteps(asked),
          ...amountSteps(asked, calculated),
          ...oneOffSteps(asked, calculated),
          ...startSteps(calculated),
        ]),
  ];
}

function timeStep({ situation }: PensionCase, { months }: CalculatedPension): Step {
  const { monthsPaid, monthsPlanned, compulsory } = situation;
  const operands = { paid: number(monthsPaid), planned: number(monthsPlanned), result: number(months) };
  return compulsory === undefined
    ? { code: 'time_counted', value: months, operands }
    : {
        code: 'time_counted_mixed',
        value: months,
        operands: { ...operands, compulsory: number(compulsory.months) },
      };
}

function shortfallStep({ rules }: PensionCase, { months, figures }: CalculatedPension): Step {
  const minMonths = rules.value('pension.min_years') * MONTHS_PER_YEAR;
  return {
    code: 'shortfall',
    value: figures.shortfallMonths,
    operands: {
      ...{ minMonths: number(minMonths), total: number(months), result: number(figures.shortfallMonths) },
    },
  };
}

/** An average that was given and holds for all months needs no reckoning. */
function incomeSteps({ income }: PensionCase): Step[] {
  const incomes = new Set(income.parts.map((part) => part.income));
  if (incomes.size === 1 && income.parts.every(({ kind }) => kind === 'paid' || kind === 'planned'))
    return [];
  const months = income.parts.reduce((sum, part) => sum + part.months, 0);
  const total = roundedSum(
    income.parts.map((part) => ({ factors: [part.income, part.coefficient], weight: part.months })),
  );
  return [
    ...income.parts.map(incomeStep),
    {
      code: 'average_income',
      value: income.average,
      operands: { total: money(total), months: number(months), result: money(income.average) },
    },
  ];
}

function incomeStep({ kind, months, income, coefficient, from, to }: IncomePart): Step {
  const value = roundedProduct({ factors: [months, income, coefficient] });
  const operands = { months: number(months), income: money(income), result: money(value) };
  if (kind !== 'indexed' || from === undefined || to === undefined) {
    return { code: `income_${kind}`, value, operands };
  }
  const run = { from: month(from), to: month(to), coefficient: number(coefficient) };
  return { code: 'income_indexed', value, operands: { ...operands, ...run } };
}

function amountSteps({ situation }: PensionCase, { figures, years }: CalculatedPension): Step[] {
  const { rate, pension, averageIncome } = figures;
  if (rate === null || pension === null) return [];
  return [
    {
      code: 'pension_rate',
      value: rate,
      operands: { years: number(years), sex: term(`sex.${situation.sex}`), result: percent(rate) },
    },
    {
      code: 'pension',
      value: pension,
      operands: { rate: percent(rate), average: money(averageIncome), result: money(pension) },
    },
  ];
}

function oneOffSteps({ rules }: PensionCase, { figures, oneOff }: CalculatedPension): Step[] {
  if (figures.oneOff === null) return [];
  const average = figures.averageIncome;
  const partStep = (code: string, years: number, multiple: number): Step => {
    const value = roundedProduct({ factors: [average, years, multiple] });
    const operands = { years: number(years), multiple: number(multiple), average: money(average) };
    return { code, value, operands: { ...operands, result: money(value) } };
  };
  const steps = [
    ...(oneOff.before > 0
      ? [partStep('one_off', oneOff.before, rules.value('pension.bonus.before_age'))]
      : []),
    ...(oneOff.after > 0
      ? [partStep('one_off_after_age', oneOff.after, rules.value('pension.bonus.after_age'))]
      : []),
  ];
  if (steps.length === 1) return steps;
  const operands = { years: number(oneOff.before + oneOff.after), result: money(figures.oneOff) };
  return [...steps, { code: 'one_off_total', value: figures.oneOff, operands }];
}

function startSteps({ figures, start }: CalculatedPension): Step[] {
  if (start === null || figures.pensionFrom === null) return [];
  const operands = { met: month(start.metIn), result: day(figures.pensionFrom) };
  return [{ code: 'pension_start', value: figures.pensionFrom, operands }];
}
