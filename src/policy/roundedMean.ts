import { toDecimal } from './roundedProduct.js';

/** A value, given as a product (an income and its coefficient, say), and how often it counts (months). */
export type Weighted = Readonly<{ factors: readonly number[]; weight: number }>;

/**
 * The weighted mean of amounts, exact in decimal and rounded once to the whole đồng (half upwards).
 * @throws when nothing has weight, or a factor isn't a finite number of at least 0: that is a bug of the caller.
 */
export function roundedMean(terms: readonly Weighted[]): number {
  const weights = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (!Number.isSafeInteger(weights) || weights <= 0) throw new Error('There is nothing to take a mean of.');
  const { numerator, scale } = exactSum(terms);
  const denominator = scale * BigInt(weights);
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** The weighted sum of amounts, rounded as the mean is. */
export function roundedSum(terms: readonly Weighted[]): number {
  const { numerator, scale } = exactSum(terms);
  return Number((2n * numerator + scale) / (2n * scale));
}

/** The sum as a whole number over a power of ten. */
function exactSum(terms: readonly Weighted[]): Readonly<{ numerator: bigint; scale: bigint }> {
  const exact = terms.map(({ factors, weight }) => {
    const decimals = [...factors, weight].map(toDecimal);
    return {
      digits: decimals.reduce((product, { digits }) => product * digits, 1n),
      places: decimals.reduce((sum, { places }) => sum + places, 0),
    };
  });
  const places = Math.max(0, ...exact.map((term) => term.places));
  const numerator = exact.reduce((sum, term) => sum + term.digits * 10n ** BigInt(places - term.places), 0n);
  return { numerator, scale: 10n ** BigInt(places) };
}
