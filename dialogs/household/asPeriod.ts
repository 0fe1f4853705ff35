/** The lengths for which cards are sold; the form takes no other, anything else would be a bug there. */
export function asPeriod(months: number): 3 | 6 | 12 {
  if (months === 3 || months === 6 || months === 12) return months;
  throw new Error(`No card is sold for ${months} months.`);
}
