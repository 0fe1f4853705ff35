import { lookUp, type UnknownParameter, type UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';

/**
 * A parameter that holds a day (`YYYY-MM-DD`), as it stands on a day.
 * @throws when it holds something else: the rule that asks for a day is then wrong.
 */
export function readDate(
  table: ParameterTable,
  date: string,
  id: string,
): Readonly<{ status: 'found'; value: string; used: UsedParameter }> | UnknownParameter {
  const found = lookUp(table, id, date);
  if (found.status === 'unknown') return found;
  const { status, row, ...used } = found;
  if (typeof used.value !== 'string') throw new Error(`${id} is not a day.`);
  return { status, value: used.value, used };
}
