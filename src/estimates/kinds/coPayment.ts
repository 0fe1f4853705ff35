import { z } from 'zod';
import { cardHolders, careSettings, copayRules, coPayment, facilities } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { amountInput, commonInput } from './commonInput.js';
import { dayInput } from './dayInput.js';

/** What the fund and the patient pay for a visit to the doctor or a stay in hospital. */
export const coPaymentEstimator = estimator({
  kind: 'co-payment',
  summary: 'What health insurance and the patient pay for a visit, and how far the yearly cap is',
  input: z.strictObject({
    ...commonInput,
    date: dayInput.optional(),
    cost: amountInput.optional(),
    holder: z.enum(cardHolders).optional(),
    otherGroups: z.array(z.enum(cardHolders)).max(4).optional(),
    birth: dayInput.optional(),
    setting: z.enum(careSettings).optional(),
    facility: z.enum(facilities).optional(),
    inLine: z.boolean().optional(),
    contracted: z.boolean().optional(),
    fiveContinuousYears: z.boolean().optional(),
    copayThisYear: z
      .array(z.strictObject({ date: dayInput, amount: amountInput }))
      .max(100)
      .optional(),
  }),
  figures: z.object({
    benefitPercent: z.number(),
    routingPercent: z.number(),
    fund: z.int(),
    patient: z.int(),
    copay: z.int(),
    selfPaid: z.int(),
    rule: z.enum(copayRules),
    countsForCap: z.boolean(),
    remainingToCap: z.int(),
    directCeiling: z.int().nullable(),
  }),
  rule: coPayment,
});
