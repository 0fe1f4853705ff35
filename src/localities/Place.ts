import { z } from 'zod';
import { readPhone } from '../language/index.js';

/** `office`: the grassroots office in charge of communes; `collection`: where contributions are taken. */
export const placeKinds = ['office', 'collection'] as const;

const phone = z
  .string()
  .max(20)
  .refine((typed) => isCallable(typed), 'a phone number of Viet Nam expected');

/** An office or a collection point as administrators write it. */
export const placeSchema = z.strictObject({
  kind: z.enum(placeKinds),
  name: z.string().trim().min(1).max(100),
  /** Official codes of the communes it serves. */
  communes: z
    .array(z.string().regex(/^\d{5}$/, 'five digits expected'))
    .min(1)
    .max(200),
  address: z.string().trim().min(1).max(160),
  phone: phone.optional(),
  /** Opening hours in words: `Thứ Hai đến thứ Sáu, 7:30–16:30`. */
  hours: z.string().trim().min(1).max(80).optional(),
  latitude: z.number().min(8).max(24).optional(),
  longitude: z.number().min(102).max(118).optional(),
  /** Day on which somebody last made sure that all of this is right. */
  checkedOn: z.iso.date(),
});
export type Place = Readonly<z.infer<typeof placeSchema>>;

/** A landline, a mobile, or a service number such as 1900 …. */
export function isCallable(typed: string): boolean {
  return readPhone(typed).status === 'value' || /^1[89]00\d{2,6}$/u.test(typed.replace(/[\s.]/gu, ''));
}
