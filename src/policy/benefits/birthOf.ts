import { birthMonth } from '../pension/situation.js';

/** The month of birth (`YYYY-MM`) as it was told, and whether only the year was. */
export function birthOf(told: string): Readonly<{ birth: string; birthYearOnly: boolean }> {
  const birth = birthMonth(told);
  return { birth, birthYearOnly: birth !== told };
}
