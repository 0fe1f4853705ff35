import { z } from 'zod';
import { refund, refundModes, refundReasons, voluntaryGroups } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { amountInput, commonInput, provinceInput } from './commonInput.js';

/** What comes back of a payment when months of it are left over. */
export const refundEstimator = estimator({
  kind: 'refund',
  summary: 'Refund of the months left of a payment of voluntary social insurance',
  input: z.strictObject({
    ...commonInput,
    reason: z.enum(refundReasons).optional(),
    paidOn: z.iso.date().optional(),
    mode: z.enum(refundModes).optional(),
    years: z.int().min(2).max(5).optional(),
    income: amountInput.optional(),
    groups: z.array(z.enum(voluntaryGroups)).max(10).optional(),
    monthsLeft: z.int().min(1).max(60).optional(),
    province: provinceInput.optional(),
    supportedMonths: z.int().min(0).max(120).optional(),
  }),
  figures: z.object({
    months: z.int(),
    monthsLeft: z.int(),
    contributions: z.int(),
    state: z.int(),
    local: z.int(),
    refund: z.int(),
  }),
  rule: refund,
});
