import { lookUp, type UnknownParameter, type UsedParameter } from './lookUp.js';
import type { ParameterTable } from './ParameterTable.js';

export type NumberLookUp =
  Readonly<{ status: 'found'; value: number; from: string; used: UsedParameter }> | UnknownParameter;

/**
 * The number a parameter is on a day (`YYYY-MM-DD`), in its own unit, with the row as it was used.
 * @throws when the parameter holds a text or a table: the rule that asks for a number is then wrong.
 */
export function lookUpNumber(table: ParameterTable, id: string, date: string): NumberLookUp {
  const found = lookUp(table, id, date);
  if (found.status === 'unknown') return found;
  const { status, row, ...used } = found;
  return { status, value: toNumber(id, used.value), from: used.from, used };
}

/** @throws when a parameter that must be a number holds a text or a table. */
export function toNumber(id: string, value: unknown): number {
  if (typeof value !== 'number') throw new Error(`${id} is not a number.`);
  return value;
}
