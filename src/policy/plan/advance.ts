import type { UnknownParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import type { PlanPath } from './path.js';
import { longestAdvance } from './payments.js';

/** The years of the longest advance a plan can begin with; 0 with what isn't published when its price isn't known. */
export type AdvanceNow = Readonly<{ years: number; unknown: readonly UnknownParameter[] }>;

/** The advance that may open a plan. Decree 159/2025/NĐ-CP article 6. */
export function advanceNow(table: ParameterTable, date: string, path: PlanPath): AdvanceNow {
  const limits = readParameters(table, date, ['vsi.advance.min_years', 'vsi.advance.max_years']);
  const price = readParameters(table, date, ['vsi.investment_return']);
  const years =
    limits.status === 'unknown'
      ? 0
      : longestAdvance(path, {
          min: limits.value('vsi.advance.min_years'),
          max: limits.value('vsi.advance.max_years'),
        });
  if (years === 0 || price.status === 'found') return { years, unknown: [] };
  return { years: 0, unknown: price.unknown };
}
