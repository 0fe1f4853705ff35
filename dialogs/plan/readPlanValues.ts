import type { ChatTurn } from '../ChatTurn.js';
import { readRelation, sexOf } from '../family/relations.js';
import { readFacts } from '../told/readFacts.js';
import { ceilingIncome, floorIncome } from '../tableValues.js';
import type { PlanValues } from './planValues.js';

/** What a message tells for a plan, of whom it is. Nothing is assumed. */
export function readPlanValues(turn: ChatTurn): Partial<PlanValues> {
  const { income, occupation, tax: _tax, ...facts } = readFacts(turn);
  const person = readRelation(turn);
  return {
    ...(person === undefined ? {} : { person, ...sexFrom(person) }),
    ...facts,
    ...(occupation === undefined ? {} : { occupation }),
    ...(income !== undefined && income >= floorIncome(turn) && income <= ceilingIncome(turn)
      ? { income }
      : {}),
  };
}

/** What a plan for the citizen can start from: everything told so far, and this message. */
export function startOfPlan(turn: ChatTurn): Partial<PlanValues> {
  const now = readPlanValues(turn);
  if (now.person !== undefined) return now;
  const { told } = turn.memory;
  const { birth, age, birthMonth, ...others } = told;
  const tellsBirth = now.birth !== undefined || now.age !== undefined;
  return { ...others, ...(tellsBirth ? {} : { birth, age, birthMonth }), ...now };
}

function sexFrom(person: NonNullable<PlanValues['person']>): Pick<PlanValues, 'sex'> {
  const sex = sexOf(person);
  return sex === undefined ? {} : { sex };
}
