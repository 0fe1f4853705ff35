import type { UnknownParameter, UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { roundedProduct } from '../roundedProduct.js';
import { yearsCounted } from './yearsCounted.js';

const MONTHS_PER_YEAR = 12;

/**
 * The lump sum for at least one year paid, before the State's support is taken off, in đồng.
 * Odd months before 2014 count with the later ones. Law 41/2024/QH15 article 102; Decree 159/2025/NĐ-CP article 9.
 */
export function lumpSum(
  {
    date,
    averageIncome,
    monthsBefore2014,
    monthsFrom2014,
  }: Readonly<{ date: string; averageIncome: number; monthsBefore2014: number; monthsFrom2014: number }>,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; amount: number; parameters: readonly UsedParameter[] }>
  | Readonly<{ status: 'underOneYear' }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  if (monthsBefore2014 + monthsFrom2014 < MONTHS_PER_YEAR) return { status: 'underOneYear' };
  const ids = ['lump_sum.before_2014', 'lump_sum.from_2014', 'pension.odd_months.half_year_max'] as const;
  const read = readParameters(table, date, ids);
  if (read.status === 'unknown') return read;
  const oddBefore = monthsBefore2014 % MONTHS_PER_YEAR;
  const yearsBefore = (monthsBefore2014 - oddBefore) / MONTHS_PER_YEAR;
  const yearsFrom = yearsCounted(monthsFrom2014 + oddBefore, read.value('pension.odd_months.half_year_max'));
  const multiple =
    yearsBefore * read.value('lump_sum.before_2014') + yearsFrom * read.value('lump_sum.from_2014');
  return {
    status: 'found',
    amount: roundedProduct({ factors: [averageIncome, multiple] }),
    parameters: read.used,
  };
}
