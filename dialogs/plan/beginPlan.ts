import type { DialogContext } from 'botbuilder-dialogs';
import { readMonths, readSex, readYesNo } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import type { Reopened } from '../forms/FormDialog.js';
import { looksLikeQuestion } from '../questions.js';
import { readBirthday } from '../told/readBirthday.js';
import { planForm } from './planForm.js';
import type { PlanValues } from './planValues.js';
import { readPlanValues, startOfPlan } from './readPlanValues.js';

/** An answer to what was just asked is short; a longer message is a question of its own. */
const longestAnswer = 8;
/** Two digits alone may be an age or the end of a year: that is asked. */
const bareNumber = /^\D{0,3}(\d{1,2})\D{0,3}$/;
/** Answers after which somebody's own figures lead on to a plan. */
const pensionTopics = [
  'tn-dk-luong-huu',
  'tn-tuoi-huu',
  'tn-tinh-luong-huu',
  'tn-thoi-diem-huu',
  'tn-nam-thieu',
  'tn-huu-som',
  'tn-du-nam-chua-du-tuoi',
  'tn-tuoi',
];
const asksToReckon =
  /\b(?:tinh|uoc tinh|len ke hoach|ke hoach) (?:\S+ ){0,3}(?:luong huu|nghi huu)\b|\b(?:work out|calculate|plan) (?:\S+ ){0,2}pension\b/i;
/** How a pension is reckoned in general is told by an answer. */
const asksInGeneral = /\b(?:cach|cong thuc|the nao|ra sao|nhu nao|nhu the|dua vao|how (?:is|are|do))\b/i;
const asksOfOneself =
  /\b(?:toi|tui|em|minh|chau|bao gio|khi nao|chung nao|bao nhieu|bn|i|my|when|how much)\b/i;
const speaksOfPension =
  /\b(?:luong huu|nghi huu|ve huu|huong huu|lanh huu|tuoi huu|co huu|duoc huu|huu tri)\b(?! xa hoi)|\b(?:pension|retire)\w*\b/i;
const asksWhetherInTime =
  /\b(?:con kip|kip khong|kip ko|co kip|muon khong|tre qua|too late|still in time)\b/i;

/** Whether an answer is about the age and the way to a pension. */
export function isPensionTopic(topic: string | undefined): boolean {
  return topic !== undefined && pensionTopics.includes(topic);
}

/**
 * Begins a plan when the message asks for one: by a button, by asking to reckon a pension, by asking about one with an age
 * or a birth, or by telling such after an answer that asked for it. False when it asks for none.
 */
export async function beginPlan(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const said = turn.memory.locale === 'en' ? `${turn.plain} ${turn.text}` : turn.plain;
  if (turn.says('plan') || turn.says('plan_when')) return open(turn, dialogs, startOfPlan(turn));
  const afterPath = turn.memory.estimate?.kind === 'plan' && turn.memory.lastWas === 'estimate';
  if (afterPath && (turn.says('plan_money') || turn.says('plan_pension')))
    return open(turn, dialogs, knownByPath(turn));
  if (asksToReckon.test(said) && !asksInGeneral.test(said)) return open(turn, dialogs, startOfPlan(turn));
  const now = readPlanValues(turn);
  const tellsAge = now.age !== undefined || now.birth !== undefined;
  const tellsOfWhom = tellsAge || now.person !== undefined;
  if (speaksOfPension.test(said) && tellsOfWhom && asksOfOneself.test(said))
    return open(turn, dialogs, startOfPlan(turn));
  const goesOn = turn.memory.lastWas === 'topic' && isPensionTopic(turn.memory.topic);
  if (!goesOn || asksWhetherInTime.test(said)) return false;
  const isAnswer = tellsAge || now.sex !== undefined || now.monthsPaid !== undefined;
  const bare = readBareAnswer(turn);
  if (!isAnswer && bare === undefined) return false;
  const number = bareNumber.exec(turn.plain)?.[1];
  if (number === undefined) return open(turn, dialogs, { ...startOfPlan(turn), ...bare });
  const hint = turn.t('plan.birth_or_age', { number });
  const position = { values: startOfPlan(turn), asked: 'birth', filled: [], misses: 0 };
  turn.memory.misses = 0;
  await dialogs.beginDialog(planForm.id, { reopened: position, hint } satisfies Reopened);
  return true;
}

/** "1981", "nữ 1981", "3 năm", "ừ" after an answer that asks for sex, birth and time paid; undefined for anything else. */
function readBareAnswer(turn: ChatTurn): Partial<PlanValues> | undefined {
  if (turn.plain.split(' ').length > longestAnswer || looksLikeQuestion(turn)) return undefined;
  const sex = readSex(turn.text);
  const born = bareNumber.test(turn.plain) ? {} : readBirthday(turn);
  const time = readMonths(turn.told);
  const paid =
    Object.keys(born).length === 0 &&
    !bareNumber.test(turn.plain) &&
    time.status === 'value' &&
    Number.isInteger(time.value)
      ? { monthsPaid: time.value }
      : {};
  const told = { ...(sex.status === 'value' ? { sex: sex.value } : {}), ...born, ...paid };
  const yes = readYesNo(turn.text);
  const goesOn = bareNumber.test(turn.plain) || (yes.status === 'value' && yes.value);
  return Object.keys(told).length > 0 || goesOn ? told : undefined;
}

/** Whether an age was told with a question about the way to a pension ("50 tuổi đóng còn kịp không"). */
export function asksForPath(turn: ChatTurn, topic: string): boolean {
  if (!isPensionTopic(topic)) return false;
  const { age, birth } = readPlanValues(turn);
  return age !== undefined || birth !== undefined;
}

/** Asks for what the day of a pension hangs on, and nothing about money yet. */
export async function beginPath(turn: ChatTurn, dialogs: DialogContext): Promise<void> {
  await open(turn, dialogs, { ...startOfPlan(turn), want: 'path' });
}

async function open(turn: ChatTurn, dialogs: DialogContext, values: Partial<PlanValues>): Promise<true> {
  turn.memory.misses = 0;
  await dialogs.beginDialog(planForm.id, values);
  return true;
}

/** What the way to a pension was told with, without what was only taken there. */
function knownByPath(turn: ChatTurn): Partial<PlanValues> {
  const { estimate, person, told } = turn.memory;
  const known = person === 'self' ? told : {};
  if (estimate?.kind !== 'plan') return startOfPlan(turn);
  const { sex, birth } = estimate.input;
  return { ...known, person, sex, birth };
}
