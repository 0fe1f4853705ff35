import { sql } from 'kysely';
import type { Cipher } from '../../src/privacy/index.js';
import type { Records } from '../../src/records/index.js';

/** A value somewhere in the store, opened if it was sealed. */
export type StoredValue = Readonly<{ table: string; column: string; row: string; text: string }>;

type Row = Readonly<Record<string, unknown>>;

/** The tables of a store; a table that is kept in partitions is one, and its rows are found through it. */
export async function readTableNames({ db, engine }: Records): Promise<readonly string[]> {
  const all = (await db.introspection.getTables()).map(({ name }) => name);
  if (engine === 'sqlite') return all;
  const { rows } = await sql<{
    name: string;
  }>`select relname as name from pg_class where relispartition`.execute(db);
  const partitions = new Set(rows.map(({ name }) => name));
  return all.filter((name) => !partitions.has(name));
}

/** Every value of every table as it lies there. */
export async function dumpStore(records: Records): Promise<readonly StoredValue[]> {
  const values: StoredValue[] = [];
  for (const table of await readTableNames(records)) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(records.db);
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (value === null) continue;
        values.push({
          table,
          column,
          row: JSON.stringify(row),
          text: typeof value === 'string' ? value : JSON.stringify(value),
        });
      }
    }
  }
  return values
    .map((value) => ({ value, key: `${value.table} ${value.row} ${value.column}` }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ value }) => value);
}

/** The same with every sealed value opened: what somebody who has the key could read. */
export async function openStore(records: Records, cipher: Cipher): Promise<readonly StoredValue[]> {
  const values = await dumpStore(records);
  return values.map((value) =>
    value.text.startsWith('a1.') ? { ...value, text: cipher.open(value.text, contextOf(value)) } : value,
  );
}

function contextOf({ table, column, row }: StoredValue): string {
  const fields: Row = JSON.parse(row);
  const key =
    table === 'inbox' || table === 'outbox'
      ? `${String(fields.conversation_id)}/${String(fields.seq)}`
      : String(fields.id);
  return `${table}/${key}/${column}`;
}

/** Where a phone number stands, written in whichever way; `table.column`, each once. */
export function placesOfPhone(values: readonly StoredValue[], phone: string): readonly string[] {
  const digits = phone.replace(/^0/, '');
  return places(values, (text) => text.replace(/[\s.()-]|\u00a0/g, '').includes(digits));
}

/** Where a name stands, in any case. */
export function placesOfName(values: readonly StoredValue[], name: string): readonly string[] {
  const wanted = name.normalize('NFC').toLocaleLowerCase('vi');
  return places(values, (text) => text.normalize('NFC').toLocaleLowerCase('vi').includes(wanted));
}

function places(values: readonly StoredValue[], holds: (text: string) => boolean): readonly string[] {
  const found = values.filter(({ text }) => holds(text)).map(({ table, column }) => `${table}.${column}`);
  return [...new Set(found)].sort();
}
