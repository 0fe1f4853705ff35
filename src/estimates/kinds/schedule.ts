import { z } from 'zod';
import { schedule, voluntaryModes } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { commonInput, monthInput } from './commonInput.js';

/** Until when a period of voluntary insurance is paid, and from when it may be paid otherwise. */
export const scheduleEstimator = estimator({
  kind: 'schedule',
  summary: 'Deadline of a period of voluntary social insurance, and from when the choice is free again',
  input: z.strictObject({
    ...commonInput,
    mode: z.enum(voluntaryModes).optional(),
    from: monthInput.optional(),
    years: z.int().min(2).max(5).optional(),
    months: z.int().min(1).max(60).optional(),
    paidOn: z.iso.date().optional(),
  }),
  figures: z.object({
    months: z.int(),
    to: z.string().nullable(),
    payWhen: z.enum(['by_day', 'when_registering', 'unknown']),
    payBy: z.string().nullable(),
    nextPayBy: z.string().nullable(),
    changeFrom: z.string().nullable(),
    overdue: z.boolean(),
    changes: z.array(
      z.object({ parameter: z.string(), from: z.string(), before: z.number(), after: z.number() }),
    ),
    newSupportFrom: z.string().nullable(),
  }),
  rule: schedule,
});
