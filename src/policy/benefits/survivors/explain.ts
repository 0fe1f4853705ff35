import { day, money, number, type Step } from '../../Outcome.js';
import { paidInSteps, yearsStep } from '../timeSteps.js';
import type { CalculatedSurvivors, SurvivorsLumpSum } from './calculate.js';
import type { SurvivorsRules } from './rules.js';

/** The reckoning line by line: funeral allowance, lump sum, both together. */
export function explainSurvivors(
  rules: SurvivorsRules,
  { funeral, reckoned, raisedTo, lumpSum }: CalculatedSurvivors,
): Step[] {
  return [
    ...(funeral === null ? [] : [funeralStep(funeral, rules)]),
    ...lumpSumSteps(reckoned, rules),
    ...(raisedTo === null ? [] : [floorStep(raisedTo, rules)]),
    ...(funeral === null ? [] : [totalStep(funeral, lumpSum)]),
  ];
}

function funeralStep(funeral: number, { value }: SurvivorsRules): Step {
  return {
    code: 'funeral',
    value: funeral,
    operands: {
      multiple: number(value('funeral.multiple')),
      ...{ referenceLevel: money(value('reference_level')), result: money(funeral) },
    },
  };
}

function floorStep(
  { average, amount }: Readonly<{ average: number; amount: number }>,
  { value }: SurvivorsRules,
): Step {
  const multiple = number(value('survivor.mixed_min'));
  return {
    code: 'survivor_mixed_min',
    value: amount,
    operands: { multiple, average: money(average), result: money(amount) },
  };
}

function totalStep(funeral: number, lumpSum: number): Step {
  const value = funeral + lumpSum;
  return {
    code: 'survivors_total',
    value,
    operands: { funeral: money(funeral), lumpSum: money(lumpSum), result: money(value) },
  };
}

function lumpSumSteps(reckoned: SurvivorsLumpSum, { value, laterFrom }: SurvivorsRules): Step[] {
  const result = money(reckoned.amount);
  if (reckoned.kind === 'paid') {
    const step = { code: 'survivor_paid', value: reckoned.amount, operands: { result } };
    return [...paidInSteps(reckoned.parts), step];
  }
  if (reckoned.kind === 'pensions') {
    const { pension, monthsReceived, pensions } = reckoned;
    const operands = {
      pensions: number(pensions),
      pension: money(pension),
      received: number(monthsReceived),
    };
    return [{ code: 'survivor_pensions', value: reckoned.amount, operands: { ...operands, result } }];
  }
  const { before, from, time } = reckoned;
  return [
    yearsStep(time, reckoned),
    {
      code: before === 0 ? 'survivor_years' : 'survivor_years_two_times',
      value: reckoned.amount,
      operands: {
        perYearBefore: number(value('survivor.before_2014')),
        perYearFrom: number(value('survivor.from_2014')),
        ...{ before: number(before), from: number(from), mark: day(laterFrom) },
        ...{ average: money(time.average), result },
      },
    },
  ];
}
