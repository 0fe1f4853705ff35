import type { ChatTurn } from '../ChatTurn.js';

/** Buttons of other matters, and the form that each opens if any: whoever presses one is done with this form for now. */
const buttons = {
  call_me: 'lead',
  another_lead: 'lead',
  estimate_voluntary: 'voluntary',
  estimate_household: 'household',
  plan: 'plan',
  card_valid: 'validity',
  cheaper: 'household',
  compare: 'none',
  per_day: 'none',
  next_change: 'none',
} as const;

/** Whether a button of another matter was pressed. */
export function pressedOther(turn: ChatTurn, form: string): boolean {
  return Object.entries(buttons).some(([button, other]) => other !== form && turn.says(button));
}

/** Whether a message that answers nothing here asks in words to be called, or for another calculation. */
export function asksForOther(turn: ChatTurn, form: string): boolean {
  const match = turn.scope.content.match(turn.text, turn.memory.locale);
  if (match.decision === 'lead') return form !== 'lead';
  if (match.decision !== 'estimate') return false;
  const wanted = match.topic?.startsWith('yt-') === true ? 'household' : 'voluntary';
  // What is asked for without a scheme may be this one.
  return match.topic !== null && wanted !== form && form !== 'plan' && form !== 'lead';
}
