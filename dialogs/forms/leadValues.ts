import { z } from 'zod';
import { readCallTime, readName, readPhone, readProduct } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { placeBeside, placeShape } from '../places/placeValues.js';

export const products = ['vsi', 'hhi', 'both'] as const;
export const callTimes = ['morning', 'afternoon', 'evening', 'any'] as const;

export const leadValues = z.object({
  product: z.enum(products).optional(),
  ...placeShape,
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
  const time = readCallTime(turn.text);
  return {
    ...(product.status === 'value' ? { product: product.value } : productOfEstimate(turn)),
    ...turn.memory.place,
    ...placeBeside(turn),
    ...(time.status === 'value' && phone.status === 'value' ? { callTime: callTimeText(turn, time) } : {}),
    ...(phone.status === 'value' ? { phone: phone.value } : {}),
    ...(named?.status === 'value' ? { name: named.value } : {}),
  };
}

/** Another product, a place or a number, told while something else was asked. */
export function tellsBeside(turn: ChatTurn, asked: string): Partial<LeadValues> {
  const product = readProduct(turn.text);
  const phone = readPhone(turn.text);
  return {
    ...(product.status === 'value' && isShort(turn) ? { product: product.value } : {}),
    ...(phone.status === 'value' ? { phone: phone.value } : {}),
    ...(placeAnswers.includes(asked) ? {} : placeBeside(turn)),
  };
}

const fewWords = 6;
/** Questions that a place answers by itself. */
const placeAnswers = ['locality', 'which_place', 'typed_place', 'province'];

function isShort(turn: ChatTurn): boolean {
  return turn.plain.split(' ').length <= fewWords;
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
