import { z } from 'zod';
import { deceasedKinds, survivors } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { commonInput, paidMonthsInput } from './commonInput.js';
import { dayInput } from './dayInput.js';
import { incomeInput, paidInInput } from './incomeInput.js';

const fields = z.strictObject({
  ...commonInput,
  date: dayInput.optional(),
  deceased: z.enum(deceasedKinds).optional(),
  averageIncome: incomeInput.optional(),
  monthsBefore2014: paidMonthsInput.optional(),
  monthsFrom2014: paidMonthsInput.optional(),
  compulsoryMonths: paidMonthsInput.optional(),
  contributionsPaid: paidInInput.optional(),
  pension: incomeInput.optional(),
  monthsReceived: paidMonthsInput.optional(),
});

/** What a family receives when somebody in voluntary insurance, or with a pension of it, dies. */
export const survivorsEstimator = estimator({
  kind: 'survivors',
  summary: 'Funeral allowance and survivors’ lump sum; `date` is the day of death',
  input: fields.refine(
    ({ deceased, compulsoryMonths = 0, monthsBefore2014, monthsFrom2014 }) =>
      deceased !== 'contributor' ||
      monthsBefore2014 === undefined ||
      monthsFrom2014 === undefined ||
      compulsoryMonths <= monthsBefore2014 + monthsFrom2014,
    { path: ['compulsoryMonths'], message: 'must not be more than all months' },
  ),
  figures: z.object({
    funeral: z.int().nullable(),
    lumpSum: z.int(),
    total: z.int(),
    fileBy: z.iso.date(),
    answerDays: z.int(),
  }),
  rule: survivors,
});
