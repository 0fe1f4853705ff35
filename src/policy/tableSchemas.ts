import { z } from 'zod';
import { lawGroups } from './health/groups.js';

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month written YYYY-MM');

const retirementAgesSchema = z
  .array(z.strictObject({ bornFrom: monthSchema, years: z.int().min(0), months: z.int().min(0).max(11) }))
  .min(1)
  .refine(
    (rows) =>
      rows.every(({ bornFrom }, index) => index === 0 || (rows[index - 1]?.bornFrom ?? '') < bornFrom),
    'birth months must rise',
  );

/** Retirement age by sex: each row holds for births from its month until the next row's. */
export const retirementAgeSchema = z.strictObject({
  male: retirementAgesSchema,
  female: retirementAgesSchema,
});

/** Income coefficient by year of contribution. */
export const indexationSchema = z.record(z.string().regex(/^\d{4}$/), z.number().min(1));

/** Supported groups that may pay by the household form instead. */
export const householdChoiceSchema = z.array(z.string());

/** Incomes that plans compare, as multiples of the lowest; each yields one level of a comparison. */
export const incomeMultiplesSchema = z.array(z.number().min(1)).min(1).max(6);

/** Groups of health insurance in the order in which a person pays; those marked `first` go before all others. */
export const groupOrderSchema = z
  .array(
    z.strictObject({
      group: z.string(),
      clause: z.int().min(1).max(5),
      point: z.string().min(1),
      first: z.literal(true).optional(),
    }),
  )
  .refine(
    (rows) => lawGroups.every((code) => rows.some(({ group }) => group === code)),
    'a group is left out',
  );

/** Cases in which a health insurance contribution is paid back. */
export const refundCasesSchema = z.array(z.string());

/** The shape of each parameter of unit `table`, so that a wrong one is refused when the table is read. */
export const tableSchemas: Readonly<Record<string, z.ZodType | undefined>> = {
  'retirement.age': retirementAgeSchema,
  'indexation.coefficients': indexationSchema,
  'hhi.household_choice': householdChoiceSchema,
  'hhi.group_order': groupOrderSchema,
  'hhi.refund_cases': refundCasesSchema,
  'plan.income_multiples': incomeMultiplesSchema,
};
