import { readYesNo } from '../../src/language/index.js';
import type { ChatTurn, ChoiceButton } from '../ChatTurn.js';
import { amountOf } from '../tableValues.js';

/** The buttons that tell who of a household has a card already. */
export function coveredChoices(turn: ChatTurn): readonly ChoiceButton[] {
  return [
    turn.button('covered_none'),
    turn.button('covered_worker'),
    turn.button('covered_pupil'),
    turn.button('covered_child', childAge(turn)),
  ];
}

/** Whether the message says that nobody has a card yet. */
export function tellsNobody(turn: ChatTurn): boolean {
  const answer = readYesNo(turn.text);
  const denies = answer.status === 'value' && !answer.value;
  return turn.says('covered_none') || denies || /^\W*(?:none|nobody|no one)\W*$/i.test(turn.text);
}

/** Up to which age children have a card for nothing. */
export function childAge(turn: ChatTurn): Readonly<{ age: number }> {
  return { age: amountOf(turn, 'hhi.child_age') };
}
