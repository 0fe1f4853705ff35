import { z } from 'zod';
import { household } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { commonInput, householdMonthsInput } from './commonInput.js';

/** What household health insurance costs each member and together. */
export const householdEstimator = estimator({
  kind: 'household',
  summary: 'Contribution to household health insurance, each member and together',
  input: z.strictObject({
    ...commonInput,
    members: z
      .array(z.strictObject({ months: householdMonthsInput.optional() }))
      .min(1)
      .max(100)
      .optional(),
  }),
  figures: z.object({
    members: z.array(
      z.object({ rank: z.int(), percent: z.number(), monthly: z.int(), months: z.int(), pay: z.int() }),
    ),
    total: z.int(),
  }),
  rule: household,
});
