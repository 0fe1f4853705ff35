import type { Basis, ParameterRow, ParameterTable, ParameterUnit, ParameterValue } from './ParameterTable.js';

/** A row as it was used: what a result shows of the law it stands on. `to` is null while no end is known. */
export type UsedParameter = Readonly<{
  id: string;
  unit: ParameterUnit;
  value: ParameterValue;
  from: string;
  to: string | null;
  basis: Basis;
  reviewBy?: string | undefined;
}>;

export type LookUp = (UsedParameter & Readonly<{ status: 'found'; row: ParameterRow }>) | UnknownParameter;

/** No value of this parameter is known for the day. */
export type UnknownParameter = Readonly<{ status: 'unknown'; id: string; date: string }>;

/** The value of a parameter on a day (`YYYY-MM-DD`); `unknown` for an id or a day the table doesn't hold. */
export function lookUp(table: ParameterTable, id: string, date: string): LookUp {
  const parameter = table.parameters.get(id);
  const row = parameter?.values.find(({ from, to }) => from <= date && (to === undefined || date <= to));
  if (parameter === undefined || row === undefined) return { status: 'unknown', id, date };
  return {
    status: 'found',
    id,
    unit: parameter.unit,
    value: row.value,
    from: row.from,
    to: row.to ?? null,
    basis: row.basis,
    reviewBy: row.reviewBy,
    row,
  };
}
