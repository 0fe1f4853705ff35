import { sql, type Transaction } from 'kysely';
import { openRecords, type Records, type Schema } from '../records/index.js';
import { contentDocumentRows, isInFile, writeContentFile } from './contentFiles.js';
import type { BackupRow, BackupSums } from './backupFormat.js';
import { checkBackup, readRows } from './readBackup.js';
import { backedUpTableNames, type BackedUpTable } from './tables.js';
import { sumTables } from './writeBackup.js';

/** Where to put a backup. */
export type RestoreTarget = Readonly<{ dataDir: string; databaseUrl: string | undefined }>;

/** The store has records already; nothing was changed. */
export class StoreNotEmpty extends Error {}

const BATCH = 200;

/**
 * Puts a backup into an empty store of either engine: the whole of it or nothing. What then lies there is counted and added up
 * again before the tables are brought to this version.
 * @returns the rows of each table
 * @throws UnusableBackup, StoreNotEmpty
 */
export async function restoreBackup(file: string, target: RestoreTarget): Promise<BackupSums> {
  const { header, sums } = await checkBackup(file);
  const records = await openRecords({ ...target, upTo: header.migration, patient: true });
  try {
    await refuseFilled(records, target.dataDir);
    const documents: BackupRow[] = [];
    await records.db.transaction().execute(async (transaction) => {
      // The first start of a store leaves a mark of its key; the backup brings its own.
      await sql`delete from meta`.execute(transaction);
      const batch = new Batch(transaction);
      for await (const { table, row } of readRows(file)) {
        if (records.engine === 'sqlite' && table === 'content_documents' && isInFile(row['name']))
          documents.push(row);
        else await batch.add(table, row);
      }
      await batch.flush();
    });
    for (const { name, body } of documents)
      if (typeof name === 'string' && typeof body === 'string')
        await writeContentFile(target.dataDir, name, body);
    await compare(sums, await sumTables({ records, dataDir: target.dataDir }));
  } finally {
    await records.close();
  }
  await (await openRecords(target)).close();
  return sums;
}

/** Rows of a table go in together: one by one, a million would take an hour. */
class Batch {
  readonly #transaction: Transaction<Schema>;
  #table: BackedUpTable | undefined;
  #rows: BackupRow[] = [];

  constructor(transaction: Transaction<Schema>) {
    this.#transaction = transaction;
  }

  async add(table: BackedUpTable, row: BackupRow): Promise<void> {
    if (table !== this.#table || this.#rows.length >= BATCH) await this.flush();
    this.#table = table;
    this.#rows.push(row);
  }

  async flush(): Promise<void> {
    const [first] = this.#rows;
    if (this.#table === undefined || first === undefined) return;
    const names = Object.keys(first);
    const columns = sql.join(names.map((name) => sql.ref(name)));
    const values = sql.join(
      this.#rows.map((row) => sql`(${sql.join(names.map((name) => row[name] ?? null))})`),
    );
    await sql`insert into ${sql.table(this.#table)} (${columns}) values ${values}`.execute(this.#transaction);
    this.#rows = [];
  }
}

async function refuseFilled(records: Records, dataDir: string): Promise<void> {
  for (const table of backedUpTableNames) {
    if (table === 'meta') continue;
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(records.db);
    if (rows.length > 0)
      throw new StoreNotEmpty(
        `The store has records already (table ${table}). A backup goes into an empty one: name another data folder or database.`,
      );
  }
  if (records.engine === 'sqlite' && (await contentDocumentRows(dataDir)).length > 0)
    throw new StoreNotEmpty(`${dataDir} has edited content already. Name another data folder.`);
}

/** What was put back must be what was written, but for when and how often a document was saved. */
async function compare(written: BackupSums, found: BackupSums): Promise<void> {
  for (const table of backedUpTableNames) {
    const [one, other] = [written[table], found[table]];
    const same = one?.rows === other?.rows && (table === 'content_documents' || one?.sum === other?.sum);
    if (!same)
      throw new Error(
        `${table} does not hold what the backup has (${other?.rows ?? 0} of ${one?.rows ?? 0} rows). Don't use this store.`,
      );
  }
}
