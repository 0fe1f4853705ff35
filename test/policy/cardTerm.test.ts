import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cardTerm, type CardTermSituation } from '../../src/policy/index.js';
import { codesOf } from './codesOf.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();

function termOf(situation: Partial<CardTermSituation>) {
  const outcome = cardTerm({ date: '2026-11-21', months: 12, previousExpiry: null, ...situation }, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('Law on Health Insurance article 16 clause 3: first day of the card', () => {
  test.each([
    ['T28: a gap under 90 days', '2026-11-21', '2026-10-31', 'short_gap', '2026-11-21', 20, 0],
    ['T29: 97 days uncovered', '2026-11-21', '2026-08-15', 'first_or_long_gap', '2026-12-21', 97, 30],
    ['T30: paid before expiry', '2026-11-21', '2026-12-31', 'renewal', '2027-01-01', 0, 0],
    ['T31: the first card', '2026-12-01', null, 'first_or_long_gap', '2026-12-31', null, 30],
    ['paid on the last day', '2026-12-31', '2026-12-31', 'renewal', '2027-01-01', 0, 0],
    ['paid on the day after', '2027-01-01', '2026-12-31', 'short_gap', '2027-01-01', 0, 0],
    ['89 days uncovered', '2026-11-21', '2026-08-23', 'short_gap', '2026-11-21', 89, 0],
    ['90 days uncovered', '2026-11-21', '2026-08-22', 'first_or_long_gap', '2026-12-21', 90, 30],
    ['91 days uncovered', '2026-11-21', '2026-08-21', 'first_or_long_gap', '2026-12-21', 91, 30],
  ] as const)('%s', (_, paidOn, previousExpiry, rule, validFrom, uncoveredDays, waitingDays) => {
    const { figures } = termOf({ paidOn, previousExpiry });
    expect(figures).toMatchObject({ rule, validFrom, uncoveredDays, waitingDays });
    expect(figures.continuous).toBe(rule !== 'first_or_long_gap');
  });

  test('the day of the question is the day of payment unless another is told', () => {
    expect(termOf({ date: '2026-12-01' }).figures.validFrom).toBe('2026-12-31');
    expect(termOf({ date: '2026-12-05', paidOn: '2026-12-01' }).figures.validFrom).toBe('2026-12-31');
  });

  test.each([
    ['2025-06-30', 'unknownParameter'],
    ['2025-07-01', 'amount'],
  ])('Law 51/2024: waiting and gap in days are known for payments from %s: %s', (paidOn, status) => {
    const outcome = cardTerm({ date: '2026-11-21', paidOn, previousExpiry: null, months: 12 }, table);
    expect(outcome.status).toBe(status);
  });
});

describe('Decree 188 article 13 clause 10: the card holds as long as was paid', () => {
  test.each([
    ['2026-12-31', 3, '2027-03-31'],
    ['2026-12-31', 6, '2027-06-30'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-11-20', 12, '2027-11-20'],
    ['2026-08-30', 6, '2027-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-30', 6, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
  ] as const)('goes on from the day after %s for %d months, to %s', (previousExpiry, months, validTo) => {
    const paidOn = previousExpiry;
    expect(termOf({ paidOn, previousExpiry, months }).figures.validTo).toBe(validTo);
  });

  test('renewed cards never leave a day uncovered', () => {
    const days = fc.integer({ min: 0, max: 1500 });
    fc.assert(
      fc.property(days, fc.constantFrom(3, 6, 12), (offset, months) => {
        const expiry = new Date(Date.UTC(2025, 6, 1 + offset)).toISOString().slice(0, 10);
        const first = termOf({ paidOn: expiry, previousExpiry: expiry, months }).figures;
        const next = termOf({ paidOn: expiry, previousExpiry: first.validTo, months }).figures;
        expect(Date.parse(next.validFrom) - Date.parse(first.validTo)).toBe(86_400_000);
        const held = (Date.parse(first.validTo) - Date.parse(first.validFrom)) / 86_400_000 + 1;
        expect(held).toBeGreaterThanOrEqual(months * 30 - 2);
        expect(held).toBeLessThanOrEqual(months * 31);
      }),
    );
  });
});

describe('Decree 188 article 18 clause 2: five continuous years', () => {
  test.each([
    ['a renewal goes on', '2026-12-31', '2022-03-01', '2022-03-01', '2027-03-01'],
    ['a short gap goes on', '2026-10-31', '2022-03-01', '2022-03-01', '2027-03-01'],
    ['a long gap begins again', '2026-08-15', '2022-03-01', '2026-12-21', '2031-12-21'],
    ['the first card begins', null, undefined, '2026-12-21', '2031-12-21'],
    ['begun on a leap day', '2026-12-31', '2024-02-29', '2024-02-29', '2029-03-01'],
    ['a beginning that was not told', '2026-12-31', undefined, null, null],
  ])('%s', (_, previousExpiry, since, continuousSince, fiveYearsOn) => {
    const { figures } = termOf({ previousExpiry, continuousSince: since });
    expect(figures).toMatchObject({ continuousSince, fiveYearsOn });
  });
});

describe('Decree 188 article 13 clauses 2 and 7: cards of children and of grade 12', () => {
  test.each([
    ['2020-09-30', '2026-09-30'],
    ['2020-03-10', '2026-09-30'],
    ['2020-01-01', '2026-09-30'],
    ['2020-10-01', '2026-10-31'],
    ['2020-12-31', '2026-12-31'],
    ['2022-11-15', '2028-11-30'],
  ])('a child born %s: until %s', (birth, childCardEnds) => {
    expect(termOf({ birth }).figures.childCardEnds).toBe(childCardEnds);
  });

  test('grade 12 ends in autumn, and may be paid on until December', () => {
    const { figures, warnings } = termOf({ grade12In: 2027 });
    expect(figures.grade12CardEnds).toBe('2027-09-30');
    expect(codesOf(warnings)).toContain('grade12_until_december');
    expect(termOf({}).figures).toMatchObject({ childCardEnds: null, grade12CardEnds: null });
  });
});

describe('what is doubtful is told', () => {
  test.each([
    ['the first card (D6)', { previousExpiry: null }, ['waiting_count_doubtful']],
    [
      'a long gap (D6)',
      { previousExpiry: '2026-08-15' },
      ['waiting_count_doubtful', 'five_years_begin_again'],
    ],
    [
      'a short gap (D5)',
      { previousExpiry: '2026-10-31', continuousSince: '2020-01-01' },
      ['continuity_after_gap_doubtful'],
    ],
    ['no gap', { previousExpiry: '2026-11-20', continuousSince: '2020-01-01' }, []],
    ['a renewal', { previousExpiry: '2026-12-31', continuousSince: '2020-01-01' }, []],
    ['a renewal from an unknown day', { previousExpiry: '2026-12-31' }, ['continuous_since_unknown']],
  ])('%s', (_, situation, codes) => {
    expect(codesOf(termOf(situation).warnings)).toEqual(codes);
  });
});

test.each([
  [{}, ['previousExpiry', 'months']],
  [{ previousExpiry: null }, ['months']],
  [{ months: 3 }, ['previousExpiry']],
])('%j lacks %j', (situation, missing) => {
  expect(cardTerm({ date: '2026-11-21', ...situation }, table)).toEqual({ status: 'incomplete', missing });
});
