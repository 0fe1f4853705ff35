import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maternity, type MaternitySituation } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const mother: MaternitySituation = {
  date: '2026-11-21',
  parent: 'mother',
  birthDate: '2026-10-01',
  children: 1,
  monthsVoluntary: 6,
  monthsCompulsory: 0,
  otherParentClaims: false,
  compulsoryEligible: false,
};

function outcomeOf(situation: Partial<MaternitySituation>) {
  return maternity({ ...mother, ...situation }, table);
}

function amountOf(situation: Partial<MaternitySituation>) {
  const outcome = outcomeOf(situation);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

function reasonsOf(situation: Partial<MaternitySituation>) {
  const outcome = outcomeOf(situation);
  return outcome.status === 'notEligible' ? outcome.reasons.map(({ code }) => code) : outcome.status;
}

describe('Law 41/2024 article 95: 2,000,000 for each child', () => {
  test.each([
    [1, 2_000_000],
    [2, 4_000_000],
    [3, 6_000_000],
  ])('%d children: %d', (children, amount) => {
    expect(amountOf({ children }).figures).toMatchObject({ amount, perChild: 2_000_000 });
    expect(amountOf({ children, parent: 'father' }).figures.amount).toBe(amount);
  });
});

describe('Law 41/2024 article 94: who has it', () => {
  test.each([
    [5, 0, ['maternity_too_few_months']],
    [6, 0, 'amount'],
    [7, 0, 'amount'],
    [1, 5, 'amount'],
    [1, 4, ['maternity_too_few_months']],
    [0, 6, ['maternity_without_voluntary']],
    [0, 5, ['maternity_too_few_months', 'maternity_without_voluntary']],
  ])('clause 1: %d voluntary and %d compulsory months', (monthsVoluntary, monthsCompulsory, reasons) => {
    expect(reasonsOf({ monthsVoluntary, monthsCompulsory })).toEqual(reasons);
  });

  test('clauses 3 and 4: one parent only, and compulsory insurance first', () => {
    expect(reasonsOf({ otherParentClaims: true })).toEqual(['other_parent_claims']);
    expect(reasonsOf({ compulsoryEligible: true })).toEqual(['compulsory_maternity_instead']);
  });

  test.each([
    ['2025-06-30', ['born_before_law']],
    ['2025-07-01', 'amount'],
    ['2025-07-02', 'amount'],
  ])('born on %s', (birthDate, reasons) => {
    expect(reasonsOf({ birthDate })).toEqual(reasons);
  });

  test('all reasons at once, each with its basis', () => {
    const outcome = outcomeOf({
      ...{ birthDate: '2025-06-30', monthsVoluntary: 0, otherParentClaims: true, compulsoryEligible: true },
    });
    expect(outcome.status === 'notEligible' && outcome.reasons).toMatchObject([
      { code: 'born_before_law', basis: { document: 'Luật BHXH 41/2024/QH15' } },
      { code: 'maternity_too_few_months', basis: { article: '94' } },
      { code: 'maternity_without_voluntary', basis: { article: '94' } },
      { code: 'other_parent_claims', basis: { article: '94' } },
      { code: 'compulsory_maternity_instead', basis: { article: '94' } },
    ]);
  });
});

describe('Law 41/2024 articles 97 and 113: sixty days, and a late file', () => {
  test('the last day and the working days it takes', () => {
    expect(amountOf({}).figures).toMatchObject({ fileBy: '2026-11-30', answerDays: 5 });
  });

  test.each([
    ['2026-11-29', 'file_by'],
    ['2026-11-30', 'file_by'],
    ['2026-12-01', 'filed_late'],
  ])('handed in on %s: %s', (applied, code) => {
    const codes = amountOf({ applied }).warnings.map((warning) => warning.code);
    expect(codes.filter((each) => each === 'file_by' || each === 'filed_late')).toEqual([code]);
  });

  test('when no day is told, that of the question counts', () => {
    expect(amountOf({ date: '2026-12-01' }).warnings[0]?.code).toBe('filed_late');
  });
});

test('that months paid ahead are an open question is told', () => {
  expect(amountOf({}).warnings.map(({ code }) => code)).toContain('prepaid_months_doubtful');
});

test.each([
  ['2026-11-20', false],
  ['2026-11-21', false],
  ['2026-11-22', true],
])('a birth on %s is told as expected: %s', (birthDate, isExpected) => {
  const codes = amountOf({ birthDate }).assumptions.map(({ code }) => code);
  expect(codes.includes('birth_expected')).toBe(isExpected);
});

test('what is still to be asked', () => {
  const { date } = mother;
  expect(maternity({ date }, table)).toEqual({
    status: 'incomplete',
    missing: [
      'parent',
      'birthDate',
      'children',
      'monthsVoluntary',
      'otherParentClaims',
      'compulsoryEligible',
    ],
  });
  expect(outcomeOf({ monthsCompulsory: undefined }).status).toBe('amount');
});

test('a question asked before the law has no answer', () => {
  expect(outcomeOf({ date: '2025-06-30' })).toMatchObject({
    status: 'unknownParameter',
    unknown: [{ id: 'laws_2024_from' }],
  });
});

test('more months paid or children never make it less', () => {
  const count = fc.integer({ min: 0, max: 12 });
  const child = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(count, count, child, (monthsVoluntary, monthsCompulsory, children) => {
      const amount = (situation: Partial<MaternitySituation>): number => {
        const outcome = outcomeOf({ monthsVoluntary, monthsCompulsory, children, ...situation });
        return outcome.status === 'amount' ? outcome.figures.amount : 0;
      };
      expect(amount({ monthsVoluntary: monthsVoluntary + 1 })).toBeGreaterThanOrEqual(amount({}));
      expect(amount({ monthsCompulsory: monthsCompulsory + 1 })).toBeGreaterThanOrEqual(amount({}));
      expect(amount({ children: children + 1 })).toBeGreaterThanOrEqual(amount({}));
    }),
  );
});
