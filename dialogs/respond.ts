import type { DialogContext } from 'botbuilder-dialogs';
import type { FaqMatch } from '../src/content/index.js';
import { estimateVoluntary } from '../src/estimates/index.js';
import { readChoice, readHousehold, readPhone, readYesNo } from '../src/language/index.js';
import type { ChatTurn } from './ChatTurn.js';
import { householdForm, readHouseholdValues, type HouseholdValues } from './forms/householdForm.js';
import { leadForm } from './forms/leadForm.js';
import { readLeadValues } from './forms/leadValues.js';
import { readVoluntaryValues, voluntaryForm } from './forms/voluntaryForm.js';
import { answerTopic, askWhich, findTopic } from './questions.js';
import { sayHouseholdEstimate, sayVoluntaryEstimate } from './sayEstimate.js';

/** What the button "Được lợi gì?" asks. */
const benefitsTopic = 'tn-khai-niem';
const boughtAtTopic = 'yt-mua-o-dau';
/** A change to an estimate ("à mức 3 triệu") is short; a longer message is a question of its own. */
const longestChange = 8;

/** Answers a message when no form is open: a button, a choice among topics, a change to the last estimate, or a question. */
export async function respond(turn: ChatTurn, dialogs: DialogContext): Promise<void> {
  if (await pressedButton(turn, dialogs)) return;
  if (await choseTopic(turn)) return;
  if (await toldCovered(turn)) return;
  if (readPhone(turn.text).status === 'value') return openLeadForm(turn, dialogs);

  const match = turn.scope.content.match(turn.text, turn.memory.locale);
  if (match.decision !== 'lead' && (await changedEstimate(turn, match))) return;
  await decide(turn, dialogs, match);
}

async function decide(turn: ChatTurn, dialogs: DialogContext, match: FaqMatch): Promise<void> {
  switch (match.decision) {
    case 'lead':
      return openLeadForm(turn, dialogs);
    case 'estimate':
      return openEstimateForm(turn, dialogs, match);
    case 'answer':
      if (match.topic !== null && (await answerTopic(turn, match.topic))) return;
      return notUnderstood(turn);
    case 'clarify':
      turn.memory.misses = 0;
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
      return notUnderstood(turn);
  }
}

/** The first time another wording is asked for, the second time a person is offered; never a guess. */
async function notUnderstood(turn: ChatTurn): Promise<void> {
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
  else await dialogs.beginDialog(voluntaryForm.id, readVoluntaryValues(turn));
}

async function pressedButton(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const pressed = (key: string) => turn.says(key);
  const { estimate } = turn.memory;
  if (pressed('estimate_voluntary')) return begin(dialogs, voluntaryForm.id, {});
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
  if (pressed('edit') && estimate !== undefined) {
    const edits =
      estimate.kind === 'voluntary'
        ? ['edit_income', 'edit_group', 'edit_mode']
        : ['edit_members', 'edit_months'];
    await turn.say({ text: turn.t('estimate.edit'), choices: edits.map((key) => turn.button(key)) });
    return true;
  }
  if (estimate?.kind === 'voluntary') {
    const { income, groups, mode, years, months } = estimate.input;
    const all = { income, groups, mode, years, months };
    if (pressed('edit_income')) return begin(dialogs, voluntaryForm.id, { ...all, income: undefined });
    if (pressed('edit_group')) return begin(dialogs, voluntaryForm.id, { ...all, groups: undefined });
    if (pressed('edit_mode')) {
      return begin(dialogs, voluntaryForm.id, {
        ...all,
        mode: undefined,
        years: undefined,
        months: undefined,
      });
    }
  }
  const months = estimate?.kind === 'household' ? estimate.input.members?.[0]?.months : undefined;
  if (pressed('edit_members')) return begin(dialogs, householdForm.id, { months });
  if (pressed('edit_months') && estimate?.kind === 'household') {
    return begin(dialogs, householdForm.id, { people: estimate.people });
  }
  return false;
}

/** A topic among those offered, by number or name. */
async function choseTopic(turn: ChatTurn): Promise<boolean> {
  const offered = turn.memory.offered.flatMap((topic) => findTopic(turn, topic) ?? []);
  if (offered.length === 0) return false;
  const choice = readChoice(
    turn.text,
    offered.map(({ topic, title }) => ({ value: topic, label: title })),
  );
  return choice.status === 'value' && answerTopic(turn, choice.value);
}

/** After an estimate for a whole household: who of them has a card already. */
async function toldCovered(turn: ChatTurn): Promise<boolean> {
  const { estimate } = turn.memory;
  if (estimate?.kind !== 'household' || estimate.coveredKnown) return false;
  const { people } = estimate;
  const months = estimate.input.members?.[0]?.months;
  const before: HouseholdValues = { people, ...(months === undefined ? {} : { months }) };
  const answer = readYesNo(turn.text);
  const nobody = turn.says('covered_none') || (answer.status === 'value' && !answer.value);
  if (nobody) {
    await sayHouseholdEstimate(turn, { ...before, covered: { worker: 0, pupil: 0, child: 0 } });
    return true;
  }
  const household = readHousehold(turn.told);
  if (household.status !== 'value' || household.value.people !== null) return false;
  const { worker, pupil, child } = household.value.covered;
  await sayHouseholdEstimate(turn, { ...before, covered: { worker, pupil, child } });
  return true;
}

/** "à mức 3 triệu", "còn đóng 6 tháng thì sao": the last estimate with something else in it. */
async function changedEstimate(turn: ChatTurn, match: FaqMatch): Promise<boolean> {
  const { estimate } = turn.memory;
  if (estimate === undefined || turn.plain.split(' ').length > longestChange) return false;
  if (match.decision === 'answer' && turn.memory.lastWas !== 'estimate') return false;
  if (estimate.kind === 'voluntary') {
    const changes = readVoluntaryValues(turn);
    if (Object.keys(changes).length === 0) return false;
    const { years: _years, months: _months, ...rest } = estimate.input;
    const kept = changes.mode === undefined ? estimate.input : rest;
    const input = { ...kept, ...changes };
    if (input.mode === 'advance' && input.years === undefined) return false;
    if (input.mode === 'arrears' && input.months === undefined) return false;
    await sayVoluntaryEstimate(turn, input, estimateVoluntary(input, turn.estimateDeps));
    return true;
  }
  const { people, months } = readHouseholdValues(turn);
  if (people === undefined && months === undefined) return false;
  const before = estimate.input.members?.[0]?.months;
  await sayHouseholdEstimate(turn, {
    people: people ?? estimate.people,
    ...((months ?? before) === undefined ? {} : { months: months ?? before }),
  });
  return true;
}

async function begin(dialogs: DialogContext, form: string, values: object): Promise<boolean> {
  await dialogs.beginDialog(form, values);
  return true;
}
