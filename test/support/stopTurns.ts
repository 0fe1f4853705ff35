import { sql } from 'kysely';
import type { Records } from '../../src/records/index.js';
import { raiseOnInbox } from './raiseOnInbox.js';
import type { TestStore } from './stores.js';

/** Messages are stored, and no turn can be committed as long as this stands. */
export async function stopTurns(records: Records, name: TestStore['name']): Promise<() => Promise<void>> {
  if (name === 'postgres') return raiseOnInbox(records, { before: 'update', message: 'stopped' });
  await sql`create trigger stop_turns before update of processed_at on inbox begin select raise(abort, 'stopped'); end`.execute(
    records.db,
  );
  return async () => {
    await sql`drop trigger stop_turns`.execute(records.db);
  };
}
