import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { voluntary, voluntaryGroups, type PlanSituation } from '../../src/policy/index.js';
import { amountOf, endless } from './planSituations.js';

const people: fc.Arbitrary<Partial<PlanSituation>> = fc.record({
  date: fc.constantFrom('2026-07-15', '2026-11-21', '2026-12-31'),
  sex: fc.constantFrom('female' as const, 'male' as const),
  birth: fc.integer({ min: 1962, max: 2005 }).map((year) => `${year}-08`),
  monthsPaid: fc.integer({ min: 0, max: 300 }),
  supportedMonths: fc.integer({ min: 0, max: 120 }),
  groups: fc.subarray([...voluntaryGroups]),
  province: fc.constantFrom('ha-noi', 'ho-chi-minh', 'quang-ninh', undefined),
  incomes: fc.array(
    fc.integer({ min: 30, max: 1012 }).map((steps) => steps * 50_000),
    { minLength: 1, maxLength: 3 },
  ),
  budget: fc.constantFrom(undefined, 300_000, 1_000_000),
});
const runs = { numRuns: 40 };

describe('whatever the plan', () => {
  test('State, province and own part sum to the gross, in every segment and in all', () => {
    fc.assert(
      fc.property(people, (person) => {
        for (const { total, segments, firstPayment, arrears } of amountOf(person).figures.options) {
          for (const part of [total, ...segments, firstPayment, ...(arrears === null ? [] : [arrears])]) {
            expect(part.state + part.local + part.pay).toBe(part.gross);
            expect(Math.min(part.state, part.local, part.pay)).toBeGreaterThanOrEqual(0);
          }
          expect(segments.reduce((sum, { pay }) => sum + pay, 0)).toBe(total.pay);
          expect(segments.reduce((sum, { gross }) => sum + gross, 0)).toBe(total.gross);
        }
      }),
      runs,
    );
  });

  test('every segment is what the estimate of a contribution says for its first day', () => {
    fc.assert(
      fc.property(people, (person) => {
        const { path, options } = amountOf(person).figures;
        const { date = '', groups, province } = person;
        for (const { segments } of options) {
          let supportedMonths = person.supportedMonths ?? NaN;
          for (const { from, months, payments, mode, income, gross, state, local, pay } of segments) {
            const each = months / payments;
            const outcome = voluntary(
              {
                ...{ income, groups, province, mode, months: each, years: each / 12, supportedMonths },
                date: date.startsWith(from) ? date : `${from}-01`,
              },
              endless,
            );
            if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
            const { period } = outcome.figures;
            expect([gross, state, local, pay]).toEqual(
              [period.gross, period.state, period.local, period.pay].map((amount) => amount * payments),
            );
            supportedMonths += months;
          }
          const paid = segments.reduce((sum, { months }) => sum + months, 0);
          expect(paid).toBe(path.payMonths + path.arrearsMonths);
        }
      }),
      runs,
    );
  });

  test('segments follow each other without a gap', () => {
    fc.assert(
      fc.property(people, (person) => {
        for (const { segments } of amountOf(person).figures.options) {
          const regular = segments.filter(({ mode }) => mode !== 'arrears');
          regular.slice(1).forEach(({ from }, index) => {
            expect(monthNumber(from)).toBe(monthNumber(regular[index]?.to ?? '') + 1);
          });
        }
      }),
      runs,
    );
  });

  test('in the same way a higher income costs more and brings a higher pension', () => {
    fc.assert(
      fc.property(people, (person) => {
        const { options } = amountOf(person).figures;
        for (const mode of new Set(options.map((option) => option.mode))) {
          const same = options.filter((option) => option.mode === mode);
          same.slice(1).forEach((option, index) => {
            expect(option.total.gross).toBeGreaterThanOrEqual(same[index]?.total.gross ?? NaN);
            expect(option.pension).toBeGreaterThanOrEqual(same[index]?.pension ?? NaN);
          });
        }
      }),
      runs,
    );
  });

  test('what a budget buys stays within it, and the next step does not', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 12_000_000 }), (person, budget) => {
        const { budgetIncome, path } = amountOf({ ...person, budget }).figures;
        if (budgetIncome === null || path.kind === 'ask_now') return;
        const { date = '', groups, province, supportedMonths } = person;
        const payFor = (income: number): number => {
          const outcome = voluntary(
            { date, groups, province, supportedMonths, income, mode: 'monthly' },
            endless,
          );
          return outcome.status === 'amount' ? outcome.figures.monthly.pay : Infinity;
        };
        expect(payFor(budgetIncome)).toBeLessThanOrEqual(budget);
        expect(payFor(budgetIncome + 50_000)).toBeGreaterThan(budget);
      }),
      runs,
    );
  });
});

function monthNumber(month: string): number {
  const [year = NaN, monthOfYear = NaN] = month.split('-').map(Number);
  return year * 12 + monthOfYear;
}
