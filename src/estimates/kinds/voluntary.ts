import { z } from 'zod';
import { voluntary, voluntaryGroups, voluntaryModes } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { amountInput, commonInput, provinceInput } from './commonInput.js';
import { sharesFigures } from './sharesFigures.js';

/** What voluntary social insurance costs a month and for the chosen way to pay. */
export const voluntaryEstimator = estimator({
  kind: 'voluntary',
  summary: 'Contribution to voluntary social insurance, a month and for the chosen way to pay',
  input: z.strictObject({
    ...commonInput,
    income: amountInput.optional(),
    groups: z.array(z.enum(voluntaryGroups)).max(10).optional(),
    mode: z.enum(voluntaryModes).optional(),
    years: z.int().min(2).max(5).optional(),
    months: z.int().min(1).max(60).optional(),
    supportedMonths: z.int().min(0).max(120).optional(),
    province: provinceInput.optional(),
  }),
  figures: z.object({
    monthly: z.object(sharesFigures),
    period: z.object({ months: z.int(), ...sharesFigures, discount: z.int() }),
  }),
  rule: voluntary,
});
