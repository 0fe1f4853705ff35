import { PostgresAdapter, sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { withLocks } from '../partitions/withLocks.js';

/**
 * What happens to a lead names the lead's conversation, by which records can be spread over several databases. The previous version goes
 * on beside this one and doesn't write it: for that one the database fills it in. Rows that are there already get theirs here on SQLite,
 * and on PostgreSQL in portions afterwards (`prepareMonths`).
 */
export const conversationOfLeadEvents: Migration = {
  async up(db: Kysely<unknown>) {
    const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
    if (isPostgres) await withLocks(db, { lock: ['lead_events in access exclusive mode'], tries: 100 });
    await db.schema.alterTable('lead_events').addColumn('conversation_id', 'text').execute();
    await (isPostgres ? fillInOnPostgres(db) : fillInOnSqlite(db));
  },
};

async function fillInOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function an_sinh_lead_event_conversation() returns trigger language plpgsql as $$
    begin
      select conversation_id into new.conversation_id from leads where id = new.lead_id;
      return new;
    end $$`.execute(db);
  await sql`create trigger lead_events_conversation before insert on lead_events
    for each row when (new.conversation_id is null) execute function an_sinh_lead_event_conversation()`.execute(
    db,
  );
}

async function fillInOnSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger lead_events_conversation after insert on lead_events when new.conversation_id is null
    begin
      update lead_events set conversation_id = (select conversation_id from leads where id = new.lead_id) where id = new.id;
    end`.execute(db);
  await sql`update lead_events set conversation_id = (select conversation_id from leads where id = lead_events.lead_id)`.execute(
    db,
  );
}
