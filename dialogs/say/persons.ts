import type { Relation } from '../family/relations.js';
import type { ChatTurn } from '../ChatTurn.js';
import type { Sex } from '../../src/language/index.js';

/** How a sentence names the person it is about: at its beginning, and within it. */
export type Names = Readonly<{ who: string; them: string }>;

/** "Anh", "Chị" or "Anh/chị" for the citizen, "Chồng chị" for a husband. */
export function namesOf(turn: ChatTurn, person: Relation, sex: Sex | undefined): Names {
  const key = person === 'self' ? `self_${sex ?? 'unknown'}` : person;
  const them = turn.t(`person.${key}`);
  return { who: them.charAt(0).toLocaleUpperCase('vi') + them.slice(1), them };
}

/** How the citizen is spoken to, as far as they told. */
export function citizenNames(turn: ChatTurn): Names {
  return namesOf(turn, 'self', turn.memory.told.sex);
}
