import { figureDefinitions } from './figures.js';
import { ladderIds } from './household.js';
import type { ParameterTable, ParameterUnit } from './ParameterTable.js';
import { tableSchemas } from './tableSchemas.js';

const others: Readonly<Record<string, ParameterUnit>> = {
  // Every way out of the conversation names it.
  hotline: 'text',
  'vsi.min_age': 'years',
  'vsi.income_step': 'vnd',
  'vsi.subsidy.max_months': 'months',
  'vsi.advance.min_years': 'years',
  'vsi.advance.max_years': 'years',
  'vsi.arrears.max_months': 'months',
  'vsi.investment_return': 'percent',
  'vsi.deadline.half_yearly_months': 'months',
  'vsi.deadline.yearly_months': 'months',
  'pension.min_years': 'years',
  'pension.odd_months.half_year_max': 'months',
  'pension.rate.female.start': 'percent',
  'pension.rate.female.step': 'percent',
  'pension.rate.male.start': 'percent',
  'pension.rate.male.step_low': 'percent',
  'pension.rate.male.full_start_years': 'years',
  'pension.rate.male.full_start': 'percent',
  'pension.rate.male.step': 'percent',
  'pension.rate.max': 'percent',
  'pension.bonus.years_male': 'years',
  'pension.bonus.years_female': 'years',
  'pension.bonus.before_age': 'multiple',
  'pension.old_joiner.years': 'years',
  'pension.old_joiner.age_male': 'years',
  'pension.old_joiner.age_female': 'years',
  'pension.old_joiner.joined_before': 'date',
  'lump_sum.before_2014': 'multiple',
  'lump_sum.from_2014': 'multiple',
  'monthly_allowance.multiple': 'multiple',
  'social_pension.amount': 'vnd',
  'hhi.period.quarterly': 'months',
  'hhi.period.half_yearly': 'months',
  'hhi.period.yearly': 'months',
  'hhi.gap_days': 'days',
  'hhi.wait_days': 'days',
  'hhi.support.ethnic_left_months': 'months',
  'hhi.support.trafficking_months': 'months',
};

/**
 * The parameters that the calculations and figures read and that the table lacks, or holds in another unit.
 * A table with any of them must not be published.
 */
export function missingParameters(table: ParameterTable): readonly string[] {
  const numeric = [...figureDefinitions.values()].flatMap(({ parameters }) => parameters);
  const wanted = new Set([...numeric, ...ladderIds, ...Object.keys(others), ...Object.keys(tableSchemas)]);
  return [...wanted].filter((id) => {
    const unit = table.parameters.get(id)?.unit;
    if (unit === undefined) return true;
    const expected = others[id] ?? (id in tableSchemas ? 'table' : undefined);
    return expected === undefined ? ['text', 'date', 'table'].includes(unit) : unit !== expected;
  });
}
