import { lookUp, type UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';

/**
 * The table as if the last known value of everything went on without end: for what a plan pays in years for which
 * nothing is published. Local support is left as it is: where it is known to end, it ends.
 */
export function projectTable(table: ParameterTable): ParameterTable {
  const parameters = [...table.parameters].map(([id, parameter]) => {
    const values = parameter.values.map((row, index) =>
      index === parameter.values.length - 1 ? { ...row, to: undefined } : row,
    );
    return [id, { ...parameter, values }] as const;
  });
  return { ...table, parameters: new Map(parameters) };
}

/** Of the rows used for later days those that nobody has published for these days, with the last day known. */
export function projectedRows(
  table: ParameterTable,
  used: readonly Readonly<{ date: string; used: readonly UsedParameter[] }>[],
): readonly Readonly<{ id: string; knownUntil: string }>[] {
  const found = used.flatMap(({ date, used: rows }) =>
    rows.flatMap(({ id }) => {
      if (lookUp(table, id, date).status === 'found') return [];
      const knownUntil = table.parameters.get(id)?.values.at(-1)?.to;
      return knownUntil === undefined ? [] : [{ id, knownUntil }];
    }),
  );
  return [...new Map(found.map((row) => [row.id, row])).values()];
}
