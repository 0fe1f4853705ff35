import type { UnknownParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { grossAtOnce, stateShare } from './calculation.js';
import { readVoluntaryRules } from './rules.js';
import { MONTHS_PER_YEAR, type VoluntaryGroup } from './situation.js';

/**
 * What comes back of an advance payment when months are left (compulsory insurance, lump sum, death, pension): the
 * discounted contributions of the last months less the State's support for them, in đồng. Local support isn't counted.
 * Decree 159/2025/NĐ-CP article 8 clause 3.
 * `date`, `income`, `groups` and `years` are those of the payment that was made.
 */
export function advanceRefund(
  {
    date,
    income,
    groups,
    years,
    monthsLeft,
  }: Readonly<{
    date: string;
    income: number;
    groups: readonly VoluntaryGroup[];
    years: number;
    monthsLeft: number;
  }>,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; contributions: number; state: number; refund: number }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const months = years * MONTHS_PER_YEAR;
  const situation = { date, income, groups, months, mode: 'advance' } as const;
  const read = readVoluntaryRules(table, situation);
  if (read.status === 'unknown') return read;
  const contributions = grossAtOnce(situation, read.rules, { firstMonth: months - monthsLeft });
  const state = stateShare(read.rules, monthsLeft);
  return { status: 'found', contributions, state, refund: contributions - state };
}
