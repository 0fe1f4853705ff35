import { isDeepStrictEqual } from 'node:util';
import type { LocalSupportRow, Parameter, ParameterTable } from '../policy/index.js';
import type { ParameterDocument } from './documents.js';
import { groupsOf } from './checkTableChange.js';
import { editsOf, toStoredRecord, type RecordKind, type StoredRecord } from './tableRecords.js';

/** One change of a record, with the record as it then stood; null where it was removed or can't be read any more. */
export type RecordVersion<Data> = Readonly<{
  version: number;
  at: string;
  /** Null for a release. */
  by: string | null;
  reason: string;
  record: Data | null;
}>;

type Sources = Readonly<{
  document: ParameterDocument;
  table: ParameterTable;
  release: ParameterTable;
  tableOf: (version: string) => ParameterTable | undefined;
}>;

/** The parameters and rows of local support as administrators edit them, at one moment. */
export class StoredTable {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  parameters(): readonly StoredRecord<Parameter>[] {
    return [...this.#sources.table.parameters.values()].map((record) => this.#stored('parameter', record));
  }

  parameter(id: string): StoredRecord<Parameter> | undefined {
    const record = this.#sources.table.parameters.get(id);
    return record && this.#stored('parameter', record);
  }

  localSupport(): readonly StoredRecord<LocalSupportRow>[] {
    return this.#sources.table.localSupport.map((record) => this.#stored('localSupport', record));
  }

  localSupportRow(id: string): StoredRecord<LocalSupportRow> | undefined {
    const record = rowOf(this.#sources.table, id);
    return record && this.#stored('localSupport', record);
  }

  /** The changes of a parameter, the newest first. */
  parameterVersions(id: string): readonly RecordVersion<Parameter>[] {
    return this.#versions('parameter', id, ({ parameters }) => parameters.get(id));
  }

  /** The changes of a row of local support, the newest first. */
  localSupportVersions(id: string): readonly RecordVersion<LocalSupportRow>[] {
    return this.#versions('localSupport', id, (table) => rowOf(table, id));
  }

  /** What the release has in the place of an edited record; null where it has the same or nothing. */
  releasedParameter({ record }: StoredRecord<Parameter>): Parameter | null {
    const released = this.#sources.release.parameters.get(record.id);
    return released === undefined || isDeepStrictEqual(released, record) ? null : released;
  }

  /** The same for a row of local support. */
  releasedRow({ record }: StoredRecord<LocalSupportRow>): LocalSupportRow | null {
    const released = rowOf(this.#sources.release, record.id);
    return released === undefined || isDeepStrictEqual(released, record) ? null : released;
  }

  /** The groups of people that a row of each scheme may name. */
  groups(): Readonly<Record<'vsi' | 'hhi', readonly string[]>> {
    const { localSupport } = this.#sources.table;
    return { vsi: [...groupsOf(localSupport, 'vsi')], hhi: [...groupsOf(localSupport, 'hhi')] };
  }

  /** An id that no row has: `hhi.hue.near_poor`, and with a number where that is taken. */
  newRowId({ scheme, province, groups }: Pick<LocalSupportRow, 'scheme' | 'province' | 'groups'>): string {
    const base = `${scheme}.${province}.${groups[0] ?? 'all'}`;
    const { table, document } = this.#sources;
    const isTaken = (id: string): boolean =>
      rowOf(table, id) !== undefined || editsOf(document, 'localSupport', id).length > 0;
    if (!isTaken(base)) return base;
    let number = 2;
    while (isTaken(`${base}.${number}`)) number += 1;
    return `${base}.${number}`;
  }

  #stored<Data extends Readonly<{ id: string }>>(kind: RecordKind, record: Data): StoredRecord<Data> {
    return toStoredRecord(record, editsOf(this.#sources.document, kind, record.id));
  }

  #versions<Data>(
    kind: RecordKind,
    id: string,
    find: (table: ParameterTable) => Data | undefined,
  ): readonly RecordVersion<Data>[] {
    const { document, tableOf } = this.#sources;
    return editsOf(document, kind, id)
      .toReversed()
      .map(({ version, at, by, reason, table }) => {
        const held = tableOf(table);
        return { version, at, by, reason, record: (held && find(held)) ?? null };
      });
  }
}

function rowOf({ localSupport }: ParameterTable, id: string): LocalSupportRow | undefined {
  return localSupport.find((row) => row.id === id);
}
