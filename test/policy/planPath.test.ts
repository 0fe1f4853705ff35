import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountOf, outcomeOf, warningCodes } from './planSituations.js';

describe('Law 41/2024 articles 36 and 98: the way to the earliest pension', () => {
  test.each([
    [
      'the farmer of May 1976 lacks 42 months at 62',
      {},
      'pay_then_arrears',
      138,
      42,
      '2038-05',
      '2038-06-01',
    ],
    ['with 42 months paid he lacks none', { monthsPaid: 42 }, 'pay_until_age', 138, 0, null, '2038-06-01'],
    [
      'one month missing is paid as it comes',
      { monthsPaid: 41 },
      'pay_until_age',
      139,
      0,
      null,
      '2038-06-01',
    ],
    [
      'two months missing are paid at once',
      { monthsPaid: 40 },
      'pay_then_arrears',
      138,
      2,
      '2038-05',
      '2038-06-01',
    ],
    ['sixty missing at the age', { birth: '1974-11' }, 'pay_then_arrears', 120, 60, '2036-11', '2036-12-01'],
    [
      'sixty-one missing: the month of the age is paid as it comes',
      { birth: '1974-10' },
      'pay_beyond_age',
      120,
      60,
      '2036-10',
      '2036-11-01',
    ],
    [
      'sixty-two missing: a month beyond the age',
      { birth: '1974-09' },
      'pay_beyond_age',
      120,
      60,
      '2036-10',
      '2036-11-01',
    ],
    [
      'of age with 130 months',
      { birth: '1962-01', monthsPaid: 130 },
      'pay_then_arrears',
      0,
      50,
      '2026-11',
      '2026-12-01',
    ],
    [
      'of age with 60 months',
      { birth: '1962-01', monthsPaid: 60 },
      'pay_beyond_age',
      60,
      60,
      '2031-10',
      '2031-11-01',
    ],
    [
      'of age with 179 months',
      { birth: '1962-01', monthsPaid: 179 },
      'pay_until_age',
      1,
      0,
      null,
      '2026-12-01',
    ],
    ['of age with 180 months', { birth: '1962-01', monthsPaid: 180 }, 'ask_now', 0, 0, null, '2026-12-01'],
    ['with 180 months, not of age', { monthsPaid: 180 }, 'pay_until_age', 138, 0, null, '2038-06-01'],
  ] as const)('%s', (_, situation, kind, payMonths, arrearsMonths, arrearsIn, pensionFrom) => {
    expect(amountOf(situation).figures.path).toMatchObject({
      ...{ kind, payMonths, arrearsMonths, arrearsIn, pensionFrom },
    });
  });

  test('the voice of the office: eleven and a half years to pay, three and a half missing', () => {
    expect(amountOf({}).figures).toMatchObject({
      retirement: { age: { years: 62, months: 0 }, month: '2038-05' },
      path: { monthsUntilRetirement: 138, shortfallAtRetirement: 42, withoutArrearsFrom: '2041-11-01' },
    });
    expect(warningCodes({})).toContain('plan_without_arrears');
  });

  test('who has enough before the age hears from when on', () => {
    expect(amountOf({ monthsPaid: 60 }).figures.path.enoughFrom).toBe('2036-11');
    expect(warningCodes({ monthsPaid: 60 })).toContain('plan_enough_earlier');
    expect(amountOf({ monthsPaid: 42 }).figures.path.enoughFrom).toBeNull();
    expect(warningCodes({ monthsPaid: 42 })).not.toContain('plan_enough_earlier');
  });

  test('who may ask now gets no plan to pay', () => {
    const { figures, steps, warnings } = amountOf({ birth: '1962-01', monthsPaid: 180, budget: 1_000_000 });
    expect(figures).toMatchObject({ options: [], waiting: null, budgetIncome: null });
    expect(steps.map(({ code }) => code)).toEqual([
      'retirement_age_with_months',
      'plan_enough',
      'plan_ask_now',
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['pension_start_may_be_earlier']);
  });

  test.each([
    ['pay_then_arrears', {}, 'plan_pay_then_arrears'],
    ['nothing to pay before the arrears', { birth: '1962-01', monthsPaid: 130 }, 'plan_arrears_now'],
    ['pay_beyond_age', { birth: '1962-01', monthsPaid: 60 }, 'plan_pay_beyond_age'],
    ['pay_until_age', { monthsPaid: 60 }, 'plan_pay_until_age'],
  ])('%s is told in one line', (_, situation, code) => {
    expect(amountOf(situation).steps[2]?.code).toBe(code);
  });
});

describe('who cannot plan yet', () => {
  test('everything missing is asked in its order', () => {
    expect(outcomeOf({ sex: undefined, birth: undefined, monthsPaid: undefined, groups: undefined })).toEqual(
      {
        status: 'incomplete',
        missing: ['sex', 'birth', 'monthsPaid', 'groups'],
      },
    );
  });

  test('all reasons at once: too young, one income too low and one too high', () => {
    const outcome = outcomeOf({ birth: '2012-01', incomes: [1_000_000, 2_000_000, 90_000_000] });
    expect(outcome.status === 'notEligible' ? outcome.reasons.map(({ code }) => code) : []).toEqual([
      'below_min_age',
      'income_below_floor',
      'income_above_ceiling',
    ]);
  });

  test.each([
    ['2011-11', 'amount'],
    ['2011-12', 'notEligible'],
  ])('Law 41/2024 article 2 clause 4: fifteen years, born %s: %s', (birth, status) => {
    expect(outcomeOf({ birth }).status).toBe(status);
  });

  test.each([
    ['2025-06-30', 'unknownParameter'],
    ['2025-07-01', 'amount'],
    ['2030-12-31', 'amount'],
    ['2031-01-01', 'unknownParameter'],
  ])('on %s, by what is published: %s', (date, status) => {
    expect(outcomeOf({ date, monthsPaid: 60 }).status).toBe(status);
  });

  test.each([
    ['2026-12-31', 'amount'],
    ['2027-01-01', 'unknownParameter'],
  ])('arrears due on %s need the return of that year: %s', (date, status) => {
    expect(outcomeOf({ date, birth: '1962-01', monthsPaid: 130 }).status).toBe(status);
  });
});

test('whoever asks: enough time, no more arrears than the law allows, and no pension before the age', () => {
  const people = fc.record({
    sex: fc.constantFrom('female' as const, 'male' as const),
    birth: fc.integer({ min: 1950, max: 2010 }).map((year) => `${year}-07`),
    monthsPaid: fc.integer({ min: 0, max: 400 }),
    incomes: fc.constant([3_000_000]),
  });
  fc.assert(
    fc.property(people, (person) => {
      const { path, retirement } = amountOf(person).figures;
      expect(person.monthsPaid + path.payMonths + path.arrearsMonths).toBeGreaterThanOrEqual(180);
      expect(path.arrearsMonths).toBeLessThanOrEqual(60);
      expect(path.pensionFrom > retirement.month).toBe(true);
      expect((path.withoutArrearsFrom ?? path.pensionFrom) >= path.pensionFrom).toBe(true);
      expect(path.kind === 'ask_now').toBe(path.payMonths + path.arrearsMonths === 0);
    }),
    { numRuns: 60 },
  );
});
