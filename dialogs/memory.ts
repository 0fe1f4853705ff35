import { z } from 'zod';
import { householdChoiceInput, householdInput, planInput, voluntaryInput } from '../src/estimates/index.js';
import { householdGroups } from './household/householdGroups.js';
import { relations } from './family/relations.js';
import { positionSchema } from './forms/position.js';
import { factsSchema } from './told/facts.js';

/** People of one household whose estimates are kept side by side, the citizen included. */
export const largestFamily = 6;

const coveredSchema = z.object({ worker: z.number(), pupil: z.number(), child: z.number() });

/** An estimate that can be changed, compared and carried into a lead. */
export const estimateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('voluntary'), input: voluntaryInput }),
  z.object({ kind: z.literal('plan'), input: planInput }),
  z.object({
    kind: z.literal('household'),
    input: householdInput,
    /** People of the household, covered ones included, and whether those have been told. */
    people: z.number(),
    coveredKnown: z.boolean(),
    covered: coveredSchema.optional(),
  }),
  z.object({
    kind: z.literal('household-choice'),
    input: householdChoiceInput,
    people: z.number(),
    covered: coveredSchema,
    healthGroup: z.enum(householdGroups).optional(),
  }),
]);
export type MemorisedEstimate = z.infer<typeof estimateSchema>;

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
  /** The note of the message for which they are offered. */
  unsettled: z.string().optional(),
  /** How many messages in a row were not understood. */
  misses: z.number().default(0),
  /** The estimate given last: "à mức 3 triệu" changes it, a lead carries it. */
  estimate: estimateSchema.optional(),
  /** Whom the last estimate is for. */
  person: z.enum(relations).default('self'),
  /** The last estimate of everybody it was made for, in the order in which they came. */
  family: z
    .array(z.object({ person: z.enum(relations), estimate: estimateSchema }))
    .max(largestFamily)
    .default([]),
  /** What the citizen told of themselves in any message. */
  told: factsSchema.default({}),
  /** Digests of the warnings said with the last estimate. */
  warned: z.array(z.string()).default([]),
  /** Notes on it for which there was no room yet. */
  unsaid: z.array(z.string()).default([]),
  /** Whether "vì sao" means the estimate or the topic: whichever was said last. */
  lastWas: z.enum(['estimate', 'topic']).optional(),
  /** When the citizen wrote last, in milliseconds since 1970. */
  lastAt: z.number().optional(),
  /** Forms that were left before their end and hold no personal data, the latest last: "tiếp tục" opens them where they were. */
  left: z.array(z.object({ form: z.string(), position: positionSchema })).default([]),
  /** Name and number of an unfinished wish for a call were erased while the citizen was away. */
  forgotten: z.boolean().default(false),
  /** Reference of the lead opened in this conversation. */
  lead: z.string().optional(),
  /** Where the citizen lives, told for a lead or a collection point: asked once. */
  place: z
    .object({ commune: z.string(), province: z.string(), communeCode: z.string().optional() })
    .optional(),
  /** Asked with the last reply beside a lead: only the very next message can say yes to it. */
  offer: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('call_time'), callTime: z.string() }),
      z.object({ kind: z.literal('reminder') }),
    ])
    .optional(),
});

export type Memory = z.infer<typeof memorySchema>;

/** All that a conversation keeps between its turns: what it remembers, and the dialogs that are open, the innermost last. */
export const keptSchema = z.object({
  memory: memorySchema.prefault({}),
  dialogs: z
    .object({ dialogStack: z.array(z.object({ id: z.string(), state: z.unknown() })).default([]) })
    .prefault({}),
});
