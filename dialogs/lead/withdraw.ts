import { readWithdrawal } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';

/** "đừng gọi nữa", "đừng nhắc nữa": one purpose is withdrawn, the other stays. False when the message is neither. */
export async function withdrewPurpose(turn: ChatTurn): Promise<boolean> {
  const reading = readWithdrawal(turn.text);
  if (reading.status === 'none' || turn.memory.lead === undefined) return false;
  const withdrawn = await turn.scope.leads.withdraw(reading.value);
  const key = { call: 'lead.calls_stopped', reminder: 'lead.reminders_stopped' }[reading.value];
  if (reading.value === 'call') delete turn.memory.lead;
  await turn.say({
    text: turn.t(withdrawn > 0 ? key : 'lead.nothing_to_stop', { hotline: turn.hotline }),
    choices: [turn.button('ask_more'), turn.hotlineButton],
  });
  return true;
}
