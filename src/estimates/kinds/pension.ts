import { z } from 'zod';
import { pension } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { birthInput } from './birthInput.js';
import { amountInput, commonInput, monthInput, paidMonthsInput, sexInput } from './commonInput.js';
import { contributionsInput } from './contributionsInput.js';
import { retirementFigures } from './retirementFigures.js';

const fields = z.strictObject({
  ...commonInput,
  sex: sexInput.optional(),
  birth: birthInput.optional(),
  averageIncome: amountInput.optional(),
  monthsPaid: paidMonthsInput.optional(),
  monthsPlanned: paidMonthsInput.optional(),
  history: contributionsInput.optional(),
  plannedIncome: amountInput.optional(),
  compulsory: z.strictObject({ months: paidMonthsInput, average: amountInput }).optional(),
  firstPaid: monthInput.optional(),
  monthsAfterAge: paidMonthsInput.optional(),
});

/** When a person may retire, and the pension for the months paid and planned. */
export const pensionEstimator = estimator({
  kind: 'pension',
  summary: 'Retirement age and pension for the months paid and planned',
  input: fields.superRefine((input, context) => {
    for (const { path, message } of contradictions(input))
      context.addIssue({ code: 'custom', path, message });
  }),
  figures: z.object({
    retirement: retirementFigures,
    averageIncome: z.int(),
    rate: z.number().nullable(),
    pension: z.int().nullable(),
    oneOff: z.int().nullable(),
    shortfallMonths: z.int(),
    pensionFrom: z.iso.date().nullable(),
    earlyRetirement: retirementFigures.nullable(),
  }),
  rule: pension,
});

/** A history holds its own average and its own months; months after the age are part of all months. */
function contradictions({
  history,
  averageIncome,
  ...input
}: z.infer<typeof fields>): Readonly<{ path: string[]; message: string }>[] {
  const inHistory = history?.reduce((sum, { months }) => sum + months, 0);
  const paid = inHistory ?? input.monthsPaid;
  const counted = [paid, input.monthsPlanned, input.compulsory?.months ?? 0];
  const total = counted.reduce<number>((sum, months) => sum + (months ?? Infinity), 0);
  return [
    ...(history !== undefined && averageIncome !== undefined
      ? [{ path: ['averageIncome'], message: 'must be left out beside history' }]
      : []),
    ...(inHistory !== undefined && input.monthsPaid !== undefined && input.monthsPaid !== inHistory
      ? [{ path: ['monthsPaid'], message: `must be left out or ${inHistory}, the months of history` }]
      : []),
    ...((input.monthsAfterAge ?? 0) > total
      ? [{ path: ['monthsAfterAge'], message: 'must not be more than all months' }]
      : []),
  ];
}
