import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lumpSum, lumpSumCases, voluntaryGroups, type LumpSumSituation } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';
const paid = { averageIncome: 2_000_000, monthsBefore2014: 0, monthsFrom2014: 101, supported: [] };
const age: LumpSumSituation = { date, case: 'age', sex: 'female', birth: '1969-05', ...paid };
const stopped: LumpSumSituation = {
  date,
  case: 'stopped',
  firstPaid: '2016-01',
  lastPaid: '2024-05',
  ...paid,
};

function outcomeOf(base: LumpSumSituation, situation: Partial<LumpSumSituation> = {}) {
  return lumpSum({ ...base, ...situation }, table);
}

function reasonsOf(base: LumpSumSituation, situation: Partial<LumpSumSituation> = {}) {
  const outcome = outcomeOf(base, situation);
  return outcome.status === 'notEligible' ? outcome.reasons.map(({ code }) => code) : outcome.status;
}

function warningsOf(base: LumpSumSituation, situation: Partial<LumpSumSituation> = {}) {
  const outcome = outcomeOf(base, situation);
  return outcome.status === 'amount' ? outcome.warnings.map(({ code }) => code) : outcome.status;
}

describe('Law 41/2024 article 102 clause 1 a: retirement age with too few years', () => {
  test.each([
    ['the month before', '2026-04-30', ['age_not_reached']],
    ['the first day of the month', '2026-05-01', 'amount'],
    ['the last day of the month', '2026-05-31', 'amount'],
    ['the month after', '2026-06-01', 'amount'],
  ])('a woman of May 1969, %s of her 57th birthday', (_, day, reasons) => {
    expect(reasonsOf(age, { date: day })).toEqual(reasons);
  });

  test('in the month itself the day is to be asked for', () => {
    expect(warningsOf(age, { date: '2026-05-15' })).toContain('age_this_month');
    expect(warningsOf(age, { date: '2026-06-01' })).not.toContain('age_this_month');
  });

  test.each([
    [179, 'amount'],
    [180, ['pension_instead']],
    [181, ['pension_instead']],
  ])('%d months: %j', (monthsFrom2014, reasons) => {
    expect(reasonsOf(age, { monthsFrom2014 })).toEqual(reasons);
  });

  test('both reasons are told at once, each with its basis', () => {
    const outcome = outcomeOf(age, { sex: 'male', birth: '1980-01', monthsFrom2014: 200 });
    expect(outcome).toMatchObject({
      status: 'notEligible',
      reasons: [
        { code: 'age_not_reached', operands: { month: { value: '2042-01' } }, basis: { article: '169' } },
        { code: 'pension_instead', operands: { years: { value: 15 } }, basis: { article: '98' } },
      ],
    });
  });

  test('of a birth year alone January counts, and that is told', () => {
    const outcome = outcomeOf(age, { birth: '1969' });
    expect(outcome).toMatchObject({
      status: 'amount',
      steps: [{ code: 'retirement_age_with_months' }, {}, {}, {}],
    });
    expect(outcome.status === 'amount' && outcome.assumptions.map(({ code }) => code)).toContain(
      'birth_year_only',
    );
  });

  test.each([
    [119, ['time_given_up', 'monthly_allowance_instead']],
    [120, ['time_given_up', 'shortfall_payable_at_once', 'monthly_allowance_instead']],
    [11, ['time_given_up']],
    [12, ['time_given_up', 'monthly_allowance_instead']],
  ])('%d months: the other ways are told', (monthsFrom2014, codes) => {
    const ways = ['time_given_up', 'shortfall_payable_at_once', 'monthly_allowance_instead'];
    const told = warningsOf(age, { monthsFrom2014 });
    expect(Array.isArray(told) && told.filter((code) => ways.includes(code))).toEqual(codes);
  });
});

describe('Law 41/2024 article 102 clause 1 đ: paid before the law and stopped', () => {
  test.each([
    ['2025-06', 'amount'],
    ['2025-07', ['joined_after_law']],
    ['2025-08', ['joined_after_law']],
  ])('first paid in %s', (firstPaid, reasons) => {
    const later = { firstPaid, lastPaid: '2025-09', monthsFrom2014: 4 };
    expect(reasonsOf(stopped, later)).toEqual(reasons);
  });

  test.each([
    ['2026-05-31', ['still_waiting']],
    ['2026-06-01', 'amount'],
    ['2026-06-02', 'amount'],
  ])('twelve months after the end of May 2025, asked on %s', (day, reasons) => {
    expect(reasonsOf(stopped, { date: day, lastPaid: '2025-05' })).toEqual(reasons);
  });

  test('the first possible day is told', () => {
    expect(outcomeOf(stopped, { lastPaid: '2026-01' })).toMatchObject({
      reasons: [{ operands: { months: { value: 12 }, from: { value: '2027-02-01' } } }],
    });
  });

  test.each([
    [239, 'amount'],
    [240, ['too_many_years_to_withdraw']],
    [241, ['too_many_years_to_withdraw']],
  ])('%d months', (monthsFrom2014, reasons) => {
    expect(reasonsOf(stopped, { monthsFrom2014 })).toEqual(reasons);
  });

  test('with fifteen years a pension is given up', () => {
    expect(warningsOf(stopped, { monthsFrom2014: 179 })).toContain('time_given_up');
    expect(warningsOf(stopped, { monthsFrom2014: 180 })).toContain('pension_given_up');
  });

  test('all reasons at once', () => {
    const all = { firstPaid: '2026-01', lastPaid: '2026-10', monthsFrom2014: 240 };
    expect(reasonsOf(stopped, all)).toEqual([
      'joined_after_law',
      'still_waiting',
      'too_many_years_to_withdraw',
    ]);
  });

  test('first and last month follow from told periods', () => {
    const history = [
      { from: '2025-01', months: 6, income: 2_000_000 },
      { from: '2024-01', months: 3, income: 1_500_000 },
    ];
    const told = { history, firstPaid: undefined, lastPaid: undefined };
    expect(reasonsOf(stopped, { ...told, date: '2026-06-30' })).toEqual(['still_waiting']);
    expect(reasonsOf(stopped, { ...told, date: '2026-07-01' })).toBe('amount');
  });
});

describe('Law 41/2024 article 102 clause 1 c and d: illness and disability', () => {
  test.each([
    [80, ['disability_too_low']],
    [80.9, ['disability_too_low']],
    [81, 'amount'],
    [100, 'amount'],
  ])('a loss of %d %%', (disabilityPercent, reasons) => {
    const disabled = { ...age, case: 'disability', disabilityPercent } as const;
    expect(reasonsOf(disabled)).toEqual(reasons);
  });

  test('who is certified as very severely disabled needs no percentage', () => {
    expect(reasonsOf({ date, case: 'disability', severelyDisabled: true, ...paid })).toBe('amount');
  });

  test('clause 5: with fifteen years a pension may be chosen instead', () => {
    expect(warningsOf({ date, case: 'illness', ...paid, monthsFrom2014: 180 })).toContain('pension_given_up');
  });
});

test.each(lumpSumCases)('%s: nothing paid, nothing to pay out', (lumpSumCase) => {
  const nothing = { ...age, ...stopped, case: lumpSumCase, monthsFrom2014: 0, disabilityPercent: 90 };
  expect(reasonsOf(nothing)).toEqual(['nothing_paid']);
});

describe('what is still to be asked', () => {
  const time = ['averageIncome', 'monthsBefore2014', 'monthsFrom2014'];
  test.each([
    [undefined, ['case', ...time, 'group']],
    ['age', ['case', 'sex', 'birth', ...time, 'group'].slice(1)],
    ['abroad', [...time, 'group']],
    ['illness', time],
    ['disability', ['disabilityPercent', ...time]],
    ['stopped', ['firstPaid', 'lastPaid', ...time, 'group']],
  ] as const)('%s', (lumpSumCase, missing) => {
    expect(lumpSum({ date, case: lumpSumCase }, table)).toEqual({ status: 'incomplete', missing });
  });

  test('nothing that is told in another way', () => {
    const history = [{ from: '2024-01', months: 3, income: 1_500_000 }];
    expect(lumpSum({ date, case: 'stopped', history, supported: [] }, table).status).not.toBe('incomplete');
    expect(lumpSum({ date, case: 'stopped', history }, table)).toEqual({
      status: 'incomplete',
      missing: ['group'],
    });
  });
});

test.each([
  ['2025-06-30', 'unknownParameter'],
  ['2025-07-01', 'amount'],
  ['2025-07-02', 'amount'],
])('the law begins in mid-2025: %s', (day, status) => {
  expect(outcomeOf(age, { case: 'illness', date: day }).status).toBe(status);
});

test('what the sum is made of is shown, what only words a remark is not', () => {
  const outcome = outcomeOf(
    { ...age, monthsBefore2014: 14 },
    { case: 'abroad', group: 'other', supported: undefined },
  );
  const ids = outcome.status === 'amount' ? outcome.parameters.map(({ id }) => id) : [];
  expect(ids).toEqual(
    expect.arrayContaining(['lump_sum.before_2014', 'lump_sum.from_2014', 'vsi.subsidy.other']),
  );
  expect(ids).not.toContain('vsi.arrears.max_months');
  expect(new Set(outcome.status === 'amount' ? outcome.steps.map(({ code }) => code) : [])).toEqual(
    new Set(['years_counted_two_times', 'lump_sum_gross_two_times', 'granted_support', 'lump_sum']),
  );
});

describe('whatever was paid', () => {
  const months = fc.integer({ min: 0, max: 400 });
  const income = fc.integer({ min: 1_500_000, max: 50_600_000 });
  const group = fc.constantFrom(...voluntaryGroups, 'other' as const);
  const person = fc.record({ before: months, from: months.filter((count) => count > 0), income, group });

  const figuresOf = (one: typeof person extends fc.Arbitrary<infer Person> ? Person : never) => {
    const { before, from, income: averageIncome, group: as } = one;
    const time = { averageIncome, monthsBefore2014: before, monthsFrom2014: from };
    const outcome = lumpSum({ date, case: 'abroad', group: as, ...time }, table);
    if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
    return outcome.figures;
  };

  test('the sum grows with months and income', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 0, max: 60 }), (one, more) => {
        const { gross } = figuresOf(one);
        expect(figuresOf({ ...one, from: one.from + more }).gross).toBeGreaterThanOrEqual(gross);
        // Odd months before 2014 count as later ones, which weigh more: there only whole years never lower the sum.
        expect(figuresOf({ ...one, before: one.before + more * 12 }).gross).toBeGreaterThanOrEqual(gross);
        expect(figuresOf({ ...one, income: one.income + more }).gross).toBeGreaterThanOrEqual(gross);
      }),
    );
  });

  test('what is taken off was granted, and the parts sum up', () => {
    fc.assert(
      fc.property(person, (one) => {
        const { gross, deducted, amount, months: all, monthsToPension } = figuresOf(one);
        expect(amount + deducted).toBe(gross);
        expect(amount).toBeGreaterThan(0);
        expect(deducted).toBeLessThanOrEqual(one.from * 165_000);
        expect(all).toBe(one.before + one.from);
        expect(monthsToPension).toBe(Math.max(0, 180 - all));
      }),
    );
  });
});
