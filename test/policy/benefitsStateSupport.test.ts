import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stateSupport, voluntaryGroups, type SupportedPeriod } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';

function supportOf(periods: readonly SupportedPeriod[], day = date) {
  const found = stateSupport({ date: day, periods }, table);
  if (found.status === 'unknown') throw new Error(JSON.stringify(found));
  return found.support;
}

describe('Decree 159/2025 article 9 clause 2: 22 % of the poverty line times the rate, month by month', () => {
  test.each([
    ['2024-01', 'other', 12, 396_000],
    ['2026-01', 'other', 12, 792_000],
    ['2026-01', 'near_poor', 1, 132_000],
    ['2026-01', 'poor', 1, 165_000],
    ['2026-01', 'island', 1, 165_000],
    ['2026-01', 'ethnic_minority', 1, 99_000],
    ['2021-12', 'other', 1, 15_400],
    ['2021-12', 'poor', 1, 46_200],
    ['2022-01', 'near_poor', 1, 82_500],
  ] as const)('from %s as %s, %d months: %d', (from, group, months, amount) => {
    expect(supportOf([{ from, months, group }], '2026-12-31').amount).toBe(amount);
  });

  test.each([
    ['2025-06', 33_000, 99_000],
    ['2025-07', 66_000, 165_000],
    ['2025-08', 66_000, 165_000],
  ])('the rates of mid-2025: %s', (from, other, poor) => {
    expect(supportOf([{ from, months: 1, group: 'other' }]).amount).toBe(other);
    expect(supportOf([{ from, months: 1, group: 'poor' }]).amount).toBe(poor);
  });

  test.each([
    ['2026-12', 66_000],
    ['2027-01', 96_800],
    ['2027-02', 96_800],
  ])('the poverty line of 2027: %s', (from, amount) => {
    expect(supportOf([{ from, months: 1, group: 'other' }], '2027-03-01').amount).toBe(amount);
  });

  test('a group without a rate of its own yet was supported as other participants', () => {
    const { parts } = supportOf([{ from: '2025-06', months: 2, group: 'ethnic_minority' }]);
    expect(parts).toMatchObject([
      { group: 'other', share: 10, from: '2025-06', to: '2025-06' },
      { group: 'ethnic_minority', share: 30, from: '2025-07', to: '2025-07' },
    ]);
  });

  test('a change inside one period is told, a change between two is none', () => {
    const whole = supportOf([{ from: '2025-05', months: 4, group: 'other' }]);
    const cut = supportOf([
      { from: '2025-07', months: 2, group: 'other' },
      { from: '2025-05', months: 2, group: 'other' },
    ]);
    expect([whole.changed, cut.changed]).toEqual([true, false]);
    expect(whole.amount).toBe(cut.amount);
  });

  test('the carry-over of the poverty line into 2026 changes nothing', () => {
    expect(supportOf([{ from: '2025-12', months: 2, group: 'other' }]).changed).toBe(false);
  });
});

describe('months that are not counted', () => {
  test('those before support began', () => {
    expect(supportOf([{ from: '2017-11', months: 3, group: 'other' }])).toMatchObject({
      amount: 15_400,
      monthsBefore: 2,
      beganOn: '2018-01-01',
    });
  });

  test('Decree 159/2025 article 5 clause 2: those above the limit, the last ones', () => {
    const { amount, monthsAboveMax, maxMonths, parts } = supportOf([
      { from: '2016-09', months: 123, group: 'other' },
    ]);
    expect({ monthsAboveMax, maxMonths, last: parts.at(-1)?.to }).toEqual({
      monthsAboveMax: 0,
      maxMonths: 120,
      last: '2026-11',
    });
    const later = supportOf([{ from: '2018-01', months: 123, group: 'other' }], '2028-03-01');
    expect(later).toMatchObject({ monthsAboveMax: 3 });
    expect(later.parts.at(-1)?.to).toBe('2027-12');
    expect(later.amount).toBeGreaterThan(amount);
  });

  test('those after the month of the request', () => {
    expect(supportOf([{ from: '2026-11', months: 3, group: 'other' }])).toMatchObject({
      amount: 66_000,
      monthsAhead: 2,
    });
  });
});

test('a month whose poverty line nobody has published is unknown', () => {
  const periods = [{ from: '2031-01', months: 1, group: 'other' }] as const;
  expect(stateSupport({ date: '2031-02-01', periods }, table)).toMatchObject({
    status: 'unknown',
    unknown: [{ id: 'poverty_line.rural', date: '2031-01-01' }],
  });
});

test('more months never carried less, and no month more than the highest rate gives', () => {
  const months = fc.integer({ min: 1, max: 130 });
  const group = fc.constantFrom(...voluntaryGroups, 'other' as const);
  const start = fc.integer({ min: 2015, max: 2026 }).map((year) => `${year}-01`);
  fc.assert(
    fc.property(start, months, months, group, (from, one, two, as) => {
      const [fewer, more] = [Math.min(one, two), Math.max(one, two)].map((length) =>
        supportOf([{ from, months: length, group: as }]),
      );
      expect(more?.amount).toBeGreaterThanOrEqual(fewer?.amount ?? NaN);
      expect(more?.amount).toBeLessThanOrEqual(supportOf([{ from, months: 130, group: 'poor' }]).amount);
      const counted = (more?.parts ?? []).reduce((sum, part) => sum + part.months, 0);
      const { monthsAhead = 0, monthsBefore = 0, monthsAboveMax = 0 } = more ?? {};
      expect(counted + monthsAhead + monthsBefore + monthsAboveMax).toBe(Math.max(one, two));
    }),
  );
});
