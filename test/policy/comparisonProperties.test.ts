import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparison, voluntary, voluntaryGroups, type ComparisonSituation } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const shipped = shippedTable();

function amountOf(situation: ComparisonSituation) {
  const outcome = comparison(situation, shipped);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

const situations = fc.record({
  date: fc.constantFrom('2026-02-10', '2026-07-01', '2026-11-21', '2027-01-01', '2027-08-01'),
  groups: fc.subarray([...voluntaryGroups]),
  province: fc.constantFrom('ha-noi', 'ho-chi-minh', 'quang-ninh', 'da-nang', undefined),
  supportedMonths: fc.integer({ min: 0, max: 120 }),
  budget: fc.integer({ min: 0, max: 13_000_000 }),
  harvests: fc.integer({ min: 1, max: 4 }),
});

test('whatever the situation: every cell is what the estimate says of it, and what is put aside is enough', () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const { figures } = amountOf(situation);
      for (const { income, withinBudget, cells } of figures.levels) {
        for (const { mode, years, months, amounts } of cells) {
          const outcome = voluntary({ ...situation, income, mode, years: years ?? undefined }, shipped);
          if (amounts === null || outcome.status !== 'amount') {
            expect([amounts, outcome.status]).toEqual([null, 'unknownParameter']);
            continue;
          }
          const { perMonth, perDay, perHarvest, ...shares } = amounts;
          expect({ months, ...shares }).toEqual(outcome.figures.period);
          expect(perMonth * months).toBeGreaterThanOrEqual(shares.pay);
          expect(perDay * 30 * months).toBeGreaterThanOrEqual(shares.pay);
          expect(((perHarvest ?? 0) * situation.harvests * months) / 12).toBeGreaterThanOrEqual(shares.pay);
          expect((perMonth - 1) * months).toBeLessThan(shares.pay + 1);
          if (mode === 'monthly') expect(withinBudget).toBe(shares.pay <= situation.budget);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('whatever the budget: the next step above its income would cost more', () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const { budgetIncome, ceiling } = amountOf(situation).figures;
      const payOf = (income: number): number => {
        const outcome = voluntary({ ...situation, income, mode: 'monthly' }, shipped);
        return outcome.status === 'amount' ? outcome.figures.monthly.pay : Number.NaN;
      };
      if (budgetIncome === null) return;
      expect(payOf(budgetIncome)).toBeLessThanOrEqual(situation.budget);
      if (budgetIncome < ceiling) {
        expect(payOf(Math.min(ceiling, budgetIncome + 50_000))).toBeGreaterThan(situation.budget);
      }
    }),
    { numRuns: 40 },
  );
});
