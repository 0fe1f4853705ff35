import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cardRefund, cardRefundCases, type CardRefundSituation } from '../../src/policy/index.js';
import { codesOf } from './codesOf.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const paid = { date: '2026-11-21', paidOn: '2026-07-10', months: 12, rank: 1 } as const;

function refundOf(situation: Partial<CardRefundSituation>) {
  const outcome = cardRefund({ ...paid, ...situation }, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}
function reasonsOf(situation: Partial<CardRefundSituation>): readonly string[] {
  const outcome = cardRefund({ ...paid, ...situation }, table);
  return outcome.status === 'notEligible' ? codesOf(outcome.reasons) : [outcome.status];
}

describe('Decision 595 article 20: the rate paid for each month not used', () => {
  test.each([
    ['another group', { case: 'other_group', from: '2026-11-10' }, 8, 0, 8 * 113_850, 8 * 113_850],
    [
      'a day before a month ends',
      { case: 'other_group', from: '2026-11-09' },
      8,
      1,
      8 * 113_850,
      9 * 113_850,
    ],
    ['a day after', { case: 'other_group', from: '2026-11-11' }, 7, 29, 7 * 113_850, 8 * 113_850],
    ['the last day of the card', { case: 'other_group', from: '2027-07-09' }, 0, 1, 0, 113_850],
    ['before the card was valid', { case: 'other_group', from: '2026-07-01' }, 12, 0, 1_366_200, 1_366_200],
    ['paid twice, all of it', { case: 'paid_twice' }, 12, 0, 1_366_200, 1_366_200],
    ['paid twice, the second half', { case: 'paid_twice', from: '2027-01-10' }, 6, 0, 683_100, 683_100],
    [
      'support raised for a household payer',
      { case: 'state_raised_support', from: '2027-01-10' },
      6,
      0,
      683_100,
      683_100,
    ],
    [
      'death before the card was valid',
      { case: 'death_before_valid', validFrom: '2026-08-09', diedOn: '2026-08-08' },
      12,
      0,
      1_366_200,
      1_366_200,
    ],
  ] as const)('%s', (_, situation, unusedMonths, leftoverDays, refund, refundAtMost) => {
    expect(refundOf(situation).figures).toEqual({
      monthly: 113_850,
      unusedMonths,
      leftoverDays,
      refund,
      refundAtMost,
    });
  });

  test.each([
    ['the third member of a household', { rank: 3 }, 68_310],
    ['the seventh', { rank: 7 }, 45_540],
    ['a pupil: the own half', { rank: undefined, group: 'pupil' }, 56_925],
    ['near-poor: the own part', { rank: undefined, group: 'near_poor' }, 34_155],
    ['paid the day before the base salary rose', { paidOn: '2026-06-30', validFrom: '2026-07-10' }, 105_300],
    ['paid on that day', { paidOn: '2026-07-01', validFrom: '2026-07-10' }, 113_850],
  ] as const)('%s', (_, situation, monthly) => {
    const { figures } = refundOf({ case: 'other_group', from: '2026-11-10', ...situation });
    expect(figures).toMatchObject({ monthly, unusedMonths: 8, refund: 8 * monthly });
  });

  test('support of a pupil that rose from 30 % to 50 % on 2025-07-01 comes back as a difference', () => {
    const pupil = {
      rank: undefined,
      group: 'pupil',
      paidOn: '2025-01-01',
      case: 'state_raised_support',
    } as const;
    expect(refundOf({ ...pupil, from: '2025-07-01' }).figures).toMatchObject({
      monthly: 21_060,
      unusedMonths: 6,
      refund: 126_360,
    });
    expect(reasonsOf({ ...pupil, from: '2025-06-30' })).toEqual(['refund_support_not_raised']);
  });

  test('an end of month that shorter months lack', () => {
    const { figures } = refundOf({ case: 'other_group', validFrom: '2026-08-31', from: '2027-02-28' });
    expect(figures).toMatchObject({ unusedMonths: 6, leftoverDays: 3 });
  });
});

describe('no refund', () => {
  test.each([
    ['a change of mind', { case: 'changed_mind' }, ['refund_not_a_case']],
    [
      'death on the first day of the card',
      { case: 'death_before_valid', validFrom: '2026-08-09', diedOn: '2026-08-09' },
      ['refund_card_was_valid'],
    ],
    [
      'from the day after the card ends',
      { case: 'other_group', from: '2027-07-10' },
      ['refund_nothing_unused'],
    ],
    [
      'support that did not rise, after the card ended',
      { case: 'state_raised_support', from: '2027-07-10', rank: undefined, group: 'student' },
      ['refund_nothing_unused', 'refund_support_not_raised'],
    ],
  ] as const)('%s', (_, situation, reasons) => {
    expect(reasonsOf(situation)).toEqual(reasons);
  });

  test('a reason stands on the decision', () => {
    const outcome = cardRefund({ ...paid, case: 'changed_mind' }, table);
    expect(outcome).toMatchObject({
      reasons: [{ basis: { document: 'Quyết định 595/QĐ-BHXH', article: '20' } }],
    });
  });
});

describe('what is doubtful is told (D9)', () => {
  test.each([
    ['whole months', { case: 'other_group', from: '2026-11-10' }, ['refund_procedure_doubtful']],
    [
      'days left over',
      { case: 'other_group', from: '2026-11-11' },
      ['refund_procedure_doubtful', 'refund_months_doubtful'],
    ],
    [
      'a supported group',
      { case: 'paid_twice', rank: undefined, group: 'pupil' },
      ['refund_procedure_doubtful', 'refund_without_local'],
    ],
    [
      'support for a household payer',
      { case: 'state_raised_support', from: '2027-01-10' },
      ['refund_procedure_doubtful', 'refund_whole_share_doubtful'],
    ],
  ] as const)('%s', (_, situation, codes) => {
    expect(codesOf(refundOf(situation).warnings)).toEqual(codes);
  });

  test('what was taken for granted', () => {
    expect(codesOf(refundOf({ case: 'paid_twice' }).assumptions)).toEqual([
      'fully_paid_on',
      'card_valid_from_payment',
      'all_paid_twice',
    ]);
    const told = { case: 'paid_twice', validFrom: '2026-07-10', from: '2026-07-10' } as const;
    expect(codesOf(refundOf(told).assumptions)).toEqual(['fully_paid_on']);
  });
});

test('the later the other card, the less comes back, and never more than was paid', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 364 }), { minLength: 2, maxLength: 2 }),
      fc.constantFrom(3, 6, 12),
      (days, months) => {
        const refunds = days
          .toSorted((a, b) => a - b)
          .map((after) => new Date(Date.UTC(2026, 6, 10 + after)).toISOString().slice(0, 10))
          .map((from) => cardRefund({ ...paid, months, case: 'other_group', from }, table))
          .map((outcome) => (outcome.status === 'amount' ? outcome.figures : { refund: 0, refundAtMost: 0 }));
        const [early, late] = refunds;
        expect(late?.refund ?? 0).toBeLessThanOrEqual(early?.refund ?? 0);
        expect(early?.refundAtMost ?? 0).toBeLessThanOrEqual(113_850 * months);
        expect(early?.refund ?? 0).toBeLessThanOrEqual(early?.refundAtMost ?? 0);
      },
    ),
  );
});

test.each([
  [{}, ['paidOn', 'months', 'rank', 'case']],
  [{ paidOn: '2026-07-10', months: 12, group: 'pupil', case: 'other_group' }, ['from']],
  [{ paidOn: '2026-07-10', months: 12, rank: 1, case: 'death_before_valid' }, ['validFrom', 'diedOn']],
] as const)('%j lacks %j', (situation, missing) => {
  expect(cardRefund({ date: '2026-11-21', ...situation }, table)).toEqual({ status: 'incomplete', missing });
});

test('the cases of the decision are the cases of the rule, but for a change of mind', () => {
  const row = table.parameters.get('hhi.refund_cases')?.values.at(-1)?.value;
  expect(row).toEqual(cardRefundCases.filter((each) => each !== 'changed_mind'));
});
