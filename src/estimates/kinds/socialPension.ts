import { z } from 'zod';
import { householdClasses, socialPension } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { commonInput } from './commonInput.js';
import { dayInput } from './dayInput.js';
import { incomeInput } from './incomeInput.js';

/** The State's pension for old people without a pension or with a lower one. */
export const socialPensionEstimator = estimator({
  kind: 'social-pension',
  summary: 'Social pension of the State for old people: who has it, how much and from when',
  input: z.strictObject({
    ...commonInput,
    date: dayInput.optional(),
    birth: dayInput.optional(),
    householdClass: z.enum(householdClasses).optional(),
    otherMonthly: incomeInput.optional(),
    assistanceMonthly: incomeInput.optional(),
  }),
  figures: z.object({
    amount: z.int(),
    difference: z.int().nullable(),
    ageReachedOn: z.iso.date(),
    fromMonth: z.string(),
    answerDays: z.int(),
  }),
  rule: socialPension,
});
