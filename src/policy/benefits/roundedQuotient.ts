/**
 * One whole number by another, rounded to the nearest whole (half upwards), exact.
 * @throws when they aren't whole numbers of at least 0 and 1: that is a bug of the caller.
 */
export function roundedQuotient(dividend: number, divisor: number): number {
  if (!Number.isSafeInteger(dividend) || !Number.isSafeInteger(divisor) || dividend < 0 || divisor < 1) {
    throw new Error(`${dividend} by ${divisor} is no quotient of amounts.`);
  }
  const twice = 2n * BigInt(dividend) + BigInt(divisor);
  return Number(twice / (2n * BigInt(divisor)));
}
