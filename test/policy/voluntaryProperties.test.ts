import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/policy/dates.js';
import { voluntaryGroups, voluntaryModes, type VoluntarySituation } from '../../src/policy/index.js';
import { amountOf } from './voluntarySituations.js';

const provinces = ['ha-noi', 'ho-chi-minh', 'quang-ninh', 'da-nang', undefined] as const;

const situations: fc.Arbitrary<VoluntarySituation> = fc.record({
  date: fc.integer({ min: 1, max: 31 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`),
  income: fc.integer({ min: 1_500_000, max: 50_600_000 }),
  groups: fc.subarray([...voluntaryGroups]),
  mode: fc.constantFrom(...voluntaryModes),
  years: fc.integer({ min: 2, max: 5 }),
  months: fc.integer({ min: 1, max: 60 }),
  supportedMonths: fc.integer({ min: 0, max: 120 }),
  province: fc.constantFrom(...provinces),
});

describe('whatever the situation', () => {
  test('the parts sum to the gross, all are whole and none is negative', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { monthly, period } = amountOf(situation).figures;
        for (const { gross, state, local, pay } of [monthly, period]) {
          expect(state + local + pay).toBe(gross);
          expect([gross, state, local, pay].every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(
            true,
          );
        }
        expect(period.discount).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('more groups, fewer months used up or a known province never cost more', () => {
    fc.assert(
      fc.property(situations, fc.constantFrom(...voluntaryGroups), (situation, group) => {
        const pay = (change: Partial<VoluntarySituation>): number =>
          amountOf({ ...situation, ...change }).figures.period.pay;
        const base = pay({ province: undefined });
        expect(
          pay({ province: undefined, groups: [...(situation.groups ?? []), group] }),
        ).toBeLessThanOrEqual(base);
        expect(pay({ province: undefined, supportedMonths: 0 })).toBeLessThanOrEqual(base);
        expect(pay({})).toBeLessThanOrEqual(base);
      }),
    );
  });

  test('the longer the advance, the more it saves, and the discounted sum is below the nominal one', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const discounts = [2, 3, 4, 5].map(
          (years) => amountOf({ ...situation, mode: 'advance', years }).figures.period.discount,
        );
        expect(discounts).toEqual(discounts.toSorted((a, b) => a - b));
        expect(discounts[0]).toBeGreaterThan(0);
      }),
    );
  });

  test('on any day since 2016, under the former law as well, nobody pays less than nothing or more than the whole', () => {
    const days = fc.integer({ min: 0, max: 5_478 }).map((index) => addDays('2016-01-01', index));
    const modes = fc.constantFrom('monthly', 'quarterly', 'half_yearly', 'yearly');
    fc.assert(
      fc.property(situations, days, modes, (situation, date, mode) => {
        const income = 10_000_000;
        const { monthly, period } = amountOf({ ...situation, income, date, mode }).figures;
        for (const { gross, state, local, pay } of [monthly, period]) {
          expect(state + local + pay).toBe(gross);
          expect(pay >= 0 && pay <= gross).toBe(true);
        }
        const others = amountOf({ ...situation, income, date, mode, groups: [], province: undefined });
        expect(period.pay).toBeLessThanOrEqual(others.figures.period.pay);
      }),
    );
  });

  test('a higher income never costs less', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1_500_000, max: 50_600_000 }), (situation, other) => {
        const [low = other, high = other] = [situation.income ?? other, other].toSorted((a, b) => a - b);
        const payOf = (income: number): number => amountOf({ ...situation, income }).figures.period.pay;
        expect(payOf(low)).toBeLessThanOrEqual(payOf(high));
      }),
    );
  });
});
