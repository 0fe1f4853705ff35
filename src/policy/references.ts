import { addDays } from './dates.js';
import { figureDefinitions } from './figures.js';
import { lookUp, type UnknownParameter, type UsedParameter } from './lookUp.js';
import { localReferences, localRow, localRows } from './localReferences.js';
import type { ParameterTable, ParameterUnit, ParameterValue } from './ParameterTable.js';
import { readParameters } from './readParameters.js';

/** What a reference of a text stands for on a day. `noSuchReference`: neither a parameter nor a figure. */
export type Figure =
  | Readonly<{
      status: 'found';
      reference: string;
      unit: ParameterUnit;
      value: ParameterValue;
      parameters: readonly UsedParameter[];
    }>
  | Readonly<{ status: 'unknown'; reference: string; unknown: readonly UnknownParameter[] }>
  | Readonly<{ status: 'noSuchReference'; reference: string }>;

/** A dated value: it holds from `from` on. */
export type DatedValue = Readonly<{ from: string; unit: ParameterUnit; value: ParameterValue }>;

/** The value of a parameter id, a figure id or a reference to local support on a day (`YYYY-MM-DD`). */
export function figure(table: ParameterTable, reference: string, date: string): Figure {
  const definition = figureDefinitions.get(reference);
  if (definition === undefined) return parameterAsFigure(table, reference, date);
  const read = readParameters(table, date, definition.parameters);
  if (read.status === 'unknown') return { status: 'unknown', reference, unknown: read.unknown };
  const value = definition.compute(read.value);
  return { status: 'found', reference, unit: definition.unit, value, parameters: read.used };
}

/** The next other value that is already known, and its first day; null when none is. */
export function nextChange(table: ParameterTable, reference: string, date: string): DatedValue | null {
  const now = valueKey(table, reference, date);
  const from = changeDates(table, reference)
    .filter((candidate) => candidate > date)
    .find((candidate) => ![undefined, now].includes(valueKey(table, reference, candidate)));
  return from === undefined ? null : datedValue(table, reference, from);
}

/** The first day of the unbroken time in which today's value has held; null when no value is known today. */
export function sinceDate(table: ParameterTable, reference: string, date: string): string | null {
  const now = valueKey(table, reference, date);
  if (now === undefined) return null;
  const earlier = changeDates(table, reference).filter((candidate) => candidate <= date);
  const other = earlier.findLastIndex((candidate) => valueKey(table, reference, candidate) !== now);
  return earlier[other + 1] ?? null;
}

/** The value before today's, and the first day on which it held; null when none is known. */
export function previousValue(table: ParameterTable, reference: string, date: string): DatedValue | null {
  const since = sinceDate(table, reference, date);
  if (since === null) return null;
  const from = sinceDate(table, reference, addDays(since, -1));
  return from === null ? null : datedValue(table, reference, from);
}

/** Every reference a text may use, with its unit: all parameters of the table, all figures, all local support. */
export function listReferences(
  table: ParameterTable,
): readonly Readonly<{ reference: string; unit: ParameterUnit }>[] {
  return [
    ...[...table.parameters.values()].map(({ id, unit }) => ({ reference: id, unit })),
    ...[...figureDefinitions].map(([reference, { unit }]) => ({ reference, unit })),
    ...localReferences(table).map((reference) => ({ reference, unit: 'percent' as const })),
  ];
}

function parameterAsFigure(table: ParameterTable, reference: string, date: string): Figure {
  if (!table.parameters.has(reference)) return localAsFigure(table, reference, date);
  const found = lookUp(table, reference, date);
  if (found.status === 'unknown') return { status: 'unknown', reference, unknown: [found] };
  const { status, row, ...used } = found;
  return { status, reference, unit: used.unit, value: used.value, parameters: [used] };
}

function localAsFigure(table: ParameterTable, reference: string, date: string): Figure {
  if (localRows(table, reference).length === 0) return { status: 'noSuchReference', reference };
  const used = localRow(table, reference, date);
  if (used === undefined)
    return { status: 'unknown', reference, unknown: [{ status: 'unknown', id: reference, date }] };
  return { status: 'found', reference, unit: used.unit, value: used.value, parameters: [used] };
}

function datedValue(table: ParameterTable, reference: string, from: string): DatedValue | null {
  const found = figure(table, reference, from);
  return found.status === 'found' ? { from, unit: found.unit, value: found.value } : null;
}

/** The value in a form that can be compared; undefined where none is known. */
function valueKey(table: ParameterTable, reference: string, date: string): string | undefined {
  const found = figure(table, reference, date);
  return found.status === 'found' ? JSON.stringify(found.value) : undefined;
}

/** The days on which the reference may take another value or lose it, in order. */
function changeDates(table: ParameterTable, reference: string): readonly string[] {
  const ids = figureDefinitions.get(reference)?.parameters ?? [reference];
  const days = ids.flatMap((id) =>
    (table.parameters.get(id)?.values ?? localRows(table, id)).flatMap(({ from, to }) =>
      to === undefined ? [from] : [from, addDays(to, 1)],
    ),
  );
  return [...new Set(days)].toSorted();
}
