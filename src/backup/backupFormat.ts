import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isBackedUp, type BackedUpTable } from './tables.js';

/*
 * A backup is a gzip file of JSON lines: what it is, one line per row, and at the end how many rows of each table there were and
 * what they add up to. A file without its last line, or whose rows don't add up, is refused before anything is put back.
 */

/** Changes with the form of the lines. */
export const BACKUP_FORM = 1;

const value = z.union([z.string(), z.number(), z.null()]);
const row = z.record(z.string(), value);
export type BackupRow = z.infer<typeof row>;

const table = z.string().refine(isBackedUp, 'is no table of this version');

const header = z.strictObject({
  anSinhBackup: z.int(),
  madeAt: z.iso.datetime(),
  /** The last migration of the store it was taken from. */
  migration: z.string(),
});
export type BackupHeader = z.infer<typeof header>;

const summed = z.strictObject({ rows: z.int().min(0), sum: z.string() });
export type TableSum = z.infer<typeof summed>;
/** What was counted of each table. */
export type BackupSums = Partial<Record<BackedUpTable, TableSum>>;

const last = z.strictObject({ end: z.record(z.string(), summed) });
const body = z.strictObject({ table, row });

/** One line of a backup. */
export const backupLine = z.union([header, body, last]);
export type BackupLine = z.infer<typeof backupLine>;

/** Adds up rows in a way that doesn't depend on their order: engines sort text differently. */
export class RowSum {
  #rows = 0;
  #sum = 0n;

  add(added: BackupRow): void {
    const names = Object.keys(added).toSorted();
    const digest = createHash('sha256').update(JSON.stringify(names.map((name) => [name, added[name]])));
    this.#rows += 1;
    this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${digest.digest('hex')}`));
  }

  get total(): TableSum {
    return { rows: this.#rows, sum: this.#sum.toString(16) };
  }
}
