import { z } from 'zod';
import { comparison, voluntaryGroups, voluntaryModes } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { amountInput, commonInput, provinceInput } from './commonInput.js';
import { sharesFigures } from './sharesFigures.js';

const mode = z.enum(voluntaryModes).exclude(['arrears']);
const years = z.int().nullable();
const shares = z.object(sharesFigures);
const amounts = z.object({
  ...sharesFigures,
  discount: z.int(),
  perMonth: z.int(),
  perDay: z.int(),
  perHarvest: z.int().nullable(),
});
const waiting = z.object({
  from: z.string(),
  changes: z.array(z.object({ parameter: z.string(), before: z.number(), after: z.number() })),
  floor: z.int(),
  ceiling: z.int(),
  levels: z.array(
    z.object({
      income: z.int(),
      allowed: z.boolean(),
      incomeThen: z.int(),
      monthly: shares,
      stateDifference: z.int(),
      difference: z.int(),
    }),
  ),
  keeps: z.array(z.object({ mode, years, until: z.string() })),
});

/** Several incomes and every way to pay them, side by side, and what waiting would mean. */
export const comparisonEstimator = estimator({
  kind: 'comparison',
  summary: 'Incomes and ways to pay voluntary social insurance side by side, and what waiting would mean',
  input: z.strictObject({
    ...commonInput,
    groups: z.array(z.enum(voluntaryGroups)).max(10).optional(),
    province: provinceInput.optional(),
    supportedMonths: z.int().min(0).max(120).optional(),
    incomes: z.array(amountInput).max(6).optional(),
    budget: amountInput.optional(),
    harvests: z.int().min(1).max(4).optional(),
  }),
  figures: z.object({
    floor: z.int(),
    ceiling: z.int(),
    budgetIncome: z.int().nullable(),
    levels: z.array(
      z.object({
        income: z.int(),
        withinBudget: z.boolean().nullable(),
        cells: z.array(z.object({ mode, years, months: z.int(), amounts: amounts.nullable() })),
      }),
    ),
    waiting: waiting.nullable(),
  }),
  rule: comparison,
});
