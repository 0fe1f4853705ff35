import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountOf } from './pensionSituations.js';

const people = fc.record({
  sex: fc.constantFrom('female' as const, 'male' as const),
  birth: fc.integer({ min: 1950, max: 2000 }).map((year) => `${year}-06`),
  averageIncome: fc.integer({ min: 700_000, max: 50_600_000 }),
  monthsPaid: fc.integer({ min: 180, max: 600 }),
});
const more = fc.integer({ min: 0, max: 60 });

describe('whoever asks', () => {
  test('a month more or a higher income never lowers the pension or the one-off', () => {
    fc.assert(
      fc.property(people, more, fc.integer({ min: 0, max: 5_000_000 }), (person, months, income) => {
        const { figures } = amountOf(person);
        const longer = amountOf({ ...person, monthsPaid: person.monthsPaid + months }).figures;
        const higher = amountOf({ ...person, averageIncome: person.averageIncome + income }).figures;
        for (const other of [longer, higher]) {
          expect(other.pension).toBeGreaterThanOrEqual(figures.pension ?? Infinity);
          expect(other.oneOff ?? 0).toBeGreaterThanOrEqual(figures.oneOff ?? 0);
        }
      }),
    );
  });

  test('the rate stays between the lowest and the highest', () => {
    fc.assert(
      fc.property(people, (person) => {
        const { rate } = amountOf(person).figures;
        expect(rate).toBeGreaterThanOrEqual(person.sex === 'female' ? 45 : 40);
        expect(rate).toBeLessThanOrEqual(75);
      }),
    );
  });

  test('months after the age never lower the one-off', () => {
    const retired = { birth: '1950-06', date: '2026-11-21' };
    fc.assert(
      fc.property(people, more, more, (person, a, b) => {
        const [few = a, many = b] = [a, b].toSorted((x, y) => x - y);
        const oneOff = (monthsAfterAge: number): number =>
          amountOf({ ...person, ...retired, monthsAfterAge }).figures.oneOff ?? 0;
        expect(oneOff(many)).toBeGreaterThanOrEqual(oneOff(few));
      }),
    );
  });

  test('a pension never begins before the age is reached or before the question is asked', () => {
    fc.assert(
      fc.property(people, more, (person, monthsPlanned) => {
        const { pensionFrom, retirement } = amountOf({ ...person, monthsPlanned }).figures;
        expect((pensionFrom ?? '') > `${retirement.month}-31`).toBe(true);
        expect((pensionFrom ?? '') > '2026-11-30').toBe(true);
      }),
    );
  });
});
