import { day, money, month, number, percent, term, type Step } from '../../Outcome.js';
import { retirementStep } from '../retirementStep.js';
import { averageStep, paidInSteps, yearsStep } from '../timeSteps.js';
import type { TimePaid } from '../timePaid.js';
import type { Calculated, Gross } from './calculate.js';
import type { LumpSumRules } from './rules.js';
import type { CompleteLumpSum } from './situation.js';

/** The reckoning line by line: age, time, average, the sum, the State's part, what is left. */
export function explainLumpSum(
  { ground, told }: CompleteLumpSum,
  { time, rules }: Readonly<{ time: TimePaid; rules: LumpSumRules }>,
  { gross, support, deducted }: Calculated,
): Step[] {
  const { retirement } = rules;
  return [
    ...(ground.case === 'age' && retirement !== null ? [retirementStep(ground, retirement)] : []),
    ...(told.kind === 'history' ? [averageStep(time)] : []),
    ...grossSteps(gross, { time, rules }),
    ...(support?.parts ?? []).map(({ group, share, rate, povertyLine, from, to, months, amount }): Step => ({
      code: 'granted_support',
      value: amount,
      operands: {
        group: term(`group.${group}`),
        ...{ share: percent(share), rate: percent(rate), povertyLine: money(povertyLine) },
        ...{ from: month(from), to: month(to), months: number(months), result: money(amount) },
      },
    })),
    ...(support === null ? [] : [lumpSumStep(gross.gross, deducted)]),
  ];
}

function grossSteps(
  gross: Gross,
  { time, rules }: Readonly<{ time: TimePaid; rules: LumpSumRules }>,
): Step[] {
  const average = money(time.average);
  if (gross.kind === 'paid') {
    const multiple = number(rules.value('lump_sum.under_year_max'));
    return [
      ...paidInSteps(gross.parts),
      {
        code: 'lump_sum_under_year',
        value: gross.gross,
        operands: {
          ...{ paid: money(gross.paid), multiple, average, max: money(gross.max) },
          result: money(gross.gross),
        },
      },
    ];
  }
  const { before, from } = gross;
  const multiples = {
    perYearBefore: number(rules.value('lump_sum.before_2014')),
    perYearFrom: number(rules.value('lump_sum.from_2014')),
  };
  return [
    yearsStep(time, gross),
    {
      code: before === 0 ? 'lump_sum_gross' : 'lump_sum_gross_two_times',
      value: gross.gross,
      operands: {
        ...multiples,
        ...{ before: number(before), from: number(from), mark: day(time.laterFrom) },
        ...{ average, result: money(gross.gross) },
      },
    },
  ];
}

function lumpSumStep(gross: number, deducted: number): Step {
  const result = gross - deducted;
  return {
    code: 'lump_sum',
    value: result,
    operands: { gross: money(gross), state: money(deducted), result: money(result) },
  };
}
