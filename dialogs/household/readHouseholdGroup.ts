import { readChoice, readGroups } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { householdGroups, type HouseholdGroup } from './householdGroups.js';

const averageFarm = /\b(?:muc song trung binh|nong (?:\S+ ){0,4}trung binh)\b/;
const averageFarmInEnglish = /\baverage (?:living standard|farm)|farm\w* .*average/i;
const others =
  /\b(?:dien khac|nguoi co cong|liet si|thuong binh|khuyet tat|tro cap|bao tro|cuu chien binh|other group|merit|disab\w*)\b/i;

/** The group a household says to be in; undefined when the message tells none. */
export function readHouseholdGroup(turn: ChatTurn): HouseholdGroup | undefined {
  const choice = readChoice(
    turn.text,
    householdGroups.map((value) => ({ value, label: turn.t(`household_group.${value}`) })),
  );
  if (choice.status === 'value') return choice.value;
  if (averageFarm.test(turn.plain) || averageFarmInEnglish.test(turn.text)) return 'average_farm';
  const groups = readGroups(turn.told);
  if (groups.status === 'value') {
    const [group] = groups.value;
    if (group === undefined) return 'none';
    // Minorities and islands: the law asks where exactly people live.
    return group === 'poor' || group === 'near_poor' ? group : 'other';
  }
  return others.test(`${turn.plain} ${turn.text}`) ? 'other' : undefined;
}
