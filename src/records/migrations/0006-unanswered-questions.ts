import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Questions that got no answer, without a trace of who asked. */
export const unansweredQuestions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('unanswered_questions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('unanswered_questions_at')
      .on('unanswered_questions')
      .columns(['at', 'id'])
      .execute();
  },
};
