import type { UsedParameter } from './lookUp.js';
import type { LocalSupportRow, ParameterTable } from './ParameterTable.js';

/**
 * Texts name local support `<scheme>.local.<province>.<group>` with underscores, as in `vsi.local.ha_noi.poor`; its value
 * is the percentage that the province adds.
 */
export function localReferences(table: ParameterTable): readonly string[] {
  return [...new Set(table.localSupport.filter(isKnown).flatMap(referencesOf))];
}

/** The rows behind a reference whose percentage is known, in order of their days. */
export function localRows(table: ParameterTable, reference: string): readonly LocalSupportRow[] {
  return table.localSupport
    .filter((row) => isKnown(row) && referencesOf(row).includes(reference))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The row in force on a day; undefined when there is none. */
export function localRow(table: ParameterTable, reference: string, date: string): UsedParameter | undefined {
  const row = localRows(table, reference).find(
    ({ from, to }) => from <= date && (to === undefined || date <= to),
  );
  if (row === undefined) return undefined;
  return {
    id: row.id,
    unit: 'percent',
    value: row.percent,
    from: row.from,
    to: row.to ?? null,
    basis: row.basis,
  };
}

function isKnown({ percent }: LocalSupportRow): boolean {
  return percent !== null;
}

function referencesOf({ scheme, province, groups }: LocalSupportRow): readonly string[] {
  return groups.map((group) => `${scheme}.local.${province.replaceAll('-', '_')}.${group}`);
}
