import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { roundedMean, roundedSum } from '../../src/policy/roundedMean.js';

describe('roundedMean', () => {
  test.each([
    [[{ factors: [1_000_000], weight: 12 }], 1_000_000],
    [
      [
        { factors: [1], weight: 1 },
        { factors: [2], weight: 1 },
      ],
      2,
    ],
    [
      [
        { factors: [1], weight: 2 },
        { factors: [2], weight: 1 },
      ],
      1,
    ],
    [[{ factors: [1_000_000, 1.08], weight: 3 }], 1_080_000],
    [
      [
        { factors: [1_500_000, 1.234], weight: 7 },
        { factors: [0], weight: 5 },
      ],
      1_079_750,
    ],
  ])('%j is %d', (terms, mean) => {
    expect(roundedMean(terms)).toBe(mean);
  });

  test.each([
    [[]],
    [[{ factors: [1], weight: 0 }]],
    [[{ factors: [1], weight: 0.5 }]],
    [[{ factors: [1], weight: -1 }]],
  ])('of %j there is none', (terms) => {
    expect(() => roundedMean(terms)).toThrow('nothing to take a mean of');
  });

  test('lies between the least and the most, and is the sum shared out', () => {
    const term = fc.record({
      factors: fc.tuple(fc.integer({ min: 0, max: 50_000_000 })),
      weight: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), (terms) => {
        const amounts = terms.map(({ factors: [amount] }) => amount);
        const mean = roundedMean(terms);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...amounts));
        expect(mean).toBeLessThanOrEqual(Math.max(...amounts));
        const weights = terms.reduce((sum, { weight }) => sum + weight, 0);
        expect(Math.abs(mean * weights - roundedSum(terms)) * 2).toBeLessThanOrEqual(weights);
      }),
    );
  });
});
