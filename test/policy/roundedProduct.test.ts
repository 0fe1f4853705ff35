import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { roundedProduct } from '../../src/policy/roundedProduct.js';

describe('amounts are exact in decimal and rounded once', () => {
  test.each([
    [[1_500_000], [22], 330_000],
    [[2_530_000, 12], [5.1], 1_548_360],
    [[50], [1], 1],
    [[49], [1], 0],
    [[150], [1], 2],
    [[100_500], [0.001], 1],
    [[1e-7, 10_000_000], [], 1],
    [[0], [22], 0],
  ])('%j × %j %% = %d', (factors, percents, expected) => {
    expect(roundedProduct({ factors, percents })).toBe(expected);
  });

  test('whole percentages of whole amounts agree with integer arithmetic', () => {
    const amounts = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 100 }), (amount, share) => {
        const exact = Number((BigInt(amount) * BigInt(share) * 2n + 100n) / 200n);
        expect(roundedProduct({ factors: [amount], percents: [share] })).toBe(exact);
      }),
    );
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('%d is a bug', (factor) => {
    expect(() => roundedProduct({ factors: [factor] })).toThrow();
  });
});
