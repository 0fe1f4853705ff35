import { sql, type Kysely } from 'kysely';
import { migrations } from './migrations/index.js';
import type { Schema } from './schema.js';

/** The migrations that this version knows and the store has not seen. @throws when the store doesn't answer. */
export async function pendingMigrations(db: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const ran = new Set(rows.map(({ name }) => name));
  return Object.keys(migrations).filter((name) => !ran.has(name));
}
