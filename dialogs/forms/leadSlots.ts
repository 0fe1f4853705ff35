import {
  readCallTime,
  readChoice,
  readName,
  readPhone,
  readProduct,
  readYesNo,
} from '../../src/language/index.js';
import { formatPhone } from '../../src/leads/index.js';
import { officeOf } from '../places/officeOf.js';
import { placeSlots } from '../places/placeSlots.js';
import { namesPlace, noPlace, startLarge } from '../places/placeValues.js';
import type { ChatTurn } from '../ChatTurn.js';
import { looksLikeQuestion } from '../questions.js';
import type { Slot, SlotReading } from './Form.js';
import { callTimes, callTimeText, products, type LeadValues } from './leadValues.js';
import { lowerFirst, withinSentence } from './withinSentence.js';

const longestTime = 60;

/** What a lead asks, in this order; the correction stands first because it is wanted before anything else. */
export const leadSlots: readonly Slot<LeadValues>[] = [
  editSlot(),
  productSlot(),
  ...placeSlots('lead.locality'),
  nameSlot(),
  phoneSlot(),
  timeSlot(),
  consentSlot(),
];

function productSlot(): Slot<LeadValues> {
  return {
    name: 'product',
    expects: 'product',
    named: /^(?:loai|loai bao hiem|product)\b/,
    missing: 'lead_product',
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

function nameSlot(): Slot<LeadValues> {
  return {
    name: 'name',
    expects: 'name',
    named: /^(?:ho ten|ho va ten|ten|name)\b/,
    missing: 'lead_name',
    fills: ['name'],
    wanted: ({ name }) => name === undefined,
    freeText: true,
    takesDung: true,
    ask: (turn, { phone }) => ({
      text: turn.t(phone === undefined ? 'lead.name_and_phone' : 'lead.name'),
      choices: [],
      sharesPhone: phone === undefined,
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
    named: /^(?:so dien thoai|sdt|so dt|dien thoai|so|phone|number)\b/,
    missing: 'lead_phone',
    fills: ['phone'],
    wanted: ({ phone }) => phone === undefined,
    ask: (turn, { name = '' }) => ({ text: turn.t('lead.phone', { name }), choices: [], sharesPhone: true }),
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

/** A time in the citizen's own words ("tan chợ về", "hôm nào rảnh") is kept as typed; "tôi" is no "tối". */
const saysWhen =
  /\b(?:gio|\d+ ?h|sang|trua|chieu|toi|dem|khuya|mai|mot|kia|nay|thu|chu nhat|cn|cuoi|dau|ngay|tuan|thang|luc|khi|sau|truoc|ranh|roi|nghi|bua|nao|hom|tan|ve|xong|gap|som|muon|lien|chung|khoang|time|any|morning|noon|afternoon|evening|night|day|week|weekend|when|after|before|free|later|now)\b/;

function timeSlot(): Slot<LeadValues> {
  return {
    name: 'time',
    expects: 'time',
    named: /^(?:gio goi|thoi gian goi|thoi gian|gio|luc goi|time)\b/,
    missing: 'lead_time',
    fills: ['callTime'],
    wanted: ({ callTime }) => callTime === undefined,
    freeText: true,
    ask: (turn) => ({
      text: turn.t('lead.time'),
      choices: callTimes.map((name) => ({ title: turn.t(`time.${name}`) })),
    }),
    read: (turn) => {
      const time = readCallTime(turn.text);
      if (time.status === 'value') return filled({ callTime: callTimeText(turn, time) });
      const choice = readChoice(
        turn.text,
        callTimes.map((value) => ({ value, label: turn.t(`time.${value}`) })),
      );
      if (choice.status === 'value') return filled({ callTime: turn.t(`time.${choice.value}`) });
      const typed = turn.text.replace(/\s+/g, ' ');
      // A question, a number or the name of an insurance is no hour.
      const beside =
        looksLikeQuestion(turn) ||
        turn.says('agree') ||
        turn.says('disagree') ||
        readProduct(turn.text).status !== 'none' ||
        readPhone(turn.text).status !== 'none';
      return !beside &&
        saysWhen.test(turn.saying(turn.text.replaceAll(/tôi/giu, ' ')).plain) &&
        typed.length <= longestTime
        ? filled({ callTime: startLarge(typed) })
        : { status: 'missed', hint: turn.t('lead.time_missed') };
    },
  };
}

function consentSlot(): Slot<LeadValues> {
  return {
    name: 'consent',
    expects: 'consent',
    missing: 'lead_consent',
    // A step back from "Sửa" must not leave the correction open.
    fills: ['consented', 'editing'],
    wanted: ({ consented }) => consented !== true,
    takesDung: true,
    onlyWhenAsked: true,
    ask: (turn, values) => ({
      text: `${summary(turn, values)}\n\n${turn.t('lead.consent')}`,
      choices: [turn.button('agree'), turn.button('disagree'), turn.button('correct')],
    }),
    read: (turn) => {
      if (turn.says('agree')) return filled({ consented: true });
      if (turn.says('disagree')) return { status: 'refused' };
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
    locality: noPlace,
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
      // All is right after all: what is agreed to is read once more.
      if (turn.says('agree')) return filled({ editing: false });
      const phone = readPhone(turn.text);
      if (phone.status === 'value') return filled({ phone: phone.value, editing: false });
      return { status: 'missed', hint: turn.t('lead.edit_missed') };
    },
  };
}

function summary(turn: ChatTurn, values: LeadValues): string {
  const { product = 'both', name = '', phone = '', commune = '', province = '', callTime = '' } = values;
  const office = officeOf(turn, values);
  return turn.t(office.isKnown ? 'lead.summary_office' : 'lead.summary', {
    office: office.name,
    name,
    phone: formatPhone(phone),
    time: lowerFirst(callTime),
    product: product === 'both' ? lowerFirst(turn.t('product.both')) : turn.t(`product.${product}`),
    commune: withinSentence(commune),
    province: withinSentence(province),
  });
}

function isCorrection(turn: ChatTurn): boolean {
  return turn.says('correct') || /^(?:sua|doi|change|edit|correct)\b/.test(turn.plain);
}

function filled(values: Partial<LeadValues>): SlotReading<LeadValues> {
  return { status: 'filled', values };
}
