import type { DialogContext } from 'botbuilder-dialogs';
import { readChoice, readGroups, readHousehold, readMode, readMoney } from '../src/language/index.js';
import type { ChatTurn } from './ChatTurn.js';
import { householdForm, readHouseholdValues } from './forms/householdForm.js';
import { voluntaryForm } from './forms/voluntaryForm.js';
import { readVoluntaryValues, startOfVoluntary, type VoluntaryValues } from './forms/voluntaryValues.js';
import { readDay } from './household/readDay.js';
import { readHouseholdGroup } from './household/readHouseholdGroup.js';
import { startOfChoice } from './household/startOfChoice.js';
import { validityForm } from './household/validityForm.js';
import { groupTopics, validityTopics } from './journeyButtons.js';
import { findTopic, looksLikeQuestion } from './questions.js';
import { ceilingIncome, floorIncome } from './tableValues.js';

/** A value said in answer to what was just told is short; a longer message is a question of its own. */
const longestValue = 8;
const bareNumber = /^\D{0,3}(\d{1,2})\D{0,3}$/;
const mostPeople = 20;

/**
 * A bare value after an answer that leads on to working something out: "2 triệu", "hộ cận nghèo", "4 người", "31/10/2026". Begins
 * that with it. False where the message is no value that the answer leads on to.
 */
export async function takeUp(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const { lastWas, topic } = turn.memory;
  if (lastWas !== 'topic' || topic === undefined) return false;
  if (turn.plain.split(' ').length > longestValue || looksLikeQuestion(turn)) return false;
  if (validityTopics.includes(topic)) return takeUpDay(turn, dialogs);
  if (groupTopics.includes(topic)) return takeUpGroup(turn, dialogs);
  switch (findTopic(turn, topic)?.nextStep) {
    case 'estimate_voluntary':
      return takeUpVoluntary(turn, dialogs);
    case 'estimate_household':
      return takeUpHousehold(turn, dialogs);
    default:
      return false;
  }
}

async function takeUpDay(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const expiry = readDay(turn.text, Number(turn.scope.today.slice(0, 4)));
  return expiry !== undefined && begin(turn, dialogs, validityForm.id, { expiry });
}

async function takeUpGroup(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const healthGroup = readHouseholdGroup(turn);
  if (healthGroup === undefined || healthGroup === 'none') return false;
  return begin(turn, dialogs, householdForm.id, { ...startOfChoice(turn), healthGroup });
}

async function takeUpVoluntary(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const told: VoluntaryValues = {
    ...bareIncome(turn),
    ...bareGroups(turn),
    ...bareMode(turn),
    ...readVoluntaryValues(turn),
  };
  if (Object.keys(told).length === 0) return false;
  return begin(turn, dialogs, voluntaryForm.id, { ...startOfVoluntary(turn), ...told });
}

function bareIncome(turn: ChatTurn): Pick<VoluntaryValues, 'income'> {
  const money = readMoney(turn.told);
  if (money.status !== 'value' || money.per === 'day' || money.per === 'year') return {};
  const isOpen = money.value >= floorIncome(turn) && money.value <= ceilingIncome(turn);
  return isOpen ? { income: money.value } : {};
}

function bareGroups(turn: ChatTurn): Pick<VoluntaryValues, 'groups'> {
  const groups = readGroups(turn.told);
  return groups.status === 'value' && groups.value.length > 0 ? { groups: [...groups.value] } : {};
}

function bareMode(turn: ChatTurn): Pick<VoluntaryValues, 'mode' | 'years'> {
  const names = ['monthly', 'quarterly', 'half_yearly', 'yearly'] as const;
  const choice = readChoice(
    bareNumber.test(turn.plain) ? '' : turn.text,
    names.map((value) => ({ value, label: turn.t(`mode.${value}`) })),
  );
  if (choice.status === 'value') return { mode: choice.value };
  const mode = readMode(turn.plain.includes(' ') ? turn.told : '');
  if (mode.status !== 'value') return {};
  const { years } = mode.value;
  return { mode: mode.value.mode, ...(years === undefined ? {} : { years }) };
}

async function takeUpHousehold(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const number = Number(bareNumber.exec(turn.plain)?.[1] ?? 0);
  const people = number >= 1 && number <= mostPeople ? { people: number } : {};
  const household = readHousehold(turn.told);
  const told = { ...people, ...readHouseholdValues(turn) };
  const isTold =
    Object.keys(told).length > 0 && (household.status === 'value' || 'months' in told || number > 0);
  return isTold && begin(turn, dialogs, householdForm.id, told);
}

async function begin(turn: ChatTurn, dialogs: DialogContext, form: string, values: object): Promise<true> {
  turn.memory.misses = 0;
  await dialogs.beginDialog(form, values);
  return true;
}
