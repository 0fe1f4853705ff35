import { sql, type Kysely, type QueryExecutorProvider } from 'kysely';
import type { Instant, Schema } from '../schema.js';
import { addPartition } from './addPartition.js';
import { growingTables, nameOfDefault, type GrowingTable } from './growingTables.js';
import { monthOf, type Month } from './months.js';
import { isCovered, readPartitions } from './readPartitions.js';
import { withLocks } from './withLocks.js';

/** This month and as many after it have a partition: a store that nobody tends for so long loses nothing but speed. */
export const monthsAhead = 2;

/** Of all instances one makes partitions; the number is ours alone. */
const turnstile = 4_112_026;
const tries = 5;

/**
 * Makes the partitions of this month and the next ones where they are missing (PostgreSQL, tables in months). Several instances may do
 * so at once: one of them works and the others leave it to that one.
 * @param now the database's own clock by default, which all instances share
 * @returns the names of those made
 */
export async function makePartitions(db: Kysely<Schema>, now?: Instant): Promise<readonly string[]> {
  const made: string[] = [];
  const at = now ?? (await readClock(db));
  for (const table of growingTables) {
    for (const month of await missingMonths(db, table, at)) {
      if (await makeOne(db, table, month)) made.push(partitionName(table, month));
    }
  }
  return made;
}

async function makeOne(db: Kysely<Schema>, table: GrowingTable, month: Month): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{
      mine: boolean;
    }>`select pg_try_advisory_xact_lock(${sql.lit(turnstile)}) as mine`.execute(transaction);
    if (rows[0]?.mine !== true) return false;
    const partitions = await readPartitions(transaction, table);
    if (isCovered(partitions, month.from, month.to)) return false;
    await withLocks(transaction, {
      // Who stores a message has its conversation locked first: in the other order each would wait for the other.
      lock: ['conversations in share row exclusive mode', `${nameOfDefault(table)} in access exclusive mode`],
      tries,
    });
    const range = { ...month, name: partitionName(table, month) };
    return addPartition(transaction, table, range);
  });
}

/** The months from now on that have no partition; none where the table is a plain one. */
async function missingMonths(
  db: Kysely<Schema>,
  table: GrowingTable,
  now: Instant,
): Promise<readonly Month[]> {
  const partitions = await readPartitions(db, table);
  if (partitions.length === 0) return [];
  return monthsFrom(now).filter(({ from, to }) => !isCovered(partitions, from, to));
}

/** The month of a moment and those to be made ahead of it. */
export function monthsFrom(now: Instant): readonly Month[] {
  return Array.from({ length: monthsAhead + 1 }, (_, later) => monthOf(now, later));
}

/** What the partition of a month is called. */
export function partitionName({ name }: GrowingTable, month: Month): string {
  return `${name}_${month.name}`;
}

/** The database's own clock. */
export async function readClock(db: QueryExecutorProvider): Promise<Instant> {
  const { rows } = await sql<{
    now: number;
  }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
  return Number(rows[0]?.now);
}
