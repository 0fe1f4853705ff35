import { describe, expect, test } from '@jest/globals';
import { estimatorOf, openReference } from '../../src/estimates/index.js';
import { estimateDeps } from './estimateDeps.js';

const deps = estimateDeps();
const paid = { averageIncome: 2_000_000, monthsBefore2014: 0, monthsFrom2014: 101 };
const history = [{ from: '2024-01', months: 12, income: 2_000_000 }];

/** The estimate of a kind for an input that has to fit its contract. */
function estimateOf(kind: string, input: object, locale: 'vi' | 'en' = 'vi') {
  const found = estimatorOf(kind);
  if (found === undefined) throw new Error(`There is no kind ${kind}.`);
  const prepared = found.prepare((schema) => schema.parse({ locale, ...input }));
  return { estimate: prepared.run(estimateDeps(locale)), figures: found.figures };
}

const examples = [
  ['lump-sum', { case: 'illness', ...paid }, { gross: 34_000_000, deducted: 0, amount: 34_000_000 }],
  ['lump-sum', { case: 'abroad', history, group: 'other' }, { gross: 4_120_000, deducted: 396_000 }],
  [
    'monthly-allowance',
    { averageIncome: 3_000_000, monthsPaid: 120, monthsToSocialPension: 60 },
    { monthly: 1_000_000, topUp: 0 },
  ],
  [
    'monthly-allowance',
    { sex: 'male', birth: '1964', averageIncome: 2_000_000, monthsPaid: 70, householdClass: 'near_poor' },
    { from: '2026-11', socialPensionFrom: '2034-01', monthsToSocialPension: 86 },
  ],
  ['social-pension', { birth: '1950-01-01', householdClass: 'other' }, { amount: 500_000 }],
  [
    'maternity',
    {
      ...{ parent: 'mother', birthDate: '2026-11-01', children: 1, monthsVoluntary: 8 },
      ...{ otherParentClaims: false, compulsoryEligible: false },
    },
    { amount: 2_000_000, fileBy: '2026-12-31' },
  ],
  ['survivors', { deceased: 'contributor', ...paid }, { funeral: 25_300_000, lumpSum: 34_000_000 }],
  ['survivors', { deceased: 'pensioner', pension: 1_500_000, monthsReceived: 12 }, { lumpSum: 64_500_000 }],
] as const;

describe.each(examples)('%s of %j', (kind, input, expected) => {
  test('has the figures of its contract, every one of them', () => {
    const { estimate, figures } = estimateOf(kind, input);
    expect(estimate).toMatchObject({ status: 'amount', ...expected });
    const fields = Object.keys(figures.shape);
    const own = Object.fromEntries(Object.entries(estimate).filter(([field]) => fields.includes(field)));
    expect(figures.parse(own)).toEqual(own);
    expect(Object.keys(own).toSorted()).toEqual(fields.toSorted());
  });

  test('is told in both languages, with warnings, and can be opened again', () => {
    for (const locale of ['vi', 'en'] as const) {
      const { estimate } = estimateOf(kind, input, locale);
      if (estimate.status !== 'amount') throw new Error(estimate.status);
      expect(estimate.warnings.length).toBeGreaterThan(0);
      expect(openReference(estimate.reference, deps.signingKey)).toMatchObject({
        status: 'ok',
        estimate: { kind, input: { locale, date: '2026-11-21' } },
      });
    }
  });
});

describe('what a field can never hold is refused, with the field', () => {
  test.each([
    ['lump-sum', { case: 'stopped', history, averageIncome: 1 }, 'averageIncome'],
    ['lump-sum', { case: 'stopped', history, monthsFrom2014: 1 }, 'monthsFrom2014'],
    ['lump-sum', { case: 'abroad', history: [{ ...history[0], arrears: true }] }, 'history'],
    ['lump-sum', { case: 'abroad', history: [...history, ...history] }, 'history'],
    ['lump-sum', { supported: [], group: 'other' }, 'group'],
    [
      'lump-sum',
      {
        supported: [
          { from: '2024-01', months: 12, group: 'other' },
          { from: '2024-12', months: 1, group: 'poor' },
        ],
      },
      'supported',
    ],
    ['lump-sum', { case: 'retirement' }, 'case'],
    ['lump-sum', { disabilityPercent: 101 }, 'disabilityPercent'],
    ['monthly-allowance', { householdClass: 'rich' }, 'householdClass'],
    ['social-pension', { birth: '1950-02-30' }, 'birth'],
    ['social-pension', { date: '9999-12-31' }, 'date'],
    ['monthly-allowance', { averageIncome: 9_000_000_000_000_000 }, 'averageIncome'],
    ['survivors', { contributionsPaid: 9_000_000_000_000_000 }, 'contributionsPaid'],
    ['maternity', { children: 0 }, 'children'],
    ['maternity', { birthDate: '2026-11-02', applied: '2026-11-01' }, 'applied'],
    ['survivors', { deceased: 'contributor', ...paid, compulsoryMonths: 102 }, 'compulsoryMonths'],
  ])('%s: %j', (kind, input, field) => {
    const result = estimatorOf(kind)?.input.safeParse(input);
    expect(result?.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

test('the highest amounts that fit still make whole figures', () => {
  const averageIncome = 1_000_000_000;
  const allowance = { averageIncome, monthsPaid: 179, monthsToSocialPension: 1 };
  expect(estimateOf('monthly-allowance', allowance).estimate).toMatchObject({ monthly: 30_000_000_000 });
  const most = { deceased: 'contributor', ...paid, averageIncome, monthsBefore2014: 1200 };
  expect(estimateOf('survivors', most).estimate).toMatchObject({ lumpSum: 167_000_000_000 });
});

test('two periods that meet do not overlap', () => {
  const supported = [
    { from: '2024-01', months: 12, group: 'other' },
    { from: '2025-01', months: 1, group: 'poor' },
  ];
  expect(estimateOf('lump-sum', { case: 'abroad', ...paid, supported }).estimate).toMatchObject({
    deducted: 396_000 + 99_000,
  });
});

test('a refusal is told in words, with its law', () => {
  const young = { birth: '1990-05-01', householdClass: 'other' };
  expect(estimateOf('social-pension', young).estimate).toMatchObject({
    status: 'not_eligible',
    reasons: [
      {
        code: 'too_young_for_social_pension',
        text: expect.stringContaining('01/05/2065'),
        basis: { document: 'Luật BHXH 41/2024/QH15', article: '21' },
      },
    ],
  });
});
