import type { DialogContext } from 'botbuilder-dialogs';
import type { FaqMatch } from '../src/content/index.js';
import type { VoluntaryInput } from '../src/estimates/index.js';
import type { ChatTurn } from './ChatTurn.js';
import { readRelation } from './family/relations.js';
import { householdForm, readHouseholdValues } from './forms/householdForm.js';
import { voluntaryForm } from './forms/voluntaryForm.js';
import { readVoluntaryValues } from './forms/voluntaryValues.js';
import { sayHouseholdEstimate } from './household/sayHousehold.js';
import { changedPlan, editedPlan } from './plan/changePlan.js';
import { editButtons, sayVoluntaryEstimate } from './sayEstimate.js';

/** A change to an estimate ("à mức 3 triệu") is short; a longer message is a question of its own. */
const longestChange = 8;

/** The buttons that change the last estimate. False when the message is none of them. */
export async function pressedEdit(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const { estimate, person } = turn.memory;
  if (turn.says('edit') && estimate !== undefined) {
    await turn.say({ text: turn.t('estimate.edit'), choices: editButtons(turn) });
    return true;
  }
  if (await editedPlan(turn, dialogs)) return true;
  if (estimate?.kind === 'voluntary') {
    const { income, groups, mode, years, months } = estimate.input;
    const all = { income, groups, mode, years, months, person };
    const edits = {
      edit_income: { income: undefined },
      edit_group: { groups: undefined },
      edit_mode: { mode: undefined, years: undefined, months: undefined },
    };
    const edit = Object.entries(edits).find(([button]) => turn.says(button));
    if (edit !== undefined) return begin(dialogs, voluntaryForm.id, { ...all, ...edit[1] });
  }
  if (turn.says('edit_members')) return begin(dialogs, householdForm.id, { months: monthsOf(turn) });
  if (turn.says('edit_months') && (estimate?.kind === 'household' || estimate?.kind === 'household-choice'))
    return begin(dialogs, householdForm.id, { people: estimate.people });
  return false;
}

/** "à mức 3 triệu", "còn đóng 6 tháng thì sao": the last estimate with something else in it. */
export async function changedEstimate(
  turn: ChatTurn,
  dialogs: DialogContext,
  match: FaqMatch,
): Promise<boolean> {
  const { estimate } = turn.memory;
  if (estimate === undefined || turn.plain.split(' ').length > longestChange) return false;
  if (match.decision === 'answer' && turn.memory.lastWas !== 'estimate') return false;
  // What is said of somebody else changes nothing for whom the estimate is.
  const spokenOf = readRelation(turn);
  if (spokenOf !== undefined && spokenOf !== turn.memory.person) return false;
  switch (estimate.kind) {
    case 'plan':
      return changedPlan(turn, dialogs);
    case 'voluntary':
      return changedVoluntary(turn, estimate.input);
    case 'household':
    case 'household-choice':
      return changedHousehold(turn, estimate.people);
  }
}

async function changedVoluntary(turn: ChatTurn, before: VoluntaryInput): Promise<boolean> {
  const changes = readVoluntaryValues(turn);
  if (Object.keys(changes).length === 0) return false;
  const { years: _years, months: _months, ...rest } = before;
  const kept = changes.mode === undefined ? before : rest;
  const input = { ...kept, ...changes };
  if (input.mode === 'advance' && input.years === undefined) return false;
  if (input.mode === 'arrears' && input.months === undefined) return false;
  await sayVoluntaryEstimate(turn, input, { person: turn.memory.person });
  return true;
}

async function changedHousehold(turn: ChatTurn, before: number): Promise<boolean> {
  const { people, months = monthsOf(turn) } = readHouseholdValues(turn);
  if (people === undefined && months === monthsOf(turn)) return false;
  await sayHouseholdEstimate(turn, {
    people: people ?? before,
    ...(months === undefined ? {} : { months }),
  });
  return true;
}

/** The length of the cards of the last household. */
function monthsOf({ memory: { estimate } }: ChatTurn): number | undefined {
  const isHousehold = estimate?.kind === 'household' || estimate?.kind === 'household-choice';
  return isHousehold ? estimate.input.members?.[0]?.months : undefined;
}

async function begin(dialogs: DialogContext, form: string, values: object): Promise<true> {
  await dialogs.beginDialog(form, values);
  return true;
}
