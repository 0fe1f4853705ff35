import { z } from 'zod';
import { supportedGroups, voluntaryGroups, voluntaryModes } from '../policy/index.js';

/*
 * What each endpoint takes. Ranges here are what a field of the public contract can ever hold; what the law allows on
 * a day is judged by the rules. A field left out is told as missing, so every field is optional; unknown keys are errors.
 */

const common = {
  /** `YYYY-MM-DD`; today when left out. */
  date: z.iso.date().optional(),
  locale: z.enum(['vi', 'en']).optional(),
};
const province = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/, 'must be an unaccented name in kebab case, such as ha-noi')
  .optional();
const amount = z.int().min(0);
const paidMonths = z.int().min(0).max(1200);
const monthsOfPeriod = z.union([z.literal(3), z.literal(6), z.literal(12)]);

export const voluntaryInput = z.strictObject({
  ...common,
  income: amount.optional(),
  groups: z.array(z.enum(voluntaryGroups)).max(10).optional(),
  mode: z.enum(voluntaryModes).optional(),
  years: z.int().min(2).max(5).optional(),
  months: z.int().min(1).max(60).optional(),
  supportedMonths: z.int().min(0).max(120).optional(),
  province,
});
export type VoluntaryInput = z.infer<typeof voluntaryInput>;

export const householdInput = z.strictObject({
  ...common,
  members: z
    .array(z.strictObject({ months: monthsOfPeriod.optional() }))
    .min(1)
    .max(100)
    .optional(),
});
export type HouseholdInput = z.infer<typeof householdInput>;

export const supportedInput = z.strictObject({
  ...common,
  group: z.enum(supportedGroups).optional(),
  months: z.int().min(1).max(12).optional(),
  province,
  householdRank: z.int().min(1).max(100).optional(),
});
export type SupportedInput = z.infer<typeof supportedInput>;

export const pensionInput = z.strictObject({
  ...common,
  sex: z.enum(['female', 'male']).optional(),
  birth: z
    .string()
    .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, 'must be a month written YYYY-MM')
    .optional(),
  averageIncome: amount.optional(),
  monthsPaid: paidMonths.optional(),
  monthsPlanned: paidMonths.optional(),
});
export type PensionInput = z.infer<typeof pensionInput>;

/** The four estimates by kind, as references and routes name them. */
export const estimateInputs = {
  voluntary: voluntaryInput,
  household: householdInput,
  supported: supportedInput,
  pension: pensionInput,
} as const;
export type EstimateKind = keyof typeof estimateInputs;
