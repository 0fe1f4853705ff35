const MONTHS_PER_YEAR = 12;
const HALF_YEAR = 0.5;

/**
 * Years for the amount of a benefit: odd months up to the limit are half a year, more are a whole one.
 * Law 41/2024/QH15 article 5 clause 6. The right to a benefit needs full months and isn't judged by this.
 */
export function yearsCounted(months: number, halfYearMaxMonths: number): number {
  const odd = months % MONTHS_PER_YEAR;
  const whole = (months - odd) / MONTHS_PER_YEAR;
  if (odd === 0) return whole;
  return odd <= halfYearMaxMonths ? whole + HALF_YEAR : whole + 1;
}
