import { sql, type Kysely } from 'kysely';
import type { Records, Schema } from '../records/index.js';
import { contentDocumentRows } from './contentFiles.js';
import type { BackupRow } from './backupFormat.js';
import { backedUpTableNames, backedUpTables, type BackedUpTable } from './tables.js';

export type ReadRow = Readonly<{ table: BackedUpTable; row: BackupRow }>;

const PAGE = 1_000;

/**
 * Every row of every table that is backed up, as they were at one moment, while others go on writing. Documents that lie in files
 * beside an SQLite store come as rows too.
 */
export async function readTables(
  { records, dataDir }: Readonly<{ records: Records; dataDir: string }>,
  take: (read: ReadRow) => Promise<void>,
): Promise<void> {
  const begin = records.engine === 'sqlite' ? 'begin' : 'begin isolation level repeatable read read only';
  await records.db.connection().execute(async (db) => {
    await sql.raw(begin).execute(db);
    try {
      for (const table of backedUpTableNames) await readTable(db, table, (row) => take({ table, row }));
    } finally {
      await sql.raw('rollback').execute(db);
    }
  });
  if (records.engine === 'sqlite') {
    for (const row of await contentDocumentRows(dataDir)) await take({ table: 'content_documents', row });
  }
}

/** Page by page along the key: a table of millions doesn't fit into memory. */
async function readTable(
  db: Kysely<Schema>,
  table: BackedUpTable,
  take: (row: BackupRow) => Promise<void>,
): Promise<void> {
  const keys: readonly string[] = backedUpTables[table];
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  let after: readonly unknown[] | undefined;
  for (;;) {
    const from = after === undefined ? sql`` : sql`where (${columns}) > (${sql.join(after)})`;
    const { rows } =
      await sql<BackupRow>`select * from ${sql.table(table)} ${from} order by ${columns} limit ${PAGE}`.execute(
        db,
      );
    for (const row of rows) await take(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = keys.map((key) => last[key]);
  }
}
