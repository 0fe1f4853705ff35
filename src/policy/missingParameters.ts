import { figureDefinitions } from './figures.js';
import { healthParameters } from './health/healthParameters.js';
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
  'vsi.arrears.months_before_age': 'months',
  'vsi.deadline.monthly_months': 'months',
  'vsi.deadline.quarterly_months': 'months',
  'vsi.deadline.half_yearly_months': 'months',
  'vsi.deadline.yearly_months': 'months',
  'household_business.declaration_from': 'date',
  'household_business.compulsory_from': 'date',
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
  'pension.bonus.after_age': 'multiple',
  'pension.mixed.age_rule_years': 'years',
  'pension.mixed.minimum_years': 'years',
  'hhi.benefit.pensioner': 'percent',
  'pension.old_joiner.years': 'years',
  'pension.old_joiner.age_male': 'years',
  'pension.old_joiner.age_female': 'years',
  'pension.old_joiner.joined_before': 'date',
  'lump_sum.before_2014': 'multiple',
  'lump_sum.from_2014': 'multiple',
  'monthly_allowance.multiple': 'multiple',
  'social_pension.amount': 'vnd',
  'lump_sum.later_from': 'date',
  'lump_sum.under_year_max': 'multiple',
  'monthly_allowance.min_months': 'months',
  'monthly_allowance.answer_days': 'days',
  'survivor.before_2014': 'multiple',
  'survivor.from_2014': 'multiple',
  'survivor.mixed_min': 'multiple',
  'survivor.pensioner.first_months': 'months',
  'survivor.pensioner.start': 'multiple',
  'survivor.pensioner.reduction': 'multiple',
  'survivor.pensioner.min': 'multiple',
  'survivor.monthly.min_years': 'years',
  'survivor.monthly.percent': 'percent',
  'survivor.monthly.percent_alone': 'percent',
  'survivor.monthly.max_people': 'multiple',
  'lump_sum.wait_months': 'months',
  'lump_sum.max_years': 'years',
  'lump_sum.disability_percent': 'percent',
  'lump_sum.joined_before': 'date',
  'lump_sum.answer_days': 'days',
  'maternity.amount': 'vnd',
  'maternity.min_months': 'months',
  'maternity.window_months': 'months',
  'maternity.file_days': 'days',
  'maternity.answer_days': 'days',
  'maternity.foetal_weeks': 'text',
  'funeral.min_months': 'months',
  'funeral.min_months_compulsory': 'months',
  'survivor.full_min_months': 'months',
  'survivor.file_days': 'days',
  'survivor.answer_days': 'days',
  'social_pension.age': 'years',
  'social_pension.age_poor': 'years',
  'social_pension.answer_days': 'days',
  laws_2024_from: 'date',
  'hhi.period.quarterly': 'months',
  'hhi.period.half_yearly': 'months',
  'hhi.period.yearly': 'months',
  'hhi.gap_days': 'days',
  'hhi.wait_days': 'days',
  'hhi.support.ethnic_left_months': 'months',
  'hhi.support.trafficking_months': 'months',
  ...healthParameters,
};

/**
 * The parameters that the calculations and figures read and that the table lacks, or holds in another unit.
 * A table with any of them must not be published.
 */
export function missingParameters(table: ParameterTable): readonly string[] {
  const numeric = [...figureDefinitions.values()].flatMap(({ parameters }) => parameters);
  const ages = table.localSupport.flatMap(({ ages }) =>
    [ages?.from, ages?.below].filter((id) => id !== undefined),
  );
  const wanted = new Set([
    ...numeric,
    ...ladderIds,
    ...ages,
    ...Object.keys(others),
    ...Object.keys(tableSchemas),
  ]);
  return [...wanted].filter((id) => {
    const unit = table.parameters.get(id)?.unit;
    if (unit === undefined) return true;
    const expected = others[id] ?? (id in tableSchemas ? 'table' : ages.includes(id) ? 'years' : undefined);
    return expected === undefined ? ['text', 'date', 'table'].includes(unit) : unit !== expected;
  });
}
