import { sql } from 'kysely';
import type { Records } from '../../src/records/index.js';

type Raised = Readonly<{ before: 'insert' | 'update'; message: string; code?: string }>;

/**
 * PostgreSQL: each of these writes to the inbox fails as told, until the returned function is called. That leaves the trigger where it
 * is: dropping it locks the partitions before their table, a turn the table before its partitions, and each would wait for the other.
 */
export async function raiseOnInbox(
  { db }: Records,
  { before, message, code = 'P0001' }: Raised,
): Promise<() => Promise<void>> {
  const answer = async (body: string): Promise<void> => {
    await sql`create or replace function on_inbox() returns trigger language plpgsql as ${sql.lit(body)}`.execute(
      db,
    );
  };
  await answer(`begin raise exception '${message}' using errcode = '${code}'; end`);
  await sql`create trigger on_inbox before ${sql.raw(before)} on inbox for each row execute function on_inbox()`.execute(
    db,
  );
  return () => answer('begin return new; end');
}
