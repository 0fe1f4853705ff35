import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The imported communes; the commune of a lead; and that a phone number has one open lead per product at most. */
export const communesAndOpenLeads: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('communes')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('province_code', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('retired_at', 'bigint')
      .addColumn('imported_at', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema.alterTable('leads').addColumn('commune_code', 'text').execute();
    await db.schema.alterTable('leads').addColumn('open_key', 'text').execute();
    // Of leads that were open together the newest holds the place.
    await sql`
      update leads set open_key = phone_index || '/' || product
      where phone_index <> '' and status in ('new', 'contacted', 'no_answer', 'appointment')
        and id = (
          select max(other.id) from leads as other
          where other.phone_index = leads.phone_index and other.product = leads.product
            and other.status in ('new', 'contacted', 'no_answer', 'appointment')
        )`.execute(db);
    await db.schema.createIndex('leads_one_open').unique().on('leads').column('open_key').execute();
  },
};
