import { isDeepStrictEqual } from 'node:util';
import { parseParameterTable } from '../policy/index.js';
import { digestOf } from './digestOf.js';
import type { ParameterDocument } from './documents.js';
import { parseTable } from './parseTable.js';
import type { ShippedContent } from './shippedContent.js';
import {
  editKey,
  editsOf,
  toDocument,
  versionOf,
  type RecordKind,
  type TableDocument,
} from './tableRecords.js';

/**
 * Takes over the parameter table of a release: what nobody edited follows the release, what an administrator edited or
 * removed stays as it is. A parameter whose unit the release changed follows it in any case: the rules read the new unit.
 * Answers undefined when this release was taken over before.
 * @throws when the table that comes out can't be used.
 */
export function takeOverRelease(
  document: ParameterDocument,
  shipped: ShippedContent,
  now: Date,
): ParameterDocument | undefined {
  if (document.shipped === shipped.parametersDigest) return undefined;
  const release = toDocument(parseTable(shipped.parameters));
  const held = readHeld(document);
  const isEdited = (kind: RecordKind, id: string): boolean =>
    editsOf(document, kind, id).some(({ by }) => by !== null);
  const table = merge(held, release, isEdited);
  parseTable(table);
  const untouched = isDeepStrictEqual(table, release);
  const current = untouched ? shipped.parametersDigest : digestOf(JSON.stringify(table));
  return {
    current,
    shipped: shipped.parametersDigest,
    versions: { ...document.versions, [current]: untouched ? shipped.parameters : table },
    edits: {
      ...document.edits,
      ...(held === undefined ? {} : releaseEdits(document, { held, table, version: current, now })),
    },
  };
}

/** Whoever has a record open that the release changed is told so when he saves: its version rises. */
function releaseEdits(
  document: ParameterDocument,
  {
    held,
    table,
    version: tableVersion,
    now,
  }: Readonly<{ held: TableDocument; table: TableDocument; version: string; now: Date }>,
): ParameterDocument['edits'] {
  return Object.fromEntries(
    changedRecords(held, table).map(({ kind, id }) => {
      const edits = editsOf(document, kind, id);
      const version = versionOf(edits) + 1;
      const next = { version, at: now.toISOString(), by: null, reason: '', table: tableVersion };
      return [editKey(kind, id), [...edits, next]];
    }),
  );
}

/** The table in use before; undefined on a fresh store. */
function readHeld(document: ParameterDocument): TableDocument | undefined {
  const held = document.versions[document.current];
  if (held === undefined) return undefined;
  // What an older release could do without may be missing here, so only its form is checked.
  const parsed = parseParameterTable(held);
  if (parsed.status === 'parsed') return toDocument(parsed.table);
  const lines = parsed.errors.map(({ message }) => message);
  throw new Error(`The stored parameter table can't be used:\n${lines.join('\n')}`);
}

function merge(
  held: TableDocument | undefined,
  release: TableDocument,
  isEdited: (kind: RecordKind, id: string) => boolean,
): TableDocument {
  if (held === undefined) return release;
  const parameterOf = new Map(held.parameters.map((parameter) => [parameter.id, parameter]));
  const rowOf = new Map(held.localSupport.map((row) => [row.id, row]));
  const shippedIds = new Set([...release.parameters, ...release.localSupport].map(({ id }) => id));
  const isOwn = (kind: RecordKind, id: string): boolean => !shippedIds.has(id) && isEdited(kind, id);
  return {
    parameters: [
      ...release.parameters.map((parameter) => {
        const own = parameterOf.get(parameter.id);
        const stays = own?.unit === parameter.unit && isEdited('parameter', parameter.id);
        return stays ? own : parameter;
      }),
      ...held.parameters.filter(({ id }) => isOwn('parameter', id)),
    ],
    localSupport: [
      ...release.localSupport.flatMap((row) => {
        if (!isEdited('localSupport', row.id)) return [row];
        const own = rowOf.get(row.id);
        return own === undefined ? [] : [own];
      }),
      ...held.localSupport.filter(({ id }) => isOwn('localSupport', id)),
    ],
  };
}

/** The records of the later table that stood otherwise in the earlier one. */
function changedRecords(
  before: TableDocument,
  after: TableDocument,
): readonly Readonly<{ kind: RecordKind; id: string }>[] {
  const known = new Map<string, unknown>([
    ...before.parameters.map((record) => [editKey('parameter', record.id), record] as const),
    ...before.localSupport.map((record) => [editKey('localSupport', record.id), record] as const),
  ]);
  const differs = (kind: RecordKind) => (record: Readonly<{ id: string }>) => {
    const former = known.get(editKey(kind, record.id));
    return former !== undefined && !isDeepStrictEqual(former, record);
  };
  return [
    ...after.parameters.filter(differs('parameter')).map(({ id }) => ({ kind: 'parameter' as const, id })),
    ...after.localSupport
      .filter(differs('localSupport'))
      .map(({ id }) => ({ kind: 'localSupport' as const, id })),
  ];
}
