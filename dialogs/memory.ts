import { z } from 'zod';
import { householdInput, voluntaryInput } from '../src/estimates/index.js';

/** What a conversation remembers between its turns, beside the form that is open. */
export const memorySchema = z.object({
  locale: z.enum(['vi', 'en']).default('vi'),
  /** The language tag the client sent last: only a change of it changes the language again. */
  clientLocale: z.string().optional(),
  greeted: z.boolean().default(false),
  /** The topic answered last, for "xem thêm" and "vì sao". */
  topic: z.string().optional(),
  /** Topics offered to choose from. */
  offered: z.array(z.string()).default([]),
  /** How many messages in a row were not understood. */
  misses: z.number().default(0),
  /** The estimate given last: "à mức 3 triệu" changes it, a lead carries it. */
  estimate: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('voluntary'), input: voluntaryInput }),
      z.object({
        kind: z.literal('household'),
        input: householdInput,
        /** People of the household, covered ones included, and whether those have been told. */
        people: z.number(),
        coveredKnown: z.boolean(),
      }),
    ])
    .optional(),
  /** Digests of the warnings said with the last estimate. */
  warned: z.array(z.string()).default([]),
  /** Whether "vì sao" means the estimate or the topic: whichever was said last. */
  lastWas: z.enum(['estimate', 'topic']).optional(),
  /** Reference of the lead opened in this conversation. */
  lead: z.string().optional(),
});

export type Memory = z.infer<typeof memorySchema>;
