import { describe, expect, test } from '@jest/globals';
import {
  advanceRefund,
  cardValidity,
  figure,
  lumpSum,
  monthlyAllowance,
  stateSupport,
} from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';

describe('Decree 159/2025 article 8 clause 3: refund of an advance', () => {
  test.each([
    [1_500_000, 5, 20, 5_663_354, 4_343_354],
    [3_000_000, 2, 12, 7_502_844, 6_710_844],
  ])('income %d, %d years, %d months left', (income, years, monthsLeft, contributions, refund) => {
    expect(advanceRefund({ date, income, groups: [], years, monthsLeft }, table)).toMatchObject({
      contributions,
      refund,
    });
  });

  test('is unknown where the return is', () => {
    const payment = { date: '2027-02-01', income: 3_000_000, groups: [], years: 2, monthsLeft: 1 };
    expect(advanceRefund(payment, table).status).toBe('unknown');
  });
});

describe('Law 41/2024 article 102: lump sum', () => {
  test.each([
    [0, 101, 2_000_000, 34_000_000],
    [14, 12, 1_000_000, 1_500_000 + 3_000_000],
  ])('%d months before 2014 and %d since', (monthsBefore2014, monthsFrom2014, averageIncome, amount) => {
    expect(lumpSum({ date, averageIncome, monthsBefore2014, monthsFrom2014 }, table)).toMatchObject({
      amount,
    });
  });

  test('under one year another rule applies', () => {
    expect(lumpSum({ date, averageIncome: 1, monthsBefore2014: 5, monthsFrom2014: 6 }, table).status).toBe(
      'underOneYear',
    );
  });

  test.each([
    ['2024-01-01', 396_000],
    ['2026-01-01', 792_000],
  ])('twelve months from %s carried %d of the State', (from, amount) => {
    expect(stateSupport({ group: 'other', from, months: 12 }, table)).toEqual({ status: 'found', amount });
  });

  test('support before it began is not known', () => {
    expect(stateSupport({ group: 'other', from: '2017-12-01', months: 2 }, table).status).toBe('unknown');
  });
});

describe('Law 41/2024 article 23: monthly allowance', () => {
  test.each([
    [180, { entitledMonths: 120, monthly: 500_000, topUp: 30_000_000 }],
    [60, { entitledMonths: 120, monthly: 1_000_000, topUp: 0 }],
  ])('ten years at 3,000,000, %d months to the social pension', (monthsToSocialPension, expected) => {
    const person = { date, averageIncome: 3_000_000, monthsPaid: 120, monthsToSocialPension };
    expect(monthlyAllowance(person, table)).toMatchObject(expected);
  });
});

test.each([
  ['2026-06-30', 23_400_000],
  ['2026-07-01', 25_300_000],
])('funeral allowance on %s: %d', (day, value) => {
  expect(figure(table, 'figure.funeral.amount', day)).toMatchObject({ value });
});

describe('Health insurance law article 16 clause 3: first day of a card', () => {
  test.each([
    ['a gap under 90 days', '2026-11-21', '2026-10-31', '2026-11-21', true],
    ['89 days uncovered', '2026-11-21', '2026-08-23', '2026-11-21', true],
    ['90 days uncovered', '2026-11-21', '2026-08-22', '2026-12-21', false],
    ['97 days uncovered', '2026-11-21', '2026-08-15', '2026-12-21', false],
    ['before expiry', '2026-11-21', '2026-12-31', '2027-01-01', true],
    ['on the last day', '2026-12-31', '2026-12-31', '2027-01-01', true],
    ['the first card', '2026-12-01', null, '2026-12-31', false],
  ])('%s', (_, paidOn, previousExpiry, validFrom, continuous) => {
    expect(cardValidity({ paidOn, previousExpiry }, table)).toMatchObject({ validFrom, continuous });
  });
});
