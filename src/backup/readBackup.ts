import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import {
  BACKUP_FORM,
  backupLine,
  RowSum,
  type BackupHeader,
  type BackupRow,
  type BackupSums,
} from './backupFormat.js';
import { backedUpTableNames, type BackedUpTable } from './tables.js';

/** A backup can't be used; the message names the file, the line where there is one, and what to do. */
export class UnusableBackup extends Error {}

/**
 * Reads a whole backup once to see that nothing of it is missing or changed.
 * @throws UnusableBackup for a damaged, incomplete or foreign file.
 */
export async function checkBackup(
  file: string,
): Promise<Readonly<{ header: BackupHeader; sums: BackupSums }>> {
  const counted = new Map(backedUpTableNames.map((table) => [table, new RowSum()]));
  let header: BackupHeader | undefined;
  let sums: BackupSums | undefined;
  for await (const line of readLines(file)) {
    if (sums !== undefined) throw new UnusableBackup(`${file} goes on after its end: it is damaged.`);
    if ('anSinhBackup' in line) header = line;
    else if ('end' in line) sums = line.end;
    else counted.get(line.table)?.add(line.row);
  }
  if (header === undefined) throw new UnusableBackup(`${file} is no backup of this service.`);
  if (header.anSinhBackup !== BACKUP_FORM)
    throw new UnusableBackup(`${file} was made by another version: use that version to put it back.`);
  if (sums === undefined)
    throw new UnusableBackup(`${file} is incomplete: its end is missing. Take an earlier backup.`);
  for (const [table, { total }] of counted) {
    const told = sums[table] ?? { rows: 0, sum: '0' };
    if (told.rows !== total.rows || told.sum !== total.sum)
      throw new UnusableBackup(
        `${file} is damaged: ${table} has ${total.rows} rows that don't add up to the ${told.rows} that were written.`,
      );
  }
  return { header, sums };
}

/** The rows of a checked backup in the order in which they may be put back. */
export async function* readRows(
  file: string,
): AsyncGenerator<Readonly<{ table: BackedUpTable; row: BackupRow }>> {
  for await (const line of readLines(file)) if ('table' in line) yield line;
}

async function* readLines(file: string): AsyncGenerator<z.infer<typeof backupLine>> {
  const unzip = createGunzip();
  const source = createReadStream(file);
  source.on('error', (error) => unzip.destroy(error));
  let number = 0;
  try {
    for await (const text of createInterface({ input: source.pipe(unzip), crlfDelay: Infinity })) {
      number += 1;
      const parsed = backupLine.safeParse(parseJson(text));
      if (!parsed.success)
        throw new UnusableBackup(`${file}, line ${number}: ${z.prettifyError(parsed.error)}`);
      yield parsed.data;
    }
  } catch (error) {
    if (error instanceof UnusableBackup) throw error;
    throw new UnusableBackup(
      `${file} can't be read${number === 0 ? '' : ` after line ${number}`}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  } finally {
    source.destroy();
  }
}

/** Undefined for what isn't JSON: no schema takes that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
