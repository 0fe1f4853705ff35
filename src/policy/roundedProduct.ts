const PERCENT = 100;

/**
 * The product of amounts and percentages, exact in decimal and rounded once to the whole đồng (half upwards).
 * 22 % of 2,000,000 for 3 months is `roundedProduct({ factors: [2_000_000, 3], percents: [22] })`.
 * @throws when a factor isn't a finite number of at least 0: that is a bug of the caller.
 */
export function roundedProduct({
  factors,
  percents = [],
}: Readonly<{ factors: readonly number[]; percents?: readonly number[] }>): number {
  const decimals = [...factors, ...percents].map(toDecimal);
  const numerator = decimals.reduce((product, { digits }) => product * digits, 1n);
  const scale = decimals.reduce((sum, { places }) => sum + places, 0);
  const denominator = 10n ** BigInt(scale) * BigInt(PERCENT) ** BigInt(percents.length);
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** The decimal digits a number is written with: binary fractions such as 0.31 would otherwise leave traces in the result. */
export function toDecimal(value: number): Readonly<{ digits: bigint; places: number }> {
  if (!Number.isFinite(value) || value < 0) throw new Error(`${value} cannot be a factor of an amount.`);
  const text = String(value).includes('e') ? value.toFixed(12) : String(value);
  const [whole = '0', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}
