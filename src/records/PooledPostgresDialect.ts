import { PostgresAdapter, PostgresDialect, sql, type DialectAdapter, type Kysely } from 'kysely';
import type { Schema } from './schema.js';

/** The number that Kysely gives its own lock, so that versions before this one and this one wait for each other. */
const migrationLock = '3853314791062309107';

/** PostgreSQL also behind a pooler that hands each transaction to another session. */
export class PooledPostgresDialect extends PostgresDialect {
  override createAdapter(): DialectAdapter {
    return new LockInTransaction();
  }
}

/**
 * A lock of a session would be given back on another one, and never be free again. This one ends with the transaction in which the
 * migrations run.
 */
class LockInTransaction extends PostgresAdapter {
  override async acquireMigrationLock(db: Kysely<Schema>): Promise<void> {
    await lockMigrations(db);
  }

  override async releaseMigrationLock(): Promise<void> {}
}

/** Waits for whoever migrates, however long that takes; in a transaction, and until its end. */
export async function lockMigrations(db: Kysely<Schema>): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(db);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(db);
  await sql`select pg_advisory_xact_lock(${sql.raw(migrationLock)})`.execute(db);
}
