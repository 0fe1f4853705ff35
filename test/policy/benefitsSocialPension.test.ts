import { describe, expect, test } from '@jest/globals';
import { socialPension, type SocialPensionSituation } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';
const old: SocialPensionSituation = { date, birth: '1950-02-03', householdClass: 'other' };

function outcomeOf(situation: Partial<SocialPensionSituation>) {
  return socialPension({ ...old, ...situation }, table);
}

function codesOf(situation: Partial<SocialPensionSituation>) {
  const outcome = outcomeOf(situation);
  if (outcome.status === 'notEligible') return outcome.reasons.map(({ code }) => code);
  return outcome.status === 'amount' ? outcome.warnings.map(({ code }) => code) : [];
}

describe('Law 41/2024 article 21: the age, to the day', () => {
  test.each([
    ['other', '1951-11-22', 'notEligible'],
    ['other', '1951-11-21', 'amount'],
    ['other', '1951-11-20', 'amount'],
    ['poor', '1956-11-22', 'notEligible'],
    ['poor', '1956-11-21', 'amount'],
    ['near_poor', '1956-11-20', 'amount'],
    ['near_poor', '1956-11-22', 'notEligible'],
    ['other', '1956-11-21', 'notEligible'],
  ] as const)('%s household, born on %s: %s', (householdClass, birth, status) => {
    expect(outcomeOf({ householdClass, birth }).status).toBe(status);
  });

  test('who is too young is told from which day', () => {
    expect(outcomeOf({ birth: '1960-03-09' })).toMatchObject({
      reasons: [
        {
          code: 'too_young_for_social_pension',
          operands: { age: { value: 75 }, from: { value: '2035-03-09' } },
          basis: { article: '21' },
        },
      ],
    });
  });

  test.each([
    ['1952-02-29', '2027-02-28'],
    ['1956-02-29', '2031-02-28'],
  ])('born on a leap day, %s, in a common year: %s', (birth, from) => {
    expect(outcomeOf({ birth })).toMatchObject({ reasons: [{ operands: { from: { value: from } } }] });
  });
});

describe('Decree 176/2025 articles 2 to 4: amount and other benefits', () => {
  test('the amount, the month of the decision and the days it takes', () => {
    expect(outcomeOf({})).toMatchObject({
      figures: {
        amount: 500_000,
        difference: null,
        ageReachedOn: '2025-02-03',
        fromMonth: '2026-11',
        answerDays: 10,
      },
    });
  });

  test.each([
    [499_999, 'amount'],
    [500_000, 'notEligible'],
    [500_001, 'notEligible'],
  ])('another benefit of %d', (monthly, status) => {
    expect(outcomeOf({ otherMonthly: monthly }).status).toBe(status);
    expect(outcomeOf({ assistanceMonthly: monthly }).status).toBe(status);
  });

  test('beside a lower pension the open question is told', () => {
    expect(outcomeOf({ otherMonthly: 300_000 })).toMatchObject({ figures: { difference: 200_000 } });
    expect(codesOf({ otherMonthly: 300_000 })).toContain('beside_lower_benefit_doubtful');
    expect(codesOf({ otherMonthly: 0 })).not.toContain('beside_lower_benefit_doubtful');
  });

  test('lower social assistance is replaced', () => {
    expect(codesOf({ assistanceMonthly: 300_000 })).toContain('assistance_replaced');
    expect(codesOf({})).not.toContain('assistance_replaced');
  });

  test('all reasons at once', () => {
    const young = { birth: '1990-01-01', otherMonthly: 2_000_000, assistanceMonthly: 600_000 };
    expect(codesOf(young)).toEqual([
      'too_young_for_social_pension',
      'other_benefit_not_lower',
      'assistance_not_lower',
    ]);
  });

  test('that it may rise and that the province may add is told; no other benefit is assumed when not told', () => {
    expect(codesOf({})).toEqual(
      expect.arrayContaining(['social_pension_may_rise', 'social_pension_local_unknown']),
    );
    const assumed = (situation: Partial<SocialPensionSituation>) => {
      const outcome = outcomeOf(situation);
      return (
        outcome.status === 'amount' && outcome.assumptions.some(({ code }) => code === 'no_other_benefit')
      );
    };
    expect([assumed({}), assumed({ otherMonthly: 0 })]).toEqual([true, false]);
  });
});

test.each([
  ['2025-06-30', 'unknownParameter'],
  ['2025-07-01', 'amount'],
  ['2025-07-02', 'amount'],
])('on %s: %s', (day, status) => {
  expect(outcomeOf({ date: day }).status).toBe(status);
});

test('what is still to be asked', () => {
  expect(socialPension({ date }, table)).toEqual({
    status: 'incomplete',
    missing: ['birth', 'householdClass'],
  });
});
