import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { estimatorOf, openReference } from '../../src/estimates/index.js';
import { estimateDeps } from './estimateDeps.js';

type Example = Readonly<{
  kind: string;
  input: object;
  /** What the answer must hold, and the text of one of its steps. */
  figures: object;
  step: readonly [string, string];
  /** Changes that make the input one that the contract doesn't take. */
  wrong: readonly object[];
}>;

const examples: readonly Example[] = [
  {
    kind: 'participation',
    input: {
      birth: '1969-12-31',
      citizen: true,
      status: ['social_pension'],
      groups: ['near_poor'],
      sex: 'female',
      province: 'ha-noi',
    },
    figures: { floor: { income: 1_500_000, pay: 0 }, support: { monthsLeft: 120 }, arrearsFrom: '2026-11' },
    step: ['arrears_from', 'Được đóng từ tháng 11/2026'],
    wrong: [{ birth: '1899-12-31' }, { status: ['retired'] }, { supportedMonths: 121 }, { age: 50 }],
  },
  {
    kind: 'schedule',
    input: { mode: 'half_yearly', from: '2026-10' },
    figures: { to: '2027-03', payBy: '2027-01-31', changeFrom: '2027-04', overdue: false },
    step: ['schedule_pay_by', 'Trong 4 tháng đầu của kỳ, chậm nhất ngày 31/01/2027'],
    wrong: [{ from: '2026-13' }, { mode: 'weekly' }, { years: 6 }, { months: 61 }],
  },
  {
    kind: 'refund',
    input: {
      date: '2027-06-15',
      reason: 'pension',
      paidOn: '2026-02-10',
      mode: 'advance',
      years: 5,
      income: 1_500_000,
      groups: [],
      monthsLeft: 20,
    },
    figures: { contributions: 5_663_354, state: 1_320_000, local: 0, refund: 4_343_354 },
    step: ['refund_amount', '5.663.354\u00a0đ − 1.320.000\u00a0đ = 4.343.354\u00a0đ'],
    wrong: [{ mode: 'monthly' }, { mode: 'arrears' }, { reason: 'moved' }, { monthsLeft: 0 }],
  },
  {
    kind: 'comparison',
    input: { groups: [], budget: 500_000, harvests: 2 },
    figures: { budgetIncome: 2_550_000, waiting: { from: '2027-01-01', floor: 2_200_000 } },
    step: ['budget_income', 'Mỗi tháng có 500.000\u00a0đ thì chọn được mức 2.550.000\u00a0đ'],
    wrong: [{ harvests: 0 }, { harvests: 5 }, { incomes: [1, 2, 3, 4, 5, 6, 7] }, { budget: -1 }],
  },
];

describe.each(examples)('$kind', ({ kind, input, figures, step: [stepId, text], wrong }) => {
  const estimator = estimatorOf(kind);
  if (estimator === undefined) throw new Error(`${kind} is no kind of estimate.`);
  const make = (content: object, locale: 'vi' | 'en' = 'vi') => {
    const answer = estimator
      .prepare((schema) => schema.parse({ ...content, locale }))
      .run(estimateDeps(locale));
    if (answer.status !== 'amount') throw new Error(JSON.stringify(answer));
    return answer;
  };

  test('answers exactly the figures of the contract', () => {
    const { status, date, steps, parameters, assumptions, warnings, reference, ...answered } = make(input);
    expect(answered).toMatchObject(figures);
    expect(z.strictObject(estimator.figures.shape).parse(answered)).toEqual(answered);
    expect(steps.find(({ id }) => id === stepId)?.text).toBe(text);
  });

  test('opens again by its reference as it was', () => {
    const first = make(input);
    const opened = openReference(first.reference, estimateDeps().signingKey);
    if (opened.status !== 'ok') throw new Error(opened.status);
    expect(opened.estimate.run({ ...estimateDeps(), today: '2029-01-01' })).toEqual(first);
  });

  test('is told in English with the same figures', () => {
    const { steps } = make(input, 'en');
    expect(steps.map(({ id, value }) => [id, value])).toEqual(
      make(input).steps.map(({ id, value }) => [id, value]),
    );
    expect(steps.map(({ label }) => label)).not.toEqual(make(input).steps.map(({ label }) => label));
  });

  test.each(wrong)('refuses %j', (change) => {
    expect(estimator.input.safeParse({ ...input, ...change }).success).toBe(false);
  });
});
