import { yearsCounted } from './yearsCounted.js';

const MONTHS_PER_YEAR = 12;

/**
 * Years for an amount that gives less for the time before a mark (2014) than for the time from it on. Odd months before
 * the mark move to the time after it when there is any; a person with earlier months only keeps them there.
 * Law 41/2024/QH15 articles 102 clause 2 and 110 clause 2, counted by article 5 clause 6.
 */
export function splitYears(
  { monthsBefore, monthsFrom }: Readonly<{ monthsBefore: number; monthsFrom: number }>,
  halfYearMaxMonths: number,
): Readonly<{ before: number; from: number }> {
  if (monthsFrom === 0) return { before: yearsCounted(monthsBefore, halfYearMaxMonths), from: 0 };
  const odd = monthsBefore % MONTHS_PER_YEAR;
  return {
    before: (monthsBefore - odd) / MONTHS_PER_YEAR,
    from: yearsCounted(monthsFrom + odd, halfYearMaxMonths),
  };
}
