import { sql, type Kysely, type QueryExecutorProvider } from 'kysely';
import { growingTables, type GrowingTable } from '../partitions/growingTables.js';
import { readClock } from '../partitions/makePartitions.js';
import { monthOf } from '../partitions/months.js';
import { withLocks } from '../partitions/withLocks.js';
import type { Instant, Schema } from '../schema.js';

const dayMs = 24 * 60 * 60 * 1000;
/** A table that is there already takes the rows of this long yet: by then it must have become a partition. */
const aheadMs = 62 * dayMs;
/** A border set by an earlier try is good as long as it is this far away. */
const leastAheadMs = 31 * dayMs;
const portion = 1_000;
const tries = 100;
const awakeMs = 60_000;
/** Of all instances one prepares; the number is ours alone. */
const turnstile = 4_112_027;
const known = 'lead_events_known';

/**
 * Does what takes long with millions of rows before `0010-monthly-partitions`, while the previous version goes on reading and writing: fills in
 * the conversation of lead events in portions, and has the database check, without a lock that anybody would notice, that no row of inbox
 * and outbox lies after the border up to which the table becomes the first partition. Each step may be killed and is found done or done again
 * by the next start. `then` makes the partitions; other instances that start at the same time wait for it.
 *
 * While the border is checked for, the table refuses times after it: it is two months away, and taken off again when anything fails.
 */
export async function prepareMonths(db: Kysely<Schema>, then: () => Promise<void>): Promise<void> {
  await db.transaction().execute(async (held) => {
    // Of a transaction and not of a session: a pooler may hand the next statement to another session.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(held);
    await sql`set local statement_timeout = 0`.execute(held);
    await sql`select pg_advisory_xact_lock(${sql.lit(turnstile)})`.execute(held);
    // A line on which nothing is said for long is given up.
    const awake = setInterval(() => void sql`select 1`.execute(held).catch(() => undefined), awakeMs);
    try {
      if (await isPlainTable(db)) await prepare(db);
      await then();
    } catch (error) {
      await takeBordersOff(db).catch(() => undefined);
      throw error;
    } finally {
      clearInterval(awake);
    }
  });
}

/** The border that a table's check holds its rows before, and whether those there already have been looked at. */
export async function readBorder(
  db: QueryExecutorProvider,
  table: GrowingTable,
): Promise<Readonly<{ at: Instant; isChecked: boolean }> | undefined> {
  const { rows } = await sql<{ definition: string; checked: boolean }>`
    select pg_get_constraintdef(oid) as definition, convalidated as checked
    from pg_constraint where conrelid = ${table.name}::regclass and conname = ${borderName(table)}`.execute(
    db,
  );
  const [row] = rows;
  const at = /< '?(\d+)/.exec(row?.definition ?? '')?.[1];
  return row === undefined || at === undefined ? undefined : { at: Number(at), isChecked: row.checked };
}

/** The check constraint that holds a table's rows before its border. */
export function borderName({ name }: Pick<GrowingTable, 'name'>): string {
  return `${name}_border`;
}

/** Gives lead events their lead's conversation, all that are there, and lets none be without. */
export async function completeLeadEvents(db: QueryExecutorProvider): Promise<void> {
  if (!(await hasConstraint(db, 'lead_events', known))) await fillRest(db);
  await sql`alter table lead_events alter column conversation_id set not null`.execute(db);
  await sql`alter table lead_events drop constraint if exists ${sql.ref(known)}`.execute(db);
}

async function isPlainTable(db: QueryExecutorProvider): Promise<boolean> {
  const { rows } = await sql<{
    kind: string;
  }>`select relkind::text as kind from pg_class where oid = 'inbox'::regclass`.execute(db);
  return rows[0]?.kind === 'r';
}

async function prepare(db: Kysely<Schema>): Promise<void> {
  await fillInPortions(db);
  for (const table of growingTables) await checkBorder(db, table);
}

async function fillInPortions(db: Kysely<Schema>): Promise<void> {
  for (let after = ''; ;) {
    const { rows } = await sql<{ id: string }>`
      with portion as (
        select id, lead_id from lead_events where conversation_id is null and id > ${after}
        order by id limit ${portion} for update skip locked
      ), filled as (
        update lead_events set conversation_id = leads.conversation_id from portion join leads on leads.id = portion.lead_id
        where lead_events.id = portion.id
      )
      select id from portion order by id desc limit 1`.execute(db);
    const [last] = rows;
    if (last === undefined) break;
    after = last.id;
  }
  if (!(await hasConstraint(db, 'lead_events', known)))
    await db.transaction().execute(async (transaction) => {
      await withLocks(transaction, { lock: ['lead_events in access exclusive mode'], tries });
      await sql`alter table lead_events add constraint ${sql.ref(known)} check (conversation_id is not null) not valid`.execute(
        transaction,
      );
    });
  // What somebody else had locked just then was left out above.
  await fillRest(db);
  await validate(db, 'lead_events', known);
}

async function fillRest(db: QueryExecutorProvider): Promise<void> {
  await sql`update lead_events set conversation_id = leads.conversation_id from leads
    where leads.id = lead_events.lead_id and lead_events.conversation_id is null`.execute(db);
}

async function checkBorder(db: Kysely<Schema>, table: GrowingTable): Promise<void> {
  const name = sql.table(table.name);
  const { rows } = await sql`select 1 from ${name} limit 1`.execute(db);
  // An empty table is a partition in no time.
  if (rows.length === 0) return;
  const now = await readClock(db);
  const found = await readBorder(db, table);
  if (found !== undefined && found.at < now + leastAheadMs) await takeBorderOff(db, table);
  else if (found?.isChecked === true) return;
  const border =
    found !== undefined && found.at >= now + leastAheadMs ? found.at : monthOf(now + aheadMs, 1).from;
  const end = () =>
    db.transaction().execute(async (transaction) => {
      await sql`set local statement_timeout = 0`.execute(transaction);
      await endFutures(transaction, table, border, now);
    });
  await end();
  if (found?.at !== border)
    await db.transaction().execute(async (transaction) => {
      await withLocks(transaction, { lock: [`${table.name} in access exclusive mode`], tries });
      await sql`alter table ${name} add constraint ${sql.ref(borderName(table))}
        check (${sql.ref(table.time)} < ${sql.lit(border)}) not valid`.execute(transaction);
    });
  await end();
  await validate(db, table.name, borderName(table));
}

/** A time that hasn't come yet was a clock that went wrong: it becomes the time of the migration. */
export async function endFutures(
  db: QueryExecutorProvider,
  table: GrowingTable,
  border: Instant,
  now: Instant,
): Promise<void> {
  await sql`update ${sql.table(table.name)} set ${sql.ref(table.time)} = ${sql.lit(now)}
    where ${sql.ref(table.time)} >= ${sql.lit(border)}`.execute(db);
  // No message may lie long before its conversation: it is looked for from there on.
  await sql`update conversations set created_at = ${sql.lit(now)} where created_at >= ${sql.lit(border)}`.execute(
    db,
  );
}

async function takeBordersOff(db: Kysely<Schema>): Promise<void> {
  for (const table of growingTables) await takeBorderOff(db, table);
}

async function takeBorderOff(db: Kysely<Schema>, table: GrowingTable): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (!(await hasConstraint(transaction, table.name, borderName(table)))) return;
    await withLocks(transaction, { lock: [`${table.name} in access exclusive mode`], tries });
    await sql`alter table ${sql.table(table.name)} drop constraint if exists ${sql.ref(borderName(table))}`.execute(
      transaction,
    );
  });
}

/** Reads the whole table while others go on writing to it. */
async function validate(db: Kysely<Schema>, table: string, name: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`set local statement_timeout = 0`.execute(transaction);
    await sql`alter table ${sql.table(table)} validate constraint ${sql.ref(name)}`.execute(transaction);
  });
}

async function hasConstraint(db: QueryExecutorProvider, table: string, name: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from pg_constraint where conrelid = ${table}::regclass and conname = ${name}`.execute(
      db,
    );
  return rows.length > 0;
}
