import { addMonths, firstDayOf, monthOf } from '../dates.js';
import type { UnknownParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { roundedProduct } from '../roundedProduct.js';
import type { VoluntaryGroup } from '../voluntary/situation.js';

/**
 * What the State put into months already paid, in đồng: each month by the rate and the poverty line of that month.
 * It goes back to the budget with a lump sum. Decree 159/2025/NĐ-CP articles 5 clause 6 and 9.
 * @param from the first month's first day or any day of it, `YYYY-MM-DD`
 */
export function stateSupport(
  { group, from, months }: Readonly<{ group: VoluntaryGroup | 'other'; from: string; months: number }>,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; amount: number }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const monthly = Array.from({ length: months }, (_, index) => {
    const date = firstDayOf(addMonths(monthOf(from), index));
    return readParameters(table, date, ['poverty_line.rural', 'vsi.rate', `vsi.subsidy.${group}`]);
  });
  const unknown = monthly.flatMap((read) => (read.status === 'unknown' ? read.unknown : []));
  if (unknown.length > 0) return { status: 'unknown', unknown };
  const amounts = monthly.map((read) =>
    read.status === 'unknown'
      ? 0
      : roundedProduct({
          factors: [read.value('poverty_line.rural')],
          percents: [read.value('vsi.rate'), read.value(`vsi.subsidy.${group}`)],
        }),
  );
  return { status: 'found', amount: amounts.reduce((sum, amount) => sum + amount, 0) };
}
