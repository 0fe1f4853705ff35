import { formatDate } from '../../src/i18n/index.js';
import { consentText } from '../lead/consentText.js';
import { vietnamDate } from '../../src/i18n/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { officeOf } from '../places/officeOf.js';
import { summariseEstimate } from '../sayEstimate.js';
import type { OpenedLead } from '../TurnScope.js';
import type { Form } from './Form.js';
import { leadSlots } from './leadSlots.js';
import { leadValues, tellsBeside, type LeadValues } from './leadValues.js';
import { lowerFirst } from './withinSentence.js';

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
  const { communeCode } = values;
  const opened = await turn.scope.leads.open({
    product,
    name,
    phone,
    commune,
    province,
    communeCode,
    callTime,
    estimate: summariseEstimate(turn),
    consent: consentText(turn, 'call'),
  });
  turn.memory.lead = opened.reference;
  turn.memory.place = { commune, province, communeCode };
  if (opened.status === 'repeated') return sayRepeated(turn, values, opened);
  await turn.say({
    text: `${whoCalls(turn, values, opened.reference)}\n\n${ifNobodyCalls(turn, values)}`,
    choices: [turn.button('remind_me'), turn.button('ask_more'), turn.hotlineButton],
    channelData: { lead: { reference: opened.reference } },
  });
}

/** Reference, who calls, when, and by which day. */
function whoCalls(turn: ChatTurn, values: LeadValues, reference: string): string {
  const { callBy: by, callWithin: days } = turn.scope.leads;
  const told = {
    reference,
    office: officeOf(turn, values).name,
    time: lowerFirst(values.callTime ?? ''),
    days,
  };
  return by === undefined
    ? turn.t('lead.done_undated', told)
    : turn.t('lead.done', { ...told, by: formatDate(by) });
}

/** The office's own number where it is known; the code is enough there. */
function ifNobodyCalls(turn: ChatTurn, values: LeadValues): string {
  const { phone, isKnown } = officeOf(turn, values);
  return isKnown && phone !== turn.hotline
    ? turn.t('lead.not_called_office', { phone, hotline: turn.hotline })
    : turn.t('lead.not_called', { hotline: turn.hotline });
}

/** The number is on an officer's list already: no second lead; another time for the call is asked for. */
async function sayRepeated(
  turn: ChatTurn,
  values: LeadValues,
  { reference, callTime: before, since }: Extract<OpenedLead, { status: 'repeated' }>,
): Promise<void> {
  const callTime = values.callTime ?? '';
  const isOther = callTime !== '' && callTime !== before;
  if (isOther) turn.memory.offer = { kind: 'call_time', callTime };
  const told = {
    reference,
    date: formatDate(vietnamDate(since)),
    office: officeOf(turn, values).name,
    before: lowerFirst(before),
    time: lowerFirst(callTime),
  };
  await turn.say({
    text: `${turn.t('lead.repeated', told)}\n\n${isOther ? turn.t('lead.repeated_time', told) : ifNobodyCalls(turn, values)}`,
    choices: [
      ...(isOther
        ? [turn.button('change_time'), turn.button('keep_time')]
        : [turn.button('remind_me'), turn.button('ask_more')]),
      turn.hotlineButton,
    ],
    channelData: { lead: { reference } },
  });
}
