import { z } from 'zod';
import { participation, participationStatuses, voluntaryGroups, voluntaryModes } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { birthdayInput } from './birthdayInput.js';
import { commonInput, provinceInput, sexInput } from './commonInput.js';
import { sharesFigures } from './sharesFigures.js';

const atIncome = z.object({ income: z.int(), ...sharesFigures });

/** Who may join voluntary social insurance, and with what. */
export const participationEstimator = estimator({
  kind: 'participation',
  summary:
    'Whether voluntary social insurance is open to a person, with which incomes, support and ways to pay',
  input: z.strictObject({
    ...commonInput,
    birth: birthdayInput.optional(),
    citizen: z.boolean().optional(),
    status: z.array(z.enum(participationStatuses)).max(10).optional(),
    keepsPaying: z.boolean().optional(),
    groups: z.array(z.enum(voluntaryGroups)).max(10).optional(),
    sex: sexInput.optional(),
    province: provinceInput.optional(),
    supportedMonths: z.int().min(0).max(120).optional(),
  }),
  figures: z.object({
    floor: atIncome,
    ceiling: atIncome,
    support: z.object({
      group: z.enum([...voluntaryGroups, 'other']),
      percent: z.number(),
      state: z.int(),
      local: z.int(),
      monthsLeft: z.int(),
    }),
    modes: z.array(z.enum(voluntaryModes)),
    arrearsFrom: z.string().nullable(),
  }),
  rule: participation,
});
