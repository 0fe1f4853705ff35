import { describe, expect, test } from '@jest/globals';
import { advanceRefund, cardValidity } from '../../src/policy/index.js';
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
