import { z } from 'zod';
import { lumpSum, lumpSumCases } from '../../policy/index.js';
import { estimator } from '../estimator.js';
import { birthInput } from './birthInput.js';
import { commonInput, monthInput, paidMonthsInput, sexInput } from './commonInput.js';
import { contributionsInput } from './contributionsInput.js';
import { dayInput } from './dayInput.js';
import { incomeInput } from './incomeInput.js';
import { supportedAsInput, supportedPeriodsInput } from './supportedPeriodsInput.js';

const fields = z.strictObject({
  ...commonInput,
  date: dayInput.optional(),
  case: z.enum(lumpSumCases).optional(),
  sex: sexInput.optional(),
  birth: birthInput.optional(),
  disabilityPercent: z.number().min(0).max(100).optional(),
  severelyDisabled: z.boolean().optional(),
  history: contributionsInput.optional(),
  averageIncome: incomeInput.optional(),
  monthsBefore2014: paidMonthsInput.optional(),
  monthsFrom2014: paidMonthsInput.optional(),
  firstPaid: monthInput.optional(),
  lastPaid: monthInput.optional(),
  supported: supportedPeriodsInput.optional(),
  group: supportedAsInput.optional(),
});

/** What is paid out at once, and what is given up with it. */
export const lumpSumEstimator = estimator({
  kind: 'lump-sum',
  summary: 'Social insurance paid out at once: who may ask for it, how much, and what is given up',
  input: fields.superRefine((input, context) => {
    for (const { path, message } of contradictions(input))
      context.addIssue({ code: 'custom', path, message });
  }),
  figures: z.object({
    months: z.int(),
    averageIncome: z.int(),
    yearsBefore2014: z.number().nullable(),
    yearsFrom2014: z.number().nullable(),
    gross: z.int(),
    deducted: z.int(),
    amount: z.int(),
    monthsToPension: z.int(),
    answerDays: z.int(),
  }),
  rule: lumpSum,
});

/** A history holds its own average and months; arrears end in a pension; support is told in one way. */
function contradictions({
  history,
  supported,
  group,
  ...input
}: z.infer<typeof fields>): Readonly<{ path: string[]; message: string }>[] {
  const besideHistory = (['averageIncome', 'monthsBefore2014', 'monthsFrom2014'] as const).filter(
    (field) => history !== undefined && input[field] !== undefined,
  );
  return [
    ...besideHistory.map((field) => ({ path: [field], message: 'must be left out beside history' })),
    ...(history?.some(({ arrears }) => arrears === true)
      ? [{ path: ['history'], message: 'must hold no arrears: they are paid for a pension' }]
      : []),
    ...(supported !== undefined && group !== undefined
      ? [{ path: ['group'], message: 'must be left out beside supported' }]
      : []),
  ];
}
