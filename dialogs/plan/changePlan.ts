import type { DialogContext } from 'botbuilder-dialogs';
import { readMoney } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { birthChange } from '../told/birthChange.js';
import { keep } from '../told/readFacts.js';
import { ceilingIncome, floorIncome } from '../tableValues.js';
import { planForm } from './planForm.js';
import { planValuesSchema, type PlanValues } from './planValues.js';
import { readPlanValues } from './readPlanValues.js';
import { sayPlan } from './sayPlan.js';

/** The buttons that change a plan, and what each forgets. */
const edits = {
  edit_birth: { birth: undefined },
  edit_paid: { monthsPaid: undefined },
  edit_group: { groups: undefined },
  edit_saving: { budget: undefined, income: undefined },
} as const;

/** Asks again for the one thing that a button wants to change in the last plan. False when it is no such button. */
export async function editedPlan(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const values = planValuesOf(turn);
  const edit = Object.entries(edits).find(([button]) => turn.says(button));
  if (values === undefined || edit === undefined) return false;
  await dialogs.beginDialog(planForm.id, { ...values, ...edit[1] });
  return true;
}

/** "à mức 3 triệu", "sửa tuổi thành 47": the last plan with something else in it. False when nothing in it changes. */
export async function changedPlan(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const before = planValuesOf(turn);
  if (before === undefined) return false;
  const { person: _person, occupation: _occupation, ...told } = readPlanValues(turn);
  const changes = { ...told, ...birthChange(turn, told, before.birth), ...moneyChange(turn, told) };
  if (Object.keys(changes).length === 0) return false;
  const values = { ...before, ...changes };
  if (values.person === 'self') keep(turn, changes);
  if (values.birth === undefined) await dialogs.beginDialog(planForm.id, values);
  else await sayPlan(turn, planValuesSchema.parse(values));
  return true;
}

/** The values behind the last plan; undefined when the last estimate is another. */
export function planValuesOf({ memory }: ChatTurn): Partial<PlanValues> | undefined {
  if (memory.estimate?.kind !== 'plan') return undefined;
  const { sex, birth, monthsPaid, groups = [], budget, incomes } = memory.estimate.input;
  return {
    ...{ person: memory.person, sex, birth, monthsPaid, groups },
    ...(memory.person === 'self' ? { occupation: memory.told.occupation } : {}),
    ...(budget === undefined ? { income: incomes?.[0] } : { budget }),
  };
}

/** An amount without a word of what it is: an income where one can be chosen, savings where it is too little for that. */
function moneyChange(turn: ChatTurn, { income, budget }: Partial<PlanValues>): Partial<PlanValues> {
  if (income !== undefined) return { income, budget: undefined };
  if (budget !== undefined) return { budget, income: undefined };
  const money = readMoney(turn.told);
  if (money.status !== 'value' || money.per === 'day' || money.per === 'year') return {};
  if (money.value < floorIncome(turn)) return { budget: money.value, income: undefined };
  return money.value > ceilingIncome(turn) ? {} : { income: money.value, budget: undefined };
}
