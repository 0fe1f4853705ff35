import { retirementStep } from '../benefits/retirementStep.js';
import { day, money, month, number, percent, term, type Step } from '../Outcome.js';
import type { PlanOption } from './option.js';
import type { Planned } from './planned.js';

/** How a plan comes about: the age, what is missing, the way to the pension, then each option. */
export function explainPlan(planned: Planned): Step[] {
  return [
    retirementStep(planned.situation, planned.age.figures.retirement),
    timeStep(planned),
    pathStep(planned),
    ...planned.options.flatMap(({ figures }) => optionSteps(figures)),
    ...waitingSteps(planned),
  ];
}

function timeStep({ situation, path, limits }: Planned): Step {
  const { monthsUntilRetirement, shortfallAtRetirement } = path;
  const operands = {
    paid: number(situation.monthsPaid),
    until: number(monthsUntilRetirement),
    minMonths: number(limits.minMonths),
  };
  if (shortfallAtRetirement === 0) {
    const reached = situation.monthsPaid + monthsUntilRetirement;
    return { code: 'plan_enough', value: reached, operands: { ...operands, result: number(reached) } };
  }
  return {
    code: 'plan_short',
    value: shortfallAtRetirement,
    operands: { ...operands, result: number(shortfallAtRetirement) },
  };
}

function pathStep({ path }: Planned): Step {
  const { kind, payMonths, arrearsMonths, arrearsIn, pensionFrom } = path;
  const operands = { months: number(payMonths), result: day(pensionFrom) };
  const code = payMonths === 0 && arrearsMonths > 0 ? 'plan_arrears_now' : `plan_${kind}`;
  if (arrearsIn === null) return { code, value: pensionFrom, operands };
  const atOnce = { arrears: number(arrearsMonths), arrearsIn: month(arrearsIn) };
  return { code, value: pensionFrom, operands: { ...operands, ...atOnce } };
}

function optionSteps({ income, mode, total, averageIncome, rate, pension, segments }: PlanOption): Step[] {
  const named = { income: money(income), mode: term(`plan_mode.${mode}`) };
  const { gross, state, local, pay } = total;
  const parts = { gross: money(gross), state: money(state), local: money(local), result: money(pay) };
  return [
    {
      code: local > 0 ? 'plan_total_with_local' : 'plan_total',
      value: pay,
      operands: { ...named, ...parts, months: number(monthsOf(segments)) },
    },
    {
      code: 'plan_pension',
      value: pension,
      operands: { ...named, rate: percent(rate), average: money(averageIncome), result: money(pension) },
    },
  ];
}

function waitingSteps({ waiting }: Planned): Step[] {
  if (waiting === null) return [];
  const { startsOn, income, mode, ownDifference } = waiting.figures;
  const { total, segments } = waiting.planned.figures;
  return [
    {
      code: ownDifference < 0 ? 'plan_waiting_cheaper' : 'plan_waiting_dearer',
      value: ownDifference,
      operands: {
        ...{ from: day(startsOn), income: money(income), mode: term(`plan_mode.${mode}`) },
        ...{ total: money(total.pay), months: number(monthsOf(segments)) },
        result: money(Math.abs(ownDifference)),
      },
    },
  ];
}

function monthsOf(segments: PlanOption['segments']): number {
  return segments.reduce((sum, { months }) => sum + months, 0);
}
