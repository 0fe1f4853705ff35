import { z } from 'zod';
import { cardTerm } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { commonInput, householdMonthsInput } from './commonInput.js';
import { dayInput } from './dayInput.js';

const fields = z.strictObject({
  ...commonInput,
  date: dayInput.optional(),
  paidOn: dayInput.optional(),
  previousExpiry: dayInput.nullable().optional(),
  months: householdMonthsInput.optional(),
  continuousSince: dayInput.optional(),
  birth: dayInput.optional(),
  grade12In: z.int().min(1950).max(2099).optional(),
});

const day = z.iso.date();

/** From when to when a paid card holds. */
export const cardValidityEstimator = estimator({
  kind: 'card-validity',
  summary: 'First and last day of a health insurance card, waiting time and five continuous years',
  input: fields.refine(
    ({ continuousSince, previousExpiry }) =>
      continuousSince === undefined ||
      previousExpiry === undefined ||
      (previousExpiry !== null && continuousSince <= previousExpiry),
    { path: ['continuousSince'], message: 'must be a day on which a card was held, up to previousExpiry' },
  ),
  figures: z.object({
    validFrom: day,
    validTo: day,
    rule: z.enum(['renewal', 'short_gap', 'first_or_long_gap']),
    uncoveredDays: z.int().nullable(),
    waitingDays: z.int(),
    continuous: z.boolean(),
    continuousSince: day.nullable(),
    fiveYearsOn: day.nullable(),
    childCardEnds: day.nullable(),
    grade12CardEnds: day.nullable(),
  }),
  rule: cardTerm,
});
