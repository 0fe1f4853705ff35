import type { DialogContext } from 'botbuilder-dialogs';
import type { FaqMatch } from '../src/content/index.js';
import type { VoluntaryInput } from '../src/estimates/index.js';
import type { ChatTurn } from './ChatTurn.js';
import { readRelation } from './family/relations.js';
import { mergeOver, news, readCorrectionOf } from './forms/correction.js';
import type { Form } from './forms/Form.js';
import type { Reopened } from './forms/FormDialog.js';
import { householdForm, readHouseholdValues, type HouseholdValues } from './forms/householdForm.js';
import { voluntaryForm } from './forms/voluntaryForm.js';
import { readVoluntaryValues, type VoluntaryValues } from './forms/voluntaryValues.js';
import { validityForm } from './household/validityForm.js';
import { changedPlan, editedPlan, planValuesOf } from './plan/changePlan.js';
import { planForm } from './plan/planForm.js';
import { planValuesSchema } from './plan/planValues.js';
import { editButtons, sayVoluntaryEstimate } from './sayEstimate.js';

/**
 * "sửa mức thành 3 triệu", "đổi số người": one answer behind the last estimate, named, becomes another or is asked again; the rest
 * stays. False where nothing of it is named.
 */
export async function correctedEstimate(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const { estimate } = turn.memory;
  if (estimate?.kind === 'voluntary')
    return corrected(turn, dialogs, voluntaryForm, voluntaryValuesOf(turn, estimate.input));
  const plan = planValuesOf(turn);
  if (plan !== undefined) return corrected(turn, dialogs, planForm, planValuesSchema.parse(plan));
  const household = householdValuesOf(turn);
  if (household !== undefined && (await corrected(turn, dialogs, householdForm, household))) return true;
  return turn.memory.lastWas === 'estimate' && corrected(turn, dialogs, validityForm, {});
}

async function corrected<Values extends object>(
  turn: ChatTurn,
  dialogs: DialogContext,
  form: Form<Values>,
  values: Values,
): Promise<boolean> {
  const correction = readCorrectionOf(form, turn, values);
  switch (correction.status) {
    case 'none':
      return false;
    case 'unnamed': {
      const told = turn.saying(correction.rest);
      // What is said of somebody else changes nothing for whom the estimate is.
      const spokenOf = readRelation(told);
      const ofPerson = form.id === planForm.id || form.id === voluntaryForm.id;
      if (ofPerson && spokenOf !== undefined && spokenOf !== turn.memory.person) return false;
      const before: Record<string, unknown> = Object.fromEntries(Object.entries(values));
      const changes = news(form.overhear(told, '', values), before);
      if (Object.keys(changes).length === 0) return false;
      return begin(dialogs, form.id, mergeOver(form, before, changes));
    }
    case 'changed':
      return begin(dialogs, form.id, correction.values);
    case 'ask': {
      const position = { values: correction.values, asked: correction.slot.name, filled: [], misses: 0 };
      const { hint } = correction;
      const reopened: Reopened = { reopened: position, ...(hint === undefined ? {} : { hint }) };
      return begin(dialogs, form.id, reopened);
    }
  }
}

function voluntaryValuesOf(
  { memory: { person, told } }: ChatTurn,
  { income, groups, mode, years, months }: VoluntaryInput,
): VoluntaryValues {
  const own = person === 'self' ? { occupation: told.occupation, tax: told.tax } : {};
  return { ...own, occupationOpen: true, person, income, groups, mode, years, months };
}

/** The values behind the last price of a household; undefined when the last estimate is another. */
function householdValuesOf(turn: ChatTurn): HouseholdValues | undefined {
  const { estimate } = turn.memory;
  if (estimate?.kind !== 'household' && estimate?.kind !== 'household-choice') return undefined;
  const { people, covered } = estimate;
  const common = { people, covered, months: monthsOf(turn) };
  return estimate.kind === 'household'
    ? common
    : { ...common, want: 'choice', healthGroup: estimate.healthGroup ?? 'none' };
}

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
  const household = householdValuesOf(turn);
  if (turn.says('edit_members'))
    return begin(dialogs, householdForm.id, { ...household, people: undefined, covered: undefined });
  if (turn.says('edit_months') && household !== undefined)
    return begin(dialogs, householdForm.id, { ...household, months: undefined });
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
      return changedHousehold(turn, dialogs);
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

async function changedHousehold(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const before = householdValuesOf(turn);
  const changes = news(readHouseholdValues(turn), { ...before });
  if (before === undefined || Object.keys(changes).length === 0) return false;
  return begin(dialogs, householdForm.id, mergeOver(householdForm, before, changes));
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
