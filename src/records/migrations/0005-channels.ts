import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What channels that push their replies need: reachability, parts of a reply, credentials that are renewed. */
export const channels: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['heard_at', 'unreachable_since', 'silent_until']) {
      await db.schema.alterTable('conversations').addColumn(column, 'bigint').execute();
    }
    await db.schema
      .alterTable('outbox')
      .addColumn('sent_parts', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('outbox').addColumn('failure', 'text').execute();
    await db.schema
      .createTable('channel_credentials')
      .addColumn('channel', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('lease_until', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
