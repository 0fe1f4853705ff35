import type { DialogContext } from 'botbuilder-dialogs';
import type { VoluntaryInput } from '../../src/estimates/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { voluntaryForm } from '../forms/voluntaryForm.js';
import { readVoluntaryValues } from '../forms/voluntaryValues.js';
import { sayHouseholdEstimate } from '../household/sayHousehold.js';
import { mayJoin, sayExcluded } from '../occupation/sayExcluded.js';
import { planForm } from '../plan/planForm.js';
import type { PlanValues } from '../plan/planValues.js';
import { readPlanValues } from '../plan/readPlanValues.js';
import { sayVoluntaryEstimate } from '../sayEstimate.js';
import { readOccupation } from '../told/readOccupation.js';
import { hasRoom } from './family.js';
import { readRelation, type Relation } from './relations.js';

/** Who is offered when nobody is named. */
const offered = ['husband', 'wife', 'mother', 'father', 'other'] as const;
/** A wish for somebody else's estimate is short; a longer message is a question of its own. */
const longestWish = 14;
const wishes =
  /\btinh\b|\bthem\b|\b(?:thi sao|luon|nua|the nao)$|^(?:con|the con|roi|va|voi) |\bmuc\b.*\d|\b(?:sua|doi)\b/;
const wishesInEnglish =
  /\b(?:also|too|as well|add|work (?:it )?out for|what about|how about|and (?:for )?my|change)\b/i;
/** Benefits for somebody of the family are told by an answer. */
const otherMatters =
  /\b(?:chet|mat|qua doi|sinh con|de con|om|kham|benh|rut|duoc gi|huong gi|tu tuat|mai tang|die[sd]?|sick|birth)\b/i;
const speaksOfPension = /\b(?:luong huu|nghi huu|ve huu|pension|retire\w*)\b/i;
/** Groups that a whole household belongs to; others are a person's own. */
const groupsOfHousehold = ['poor', 'near_poor', 'island'];

/**
 * Makes the last estimate for somebody else of the family too: "tính luôn cho chồng tôi", "còn vợ tôi thì sao", "thêm mẹ 68
 * tuổi". False when nobody else is named or nothing was estimated yet.
 */
export async function beginFamily(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const { estimate } = turn.memory;
  if (turn.says('for_relative')) return askWhom(turn);
  const person = readRelation(turn);
  if (person === undefined || turn.plain.split(' ').length > longestWish) return false;
  const said = turn.memory.locale === 'en' ? turn.text : turn.plain;
  const isOffered = offered.some((one) => turn.says(`relative_${one}`));
  const isWish =
    (turn.memory.locale === 'en' ? wishesInEnglish : wishes).test(said) && !otherMatters.test(said);
  if (!isOffered && (!isWish || turn.memory.lastWas !== 'estimate')) return false;
  if (!hasRoom(turn, person)) {
    await turn.say({ text: turn.t('family.full'), choices: [turn.button('edit'), turn.button('call_me')] });
    return true;
  }
  if (speaksOfPension.test(said)) return beginAlike(turn, dialogs, person);
  switch (estimate?.kind) {
    case undefined:
      await dialogs.beginDialog(voluntaryForm.id, { person, ...readVoluntaryValues(turn) });
      return true;
    case 'voluntary':
      await sayAlike(turn, person, ownInput(turn) ?? estimate.input);
      return true;
    case 'plan':
      return beginAlike(turn, dialogs, person);
    case 'household':
    case 'household-choice':
      return addMember(turn, said);
  }
}

async function askWhom(turn: ChatTurn): Promise<true> {
  await turn.say({
    text: turn.t('family.whom'),
    choices: offered.map((one) => turn.button(`relative_${one}`)),
  });
  return true;
}

/** The citizen's own choice, whoever was reckoned for last. */
function ownInput({ memory }: ChatTurn): VoluntaryInput | undefined {
  const own = memory.family.find(({ person }) => person === 'self')?.estimate;
  return own?.kind === 'voluntary' ? own.input : undefined;
}

/** The same income and way to pay; of the groups those of the household. What differs is told right away or changed after. */
async function sayAlike(turn: ChatTurn, person: Relation, before: VoluntaryInput): Promise<void> {
  const occupation = readOccupation(turn);
  if (!mayJoin({ occupation })) return sayExcluded(turn, { occupation, person });
  const own = turn.memory.family.find((member) => member.person === person)?.estimate;
  const start = own?.kind === 'voluntary' ? own.input : alike(before);
  const changes = readVoluntaryValues(turn);
  const input = { ...start, ...changes };
  const fitting = own === undefined ? [turn.t('family.alike')] : [];
  await sayVoluntaryEstimate(turn, input, { person, fitting });
}

function alike({ groups = [], ...before }: VoluntaryInput): VoluntaryInput {
  return { ...before, groups: groups.filter((group) => groupsOfHousehold.includes(group)) };
}

/** A plan for the relative, with the income and the household's groups of the last estimate. */
async function beginAlike(turn: ChatTurn, dialogs: DialogContext, person: Relation): Promise<true> {
  await dialogs.beginDialog(planForm.id, { ...sharedValues(turn), ...readPlanValues(turn), person });
  return true;
}

function sharedValues({ memory: { estimate } }: ChatTurn): Partial<PlanValues> {
  if (estimate?.kind !== 'plan' && estimate?.kind !== 'voluntary') return {};
  const { groups = [] } = estimate.input;
  const income = estimate.kind === 'plan' ? estimate.input.incomes?.[0] : estimate.input.income;
  return { groups: groups.filter((group) => groupsOfHousehold.includes(group)), income };
}

/** "thêm mẹ 68 tuổi": one more in the household; whoever is only asked about may be counted already. */
async function addMember(turn: ChatTurn, said: string): Promise<boolean> {
  const { estimate } = turn.memory;
  if (estimate?.kind !== 'household' && estimate?.kind !== 'household-choice') return false;
  if (!/\b(?:them|nua|luon|add|also|too)\b/i.test(said)) return false;
  const months = estimate.input.members?.[0]?.months;
  await sayHouseholdEstimate(turn, {
    people: estimate.people + 1,
    ...(months === undefined ? {} : { months }),
    ...(estimate.covered === undefined ? {} : { covered: estimate.covered }),
  });
  return true;
}
