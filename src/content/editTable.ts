import type { ParameterTable } from '../policy/index.js';
import { digestOf } from './digestOf.js';
import type { ParameterDocument, RecordEdit } from './documents.js';
import { applyChange, editKey, editsOf, toDocument, versionOf, type TableChange } from './tableRecords.js';

/** A change with who made it and why; `ifVersion` is the version its author saw, null for a record that is new. */
export type TableEdit = Readonly<{
  change: TableChange;
  by: string;
  reason: string;
  ifVersion: number | null;
}>;

/** Whether the record is another one by now than its editor saw: changed, removed, or made by somebody else. */
export function isStaleEdit(
  document: ParameterDocument,
  table: ParameterTable,
  { change: { kind, id }, ifVersion }: TableEdit,
): boolean {
  const exists =
    kind === 'parameter' ? table.parameters.has(id) : table.localSupport.some((row) => row.id === id);
  if (ifVersion === null) return exists;
  return !exists || versionOf(editsOf(document, kind, id)) !== ifVersion;
}

/** The document with a change published as a new version of the table. What was there before stays readable. */
export function editTable(
  document: ParameterDocument,
  table: ParameterTable,
  { change, by, reason, ifVersion }: TableEdit,
  now: Date,
): ParameterDocument {
  const changed = applyChange(toDocument(table), change);
  const version = digestOf(JSON.stringify(changed));
  const edits = editsOf(document, change.kind, change.id);
  const isFirst = ifVersion === null && edits.length === 0;
  const edit: RecordEdit = {
    version: isFirst ? 1 : versionOf(edits) + 1,
    at: now.toISOString(),
    by,
    reason,
    table: version,
    ...(change.record === null ? { removed: true } : {}),
  };
  return {
    ...document,
    current: version,
    versions: { ...document.versions, [version]: changed },
    edits: { ...document.edits, [editKey(change.kind, change.id)]: [...edits, edit] },
  };
}
