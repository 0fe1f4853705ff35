import type { DialogContext } from 'botbuilder-dialogs';
import type { ChatTurn } from '../ChatTurn.js';
import { planForm } from './planForm.js';
import type { PlanValues } from './planValues.js';
import { readPlanValues, startOfPlan } from './readPlanValues.js';

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
  const isAnswer = tellsAge || now.sex !== undefined || now.monthsPaid !== undefined;
  if (goesOn && isAnswer && !asksWhetherInTime.test(said)) return open(turn, dialogs, startOfPlan(turn));
  return false;
}

/** Whether an age was told with a question about the way to a pension ("50 tuổi đóng còn kịp không"). */
export function asksForPath(turn: ChatTurn, topic: string): boolean {
  const { age, birth } = readPlanValues(turn);
  return isPensionTopic(topic) && (age !== undefined || birth !== undefined);
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
