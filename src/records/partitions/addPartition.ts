import { sql, type QueryExecutorProvider } from 'kysely';
import type { Instant } from '../schema.js';
import { nameOfDefault, type GrowingTable } from './growingTables.js';

type Range = Readonly<{ name: string; from: Instant; to: Instant }>;

/** More than that is not moved under a lock: it stays where it is, and so does its month. */
const mostMoved = 5_000;

/**
 * Adds the partition for a range of times, with the keys that each one has by itself. It is made beside the table and then attached, which
 * leaves those who read and write at work. What the default partition has of this range (a clock was ahead) moves over.
 * The caller has locked `conversations` and the default partition.
 * @returns whether it was added; not when too much would have to move.
 */
export async function addPartition(
  db: QueryExecutorProvider,
  table: GrowingTable,
  range: Range,
): Promise<boolean> {
  const [from, to] = [sql.lit(range.from), sql.lit(range.to)];
  const early = sql`from ${sql.table(nameOfDefault(table))} where ${sql.ref(table.time)} >= ${from} and ${sql.ref(table.time)} < ${to}`;
  const { rows } = await sql`select 1 ${early} limit ${mostMoved + 1}`.execute(db);
  if (rows.length > mostMoved) return false;
  const added = sql.table(range.name);
  await sql`create table ${added} (like ${sql.table(table.name)} including all)`.execute(db);
  await addKeys(db, table, range.name);
  if (rows.length > 0)
    await sql`with moved as (delete ${early} returning *) insert into ${added} select * from moved`.execute(
      db,
    );
  await sql`alter table ${sql.table(table.name)} attach partition ${added} for values from (${from}) to (${to})`.execute(
    db,
  );
  return true;
}

/** Adds the partition that takes what no other one does. */
export async function addDefaultPartition(db: QueryExecutorProvider, table: GrowingTable): Promise<void> {
  const name = nameOfDefault(table);
  await sql`create table ${sql.table(name)} (like ${sql.table(table.name)} including all)`.execute(db);
  await addKeys(db, table, name);
  await sql`alter table ${sql.table(table.name)} attach partition ${sql.table(name)} default`.execute(db);
}

async function addKeys(db: QueryExecutorProvider, table: GrowingTable, partition: string): Promise<void> {
  const columns = sql.join(table.primaryKey.map((column) => sql.ref(column)));
  await sql`alter table ${sql.table(partition)} add primary key (${columns})`.execute(db);
  for (const column of table.unique)
    await sql`alter table ${sql.table(partition)} add unique (${sql.ref(column)})`.execute(db);
}
