import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  advanceRefund,
  refund,
  refundModes,
  refundReasons,
  voluntary,
  voluntaryGroups,
  type RefundSituation,
} from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();

function outcomeOf(situation: Partial<RefundSituation> = {}) {
  return refund(
    {
      date: '2027-06-15',
      reason: 'compulsory',
      paidOn: '2026-02-10',
      mode: 'advance',
      years: 5,
      income: 1_500_000,
      groups: [],
      monthsLeft: 20,
      ...situation,
    },
    table,
  );
}

function amountOf(situation: Partial<RefundSituation> = {}) {
  const outcome = outcomeOf(situation);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('Decree 159/2025 article 8 clause 3: years ahead, the last months as they were discounted', () => {
  test.each([
    [
      'five years at the floor, 20 months left',
      { years: 5, monthsLeft: 20 },
      5_663_354,
      1_320_000,
      4_343_354,
    ],
    [
      'two years at 3,000,000, 12 months left',
      { years: 2, income: 3_000_000, monthsLeft: 12 },
      7_502_844,
      792_000,
      6_710_844,
    ],
  ])('%s', (_, situation, contributions, state, back) => {
    expect(amountOf(situation).figures).toEqual({
      months: situation.years * 12,
      monthsLeft: situation.monthsLeft,
      contributions,
      state,
      local: 0,
      refund: back,
    });
  });

  test('the short form says the same', () => {
    const { figures } = amountOf();
    expect(
      advanceRefund({ date: '2026-02-10', income: 1_500_000, groups: [], years: 5, monthsLeft: 20 }, table),
    ).toEqual({
      status: 'found',
      contributions: figures.contributions,
      state: figures.state,
      refund: figures.refund,
    });
  });

  test('all months left give back the whole payment', () => {
    const paid = voluntary(
      { date: '2026-02-10', income: 1_500_000, groups: [], mode: 'advance', years: 5 },
      table,
    );
    expect(paid).toMatchObject({ figures: { period: { pay: 14_138_148 } } });
    expect(amountOf({ monthsLeft: 60 }).figures.refund).toBe(14_138_148);
  });
});

describe('Decree 159/2025 article 8 clause 2: 3, 6 and 12 months, what was paid for the months left', () => {
  test.each([
    ['quarterly', 2, [], 660_000, 132_000, 528_000],
    ['half_yearly', 5, ['near_poor'], 1_650_000, 660_000, 990_000],
    ['yearly', 1, ['poor'], 330_000, 165_000, 165_000],
    ['yearly', 12, [], 3_960_000, 792_000, 3_168_000],
  ] as const)('%s with %d months left, %p', (mode, monthsLeft, groups, contributions, state, back) => {
    expect(amountOf({ mode, monthsLeft, groups }).figures).toMatchObject({
      contributions,
      state,
      local: 0,
      refund: back,
    });
  });

  test('months that had no support any more come back whole', () => {
    const { figures } = amountOf({ mode: 'yearly', monthsLeft: 8, supportedMonths: 114 });
    // Six months of the twelve were supported, the first six; of the last eight only two.
    expect(figures).toMatchObject({ contributions: 2_640_000, state: 132_000, refund: 2_508_000 });
    expect(amountOf({ mode: 'yearly', monthsLeft: 6, supportedMonths: 114 }).figures.state).toBe(0);
  });

  test('the rates of the former law are those of its day of payment', () => {
    const former = { paidOn: '2025-06-30', date: '2025-08-01', mode: 'yearly', monthsLeft: 10 } as const;
    expect(amountOf(former).figures).toMatchObject({ state: 330_000, refund: 2_970_000 });
  });
});

describe('support of the province', () => {
  test('is taken off as well, and told as doubtful', () => {
    const { figures, warnings } = amountOf({ mode: 'yearly', monthsLeft: 4, province: 'quang-ninh' });
    expect(figures).toMatchObject({
      contributions: 1_320_000,
      state: 264_000,
      local: 264_000,
      refund: 792_000,
    });
    expect(warnings.map(({ code }) => code)).toContain('refund_local_doubtful');
  });

  test('who paid nothing gets nothing back', () => {
    expect(amountOf({ groups: ['poor'], province: 'ha-noi' }).figures.refund).toBe(0);
    // Here support ended within the payment: the months left had none, but the person still paid less than them.
    const late = { groups: ['poor'], province: 'ha-noi', supportedMonths: 90, monthsLeft: 30 } as const;
    const paid = voluntary(
      { ...late, date: '2026-02-10', income: 1_500_000, mode: 'advance', years: 5 },
      table,
    );
    if (paid.status !== 'amount') throw new Error(paid.status);
    expect(amountOf(late).figures.refund).toBe(paid.figures.period.pay);
  });
});

describe('what is told beside the amount', () => {
  const known = { province: 'ho-chi-minh', mode: 'yearly', monthsLeft: 6 } as const;
  test.each([
    ['an ordinary year', known, ['refund_state_returned']],
    ['no province', { ...known, province: undefined }, ['refund_state_returned', 'refund_local_unknown']],
    [
      'an advance',
      { ...known, mode: 'advance', years: 2 },
      ['refund_state_returned', 'refund_return_unconfirmed'],
    ],
    ['a lump sum', { ...known, reason: 'lump_sum' }, ['refund_state_returned', 'lump_sum_takes_support']],
    ['an island', { ...known, groups: ['island'] }, ['refund_state_returned', 'island_list_doubtful']],
    [
      'a province that adds, with a condition and a doubt of its own',
      { ...known, province: 'ha-noi' },
      ['refund_state_returned', 'refund_local_doubtful', 'local_support_condition', 'local_support_doubtful'],
    ],
    ['no month left had support', { ...known, supportedMonths: 120 }, []],
    [
      'paid in the last year before the line changes, its months ending before it',
      { ...known, paidOn: '2026-01-05' },
      ['refund_state_returned'],
    ],
    [
      'the same a month later: the last month has another line',
      { ...known, paidOn: '2026-02-05' },
      ['refund_state_returned', 'refund_line_changed_doubtful'],
    ],
  ] as const)('%s', (_, situation, codes) => {
    const paidOn = '2026-01-05';
    const { warnings } = amountOf({ paidOn, date: '2026-12-01', ...situation });
    const expected = situation.mode === 'advance' ? [...codes, 'refund_line_changed_doubtful'] : codes;
    expect(warnings.map(({ code }) => code)).toEqual(expected);
  });

  test('article 9 against article 5 clause 5: both amounts of the support after a change of the line', () => {
    const { warnings, figures } = amountOf({ mode: 'yearly', paidOn: '2026-07-01', monthsLeft: 8 });
    expect(figures.state).toBe(8 * 66_000);
    // November and December 2026 at 66,000, six months of 2027 at 96,800.
    expect(warnings.find(({ code }) => code === 'refund_line_changed_doubtful')?.operands).toMatchObject({
      from: { value: '2027-01-01' },
      state: { value: 528_000 },
      other: { value: 712_800 },
    });
  });

  test('months for which no line is known yet leave the other amount open', () => {
    const { warnings } = amountOf({ paidOn: '2026-11-21', monthsLeft: 12 });
    expect(warnings.map(({ code }) => code)).toContain('refund_line_changed_open');
  });

  test.each(refundReasons)('the reason %s is said back', (reason) => {
    expect(amountOf({ reason }).assumptions).toContainEqual({
      code: 'refund_reason',
      operands: { reason: { kind: 'term', value: `refund_reason.${reason}` } },
    });
  });
});

describe('when there is no refund', () => {
  test('all reasons at once', () => {
    const outcome = outcomeOf({ date: '2026-02-09', income: 1_000_000, monthsLeft: 61, years: 6 });
    expect(outcome).toMatchObject({
      status: 'notEligible',
      reasons: [
        { code: 'income_below_floor' },
        { code: 'advance_years_out_of_range' },
        { code: 'refund_before_payment', basis: { article: '8' } },
      ],
    });
  });

  test.each([0, 61])('%d months of 60 cannot be left', (monthsLeft) => {
    expect(outcomeOf({ monthsLeft })).toMatchObject({
      reasons: [{ code: 'refund_months_out_of_range', operands: { months: { value: 60 } } }],
    });
  });

  test.each([
    ['2026-02-09', 'notEligible'],
    ['2026-02-10', 'amount'],
  ])('asked on %s for a payment of 2026-02-10: %s', (date, status) => {
    expect(outcomeOf({ date }).status).toBe(status);
  });

  test('a refund before the law of 2024 and an unpublished return are not guessed', () => {
    expect(outcomeOf({ date: '2025-06-30', paidOn: '2025-05-01' })).toMatchObject({
      status: 'unknownParameter',
      unknown: [
        { id: 'laws_2024_from' },
        { id: 'vsi.advance.min_years' },
        { id: 'vsi.advance.max_years' },
        { id: 'vsi.investment_return' },
      ],
    });
  });

  test.each([
    [{}, ['reason', 'paidOn', 'mode', 'income', 'groups', 'monthsLeft']],
    [{ mode: 'advance', reason: 'death', paidOn: '2026-02-10' }, ['years', 'income', 'groups', 'monthsLeft']],
    [{ mode: 'yearly', reason: 'death', income: 1, groups: [], monthsLeft: 1 }, ['paidOn']],
  ] as const)('%j lacks %j', (situation, missing) => {
    expect(refund({ date: '2026-11-21', ...situation }, table)).toEqual({ status: 'incomplete', missing });
  });
});

test('whatever the payment: the parts sum up, and nobody gets back more than they paid', () => {
  fc.assert(
    fc.property(
      fc.record({
        mode: fc.constantFrom(...refundModes),
        years: fc.integer({ min: 2, max: 5 }),
        income: fc.integer({ min: 1_500_000, max: 46_800_000 }),
        groups: fc.subarray([...voluntaryGroups]),
        province: fc.constantFrom('ha-noi', 'ho-chi-minh', 'quang-ninh', undefined),
        supportedMonths: fc.integer({ min: 0, max: 120 }),
      }),
      (payment) => {
        const paid = voluntary({ date: '2026-02-10', ...payment }, table);
        if (paid.status !== 'amount') throw new Error(paid.status);
        const { months, pay } = paid.figures.period;
        const backs = Array.from({ length: months }, (_, index) => {
          const { figures } = amountOf({ ...payment, monthsLeft: index + 1 });
          expect(figures.state + figures.local + figures.refund).toBe(figures.contributions);
          expect([figures.state, figures.local, figures.refund].every((part) => part >= 0)).toBe(true);
          return figures.refund;
        });
        expect(Math.max(...backs)).toBeLessThanOrEqual(pay);
        expect(backs.at(-1)).toBe(pay);
      },
    ),
    { numRuns: 40 },
  );
});
