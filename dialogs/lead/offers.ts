import { readYesNo } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { lowerFirst } from '../forms/withinSentence.js';
import type { Memory } from '../memory.js';
import { consentText } from './consentText.js';

type Offer = NonNullable<Memory['offer']>;

/** What was offered with the last reply, and only with that one: a yes said later means something else. */
export function takeOffer(turn: ChatTurn): Offer | undefined {
  const { offer } = turn.memory;
  delete turn.memory.offer;
  return offer;
}

/** Answers to what was offered beside a lead: another time for the call, or being reminded. False when the message is neither. */
export async function answerOffer(turn: ChatTurn, offer: Offer | undefined): Promise<boolean> {
  const { lead } = turn.memory;
  if (lead === undefined) return false;
  if (turn.says('remind_me')) return askForReminders(turn);
  if (offer === undefined) return false;
  const agrees = saysYes(turn, offer);
  if (agrees === undefined) return false;
  if (offer.kind === 'call_time') return answerCallTime(turn, offer, agrees);
  if (agrees) turn.scope.leads.agreeToReminders(lead, consentText(turn, 'reminder'));
  const key = agrees ? 'lead.reminders_on' : 'lead.reminders_off';
  await turn.say({ text: turn.t(key, { reference: lead }), choices: [turn.button('ask_more')] });
  return true;
}

/** A purpose of its own: asked in its own words, nothing chosen beforehand, and a no changes nothing else. */
async function askForReminders(turn: ChatTurn): Promise<true> {
  turn.memory.offer = { kind: 'reminder' };
  await turn.say({
    text: turn.t('lead.consent_reminder'),
    choices: [turn.button('agree_reminder'), turn.button('no_reminder')],
    expects: 'consent',
  });
  return true;
}

async function answerCallTime(
  turn: ChatTurn,
  { callTime }: Extract<Offer, { kind: 'call_time' }>,
  agrees: boolean,
): Promise<true> {
  const { lead = '' } = turn.memory;
  if (agrees) turn.scope.leads.setCallTime(lead, callTime);
  const told = { reference: lead, hotline: turn.hotline };
  await turn.say({
    text: agrees
      ? turn.t('lead.time_changed', { ...told, time: lowerFirst(callTime) })
      : turn.t('lead.time_kept', told),
    choices: [turn.button('remind_me'), turn.button('ask_more')],
  });
  return true;
}

function saysYes(turn: ChatTurn, { kind }: Offer): boolean | undefined {
  const [yes, no] =
    kind === 'call_time'
      ? (['change_time', 'keep_time'] as const)
      : (['agree_reminder', 'no_reminder'] as const);
  if (turn.says(yes)) return true;
  if (turn.says(no)) return false;
  const answer = readYesNo(turn.text);
  return answer.status === 'value' ? answer.value : undefined;
}
