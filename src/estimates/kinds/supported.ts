import { z } from 'zod';
import { supported, supportedGroups } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { commonInput, provinceInput } from './commonInput.js';
import { sharesFigures } from './sharesFigures.js';

/** What health insurance costs a member of a group that the State supports. */
export const supportedEstimator = estimator({
  kind: 'supported',
  summary: 'Health insurance of a group that the State supports in part',
  input: z.strictObject({
    ...commonInput,
    group: z.enum(supportedGroups).optional(),
    months: z.int().min(1).max(12).optional(),
    province: provinceInput.optional(),
    householdRank: z.int().min(1).max(100).optional(),
  }),
  figures: z.object({
    ...sharesFigures,
    householdAlternative: z.object({ rank: z.int(), pay: z.int(), cheaper: z.boolean() }).nullable(),
  }),
  rule: supported,
});
