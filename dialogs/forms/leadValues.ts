import { z } from 'zod';
import {
  readCallTime,
  readLocality,
  readName,
  readPhone,
  readProduct,
  type Locality,
} from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';

export const products = ['vsi', 'hhi', 'both'] as const;
export const callTimes = ['morning', 'afternoon', 'evening', 'any'] as const;

export const leadValues = z.object({
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
export type LeadValues = z.infer<typeof leadValues>;

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
export function tellsBeside(turn: ChatTurn, asked: string): Partial<LeadValues> {
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
export function namesPlace(turn: ChatTurn): boolean {
  return /\b(?:xa|phuong|thi tran|dac khu|commune|ward)\b/.test(turn.plain);
}

export function toPlace({ commune, province }: Locality): Partial<LeadValues> {
  return {
    ...(commune === undefined ? {} : { commune: startLarge(commune) }),
    ...(province === undefined ? {} : { province: startLarge(province) }),
  };
}

function productOfEstimate(turn: ChatTurn): LeadValues {
  const { estimate, topic } = turn.memory;
  if (estimate?.kind === 'voluntary' || estimate?.kind === 'plan') return { product: 'vsi' };
  if (estimate !== undefined) return { product: 'hhi' };
  if (topic?.startsWith('tn-') === true) return { product: 'vsi' };
  return topic?.startsWith('yt-') === true ? { product: 'hhi' } : {};
}

/** The citizen's own words where they say more than a part of the day. */
export function callTimeText(
  turn: ChatTurn,
  time: Readonly<{ value: (typeof callTimes)[number]; text?: string }>,
): string {
  return time.text ?? turn.t(`time.${time.value}`);
}

/** As typed, but for the first letter. */
export function startLarge(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
