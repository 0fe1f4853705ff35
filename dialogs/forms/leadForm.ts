import type { ChatTurn } from '../ChatTurn.js';
import { summariseEstimate } from '../sayEstimate.js';
import type { Form } from './Form.js';
import { leadSlots } from './leadSlots.js';
import { leadValues, tellsBeside, type LeadValues } from './leadValues.js';
import { lowerFirst, withinSentence } from './withinSentence.js';

/** Rises with every change of the consent's words, which are stored with each consent too. */
const consentVersion = '2026-11-22';

/** Everything an officer needs for the call, and the consent without which nothing is kept. */
export const leadForm: Form<LeadValues> = {
  id: 'lead',
  schema: leadValues,
  slots: leadSlots,
  overhear: tellsBeside,
  // From the moment the name is asked, whatever comes may tell who the citizen is.
  holdsPersonal: ({ name, phone }, asked) =>
    name !== undefined || phone !== undefined || asked === 'name' || asked === 'phone',
  finish: openLead,
};

async function openLead(turn: ChatTurn, values: LeadValues): Promise<void> {
  const { product = 'both', name = '', phone = '', commune = '', province = '', callTime = '' } = values;
  const { reference } = turn.scope.leads.open({
    product,
    name,
    phone,
    commune,
    province,
    callTime,
    estimate: summariseEstimate(turn),
    consent: {
      purpose: 'call',
      textVersion: consentVersion,
      // Without the summary: name and number stand in the lead only, where they are sealed and can be erased.
      text: turn.t('lead.consent').replaceAll('**', ''),
      locale: turn.memory.locale,
    },
  });
  turn.memory.lead = reference;
  await turn.say({
    text: turn.t('lead.done', {
      reference,
      commune: withinSentence(commune),
      time: lowerFirst(callTime),
      hotline: turn.hotline,
    }),
    choices: [turn.button('ask_more'), turn.hotlineButton],
    channelData: { lead: { reference } },
  });
}
