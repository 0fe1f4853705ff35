import { z } from 'zod';
import { relations } from '../family/relations.js';
import { factsSchema } from '../told/facts.js';

/** What somebody may leave open: nothing paid, the lowest support and the lowest income are then taken, and told. */
const skippable = ['monthsPaid', 'groups', 'budget'] as const;
export type Skipped = (typeof skippable)[number];

export const planValuesSchema = factsSchema.extend({
  person: z.enum(relations).default('self'),
  /** `path`: when and how a pension is reached; `plan`: with what it costs and brings. */
  want: z.enum(['path', 'plan']).default('plan'),
  skipped: z.array(z.enum(skippable)).default([]),
});
export type PlanValues = z.infer<typeof planValuesSchema>;
