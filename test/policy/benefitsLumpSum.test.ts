import { describe, expect, test } from '@jest/globals';
import { lumpSum, type LumpSumSituation } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';

/** Settling abroad: nothing but the time and the support has to be known. */
const abroad: LumpSumSituation = {
  date,
  case: 'abroad',
  averageIncome: 2_000_000,
  monthsBefore2014: 0,
  monthsFrom2014: 101,
  supported: [],
};

function amountOf(situation: Partial<LumpSumSituation>, base: LumpSumSituation = abroad) {
  const outcome = lumpSum({ ...base, ...situation }, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

const warningsOf = (situation: Partial<LumpSumSituation>, base: LumpSumSituation = abroad): string[] =>
  amountOf(situation, base).warnings.map(({ code }) => code);

describe('Law 41/2024 article 102 clause 2: the sum by years', () => {
  test.each([
    ['8 years 5 months since 2014', 0, 101, 2_000_000, 0, 8.5, 34_000_000],
    ['six odd months are half a year', 0, 18, 1_000_000, 0, 1.5, 3_000_000],
    ['seven odd months are a year', 0, 19, 1_000_000, 0, 2, 4_000_000],
    ['one odd month is half a year', 0, 13, 1_000_000, 0, 1.5, 3_000_000],
    ['odd months before 2014 move to later', 14, 12, 1_000_000, 1, 1.5, 1_500_000 + 3_000_000],
    ['odd months of both times add up', 17, 19, 1_000_000, 1, 2, 1_500_000 + 4_000_000],
    ['without later time they stay', 14, 0, 1_000_000, 1.5, 0, 2_250_000],
    ['full years before 2014', 60, 60, 1_500_001, 5, 5, 26_250_018],
  ])('%s', (_, monthsBefore2014, monthsFrom2014, averageIncome, yearsBefore2014, yearsFrom2014, gross) => {
    const { figures } = amountOf({ monthsBefore2014, monthsFrom2014, averageIncome });
    expect(figures).toMatchObject({ yearsBefore2014, yearsFrom2014, gross, amount: gross, deducted: 0 });
  });
});

describe('Law 41/2024 article 102 clause 2 c: less than one year', () => {
  test.each([
    [1, 330_000],
    [9, 2_970_000],
    [10, 3_000_000],
    [11, 3_000_000],
  ])('%d months at 1,500,000: what was paid, at most two incomes: %d', (monthsFrom2014, gross) => {
    const { figures, assumptions } = amountOf({ monthsFrom2014, averageIncome: 1_500_000 });
    expect(figures).toMatchObject({ gross, yearsBefore2014: null, yearsFrom2014: null });
    expect(assumptions.map(({ code }) => code)).toContain('paid_from_average');
  });

  test('of told periods the incomes themselves count, without indexation', () => {
    const history = [
      { from: '2024-01', months: 2, income: 1_500_000 },
      { from: '2026-01', months: 2, income: 2_000_000 },
    ];
    const { figures, steps, assumptions } = amountOf({ history });
    expect(figures).toMatchObject({ gross: 2 * 330_000 + 2 * 440_000, averageIncome: 1_772_500 });
    expect(steps.filter(({ code }) => code === 'paid_in').map(({ value }) => value)).toEqual([
      660_000, 880_000,
    ]);
    expect(assumptions.map(({ code }) => code)).not.toContain('paid_from_average');
  });

  test('the rate of years before the table is not known', () => {
    const history = [{ from: '2013-12', months: 2, income: 1_500_000 }];
    expect(lumpSum({ ...abroad, history }, table)).toMatchObject({
      status: 'unknownParameter',
      unknown: [{ id: 'vsi.rate', date: '2013-12-01' }],
    });
  });
});

describe('Decree 159/2025 article 10: told periods are indexed by the table of the year', () => {
  const history = [
    { from: '2012-07', months: 20, income: 1_000_000 },
    { from: '2024-01', months: 16, income: 3_000_000 },
  ];

  test.each([
    // 6 months of 2012, 12 of 2013, 2 of 2014, then 12 of 2024 and 4 of 2025.
    ['2026-11-21', (6 * 1.51 + 12 * 1.42 + 2 * 1.36 + 12 * 3 * 1.03 + 4 * 3) / 36],
    ['2025-12-31', (6 * 1.47 + 12 * 1.37 + 2 * 1.32 + 16 * 3) / 36],
  ])('settled on %s', (day, millions) => {
    const { figures } = amountOf({ date: day, history });
    expect(figures).toMatchObject({
      months: 36,
      averageIncome: Math.round(millions * 1_000_000),
      yearsBefore2014: 1,
      yearsFrom2014: 2,
    });
    expect(figures.gross).toBe(Math.round(figures.averageIncome * (1.5 + 2 * 2)));
  });

  test('a year without a published table is unknown', () => {
    expect(lumpSum({ ...abroad, date: '2027-03-01', history }, table)).toMatchObject({
      status: 'unknownParameter',
      unknown: [{ id: 'indexation.coefficients' }],
    });
  });

  test('months paid ahead of the request are left out and told', () => {
    const ahead = [{ from: '2026-09', months: 12, income: 1_500_000 }];
    const { figures, warnings } = amountOf({ history: ahead });
    expect(figures.months).toBe(3);
    expect(warnings.map(({ code }) => code)).toContain('months_ahead_apart');
    expect(warningsOf({ history })).not.toContain('months_ahead_apart');
  });
});

describe('Decree 159/2025 articles 5 clause 6 and 9: the State’s part goes back', () => {
  const supported = [
    { from: '2024-01', months: 12, group: 'other' },
    { from: '2026-01', months: 12, group: 'other' },
  ] as const;

  test.each([
    ['abroad', 396_000 + 726_000],
    ['illness', 0],
    ['disability', 0],
  ] as const)('%s: %d taken off', (lumpSumCase, deducted) => {
    const { figures, steps } = amountOf({ case: lumpSumCase, supported, disabilityPercent: 81 });
    expect(figures).toMatchObject({ deducted, amount: 34_000_000 - deducted });
    expect(steps.some(({ code }) => code === 'granted_support')).toBe(deducted > 0);
  });

  test('twelve months of 2024 and twelve of 2026, when all have come', () => {
    const { figures } = amountOf({ date: '2026-12-31', supported });
    expect(figures.deducted).toBe(396_000 + 792_000);
  });

  test('where only the group is known, the months are taken to run to the last one', () => {
    const { figures, assumptions } = amountOf({ supported: undefined, group: 'other', lastPaid: '2026-06' });
    // From February 2018: at 10 % of the former poverty line, of the present one, then at 20 %.
    expect(figures.deducted).toBe(47 * 15_400 + 42 * 33_000 + 12 * 66_000);
    expect(assumptions).toContainEqual(
      expect.objectContaining({
        code: 'support_derived',
        operands: expect.objectContaining({ from: { kind: 'month', value: '2018-02' } }),
      }),
    );
  });

  test('of told periods the group holds for each of them', () => {
    const history = [{ from: '2026-01', months: 12, income: 1_500_000 }];
    const { figures } = amountOf({ date: '2026-12-31', supported: undefined, group: 'poor', history });
    expect(figures.deducted).toBe(12 * 165_000);
  });

  test.each([
    ['granted_support_may_differ', { from: '2025-05', months: 4 }],
    ['months_before_support', { from: '2017-11', months: 4 }],
    ['granted_support_limit', { from: '2016-01', months: 150 }],
    ['months_ahead_apart', { from: '2026-10', months: 4 }],
  ])('%s is told', (code, period) => {
    const day = code === 'granted_support_limit' ? '2028-06-30' : date;
    expect(warningsOf({ date: day, supported: [{ ...period, group: 'other' }] })).toContain(code);
    expect(warningsOf({ supported: [{ from: '2026-01', months: 2, group: 'other' }] })).not.toContain(code);
  });

  test('never more than the sum itself; that such a thing was said is told', () => {
    const told = { averageIncome: 10_000, supported };
    expect(amountOf(told).figures).toMatchObject({ gross: 170_000, deducted: 170_000, amount: 0 });
    expect(warningsOf(told)).toContain('support_above_lump_sum');
  });
});
