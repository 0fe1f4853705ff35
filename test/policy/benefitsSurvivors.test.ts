import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { figure, survivors, type SurvivorsSituation } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';
const contributor: SurvivorsSituation = {
  date,
  deceased: 'contributor',
  averageIncome: 3_000_000,
  monthsBefore2014: 0,
  monthsFrom2014: 101,
  compulsoryMonths: 0,
};
const pensioner: SurvivorsSituation = { date, deceased: 'pensioner', pension: 2_000_000, monthsReceived: 1 };

function outcomeOf(base: SurvivorsSituation, situation: Partial<SurvivorsSituation> = {}) {
  return survivors({ ...base, ...situation }, table);
}

function amountOf(base: SurvivorsSituation, situation: Partial<SurvivorsSituation> = {}) {
  const outcome = outcomeOf(base, situation);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

const warningsOf = (base: SurvivorsSituation, situation: Partial<SurvivorsSituation> = {}): string[] =>
  amountOf(base, situation).warnings.map(({ code }) => code);

describe('Law 41/2024 article 109: ten reference levels of the month of death', () => {
  test.each([
    ['2026-06-30', 23_400_000],
    ['2026-07-01', 25_300_000],
    ['2026-07-02', 25_300_000],
  ])('on %s: %d', (day, value) => {
    expect(figure(table, 'figure.funeral.amount', day)).toMatchObject({ value });
    expect(amountOf(contributor, { date: day }).figures.funeral).toBe(value);
    expect(amountOf(pensioner, { date: day }).figures.funeral).toBe(value);
  });

  test.each([
    [59, 0, false],
    [60, 0, true],
    [61, 0, true],
    [59, 11, false],
    [59, 12, true],
    [20, 13, true],
  ])('%d months, %d of them compulsory: %s', (monthsFrom2014, compulsoryMonths, has) => {
    const time = { monthsFrom2014, compulsoryMonths, contributionsPaid: 1_000_000 };
    const { figures, warnings } = amountOf(contributor, time);
    expect(figures.funeral).toBe(has ? 25_300_000 : null);
    expect(figures.total).toBe(figures.lumpSum + (has ? 25_300_000 : 0));
    expect(warnings.some(({ code }) => code === 'no_funeral')).toBe(!has);
  });
});

describe('Law 41/2024 article 110 clause 2: the lump sum of who paid or kept the time', () => {
  test.each([
    ['8 years 5 months', 0, 101, 51_000_000],
    ['exactly sixty months', 0, 60, 30_000_000],
    ['odd months before 2014 move to later', 14, 60, 4_500_000 + 33_000_000],
    ['without later time they stay', 62, 0, 24_750_000],
  ])('%s', (_, monthsBefore2014, monthsFrom2014, lumpSum) => {
    expect(amountOf(contributor, { monthsBefore2014, monthsFrom2014 }).figures.lumpSum).toBe(lumpSum);
  });

  test('under sixty months it is what was paid, and what that means is told as open', () => {
    const derived = amountOf(contributor, { monthsFrom2014: 59 });
    expect(derived.figures.lumpSum).toBe(59 * 660_000);
    expect(derived.assumptions.map(({ code }) => code)).toContain('paid_from_average');
    const told = amountOf(contributor, { monthsFrom2014: 59, contributionsPaid: 30_000_000 });
    expect(told.figures.lumpSum).toBe(30_000_000);
    expect(told.assumptions.map(({ code }) => code)).not.toContain('paid_from_average');
    for (const { warnings } of [derived, told]) {
      expect(warnings.map(({ code }) => code)).toContain('paid_in_with_support_doubtful');
    }
    expect(warningsOf(contributor)).not.toContain('paid_in_with_support_doubtful');
  });

  test('what was paid into compulsory insurance cannot be reckoned and is asked for', () => {
    const short = { monthsFrom2014: 20, compulsoryMonths: 8 };
    expect(outcomeOf(contributor, short)).toEqual({ status: 'incomplete', missing: ['contributionsPaid'] });
    expect(outcomeOf(contributor, { ...short, monthsFrom2014: 60 }).status).toBe('amount');
  });
});

describe('Law 41/2024 article 110 clause 3: at least three average incomes after both kinds', () => {
  test.each([
    ['both kinds, little paid', 12, 5, 2_000_000, 9_000_000],
    ['both kinds, enough paid', 12, 5, 9_000_001, 9_000_001],
    ['voluntary only', 12, 0, 2_000_000, 2_000_000],
    ['compulsory only', 12, 12, 2_000_000, 2_000_000],
  ])('%s', (_, monthsFrom2014, compulsoryMonths, contributionsPaid, lumpSum) => {
    const { figures, steps } = amountOf(contributor, { monthsFrom2014, compulsoryMonths, contributionsPaid });
    expect(figures.lumpSum).toBe(lumpSum);
    expect(steps.some(({ code }) => code === 'survivor_mixed_min')).toBe(lumpSum === 9_000_000);
  });
});

describe('Law 41/2024 article 110 clause 4: the lump sum of a pensioner', () => {
  test.each([
    [0, 48],
    [1, 48],
    [2, 48],
    [3, 47.5],
    [4, 47],
    [91, 3.5],
    [92, 3],
    [93, 3],
    [400, 3],
  ])('after %d months: %d pensions', (monthsReceived, pensions) => {
    const { figures } = amountOf(pensioner, { monthsReceived });
    expect(figures).toMatchObject({
      lumpSum: pensions * 2_000_000,
      total: pensions * 2_000_000 + 25_300_000,
    });
  });
});

describe('Decree 159/2025 article 12 clause 3: the monthly allowance of relatives', () => {
  test.each([
    [179, false],
    [180, true],
    [181, true],
  ])('%d compulsory months: %s', (compulsoryMonths, isTold) => {
    const told = { compulsoryMonths, monthsFrom2014: 200 };
    expect(warningsOf(contributor, told).includes('survivor_monthly_possible')).toBe(isTold);
    expect(warningsOf(pensioner, { compulsoryMonths }).includes('survivor_monthly_possible')).toBe(isTold);
  });

  test('with its amounts of the day', () => {
    const { warnings } = amountOf(pensioner, { compulsoryMonths: 180, date: '2026-06-30' });
    expect(warnings).toContainEqual(
      expect.objectContaining({
        code: 'survivor_monthly_possible',
        operands: expect.objectContaining({
          each: { kind: 'money', value: 1_170_000 },
          alone: { kind: 'money', value: 1_638_000 },
          people: { kind: 'number', value: 4 },
        }),
      }),
    );
  });
});

test('Law 41/2024 article 112: ninety days for the file, ten working days for the answer', () => {
  expect(amountOf(contributor).figures).toMatchObject({ fileBy: '2027-02-19', answerDays: 10 });
  expect(warningsOf(contributor)).toContain('file_by');
});

test('nothing paid, nothing to receive', () => {
  expect(outcomeOf(contributor, { monthsFrom2014: 0 })).toMatchObject({
    status: 'notEligible',
    reasons: [{ code: 'nothing_paid_by_deceased', basis: { article: '110' } }],
  });
});

test('that no compulsory time was told is an assumption', () => {
  const codes = (compulsoryMonths: number | undefined) =>
    amountOf(contributor, { compulsoryMonths }).assumptions.map(({ code }) => code);
  expect(codes(undefined)).toContain('no_compulsory_months');
  expect(codes(0)).not.toContain('no_compulsory_months');
});

test.each([
  ['2025-06-30', 'unknownParameter'],
  ['2025-07-01', 'amount'],
  ['2025-07-02', 'amount'],
])('the law begins in mid-2025: %s', (day, status) => {
  expect(outcomeOf(contributor, { date: day }).status).toBe(status);
  expect(outcomeOf(pensioner, { date: day }).status).toBe(status);
});

test.each([
  [undefined, ['deceased']],
  ['contributor', ['averageIncome', 'monthsBefore2014', 'monthsFrom2014']],
  ['pensioner', ['pension', 'monthsReceived']],
] as const)('what is still to be asked of %s', (deceased, missing) => {
  expect(survivors({ date, deceased }, table)).toEqual({ status: 'incomplete', missing });
});

describe('whatever was paid or received', () => {
  test('a pensioner’s lump sum never rises with the months received and never falls under the floor', () => {
    const months = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000_000 }), months, months, (pension, one, two) => {
        const lumpSum = (monthsReceived: number): number =>
          amountOf(pensioner, { pension, monthsReceived }).figures.lumpSum;
        const [earlier, later] = [lumpSum(Math.min(one, two)), lumpSum(Math.max(one, two))];
        expect(later).toBeLessThanOrEqual(earlier);
        expect(later).toBeGreaterThanOrEqual(3 * pension);
        expect(earlier).toBeLessThanOrEqual(48 * pension);
      }),
    );
  });

  test('a contributor’s lump sum grows with the months from 2014 on and with the income', () => {
    const months = fc.integer({ min: 60, max: 480 });
    const income = fc.integer({ min: 700_000, max: 50_600_000 });
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 60 }), income, (monthsFrom2014, more, averageIncome) => {
        const lumpSum = (situation: Partial<SurvivorsSituation>): number =>
          amountOf(contributor, { monthsFrom2014, averageIncome, ...situation }).figures.lumpSum;
        const now = lumpSum({});
        expect(lumpSum({ monthsFrom2014: monthsFrom2014 + more })).toBeGreaterThanOrEqual(now);
        expect(lumpSum({ averageIncome: averageIncome + more })).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});
