import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  householdClasses,
  monthlyAllowance,
  type MonthlyAllowanceSituation,
} from '../../src/policy/index.js';
import { shippedDocument, shippedTable } from './shippedTable.js';
import { parseParameterTable } from '../../src/policy/index.js';

const table = shippedTable();
const date = '2026-11-21';
/** A woman who reached the age in May 2026. */
const woman = {
  date,
  sex: 'female',
  birth: '1969-05',
  averageIncome: 3_000_000,
  monthsPaid: 120,
  householdClass: 'other',
} as const;
const told = { date, averageIncome: 3_000_000, monthsPaid: 120 };

function amountOf(situation: MonthlyAllowanceSituation) {
  const outcome = monthlyAllowance(situation, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

function reasonsOf(situation: MonthlyAllowanceSituation) {
  const outcome = monthlyAllowance(situation, table);
  return outcome.status === 'notEligible' ? outcome.reasons.map(({ code }) => code) : outcome.status;
}

const warningsOf = (situation: MonthlyAllowanceSituation): string[] =>
  amountOf(situation).warnings.map(({ code }) => code);

describe('Decree 159/2025 article 14 clauses 3, 5 and 8: months, top-up and a higher level', () => {
  test.each([
    [
      'ten years at 3,000,000 fall short of 180 months',
      180,
      { entitledMonths: 120, monthly: 500_000, topUp: 30_000_000 },
    ],
    ['one month short', 121, { entitledMonths: 120, monthly: 500_000, topUp: 500_000 }],
    ['just enough', 120, { entitledMonths: 120, monthly: 500_000, topUp: 0 }],
    ['one month to spare is spread, rounded once', 119, { monthly: 504_202, topUp: 0 }],
    ['twice as much as needed', 60, { entitledMonths: 120, monthly: 1_000_000, topUp: 0 }],
    ['a single month', 1, { monthly: 60_000_000, topUp: 0 }],
  ])('%s', (_, monthsToSocialPension, figures) => {
    expect(amountOf({ ...told, monthsToSocialPension }).figures).toMatchObject(figures);
  });

  test.each([
    ['a part of a month counts as one', 12, 1_500_001, 7],
    ['no part, no month more', 12, 1_500_000, 6],
    ['1 odd month is half a year', 13, 1_500_000, 9],
    ['6 odd months are half a year', 18, 1_500_000, 9],
    ['7 odd months are a year', 19, 1_500_000, 12],
    ['11 odd months are a year', 23, 1_500_000, 12],
  ])('%s', (_, monthsPaid, averageIncome, entitledMonths) => {
    const { figures } = amountOf({ date, monthsPaid, averageIncome, monthsToSocialPension: 100 });
    expect(figures.entitledMonths).toBe(entitledMonths);
  });

  test('the last month without a top-up, and with more than enough', () => {
    expect(amountOf({ ...told, monthsToSocialPension: 180 }).figures).toMatchObject({
      from: '2026-11',
      lastMonth: '2036-10',
      socialPensionFrom: '2041-11',
    });
    expect(amountOf({ ...told, monthsToSocialPension: 60 }).figures.lastMonth).toBe('2031-10');
    expect(amountOf({ ...told, averageIncome: 0, monthsToSocialPension: 60 }).figures).toMatchObject({
      entitledMonths: 0,
      lastMonth: null,
      topUp: 30_000_000,
    });
  });
});

describe('clause 4: from the month of the request to the age of the social pension', () => {
  test.each([
    ['other', '2026-11-21', '2026-11', '2044-05', 210],
    ['poor', '2026-11-21', '2026-11', '2039-05', 150],
    ['near_poor', '2026-11-21', '2026-11', '2039-05', 150],
    ['other', '2026-05-31', '2026-05', '2044-05', 216],
    ['other', '2026-04-30', '2026-05', '2044-05', 216],
    ['other', '2044-04-30', '2044-04', '2044-05', 1],
  ] as const)('%s household, asked on %s', (householdClass, day, from, socialPensionFrom, months) => {
    expect(amountOf({ ...woman, householdClass, date: day }).figures).toMatchObject({
      retirement: { month: '2026-05' },
      from,
      socialPensionFrom,
      monthsToSocialPension: months,
    });
  });

  test('asked before retirement age it is an outlook from that age on, and says so', () => {
    expect(warningsOf({ ...woman, date: '2026-04-30' })).toContain('allowance_not_before_age');
    expect(warningsOf({ ...woman, date: '2026-05-01' })).not.toContain('allowance_not_before_age');
  });

  test.each([
    ['2026-04-30', false],
    ['2026-05-15', true],
    ['2026-06-01', false],
  ])('on %s the month of the age is told: %s', (day, isTold) => {
    expect(warningsOf({ ...woman, date: day }).includes('age_this_month')).toBe(isTold);
  });

  test('of a birth year alone January counts, and that is told', () => {
    const { figures, assumptions } = amountOf({ ...woman, birth: '1969' });
    expect(figures.socialPensionFrom).toBe('2044-01');
    expect(assumptions.map(({ code }) => code)).toContain('birth_year_only');
  });
});

describe('clauses 1 to 3: who has it', () => {
  test.each([
    [11, ['too_few_months_for_allowance']],
    [12, 'amount'],
    [13, 'amount'],
    [179, 'amount'],
    [180, ['pension_instead']],
    [181, ['pension_instead']],
  ])('%d months', (monthsPaid, reasons) => {
    expect(reasonsOf({ ...woman, monthsPaid })).toEqual(reasons);
  });

  test.each([
    ['other', '2044-04-30', 'amount'],
    ['other', '2044-05-01', ['social_pension_instead']],
    ['poor', '2039-04-30', 'amount'],
    ['poor', '2039-05-01', ['social_pension_instead']],
    ['near_poor', '2039-06-01', ['social_pension_instead']],
  ] as const)('%s household on %s', (householdClass, day, reasons) => {
    expect(reasonsOf({ ...woman, householdClass, date: day })).toEqual(reasons);
  });

  test('all reasons at once', () => {
    const old = { ...woman, birth: '1940-01' };
    expect(reasonsOf({ ...old, monthsPaid: 3 })).toEqual([
      'too_few_months_for_allowance',
      'social_pension_instead',
    ]);
    expect(reasonsOf({ ...old, monthsPaid: 200 })).toEqual(['pension_instead', 'social_pension_instead']);
    expect(reasonsOf({ ...told, monthsToSocialPension: 0 })).toEqual(['social_pension_instead']);
  });
});

describe('what is told beside it', () => {
  test('that the level may rise, and the health card', () => {
    expect(warningsOf(woman)).toEqual(
      expect.arrayContaining(['social_pension_may_rise', 'allowance_health_card']),
    );
  });

  test.each([
    [119, 'shortfall_too_long'],
    [120, 'shortfall_payable_at_once'],
  ])('%d months paid: %s', (monthsPaid, code) => {
    expect(warningsOf({ ...woman, monthsPaid })).toContain(code);
  });

  test.each([
    [180, true],
    [120, false],
  ])('with %d months to fill the level of a later top-up is told: %s', (monthsToSocialPension, isTold) => {
    expect(warningsOf({ ...told, monthsToSocialPension }).includes('top_up_level_of_the_day')).toBe(isTold);
  });

  test.each([
    [59, 11, 'allowance_on_death'],
    [60, 0, 'allowance_on_death_with_funeral'],
    [59, 12, 'allowance_on_death_with_funeral'],
  ])('article 15: %d months, %d of them compulsory: %s', (monthsPaid, compulsoryMonths, code) => {
    const codes = warningsOf({ ...woman, monthsPaid, compulsoryMonths });
    expect(codes.filter((each) => each.startsWith('allowance_on_death'))).toEqual([code]);
  });

  test.each([
    ['2026-12-31', false],
    ['2027-01-01', true],
  ])('on %s the level is due for review: %s', (day, isDue) => {
    expect(warningsOf({ ...woman, date: day }).includes('review_due')).toBe(isDue);
  });
});

test('what is still to be asked', () => {
  expect(monthlyAllowance({ date }, table)).toEqual({
    status: 'incomplete',
    missing: ['sex', 'birth', 'averageIncome', 'monthsPaid', 'householdClass'],
  });
  expect(monthlyAllowance({ date, monthsToSocialPension: 60 }, table)).toEqual({
    status: 'incomplete',
    missing: ['averageIncome', 'monthsPaid'],
  });
});

test.each([
  ['2025-06-30', 'unknownParameter'],
  ['2025-07-01', 'amount'],
])('the law begins in mid-2025: %s', (day, status) => {
  expect(monthlyAllowance({ ...woman, date: day }, table).status).toBe(status);
  expect(monthlyAllowance({ ...told, monthsToSocialPension: 9, date: day }, table).status).toBe(status);
});

test('without a level for the day everything that is unknown is named', () => {
  const document = shippedDocument();
  const parameters = document.parameters.filter(
    ({ id }) => id !== 'social_pension.age' && id !== 'social_pension.amount',
  );
  const parsed = parseParameterTable({ ...document, parameters });
  if (parsed.status === 'invalid') throw new Error('The table must stay valid.');
  const outcome = monthlyAllowance(woman, parsed.table);
  expect(outcome.status === 'unknownParameter' && outcome.unknown.map(({ id }) => id)).toEqual([
    'social_pension.amount',
    'social_pension.age',
  ]);
});

test('whatever was paid: the level is never below the social pension, and nothing is lost or invented', () => {
  const situations = fc.record({
    averageIncome: fc.integer({ min: 700_000, max: 50_600_000 }),
    monthsPaid: fc.integer({ min: 12, max: 179 }),
    monthsToSocialPension: fc.integer({ min: 1, max: 240 }),
    householdClass: fc.constantFrom(...householdClasses),
  });
  fc.assert(
    fc.property(situations, (situation) => {
      const { monthly, topUp, entitledMonths } = amountOf({ date, ...situation }).figures;
      const { monthsToSocialPension: months } = situation;
      expect(monthly).toBeGreaterThanOrEqual(500_000);
      expect(topUp > 0).toBe(entitledMonths < months);
      expect(topUp > 0 && monthly > 500_000).toBe(false);
      const received = monthly * months - topUp;
      expect(Math.abs(received - entitledMonths * 500_000)).toBeLessThanOrEqual(months);
    }),
  );
});
