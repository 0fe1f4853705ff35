import type { UnknownParameter, UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { roundedProduct } from '../roundedProduct.js';
import { yearsCounted } from './yearsCounted.js';

/**
 * The monthly allowance of who reached retirement age with too few years for a pension, until the social pension.
 * `entitledMonths` come from what was paid; when they don't reach the social pension, `topUp` (đồng) fills the rest at
 * once, and when they reach further, each month is higher. Law 41/2024 article 23; Decree 159/2025 article 14.
 * @param monthsToSocialPension months from the right to the allowance until the age of the social pension
 */
export function monthlyAllowance(
  {
    date,
    averageIncome,
    monthsPaid,
    monthsToSocialPension,
  }: Readonly<{ date: string; averageIncome: number; monthsPaid: number; monthsToSocialPension: number }>,
  table: ParameterTable,
):
  | Readonly<{
      status: 'found';
      entitledMonths: number;
      monthly: number;
      topUp: number;
      parameters: readonly UsedParameter[];
    }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const ids = [
    'social_pension.amount',
    'monthly_allowance.multiple',
    'pension.odd_months.half_year_max',
  ] as const;
  const read = readParameters(table, date, ids);
  if (read.status === 'unknown') return read;
  const level = read.value('social_pension.amount');
  const years = yearsCounted(monthsPaid, read.value('pension.odd_months.half_year_max'));
  const credit = roundedProduct({
    factors: [averageIncome, years, read.value('monthly_allowance.multiple')],
  });
  const entitledMonths = Math.ceil(credit / level);
  const spare = entitledMonths - monthsToSocialPension;
  const raise =
    spare > 0 && monthsToSocialPension > 0 ? Math.round((spare * level) / monthsToSocialPension) : 0;
  return {
    status: 'found',
    entitledMonths,
    monthly: level + raise,
    topUp: Math.max(0, -spare) * level,
    parameters: read.used,
  };
}
