import { z } from 'zod';
import { maternity } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { commonInput, paidMonthsInput } from './commonInput.js';
import { dayInput } from './dayInput.js';

const fields = z.strictObject({
  ...commonInput,
  date: dayInput.optional(),
  parent: z.enum(['mother', 'father']).optional(),
  birthDate: dayInput.optional(),
  children: z.int().min(1).max(10).optional(),
  monthsVoluntary: paidMonthsInput.optional(),
  monthsCompulsory: paidMonthsInput.optional(),
  otherParentClaims: z.boolean().optional(),
  compulsoryEligible: z.boolean().optional(),
  applied: dayInput.optional(),
});

/** The allowance for a birth to a parent in voluntary insurance. */
export const maternityEstimator = estimator({
  kind: 'maternity',
  summary: 'Maternity allowance of voluntary social insurance',
  input: fields.refine(
    ({ applied, birthDate }) => applied === undefined || birthDate === undefined || birthDate <= applied,
    {
      path: ['applied'],
      message: 'must not be before birthDate',
    },
  ),
  figures: z.object({ amount: z.int(), perChild: z.int(), fileBy: z.iso.date(), answerDays: z.int() }),
  rule: maternity,
});
