import { estimateComparison, type PlanInput } from '../../src/estimates/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { ceilingIncome, floorIncome } from '../tableValues.js';
import type { PlanValues } from './planValues.js';
import { usualHarvests } from '../usualHarvests.js';

/** The input of a plan; an income that was not chosen is the highest that the savings allow, or the lowest there is. */
export function toPlanInput(turn: ChatTurn, values: PlanValues): PlanInput {
  const { sex, birth, monthsPaid = 0, groups = [], budget, occupation } = values;
  const income = values.income ?? incomeFor(turn, values) ?? floorIncome(turn);
  const kept = Math.min(ceilingIncome(turn), Math.max(floorIncome(turn), income));
  return {
    locale: turn.memory.locale,
    sex,
    birth,
    monthsPaid,
    groups,
    incomes: [kept],
    ...(budget === undefined || values.income !== undefined ? {} : { budget }),
    ...(occupation === 'farmer' ? { harvests: usualHarvests } : {}),
  };
}

function incomeFor(turn: ChatTurn, { budget, groups = [] }: PlanValues): number | undefined {
  if (budget === undefined) return undefined;
  const compared = estimateComparison({ groups, budget, incomes: [floorIncome(turn)] }, turn.estimateDeps);
  return compared.status === 'amount' ? (compared.budgetIncome ?? undefined) : undefined;
}
