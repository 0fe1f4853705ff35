import type { LocalScheme, LocalSupportRow, ParameterTable } from './ParameterTable.js';
import type { UsedParameter } from './lookUp.js';
import type { Remark } from './Outcome.js';

/** `known` with percent 0 and no row: the province's support is known, and this person gets none. */
export type LocalSupport =
  | Readonly<{ status: 'known'; percent: number; row: LocalSupportRow | null }>
  | Readonly<{ status: 'unknown'; row: LocalSupportRow | null }>;

/**
 * What a province adds for a person of the given groups on a day: the highest percentage that applies.
 * `unknown` without a province, where nothing in force there is known, or where only the amount isn't known.
 */
export function findLocalSupport(
  table: ParameterTable,
  {
    scheme,
    province,
    groups,
    date,
  }: Readonly<{ scheme: LocalScheme; province: string | undefined; groups: readonly string[]; date: string }>,
): LocalSupport {
  const inForce = localRowsInForce(table, { scheme, province, date });
  if (inForce.length === 0) return { status: 'unknown', row: null };

  const [best] = inForce
    .filter((row) => row.groups.some((group) => groups.includes(group)))
    .toSorted((a, b) => (b.percent ?? -1) - (a.percent ?? -1));
  if (best === undefined) return { status: 'known', percent: 0, row: null };
  if (best.percent === null) return { status: 'unknown', row: best };
  return { status: 'known', percent: best.percent, row: best };
}

/** Every row of a province for a scheme on a day (`YYYY-MM-DD`); none without a province. */
export function localRowsInForce(
  table: ParameterTable,
  { scheme, province, date }: Readonly<{ scheme: LocalScheme; province: string | undefined; date: string }>,
): readonly LocalSupportRow[] {
  return table.localSupport.filter(
    (row) =>
      row.scheme === scheme &&
      row.province === province &&
      row.from <= date &&
      (row.to === undefined || date <= row.to),
  );
}

/** The row of local support that entered an amount, in the form in which results show their parameters. */
export function usedLocalSupport(support: LocalSupport): UsedParameter[] {
  if (support.status === 'unknown' || support.row === null) return [];
  const { id, from, to, basis } = support.row;
  return [{ id, unit: 'percent', value: support.percent, from, to: to ?? null, basis }];
}

/** What has to be said about local support beside its amount; `counted`: it entered the amount. */
export function localSupportWarnings(support: LocalSupport, counted: boolean): Remark[] {
  const warnings: Remark[] = [];
  if (support.status === 'unknown') warnings.push({ code: 'local_support_unknown', operands: {} });
  else if (!counted) return warnings;
  const { row } = support;
  if (row?.condition !== undefined) {
    warnings.push({
      code: 'local_support_condition',
      operands: { condition: { kind: 'localCondition', value: row.id } },
    });
  }
  if (row?.doubtful !== undefined) {
    warnings.push({
      code: 'local_support_doubtful',
      operands: { doubt: { kind: 'localDoubt', value: row.id } },
    });
  }
  return warnings;
}
