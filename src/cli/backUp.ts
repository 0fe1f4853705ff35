import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup, writeBackup, type BackupSums, type RestoreTarget } from '../backup/index.js';
import type { Config } from '../config.js';
import { createCipher, guardMasterKey, loadMasterKey } from '../privacy/index.js';
import { openRecords } from '../records/index.js';
import { rm } from 'node:fs/promises';

/** Writes everything into a file, by default a new one under `backups` in the data folder. The service may go on meanwhile. */
export async function backUp(config: Config, args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const madeAt = new Date();
  const file = resolve(positionals[0] ?? join(config.dataDir, 'backups', nameOf(madeAt)));
  await mkdir(dirname(file), { recursive: true });
  tell(file, await backUpTo(config, file, madeAt));
  process.stdout.write(
    'The key is not in it: keep DATA_KEY, or master.key of the data folder, in another safe place.\n',
  );
  return 0;
}

/** Puts a backup into the empty store that the environment names. */
export async function restore(config: Config, args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new Error('Name the file of the backup: npm run restore -- FILE');
  const sums = await restoreBackup(resolve(file), config);
  await checkKey(config);
  tell(file, sums);
  return 0;
}

/**
 * Carries a whole office from the store that the environment names into an empty one of either engine. The key stays the same:
 * the service has to be stopped before, and to be started with the new address and that key.
 */
export async function move(config: Config, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'to-database': { type: 'string' }, 'to-folder': { type: 'string' } },
  });
  const target: RestoreTarget = {
    databaseUrl: values['to-database'],
    dataDir: resolve(values['to-folder'] ?? config.dataDir),
  };
  if (target.databaseUrl === config.databaseUrl && target.dataDir === config.dataDir)
    throw new Error('Name where to: npm run move -- --to-database postgres://… or --to-folder FOLDER');
  const madeAt = new Date();
  const file = join(config.dataDir, `${nameOf(madeAt)}.moving`);
  try {
    await backUpTo(config, file, madeAt);
    tell(target.databaseUrl === undefined ? target.dataDir : 'PostgreSQL', await restoreBackup(file, target));
  } finally {
    await rm(file, { force: true });
  }
  process.stdout.write(
    'Start the service there with the same key (DATA_KEY, or master.key of the old data folder).\n',
  );
  return 0;
}

/** Brings the tables to this version, as every start does, without starting. */
export async function migrate(config: Config): Promise<number> {
  const records = await openRecords(config);
  await records.close();
  process.stdout.write('The tables are those of this version.\n');
  return 0;
}

async function backUpTo(config: Config, file: string, madeAt: Date): Promise<BackupSums> {
  const records = await openRecords({ ...config, patient: true });
  try {
    return await writeBackup({ records, dataDir: config.dataDir }, { file, madeAt });
  } finally {
    await records.close();
  }
}

/** A store without the key it was written with can't be read: said now, not on the day of the need. */
async function checkKey(config: Config): Promise<void> {
  const records = await openRecords(config);
  try {
    await guardMasterKey(records, createCipher(loadMasterKey(config.dataDir, config.dataKey)));
  } finally {
    await records.close();
  }
}

function tell(place: string, sums: BackupSums): void {
  const rows = Object.entries(sums).map(([table, { rows: count }]) => `  ${table}: ${count}\n`);
  process.stdout.write(`${place}\n${rows.join('')}`);
}

function nameOf(at: Date): string {
  return `an-sinh-${at.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}.backup.gz`;
}
