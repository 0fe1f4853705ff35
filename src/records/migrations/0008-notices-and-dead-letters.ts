import { PostgresAdapter, sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * PostgreSQL tells every instance of changed content, whoever wrote it. The outbox gets what its order and its dead letters need:
 * bulk behind replies, since when a reply is given up, and indexes in the order in which it is worked off.
 */
export const noticesAndDeadLetters: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('outbox')
      .addColumn('bulk', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('outbox').addColumn('failed_at', 'bigint').execute();
    await sql`update outbox set failed_at = created_at where state = 'failed'`.execute(db);
    await sql`create index outbox_line on outbox (channel, bulk, created_at, conversation_id, seq) where state = 'queued'`.execute(
      db,
    );
    await sql`create index outbox_heads on outbox (conversation_id, seq) where state = 'queued'`.execute(db);
    await sql`create index outbox_failed on outbox (failed_at) where state = 'failed'`.execute(db);
    if (db.getExecutor().adapter instanceof PostgresAdapter) await addNotices(db);
  },
};

/** Only PostgreSQL has other processes to tell. */
async function addNotices(db: Kysely<unknown>): Promise<void> {
  await sql`create function an_sinh_content_changed() returns trigger language plpgsql as $$
    begin
      perform pg_notify('an_sinh_content', tg_table_name);
      return null;
    end $$`.execute(db);
  for (const table of ['content_documents', 'communes']) {
    await sql`create trigger ${sql.ref(`${table}_changed`)} after insert or update or delete on ${sql.table(table)}
      for each statement execute function an_sinh_content_changed()`.execute(db);
  }
}
