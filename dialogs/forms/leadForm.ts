import { z } from 'zod';
import {
  readCallTime,
  readChoice,
  readLocality,
  readName,
  readPhone,
  readProduct,
  readYesNo,
  type Locality,
} from '../../src/language/index.js';
import { formatPhone } from '../../src/leads/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { sameWords } from '../ChatTurn.js';
import { looksLikeQuestion } from '../questions.js';
import { summariseEstimate } from '../sayEstimate.js';
import type { Form, Slot, SlotReading } from './Form.js';

/** Rises with every change of the consent's words, which are stored with each consent too. */
const consentVersion = '2026-11-22';
const products = ['vsi', 'hhi', 'both'] as const;
const times = ['morning', 'afternoon', 'evening', 'any'] as const;
const longestPlace = 80;

const valuesSchema = z.object({
  product: z.enum(products).optional(),
  commune: z.string().optional(),
  province: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  callTime: z.string().optional(),
  consented: z.boolean().optional(),
  /** What the citizen wants to change in the summary; then nothing else is asked. */
  editing: z.boolean().optional(),
});
export type LeadValues = z.infer<typeof valuesSchema>;

/** Everything an officer needs for the call, and the consent without which nothing is kept. */
export const leadForm: Form<LeadValues> = {
  id: 'lead',
  schema: valuesSchema,
  slots: [
    editSlot(),
    productSlot(),
    localitySlot(),
    provinceSlot(),
    nameSlot(),
    phoneSlot(),
    timeSlot(),
    consentSlot(),
  ],
  overhear: tellsBeside,
  // From the moment the name is asked, whatever comes may tell who the citizen is.
  holdsPersonal: ({ name, phone }, asked) =>
    name !== undefined || phone !== undefined || asked === 'name' || asked === 'phone',
  finish: openLead,
};

/** Whatever a message tells of a lead beside the wish to be called. */
export function readLeadValues(turn: ChatTurn): LeadValues {
  const product = readProduct(turn.text);
  const phone = readPhone(turn.text);
  const named = phone.status === 'value' ? readName(turn.text) : undefined;
  const place = namesPlace(turn) ? readLocality(turn.text) : undefined;
  const time = readCallTime(turn.text);
  return {
    ...(product.status === 'value' ? { product: product.value } : productOfEstimate(turn)),
    ...(place?.status === 'value' ? toPlace(place.value) : {}),
    ...(time.status === 'value' && phone.status === 'value' ? { callTime: callTimeText(turn, time) } : {}),
    ...(phone.status === 'value' ? { phone: phone.value } : {}),
    ...(named?.status === 'value' ? { name: named.value } : {}),
  };
}

/** Another product, a place or a number, told while something else was asked. */
function tellsBeside(turn: ChatTurn, asked: string): Partial<LeadValues> {
  const product = readProduct(turn.text);
  const phone = readPhone(turn.text);
  const place = namesPlace(turn) ? readLocality(turn.text) : undefined;
  return {
    ...(product.status === 'value' && isShort(turn) ? { product: product.value } : {}),
    ...(phone.status === 'value' ? { phone: phone.value } : {}),
    ...(asked !== 'locality' && place?.status === 'value' ? toPlace(place.value) : {}),
  };
}

const fewWords = 6;

function isShort(turn: ChatTurn): boolean {
  return turn.plain.split(' ').length <= fewWords;
}

/** "xã", "phường" and the like stand before a name: whatever was asked, this is a place. */
function namesPlace(turn: ChatTurn): boolean {
  return /\b(?:xa|phuong|thi tran|dac khu|commune|ward)\b/.test(turn.plain);
}

function toPlace({ commune, province }: Locality): Partial<LeadValues> {
  return {
    ...(commune === undefined ? {} : { commune: startLarge(commune) }),
    ...(province === undefined ? {} : { province: startLarge(province) }),
  };
}

function productOfEstimate(turn: ChatTurn): LeadValues {
  const { estimate, topic } = turn.memory;
  if (estimate !== undefined) return { product: estimate.kind === 'voluntary' ? 'vsi' : 'hhi' };
  if (topic?.startsWith('tn-') === true) return { product: 'vsi' };
  return topic?.startsWith('yt-') === true ? { product: 'hhi' } : {};
}

function productSlot(): Slot<LeadValues> {
  return {
    name: 'product',
    expects: 'product',
    fills: ['product'],
    wanted: ({ product }) => product === undefined,
    // A question about a product names it too, and wants an answer first.
    freeText: true,
    ask: (turn) => ({
      text: turn.t('lead.product'),
      choices: products.map((name) => ({ title: turn.t(`product.${name}`) })),
    }),
    read: (turn) => {
      const choice = readChoice(
        turn.text,
        products.map((value) => ({ value, label: turn.t(`product.${value}`) })),
      );
      if (choice.status === 'value') return filled({ product: choice.value });
      const product = readProduct(turn.text);
      if (product.status === 'value') return filled({ product: product.value });
      if (product.status === 'unclear') return filled({ product: 'both' });
      return { status: 'missed', hint: turn.t('lead.product_missed') };
    },
  };
}

function localitySlot(): Slot<LeadValues> {
  return {
    name: 'locality',
    expects: 'locality',
    fills: ['commune', 'province'],
    wanted: ({ commune }) => commune === undefined,
    freeText: true,
    ask: (turn) => ({ text: turn.t('lead.locality'), choices: [] }),
    read: (turn) => {
      const place = readLocality(turn.text);
      if (place.status === 'value' && place.value.commune !== undefined) {
        return filled(toPlace(place.value));
      }
      if (place.status === 'value' && place.value.province !== undefined) {
        return {
          status: 'missed',
          hint: turn.t('lead.commune_missed', { province: startLarge(place.value.province) }),
        };
      }
      return keepTyped(turn, (commune) => filled({ commune }), 'lead.locality_missed');
    },
  };
}

function provinceSlot(): Slot<LeadValues> {
  return {
    name: 'province',
    expects: 'locality',
    fills: ['province'],
    wanted: ({ province }) => province === undefined,
    freeText: true,
    ask: (turn, { commune = '' }) => ({ text: turn.t('lead.province', { commune }), choices: [] }),
    read: (turn) => {
      const place = readLocality(turn.text);
      if (place.status === 'value' && place.value.province !== undefined)
        return filled({ province: startLarge(place.value.province) });
      return keepTyped(turn, (province) => filled({ province }), 'lead.province_missed');
    },
  };
}

function nameSlot(): Slot<LeadValues> {
  return {
    name: 'name',
    expects: 'name',
    fills: ['name'],
    wanted: ({ name }) => name === undefined,
    freeText: true,
    takesDung: true,
    ask: (turn, { phone }) => ({
      text: turn.t(phone === undefined ? 'lead.name_and_phone' : 'lead.name'),
      choices: [],
    }),
    read: (turn) => {
      const phone = readPhone(turn.text);
      const name = readName(turn.text);
      const time = readCallTime(turn.text);
      const found = {
        ...(phone.status === 'value' ? { phone: phone.value } : {}),
        ...(time.status === 'value' && phone.status === 'value'
          ? { callTime: callTimeText(turn, time) }
          : {}),
      };
      if (name.status === 'value' && !namesPlace(turn)) return filled({ ...found, name: name.value });
      if (phone.status === 'value') return filled(found);
      return { status: 'missed', hint: turn.t('lead.name_missed') };
    },
  };
}

function phoneSlot(): Slot<LeadValues> {
  return {
    name: 'phone',
    expects: 'phone',
    fills: ['phone'],
    wanted: ({ phone }) => phone === undefined,
    ask: (turn, { name = '' }) => ({ text: turn.t('lead.phone', { name }), choices: [] }),
    read: (turn) => {
      const phone = readPhone(turn.text);
      if (phone.status === 'value') {
        const time = readCallTime(turn.text);
        return filled({
          phone: phone.value,
          ...(time.status === 'value' ? { callTime: callTimeText(turn, time) } : {}),
        });
      }
      if (phone.status === 'invalid') return { status: 'missed', hint: turn.t(`lead.phone_${phone.reason}`) };
      return { status: 'missed', hint: turn.t('lead.phone_missed') };
    },
  };
}

function timeSlot(): Slot<LeadValues> {
  return {
    name: 'time',
    expects: 'time',
    fills: ['callTime'],
    wanted: ({ callTime }) => callTime === undefined,
    freeText: true,
    ask: (turn) => ({
      text: turn.t('lead.time'),
      choices: times.map((name) => ({ title: turn.t(`time.${name}`) })),
    }),
    read: (turn) => {
      const time = readCallTime(turn.text);
      if (time.status === 'value') return filled({ callTime: callTimeText(turn, time) });
      const choice = readChoice(
        turn.text,
        times.map((value) => ({ value, label: turn.t(`time.${value}`) })),
      );
      if (choice.status === 'value') return filled({ callTime: turn.t(`time.${choice.value}`) });
      return keepTyped(turn, (callTime) => filled({ callTime }), 'lead.time_missed');
    },
  };
}

function consentSlot(): Slot<LeadValues> {
  return {
    name: 'consent',
    expects: 'consent',
    // A step back from "Sửa" must not leave the correction open.
    fills: ['consented', 'editing'],
    wanted: ({ consented }) => consented !== true,
    takesDung: true,
    ask: (turn, values) => ({
      text: `${summary(turn, values)}\n\n${turn.t('lead.consent')}`,
      choices: [turn.button('agree'), turn.button('disagree'), turn.button('correct')],
    }),
    read: (turn) => {
      if (sameWords(turn.text, turn.t('button.agree'))) return filled({ consented: true });
      if (sameWords(turn.text, turn.t('button.disagree'))) return { status: 'refused' };
      if (isCorrection(turn)) return filled({ editing: true });
      const answer = readYesNo(turn.text);
      if (answer.status === 'value')
        return answer.value ? filled({ consented: true }) : { status: 'refused' };
      return { status: 'missed', hint: turn.t('lead.consent_missed') };
    },
  };
}

/** "Sửa": which line of the summary to give anew. What was not chosen stays as it is. */
function editSlot(): Slot<LeadValues> {
  const parts = {
    product: { product: undefined },
    locality: { commune: undefined, province: undefined },
    name: { name: undefined },
    phone: { phone: undefined },
    time: { callTime: undefined },
  } as const;
  const names = ['locality', 'name', 'phone', 'time', 'product'] as const;
  return {
    name: 'edit',
    expects: 'confirm',
    fills: ['editing'],
    wanted: ({ editing }) => editing === true,
    ask: (turn) => ({
      text: turn.t('lead.edit'),
      choices: names.map((name) => ({ title: turn.t(`lead_part.${name}`) })),
    }),
    read: (turn) => {
      const choice = readChoice(
        turn.text,
        names.map((value) => ({ value, label: turn.t(`lead_part.${value}`) })),
      );
      if (choice.status === 'value') return filled({ ...parts[choice.value], editing: false });
      const phone = readPhone(turn.text);
      if (phone.status === 'value') return filled({ phone: phone.value, editing: false });
      return { status: 'missed', hint: turn.t('lead.edit_missed') };
    },
  };
}

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

function summary(turn: ChatTurn, values: LeadValues): string {
  const { product = 'both', name = '', phone = '', commune = '', province = '', callTime = '' } = values;
  return turn.t('lead.summary', {
    name,
    phone: formatPhone(phone),
    time: lowerFirst(callTime),
    product: product === 'both' ? lowerFirst(turn.t('product.both')) : turn.t(`product.${product}`),
    commune: withinSentence(commune),
    province: withinSentence(province),
  });
}

function isCorrection(turn: ChatTurn): boolean {
  return (
    sameWords(turn.text, turn.t('button.correct')) || /^(?:sua|doi|change|edit|correct)\b/.test(turn.plain)
  );
}

function keepTyped(
  turn: ChatTurn,
  keep: (typed: string) => SlotReading<LeadValues>,
  hint: string,
): SlotReading<LeadValues> {
  const typed = turn.text.replace(/\s+/g, ' ');
  // A question or the name of an insurance is no place and no hour, whatever was asked.
  const beside =
    looksLikeQuestion(turn) ||
    readProduct(turn.text).status !== 'none' ||
    readPhone(turn.text).status !== 'none';
  const usable = !beside && typed.length >= 2 && typed.length <= longestPlace && /\p{L}/u.test(typed);
  return usable ? keep(startLarge(typed)) : { status: 'missed', hint: turn.t(hint) };
}

/** The citizen's own words where they say more than a part of the day. */
function callTimeText(
  turn: ChatTurn,
  time: Readonly<{ value: (typeof times)[number]; text?: string }>,
): string {
  return time.text ?? turn.t(`time.${time.value}`);
}

function filled(values: Partial<LeadValues>): SlotReading<LeadValues> {
  return { status: 'filled', values };
}

/** `xã Tam Hải` within a sentence: the kind of place is a common word, the name isn't. */
function withinSentence(place: string): string {
  return /^(?:xã|phường|thị trấn|đặc khu|tỉnh|thành phố|xa|phuong|thi tran|dac khu|tinh|thanh pho)\s/i.test(
    place,
  )
    ? lowerFirst(place)
    : place;
}

/** As typed, but for the first letter. */
function startLarge(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
