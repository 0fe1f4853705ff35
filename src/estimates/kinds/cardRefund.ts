import { z } from 'zod';
import { cardRefund, cardRefundCases, supportedGroups } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { commonInput, householdMonthsInput } from './commonInput.js';
import { dayInput } from './dayInput.js';

const fields = z.strictObject({
  ...commonInput,
  date: dayInput.optional(),
  paidOn: dayInput.optional(),
  months: householdMonthsInput.optional(),
  rank: z.int().min(1).max(100).optional(),
  group: z.enum(supportedGroups).optional(),
  case: z.enum(cardRefundCases).optional(),
  from: dayInput.optional(),
  validFrom: dayInput.optional(),
  diedOn: dayInput.optional(),
});

/** What comes back of a health insurance contribution that isn't needed any more. */
export const cardRefundEstimator = estimator({
  kind: 'card-refund',
  summary: 'Health insurance contribution paid back for the time not used',
  input: fields
    .refine(({ rank, group }) => rank === undefined || group === undefined, {
      path: ['group'],
      message: 'must not stand beside rank: the money was paid in one of the two ways',
    })
    .refine(
      ({ paidOn, validFrom }) => paidOn === undefined || validFrom === undefined || paidOn <= validFrom,
      { path: ['validFrom'], message: 'must not be before paidOn' },
    ),
  figures: z.object({
    monthly: z.int(),
    unusedMonths: z.int(),
    leftoverDays: z.int(),
    refund: z.int(),
    refundAtMost: z.int(),
  }),
  rule: cardRefund,
});
