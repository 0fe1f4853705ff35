import { PostgresAdapter, sql, type Kysely, type QueryExecutorProvider } from 'kysely';
import type { Migration } from 'kysely/migration';
import { addDefaultPartition, addPartition } from '../partitions/addPartition.js';
import { growingTables, nameOfBefore, type GrowingTable } from '../partitions/growingTables.js';
import { monthsFrom, partitionName, readClock } from '../partitions/makePartitions.js';
import { monthOf } from '../partitions/months.js';
import { withLocks } from '../partitions/withLocks.js';
import type { Instant } from '../schema.js';
import { borderName, completeLeadEvents, endFutures, readBorder } from './prepareMonths.js';

/**
 * On PostgreSQL inbox and outbox are kept in months. The table that is there becomes the first partition as it lies, with its own keys;
 * what that needs to know of its rows `prepareMonths` had checked before, so that the tables are locked for a moment only. Without that
 * (empty tables) it is looked up here. SQLite keeps its plain tables.
 */
export const monthlyPartitions: Migration = {
  async up(db: Kysely<unknown>) {
    if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
    await withLocks(db, {
      // In the order of a turn. With the first one nobody is in the middle of storing anything.
      lock: [
        'conversations in share row exclusive mode',
        'inbox in access exclusive mode',
        'outbox in access exclusive mode',
        'lead_events in access exclusive mode',
      ],
      tries: 100,
    });
    await completeLeadEvents(db);
    for (const table of growingTables) await partition(db, table);
  },
};

/** As of the migrations before; what is the same in every partition beside its keys. */
const indexes: Readonly<Record<GrowingTable['name'], readonly string[]>> = {
  inbox: ['inbox_waiting on inbox (conversation_id, seq) where processed_at is null'],
  outbox: [
    "outbox_waiting on outbox (next_attempt_at) where state = 'queued'",
    "outbox_line on outbox (channel, bulk, created_at, conversation_id, seq) where state = 'queued'",
    "outbox_heads on outbox (conversation_id, seq) where state = 'queued'",
    "outbox_failed on outbox (failed_at) where state = 'failed'",
  ],
};

async function partition(db: Kysely<unknown>, table: GrowingTable): Promise<void> {
  const now = await readClock(db);
  const border = await borderOf(db, table, now);
  const [parent, before] = [sql.table(table.name), sql.table(nameOfBefore(table))];
  await moveAside(db, table);
  await sql`create table ${parent} (like ${before} including defaults) partition by range (${sql.ref(table.time)})`.execute(
    db,
  );
  await sql`alter table ${parent} add foreign key (conversation_id) references conversations (id)`.execute(
    db,
  );
  for (const index of indexes[table.name]) await sql.raw(`create index ${index}`).execute(db);
  await sql`alter table ${parent} attach partition ${before} for values from (minvalue) to (${sql.lit(border)})`.execute(
    db,
  );
  await sql`alter table ${before} drop constraint if exists ${sql.ref(borderName(table))}`.execute(db);
  await addDefaultPartition(db, table);
  for (const month of monthsFrom(now))
    if (month.from >= border) await addPartition(db, table, { ...month, name: partitionName(table, month) });
}

/** Where the first month begins: as checked before, or after the newest row. */
async function borderOf(db: QueryExecutorProvider, table: GrowingTable, now: Instant): Promise<Instant> {
  const checked = await readBorder(db, table);
  if (checked?.isChecked === true) return checked.at;
  await sql`alter table ${sql.table(table.name)} drop constraint if exists ${sql.ref(borderName(table))}`.execute(
    db,
  );
  const next = monthOf(now, 1).from;
  await endFutures(db, table, next, now);
  const { rows } = await sql`select 1 from ${sql.table(table.name)}
    where ${sql.ref(table.time)} >= ${sql.lit(monthOf(now).from)} limit 1`.execute(db);
  return rows.length === 0 ? monthOf(now).from : next;
}

/** Indexes have names of their own, which the new table needs. */
async function moveAside(db: QueryExecutorProvider, table: GrowingTable): Promise<void> {
  const { rows } = await sql<{
    name: string;
  }>`select indexrelid::regclass::text as name from pg_index where indrelid = ${table.name}::regclass`.execute(
    db,
  );
  for (const { name } of rows) {
    const aside = name.replace(table.name, nameOfBefore(table));
    await sql`alter index ${sql.table(name)} rename to ${sql.table(aside)}`.execute(db);
  }
  await sql`alter table ${sql.table(table.name)} rename to ${sql.table(nameOfBefore(table))}`.execute(db);
}
