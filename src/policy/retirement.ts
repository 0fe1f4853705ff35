import { addMonths } from './dates.js';
import { lookUp, type UnknownParameter, type UsedParameter } from './lookUp.js';
import type { ParameterTable } from './ParameterTable.js';
import { retirementAgeSchema } from './tableSchemas.js';

export type Sex = 'female' | 'male';

/** `age` in years and months; `month` (`YYYY-MM`) is the one in which it is reached. */
export type Retirement = Readonly<{ age: Readonly<{ years: number; months: number }>; month: string }>;

const MONTHS_PER_YEAR = 12;

/**
 * The retirement age under normal conditions of a person born in a month (`YYYY-MM`), by the table in force on a day.
 * Labour Code article 169 clause 2.
 */
export function retirementOf(
  { date, sex, birth }: Readonly<{ date: string; sex: Sex; birth: string }>,
  table: ParameterTable,
): Readonly<{ status: 'found'; retirement: Retirement; used: UsedParameter }> | UnknownParameter {
  const found = lookUp(table, 'retirement.age', date);
  if (found.status === 'unknown') return found;
  const row = retirementAgeSchema.parse(found.value)[sex].findLast(({ bornFrom }) => bornFrom <= birth);
  if (row === undefined) return { status: 'unknown', id: found.id, date };
  const age = { years: row.years, months: row.months };
  const { status, row: _, ...used } = found;
  return {
    status,
    retirement: { age, month: addMonths(birth, age.years * MONTHS_PER_YEAR + age.months) },
    // The whole table would drown the result: only the line that was used is shown.
    used: { ...used, value: age },
  };
}
