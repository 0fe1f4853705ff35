import type { ChatTurn } from '../ChatTurn.js';
import { looksLikeQuestion } from '../questions.js';
import { bornText } from '../plan/pathText.js';
import { sayMonths } from '../say/times.js';
import type { Facts } from './facts.js';

/** Says back what somebody told of themselves without asking anything. False when they told nothing, or asked. */
export async function sayNoted(turn: ChatTurn, facts: Facts): Promise<boolean> {
  const parts = factTexts(turn, facts);
  if (parts.length === 0 || looksLikeQuestion(turn)) return false;
  turn.memory.misses = 0;
  await turn.say({
    text: turn.t('noted', { facts: parts.join(', ') }),
    choices: [
      turn.button('estimate_voluntary'),
      turn.button('plan'),
      turn.button('estimate_household'),
      turn.button('call_me'),
    ],
  });
  return true;
}

/** Facts in a few words each, as one reads them back. */
export function factTexts(turn: ChatTurn, facts: Facts): readonly string[] {
  const { sex, birth, age, groups, monthsPaid, occupation } = facts;
  return [
    ...(sex === undefined ? [] : [turn.t(`sex.${sex}`)]),
    ...(age === undefined ? [] : [turn.t('span.age', { years: age })]),
    ...(birth === undefined ? [] : [bornText(turn, birth)]),
    ...(occupation === undefined ? [] : [turn.t(`occupation_name.${occupation}`)]),
    ...(groups ?? []).map((group) => turn.words(`estimate:term.group.${group}`)),
    ...(monthsPaid === undefined ? [] : [turn.t('plan.paid', { length: sayMonths(turn, monthsPaid) })]),
  ].map((part) => part.toLocaleLowerCase('vi'));
}
