import { z } from 'zod';

/*
 * Ranges of inputs are what a field of the public contract can ever hold; what the law allows on a day is judged by the
 * rules. A field left out is told as missing, so every field is optional; unknown keys are errors.
 */

/** What every estimate takes. */
export const commonInput = {
  /** `YYYY-MM-DD`; today when left out. */
  date: z.iso.date().optional(),
  locale: z.enum(['vi', 'en']).optional(),
};

/** A province as an unaccented name in kebab case without its type. */
export const provinceInput = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/, 'must be an unaccented name in kebab case, such as ha-noi');

/** Whole đồng. */
export const amountInput = z.int().min(0);

/** Months of a working life. */
export const paidMonthsInput = z.int().min(0).max(1200);

/** A month written `YYYY-MM`. */
export const monthInput = z
  .string()
  .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, 'must be a month written YYYY-MM');

/** The lengths for which a household pays. */
export const householdMonthsInput = z.union([z.literal(3), z.literal(6), z.literal(12)]);

export const sexInput = z.enum(['female', 'male']);
