import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Conversations that were forgotten on the citizen's device: no cookie or token opens them again. */
export const forgottenConversations: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('conversations').addColumn('forgotten_at', 'bigint').execute();
  },
};
