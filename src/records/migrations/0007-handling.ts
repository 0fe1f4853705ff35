import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who answers a conversation, where it came from, and whether the person opted out. */
export const handling: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('conversations')
      .addColumn('handling', 'text', (column) => column.notNull().defaultTo('bot'))
      .execute();
    for (const column of ['handling_since', 'opted_out_at'] as const) {
      await db.schema.alterTable('conversations').addColumn(column, 'bigint').execute();
    }
    for (const column of ['handled_by', 'console_id', 'campaign', 'event'] as const) {
      await db.schema.alterTable('conversations').addColumn(column, 'text').execute();
    }
    for (const column of ['campaign', 'event'] as const) {
      await db.schema.alterTable('leads').addColumn(column, 'text').execute();
    }
    for (const [name, condition] of [
      ['silent_until', 'silent_until is not null'],
      ['handling', "handling <> 'bot'"],
    ] as const) {
      await sql`create index ${sql.id(`conversations_${name}`)} on conversations (${sql.id(name)}) where ${sql.raw(condition)}`.execute(
        db,
      );
    }
    await sql`create unique index conversations_console_id on conversations (console_id)`.execute(db);
    await db.schema
      .createTable('officers_at_work')
      .addColumn('account_id', 'text', (column) => column.primaryKey())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('officer_messages')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .execute();
  },
};
