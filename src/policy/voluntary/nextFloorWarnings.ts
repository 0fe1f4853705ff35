import { toNumber } from '../lookUpNumber.js';
import { day, money, type Remark } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { nextChange } from '../references.js';
import { roundedProduct } from '../roundedProduct.js';
import type { VoluntaryRules } from './rules.js';

/**
 * The next other floor that is already known, where it comes before the day `until`. No top-up is asked of who has paid, but
 * an `income` below it is an open question.
 */
export function nextFloorWarnings(
  { table, rules }: Readonly<{ table: ParameterTable; rules: VoluntaryRules }>,
  { date, until, income }: Readonly<{ date: string; until?: string; income?: number }>,
): Remark[] {
  const change = nextChange(table, 'poverty_line.rural', date);
  if (change === null || (until !== undefined && change.from >= until)) return [];
  const multiple = rules.floor / rules.povertyLine;
  const floor = roundedProduct({ factors: [toNumber('poverty_line.rural', change.value), multiple] });
  const operands = { from: day(change.from), floor: money(floor) };
  const warnings: Remark[] = [{ code: 'poverty_line_changes', operands }];
  if (income !== undefined && income < floor) warnings.push({ code: 'income_below_next_floor', operands });
  return warnings;
}
