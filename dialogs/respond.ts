import type { DialogContext } from 'botbuilder-dialogs';
import type { FaqMatch } from '../src/content/index.js';
import { asksStepByStep, readHousehold, readPhone } from '../src/language/index.js';
import { changedEstimate, correctedEstimate, pressedEdit } from './changes.js';
import type { ChatTurn } from './ChatTurn.js';
import { householdForm, readHouseholdValues, type HouseholdValues } from './forms/householdForm.js';
import { leadForm } from './forms/leadForm.js';
import { readLeadValues } from './forms/leadValues.js';
import { voluntaryForm } from './forms/voluntaryForm.js';
import { startOfVoluntary } from './forms/voluntaryValues.js';
import { beginGuide } from './guides/beginGuide.js';
import { guideOfTopic } from './guides/findGuide.js';
import { tellsNobody } from './household/coveredChoices.js';
import { sayHouseholdEstimate } from './household/sayHousehold.js';
import { beginJourney } from './journeys.js';
import { asksForPath, beginPath } from './plan/beginPlan.js';
import { answerSeveral } from './answerSeveral.js';
import { sayForgotten } from './sayForgotten.js';
import { takeUp } from './takeUp.js';
import { answerQuestion, answerTopic, askWhich, chooseOffered } from './questions.js';
import type { Facts } from './told/facts.js';
import { listen } from './told/readFacts.js';
import { sayNoted } from './told/sayNoted.js';
import { noteOffered, noteUnanswered } from './unanswered.js';

/** What the button "Được lợi gì?" asks. */
const benefitsTopic = 'tn-khai-niem';
const boughtAtTopic = 'yt-mua-o-dau';
/** A household is told in a few words; a longer message is a question of its own. */
const longestHousehold = 12;
const ownHousehold = /\b(?:nha|gia dinh|ca nha|ho|vo chong|my family|household|we are|of us)\b/;

/** Answers a message when no form is open: a button, a choice among topics, a change to the last estimate, or a question. */
export async function respond(turn: ChatTurn, dialogs: DialogContext): Promise<void> {
  const told = listen(turn);
  if (await pressedButton(turn, dialogs)) return;
  if (await pressedEdit(turn, dialogs)) return;
  if (await correctedEstimate(turn, dialogs)) return;
  if (await chooseOffered(turn)) return;
  if (await toldCovered(turn)) return;
  if (await beginJourney(turn, dialogs)) return;
  if (await takeUp(turn, dialogs)) return;
  if (readPhone(turn.text).status === 'value') return openLeadForm(turn, dialogs);

  const match = turn.scope.content.match(turn.text, turn.memory.locale);
  if (match.decision !== 'lead' && (await changedEstimate(turn, dialogs, match))) return;
  if (match.decision === 'lead') return openLeadForm(turn, dialogs);
  if (await toldHousehold(turn, dialogs, match)) return;
  if (match.why?.reason !== 'word_for_word' && (await askedSeveral(turn, dialogs))) return;
  if (match.decision === 'handoff' && (await sayNoted(turn, told))) return;
  if (match.decision === 'clarify' && tellsMuch(told) && (await sayNoted(turn, told))) return;
  if (turn.isBack && mayBeGreeting(match) && (await sayForgotten(turn))) return;
  await decide(turn, dialogs, match);
}

/** Several questions in one message; what asks for a calculation follows the answers. */
async function askedSeveral(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const several = await answerSeveral(turn, [turn.button('call_me')]);
  if (several.status === 'nothing') return false;
  if (several.estimate !== undefined) await openEstimateForm(turn, dialogs, several.estimate);
  return true;
}

/** Two things told of oneself and no question are told to be used. */
function tellsMuch(told: Facts): boolean {
  return Object.values(told).filter((value) => value !== undefined).length > 1;
}

function mayBeGreeting({ decision }: FaqMatch): boolean {
  return decision === 'smalltalk' || decision === 'handoff';
}

/** "Nhà 4 người": a household told without a word of what about it; its price is what is worked out of one. */
async function toldHousehold(turn: ChatTurn, dialogs: DialogContext, match: FaqMatch): Promise<boolean> {
  const isOpen = match.decision === 'handoff' || match.decision === 'clarify';
  const isShort = turn.plain.split(' ').length <= longestHousehold;
  const namesOther = /\b(?:bhxh|xa hoi|tu nguyen|luong huu|pension|social)\b/.test(turn.plain);
  if (!isOpen || !isShort || namesOther || !ownHousehold.test(`${turn.plain} ${turn.text.toLowerCase()}`))
    return false;
  const told = readHouseholdValues(turn);
  if (told.people === undefined) return false;
  turn.memory.misses = 0;
  return begin(dialogs, householdForm.id, told);
}

async function decide(turn: ChatTurn, dialogs: DialogContext, match: FaqMatch): Promise<void> {
  switch (match.decision) {
    case 'lead':
      return openLeadForm(turn, dialogs);
    case 'estimate':
      return openEstimateForm(turn, dialogs, match);
    case 'answer':
      if (match.topic !== null && (await toldStepByStep(turn, dialogs, match.topic))) return;
      if (match.topic !== null && (await toldPath(turn, dialogs, match.topic))) return;
      if (match.topic !== null && (await answerTopic(turn, match.topic))) return;
      return notUnderstood(turn, match);
    case 'clarify':
      turn.memory.misses = 0;
      noteOffered(turn);
      return askWhich(
        turn,
        match.candidates.map(({ topic }) => topic),
      );
    case 'smalltalk':
      turn.memory.misses = 0;
      return turn.say({
        text: turn.t(`smalltalk.${match.smalltalk ?? 'other'}`, { hotline: turn.hotline }),
        choices: [
          turn.button('estimate_voluntary'),
          turn.button('estimate_household'),
          turn.button('call_me'),
        ],
      });
    case 'handoff':
      return notUnderstood(turn, match);
  }
}

/** "chỉ tôi từng bước cài VssID": the guide itself is the answer. */
async function toldStepByStep(turn: ChatTurn, dialogs: DialogContext, topic: string): Promise<boolean> {
  const guide = asksStepByStep(turn.text) ? guideOfTopic(turn, topic) : undefined;
  return guide !== undefined && beginGuide(turn, dialogs, guide);
}

/** "50 tuổi đóng còn kịp không": the answer, and then what the citizen's own day hangs on. */
async function toldPath(turn: ChatTurn, dialogs: DialogContext, topic: string): Promise<boolean> {
  if (!asksForPath(turn, topic) || !(await answerQuestion(turn))) return false;
  await beginPath(turn, dialogs);
  return true;
}

/** The first time another wording is asked for, the second time a person is offered; never a guess. */
async function notUnderstood(turn: ChatTurn, match: FaqMatch): Promise<void> {
  noteUnanswered(turn, match);
  turn.memory.misses += 1;
  const first = turn.memory.misses === 1;
  await turn.say({
    text: turn.t(first ? 'not_understood.first' : 'not_understood.again', { hotline: turn.hotline }),
    choices: first
      ? [
          turn.button('estimate_voluntary'),
          turn.button('estimate_household'),
          turn.button('call_me'),
          turn.hotlineButton,
        ]
      : [turn.button('call_me'), turn.hotlineButton, turn.button('ask_more')],
  });
}

async function openLeadForm(turn: ChatTurn, dialogs: DialogContext): Promise<void> {
  turn.memory.misses = 0;
  if (turn.memory.lead !== undefined && !turn.says('another_lead')) {
    await turn.say({
      text: turn.t('lead.already', { reference: turn.memory.lead, hotline: turn.hotline }),
      choices: [turn.button('another_lead'), turn.button('ask_more')],
    });
    return;
  }
  await dialogs.beginDialog(leadForm.id, readLeadValues(turn));
}

async function openEstimateForm(turn: ChatTurn, dialogs: DialogContext, match: FaqMatch): Promise<void> {
  turn.memory.misses = 0;
  const household = readHouseholdValues(turn);
  const isHousehold =
    match.topic?.startsWith('yt-') === true || (match.topic === null && household.people !== undefined);
  if (isHousehold) await dialogs.beginDialog(householdForm.id, household);
  else await dialogs.beginDialog(voluntaryForm.id, startOfVoluntary(turn));
}

async function pressedButton(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const pressed = (key: string) => turn.says(key);
  if (pressed('estimate_voluntary')) return begin(dialogs, voluntaryForm.id, startOfVoluntary(turn));
  if (pressed('estimate_household')) return begin(dialogs, householdForm.id, {});
  if (pressed('call_me') || pressed('another_lead')) {
    await openLeadForm(turn, dialogs);
    return true;
  }
  if (pressed('benefits')) return answerTopic(turn, benefitsTopic);
  if (pressed('where_to_buy')) return answerTopic(turn, boughtAtTopic);
  if (pressed('ask_more') || pressed('other_question')) {
    turn.memory.misses = 0;
    turn.memory.offered = [];
    await turn.say({ text: turn.t('ask_away') });
    return true;
  }
  return false;
}

/** After an estimate for a whole household: who of them has a card already. */
async function toldCovered(turn: ChatTurn): Promise<boolean> {
  const { estimate } = turn.memory;
  if (estimate?.kind !== 'household' || estimate.coveredKnown) return false;
  const { people } = estimate;
  const months = estimate.input.members?.[0]?.months;
  const before: HouseholdValues = { people, ...(months === undefined ? {} : { months }) };
  if (tellsNobody(turn)) {
    await sayHouseholdEstimate(turn, { ...before, covered: { worker: 0, pupil: 0, child: 0 } });
    return true;
  }
  const household = readHousehold(turn.told);
  if (household.status !== 'value' || household.value.people !== null) return false;
  const { worker, pupil, child } = household.value.covered;
  await sayHouseholdEstimate(turn, { ...before, covered: { worker, pupil, child } });
  return true;
}

async function begin(dialogs: DialogContext, form: string, values: object): Promise<boolean> {
  await dialogs.beginDialog(form, values);
  return true;
}
