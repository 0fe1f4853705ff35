import type { DialogContext } from 'botbuilder-dialogs';
import type { ChatTurn } from '../ChatTurn.js';
import { householdForm, type HouseholdValues } from '../forms/householdForm.js';
import { readHouseholdGroup } from './readHouseholdGroup.js';

/** A group is named in a few words; a longer message is a question of its own. */
const longestAnswer = 9;

/** What the cheapest way for the last household can start from. */
export function startOfChoice(turn: ChatTurn): HouseholdValues {
  const { estimate, told } = turn.memory;
  const group = told.groups?.find((one) => one === 'poor' || one === 'near_poor');
  const known: HouseholdValues = {
    want: 'choice',
    ...(group === 'poor' || group === 'near_poor' ? { healthGroup: group } : {}),
  };
  if (estimate?.kind !== 'household' && estimate?.kind !== 'household-choice') return known;
  const months = estimate.input.members?.[0]?.months;
  const isAlone = estimate.people === 1;
  const covered = estimate.covered ?? (isAlone ? { worker: 0, pupil: 0, child: 0 } : undefined);
  return {
    ...known,
    people: estimate.people,
    ...(months === undefined ? {} : { months }),
    ...(covered === undefined ? {} : { covered }),
  };
}

/** "nhà em hộ cận nghèo" after the price of a household: the cheapest way with that. False when no group is told. */
export async function toldHealthGroup(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const { estimate, lastWas } = turn.memory;
  const isHousehold = estimate?.kind === 'household' || estimate?.kind === 'household-choice';
  if (!isHousehold || lastWas !== 'estimate' || turn.plain.split(' ').length > longestAnswer) return false;
  const healthGroup = readHouseholdGroup(turn);
  // "Không" alone may answer many things; a group that is named is meant.
  if (healthGroup === undefined || healthGroup === 'none' || turn.text.includes('?')) return false;
  await dialogs.beginDialog(householdForm.id, { ...startOfChoice(turn), healthGroup });
  return true;
}
