import type { Sex } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';

/** Who of a household an estimate is for. */
export const relations = [
  'self',
  'husband',
  'wife',
  'mother',
  'father',
  'son',
  'daughter',
  'brother',
  'sister',
  'other',
] as const;
export type Relation = (typeof relations)[number];

const vietnamese: readonly (readonly [Relation, RegExp])[] = [
  ['husband', /\b(?:chong|ck|ong xa)\b/],
  ['wife', /\b(?:vo|vk|ba xa)\b/],
  ['mother', /\b(?:me|ma (?:toi|em|minh|tui|chong|vo)|ba (?:noi|ngoai)|me (?:chong|vo))\b/],
  ['father', /\b(?:bo (?:toi|em|minh|chong|vo|gia)|cha|tia|ba (?:toi|em|minh|tui)|ong (?:noi|ngoai))\b/],
  ['son', /\bcon trai\b/],
  ['daughter', /\bcon gai\b/],
  ['brother', /\b(?:anh|em) (?:trai|re)\b/],
  ['sister', /\b(?:chi|em) (?:gai|dau)\b/],
  ['other', /\b(?:nguoi nha|nguoi than|nguoi khac)\b/],
];

const english: readonly (readonly [Relation, RegExp])[] = [
  ['husband', /\bhusband\b/],
  ['wife', /\bwife\b/],
  ['mother', /\b(?:mother|mum|mom|grandmother|grandma)\b/],
  ['father', /\b(?:father|dad|grandfather|grandpa)\b/],
  ['son', /\bson\b/],
  ['daughter', /\bdaughter\b/],
  ['brother', /\bbrother\b/],
  ['sister', /\bsister\b/],
  ['other', /\b(?:relative|family member|somebody else)\b/],
];

/** What is "chong" without accents means the husband, but "chống" and "vỡ", "vô" mean something else. */
const otherWords = /(?:chống|chồng chất|vỡ|vô|vớ|vờ|mè|mẻ|chà|chả|má phanh)/;

/** The relative a message speaks of; undefined for none, or when it speaks of a couple together. */
export function readRelation(turn: ChatTurn): Relation | undefined {
  if (turn.memory.locale === 'en') {
    const said = turn.text.toLowerCase();
    return english.find(([, pattern]) => pattern.test(said))?.[0];
  }
  const couple = /\b(?:vo chong|vck|vkck)\b/;
  if (couple.test(turn.plain) || otherWords.test(turn.text.toLowerCase())) return undefined;
  return vietnamese.find(([, pattern]) => pattern.test(turn.plain))?.[0];
}

const sexes: Readonly<Partial<Record<Relation, Sex>>> = {
  husband: 'male',
  wife: 'female',
  mother: 'female',
  father: 'male',
  son: 'male',
  daughter: 'female',
  brother: 'male',
  sister: 'female',
};

/** The sex that a relation tells; undefined where it tells none. */
export function sexOf(relation: Relation): Sex | undefined {
  return sexes[relation];
}
