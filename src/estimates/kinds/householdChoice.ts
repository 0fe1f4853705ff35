import { z } from 'zod';
import { choiceForms, healthGroups, householdChoice, residences } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { commonInput, householdMonthsInput, provinceInput } from './commonInput.js';
import { dayInput } from './dayInput.js';

const amount = z.int().nullable();
const form = { form: z.enum(choiceForms), group: z.enum(healthGroups).nullable(), rank: amount };

/** By household or by group: the way in which a whole family's health insurance costs least. */
export const householdChoiceEstimator = estimator({
  kind: 'household-choice',
  summary: 'Health insurance of a family: who joins by household and who by a group, so that all pay least',
  input: z.strictObject({
    ...commonInput,
    province: provinceInput.optional(),
    members: z
      .array(
        z.strictObject({
          months: householdMonthsInput.optional(),
          birth: dayInput.optional(),
          groups: z.array(z.enum(healthGroups)).max(4).optional(),
          resident: z.enum(residences).optional(),
        }),
      )
      .min(1)
      .max(30)
      .optional(),
  }),
  figures: z.object({
    members: z.array(
      z.object({
        position: z.int(),
        ...form,
        months: amount,
        gross: amount,
        state: amount,
        local: amount,
        pay: amount,
        alternatives: z.array(z.object({ ...form, pay: z.int() })),
      }),
    ),
    total: z.int(),
    totalByHousehold: z.int(),
    totalByGroup: z.int(),
    saving: z.int(),
  }),
  rule: householdChoice,
});
