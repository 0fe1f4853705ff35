import { lookUp, type UnknownParameter, type UsedParameter } from './lookUp.js';
import { toNumber } from './lookUpNumber.js';
import type { ParameterTable } from './ParameterTable.js';

/** The numbers a rule needs on one day, with the rows they come from, or every one that isn't known. */
export type ParametersRead<Id extends string> =
  | Readonly<{ status: 'found'; value: (id: Id) => number; used: readonly UsedParameter[] }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

/**
 * Reads several numeric parameters on a day.
 * @throws when a parameter holds a text or a table: the rule that asks for a number is then wrong.
 */
export function readParameters<Id extends string>(
  table: ParameterTable,
  date: string,
  ids: readonly Id[],
): ParametersRead<Id> {
  const results = ids.map((id) => lookUp(table, id, date));
  const unknown = results.filter((result) => result.status === 'unknown');
  if (unknown.length > 0) return { status: 'unknown', unknown };
  const used = results.filter((result) => result.status === 'found').map(({ status, row, ...rest }) => rest);
  const numbers = new Map(used.map(({ id, value }) => [id, toNumber(id, value)]));
  return {
    status: 'found',
    used,
    value: (id) => {
      const number = numbers.get(id);
      if (number === undefined) throw new Error(`${id} was not read.`);
      return number;
    },
  };
}
