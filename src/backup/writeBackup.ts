import { open, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { lastMigration, type Records } from '../records/index.js';
import { BACKUP_FORM, RowSum, type BackupLine, type BackupSums } from './backupFormat.js';
import { readTables } from './readTables.js';
import { backedUpTableNames } from './tables.js';

/**
 * Writes everything into one file while the service goes on: records, accounts, edited content. Names, phones and messages stay
 * sealed in it; the key (`DATA_KEY` or `master.key`) is not in it and must be kept elsewhere. The file appears under its name
 * when it is complete and on the disk.
 * @returns how many rows of each table there are, and what they add up to
 */
export async function writeBackup(
  { records, dataDir }: Readonly<{ records: Records; dataDir: string }>,
  { file, madeAt }: Readonly<{ file: string; madeAt: Date }>,
): Promise<BackupSums> {
  const part = `${file}.part`;
  const handle = await open(part, 'wx', 0o600);
  try {
    const zip = createGzip();
    // Flushed to the disk before it is closed.
    const written = pipeline(zip, handle.createWriteStream({ flush: true }));
    // Waited for below; until then a full disk must not end the process.
    written.catch(() => undefined);
    const put = async (line: BackupLine): Promise<void> => {
      if (!zip.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(zip, 'drain'), written]);
    };
    await put({
      anSinhBackup: BACKUP_FORM,
      madeAt: madeAt.toISOString(),
      migration: await lastMigration(records.db),
    });
    const sums = await sumTables({ records, dataDir }, put);
    await put({ end: sums });
    zip.end();
    await written;
    await rename(part, file);
    return sums;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

/** What a store holds, counted and added up; `put` is told of every row on the way. */
export async function sumTables(
  store: Readonly<{ records: Records; dataDir: string }>,
  put: (line: BackupLine) => Promise<void> = async () => undefined,
): Promise<BackupSums> {
  const sums = new Map(backedUpTableNames.map((table) => [table, new RowSum()]));
  await readTables(store, async ({ table, row }) => {
    sums.get(table)?.add(row);
    await put({ table, row });
  });
  return Object.fromEntries([...sums].map(([table, sum]) => [table, sum.total]));
}
