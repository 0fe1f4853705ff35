import { z } from 'zod';
import { householdClasses, monthlyAllowance } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { birthInput } from './birthInput.js';
import { commonInput, paidMonthsInput, sexInput } from './commonInput.js';
import { dayInput } from './dayInput.js';
import { incomeInput } from './incomeInput.js';
import { retirementFigures } from './retirementFigures.js';

/** The monthly allowance of who reaches the retirement age with too few years for a pension. */
export const monthlyAllowanceEstimator = estimator({
  kind: 'monthly-allowance',
  summary: 'Monthly allowance from one’s own contributions between retirement age and social pension',
  input: z.strictObject({
    ...commonInput,
    date: dayInput.optional(),
    sex: sexInput.optional(),
    birth: birthInput.optional(),
    averageIncome: incomeInput.optional(),
    monthsPaid: paidMonthsInput.optional(),
    compulsoryMonths: paidMonthsInput.optional(),
    householdClass: z.enum(householdClasses).optional(),
    monthsToSocialPension: z.int().min(0).max(600).optional(),
  }),
  figures: z.object({
    retirement: retirementFigures.nullable(),
    from: z.string(),
    socialPensionFrom: z.string(),
    monthsToSocialPension: z.int(),
    entitledMonths: z.int(),
    monthly: z.int(),
    topUp: z.int(),
    lastMonth: z.string().nullable(),
    answerDays: z.int(),
  }),
  rule: monthlyAllowance,
});
