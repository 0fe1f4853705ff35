import type { LocalSupportRow, Parameter, ParameterTable } from '../policy/index.js';
import type { ParameterDocument, RecordEdit } from './documents.js';

/** The two kinds of records that the parameter table holds. */
export type RecordKind = 'parameter' | 'localSupport';

/** One record put in the place of the former one, or (a row of local support only) taken out. */
export type TableChange =
  ParameterChange | LocalSupportChange | Readonly<{ kind: 'localSupport'; id: string; record: null }>;
export type ParameterChange = Readonly<{ kind: 'parameter'; id: string; record: Parameter }>;
export type LocalSupportChange = Readonly<{ kind: 'localSupport'; id: string; record: LocalSupportRow }>;

/** The table as it stands in a file: what `parseParameterTable` reads. */
export type TableDocument = Readonly<{
  parameters: readonly Parameter[];
  localSupport: readonly LocalSupportRow[];
}>;

/** A record with how it came to be; `updatedAt` is null for what shipped and was never changed. */
export type StoredRecord<Data> = Readonly<{
  record: Data;
  version: number;
  updatedAt: string | null;
  updatedBy: string | null;
  /** An administrator changed it: a release leaves it alone. */
  edited: boolean;
}>;

export const toDocument = ({ parameters, localSupport }: ParameterTable): TableDocument => ({
  parameters: [...parameters.values()],
  localSupport,
});

/** The table with one record changed. A new row of local support comes last. */
export function applyChange(table: TableDocument, change: TableChange): TableDocument {
  if (change.kind === 'parameter') {
    const { id, record } = change;
    return { ...table, parameters: table.parameters.map((held) => (held.id === id ? record : held)) };
  }
  const { id, record } = change;
  const rest = table.localSupport.filter((row) => row.id !== id);
  if (record === null) return { ...table, localSupport: rest };
  if (rest.length === table.localSupport.length)
    return { ...table, localSupport: [...table.localSupport, record] };
  return { ...table, localSupport: table.localSupport.map((row) => (row.id === id ? record : row)) };
}

/** Under which name the edits of a record are kept. */
export function editKey(kind: RecordKind, id: string): string {
  return `${kind}/${id}`;
}

/** The changes of a record, the oldest first. */
export function editsOf(
  { edits }: Pick<ParameterDocument, 'edits'>,
  kind: RecordKind,
  id: string,
): readonly RecordEdit[] {
  const key = editKey(kind, id);
  return Object.hasOwn(edits, key) ? (edits[key] ?? []) : [];
}

/** The version an editor has to name; 1 for a record that never changed. */
export function versionOf(edits: readonly RecordEdit[]): number {
  return edits.at(-1)?.version ?? 1;
}

/** A record with its version and its last change. */
export function toStoredRecord<Data>(record: Data, edits: readonly RecordEdit[]): StoredRecord<Data> {
  const last = edits.at(-1);
  return {
    record,
    version: versionOf(edits),
    updatedAt: last?.at ?? null,
    updatedBy: last?.by ?? null,
    edited: edits.some(({ by }) => by !== null),
  };
}
