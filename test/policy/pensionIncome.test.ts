import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Contributions } from '../../src/policy/index.js';
import { amountOf, assumptionCodes, outcomeOf, warningCodes } from './pensionSituations.js';

const averageOf = (history: readonly Contributions[], date = '2026-11-21'): number =>
  amountOf({ history, date }).figures.averageIncome;
const year = (from: number, income: number): Contributions => ({ from: `${from}-01`, months: 12, income });

const coefficients = {
  '2025-11-21': [
    2.21, 2.07, 1.9, 1.6, 1.47, 1.37, 1.32, 1.31, 1.28, 1.23, 1.19, 1.16, 1.12, 1.1, 1.07, 1.04, 1, 1,
  ],
  '2026-11-21': [
    2.29, 2.14, 1.96, 1.65, 1.51, 1.42, 1.36, 1.36, 1.32, 1.28, 1.23, 1.2, 1.16, 1.14, 1.11, 1.07, 1.03, 1, 1,
  ],
};

describe('Law 41/2024 article 104, Decree 159/2025 article 10: incomes are raised by the table of the settlement year', () => {
  test.each(Object.entries(coefficients))('settled on %s: every year since 2008', (date, expected) => {
    expect(expected.map((_, index) => averageOf([year(2008 + index, 1_000_000)], date))).toEqual(
      expected.map((coefficient) => Math.round(coefficient * 1_000_000)),
    );
  });

  test.each([
    ['2025-12-31', 1_310_000],
    ['2026-01-01', 1_352_500],
    ['2026-12-31', 1_352_500],
  ])('the same two years settled on %s', (date, average) => {
    expect(averageOf([year(2020, 1_000_000), year(2024, 1_500_000)], date)).toBe(average);
  });

  test('contributions over the turn of a year are cut there', () => {
    const outcome = amountOf({ history: [{ from: '2023-07', months: 12, income: 1_000_000 }] });
    expect(outcome.figures.averageIncome).toBe(1_050_000);
    expect(outcome.parameters.find(({ id }) => id === 'indexation.coefficients')?.value).toEqual({
      2023: 1.07,
      2024: 1.03,
    });
  });

  test('each line of the reckoning is told', () => {
    const history = [{ from: '2014-01', months: 180, income: 2_000_000 }];
    const { steps } = amountOf({ history });
    expect(steps.filter(({ code }) => code === 'income_indexed')).toHaveLength(15);
    expect(steps.filter(({ code }) => code === 'average_income')).toHaveLength(1);
  });

  test('the mean is rounded once, half upwards', () => {
    expect(averageOf([year(2025, 1), year(2026, 2)])).toBe(2);
    // 1.03 × 50 = 51.5 would become 52 alone; with 1.03 × 51 = 52.53 the mean is 52.015.
    expect(averageOf([year(2024, 50), { from: '2024-01', months: 12, income: 51 }])).toBe(52);
  });
});

test('Decree 159/2025 article 10 clause 3: arrears are never raised', () => {
  const arrears = { from: '2024-03', months: 12, income: 1_500_000, arrears: true };
  expect(averageOf([year(2020, 1_000_000), arrears])).toBe(1_330_000);
  expect(averageOf([arrears])).toBe(1_500_000);
});

describe('years without a coefficient', () => {
  const ahead = { from: '2026-12', months: 12, income: 2_000_000 };

  test('months paid ahead into a later year count as they are, and it is said from when', () => {
    const { figures, warnings } = amountOf({ history: [ahead] });
    expect(figures.averageIncome).toBe(2_000_000);
    expect(warnings).toContainEqual({
      code: 'indexation_not_published',
      operands: { from: { kind: 'month', value: '2027-01' } },
    });
    expect(warningCodes({ history: [{ ...ahead, months: 1 }] })).not.toContain('indexation_not_published');
  });

  test('years before the first coefficient are not known', () => {
    expect(outcomeOf({ history: [{ from: '2007-12', months: 2, income: 1 }] })).toEqual({
      status: 'unknownParameter',
      date: '2026-11-21',
      unknown: [{ status: 'unknown', id: 'indexation.coefficients', date: '2007-01-01' }],
    });
    expect(outcomeOf({ history: [{ from: '2008-01', months: 2, income: 1 }] }).status).toBe('amount');
  });

  test.each([
    ['2026-12-31', 'amount'],
    ['2027-01-01', 'unknownParameter'],
  ])('a settlement on %s: %s', (date, status) => {
    expect(outcomeOf({ history: [year(2020, 1)], date }).status).toBe(status);
  });
});

describe('what the history leaves open', () => {
  const history = [year(2024, 5_000_000), { from: '2012-01', months: 168, income: 1_000_000 }];

  test('months planned go on at the latest income, unless another is told', () => {
    const base = { history: [year(2025, 2_000_000), year(2024, 1_000_000)], monthsPlanned: 24 };
    expect(amountOf(base).figures.averageIncome).toBe(
      Math.round((12 * 2_000_000 + 12 * 1_030_000 + 24 * 2_000_000) / 48),
    );
    expect(assumptionCodes(base)).toContain('planned_income_as_last');
    const told = { ...base, plannedIncome: 4_000_000 };
    expect(amountOf(told).figures.averageIncome).toBe(
      Math.round((12 * 2_000_000 + 12 * 1_030_000 + 24 * 4_000_000) / 48),
    );
    expect(assumptionCodes(told)).not.toContain('planned_income_as_last');
  });

  test('arrears paid last do not show the income to go on with', () => {
    const arrears = { from: '2026-10', months: 12, income: 9_000_000, arrears: true };
    const steps = amountOf({ history: [...history, arrears], monthsPlanned: 1 }).steps;
    expect(steps.find(({ code }) => code === 'income_planned')?.value).toBe(5_000_000);
  });

  test('a pension in a later year will be reckoned by its own table', () => {
    expect(warningCodes({ history })).toContain('indexation_of_settlement_year');
    expect(warningCodes({ history, birth: '1969-05' })).not.toContain('indexation_of_settlement_year');
    expect(warningCodes({ history })).not.toContain('average_income_as_given');
    expect(warningCodes({})).toContain('average_income_as_given');
  });

  test('it stands for the average and the months: nothing more is asked', () => {
    expect(outcomeOf({ history, sex: undefined })).toEqual({ status: 'incomplete', missing: ['sex'] });
    expect(amountOf({ history }).figures.shortfallMonths).toBe(0);
  });
});

const rows = fc.array(
  fc.record({
    from: fc.integer({ min: 2008 * 12, max: 2026 * 12 }).map((index) => {
      const month = (index % 12) + 1;
      return `${Math.floor(index / 12)}-${String(month).padStart(2, '0')}`;
    }),
    months: fc.integer({ min: 1, max: 40 }),
    income: fc.integer({ min: 1_500_000, max: 50_600_000 }),
    arrears: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('whatever the history', () => {
  test('no order of its rows changes the average, and no income is ever lowered', () => {
    fc.assert(
      fc.property(rows, (history) => {
        const average = averageOf(history);
        expect(averageOf(history.toReversed())).toBe(average);
        expect(average).toBeGreaterThanOrEqual(Math.min(...history.map(({ income }) => income)));
      }),
    );
  });

  test('twice the income is twice the average, to the rounding', () => {
    fc.assert(
      fc.property(rows, (history) => {
        const doubled = history.map((row) => ({ ...row, income: row.income * 2 }));
        expect(Math.abs(averageOf(doubled) - 2 * averageOf(history))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
