import { z } from 'zod';
import { voluntaryGroups } from '../../src/policy/index.js';

/** What people do for a living, as far as it decides who may join or what speaks to them. */
export const occupations = [
  'farmer',
  'trader',
  'driver',
  'home',
  'student',
  'domestic',
  'casual',
  'business',
  'employee',
  'suspended',
] as const;
export type Occupation = (typeof occupations)[number];

/** How a household business pays its tax; that decides who insures its owner. */
export const taxMethods = ['declaration', 'other', 'unknown'] as const;

/** What a person told of themselves that an estimate can use. Nothing here names anybody. */
export const factsSchema = z.object({
  sex: z.enum(['female', 'male']).optional(),
  /** `YYYY-MM`, or `YYYY` where only the year was told. */
  birth: z.string().optional(),
  /** Years, told without a birth; it leaves two years of birth open. */
  age: z.number().optional(),
  /** 1 to 12, told before the year is known. */
  birthMonth: z.number().optional(),
  groups: z.array(z.enum(voluntaryGroups)).optional(),
  /** Months paid so far, of either kind. */
  monthsPaid: z.number().optional(),
  occupation: z.enum(occupations).optional(),
  tax: z.enum(taxMethods).optional(),
  /** Chosen income, đồng a month. */
  income: z.number().optional(),
  /** What the person can spare, đồng a month. */
  budget: z.number().optional(),
});
export type Facts = z.infer<typeof factsSchema>;
