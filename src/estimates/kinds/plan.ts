import { z } from 'zod';
import { plan, planModes, voluntaryGroups } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { birthInput } from './birthInput.js';
import { amountInput, commonInput, paidMonthsInput, provinceInput, sexInput } from './commonInput.js';
import { retirementFigures } from './retirementFigures.js';
import { sharesFigures } from './sharesFigures.js';

const month = z.string();
const mode = z.enum(planModes);

const path = z.object({
  kind: z.enum(['ask_now', 'pay_until_age', 'pay_then_arrears', 'pay_beyond_age']),
  monthsUntilRetirement: z.int(),
  shortfallAtRetirement: z.int(),
  payMonths: z.int(),
  arrearsMonths: z.int(),
  arrearsIn: month.nullable(),
  pensionFrom: z.iso.date(),
  withoutArrearsFrom: z.iso.date().nullable(),
  enoughFrom: month.nullable(),
});

const option = z.object({
  income: z.int(),
  mode,
  years: z.int().nullable(),
  firstPayment: z.object({ months: z.int(), ...sharesFigures, discount: z.int() }),
  arrears: z.object({ ...sharesFigures, months: z.int(), month }).nullable(),
  total: z.object(sharesFigures),
  perMonth: z.int().nullable(),
  perDay: z.int().nullable(),
  perHarvest: z.int().nullable(),
  highestPerMonth: z.int().nullable(),
  withinBudget: z.boolean().nullable(),
  averageIncome: z.int(),
  rate: z.number(),
  pension: z.int(),
  oneOff: z.int().nullable(),
  paybackMonths: z.int(),
  segments: z.array(
    z.object({
      from: month,
      to: month,
      months: z.int(),
      payments: z.int(),
      mode,
      income: z.int(),
      ...sharesFigures,
    }),
  ),
});

const waiting = z.object({
  startsOn: z.iso.date(),
  income: z.int(),
  mode,
  floor: z.int(),
  months: z.int(),
  ownDifference: z.int(),
  stateDifference: z.int(),
  pensionDifference: z.int(),
  pensionLaterMonths: z.int(),
});

/** The earliest pension, and what each income and way to pay costs until then and brings. */
export const planEstimator = estimator({
  kind: 'plan',
  summary: 'Ways to the earliest pension with what they cost and bring, and what waiting changes',
  input: z.strictObject({
    ...commonInput,
    sex: sexInput.optional(),
    birth: birthInput.optional(),
    monthsPaid: paidMonthsInput.optional(),
    groups: z.array(z.enum(voluntaryGroups)).max(10).optional(),
    budget: amountInput.optional(),
    incomes: z.array(amountInput).min(1).max(6).optional(),
    province: provinceInput.optional(),
    supportedMonths: z.int().min(0).max(120).optional(),
    averageIncome: amountInput.optional(),
    harvests: z.int().min(1).max(4).optional(),
  }),
  figures: z.object({
    retirement: retirementFigures,
    path,
    budgetIncome: z.int().nullable(),
    options: z.array(option),
    waiting: waiting.nullable(),
  }),
  rule: plan,
});
