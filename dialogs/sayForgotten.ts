import type { ChatTurn } from './ChatTurn.js';

/** Tells once that an unfinished wish for a call was forgotten, and why. False where none was. */
export async function sayForgotten(turn: ChatTurn): Promise<boolean> {
  if (!turn.memory.forgotten) return false;
  turn.memory.forgotten = false;
  turn.memory.misses = 0;
  await turn.say({
    text: turn.t('back.forgotten'),
    choices: [turn.button('call_me'), turn.button('ask_more'), turn.hotlineButton],
  });
  return true;
}
