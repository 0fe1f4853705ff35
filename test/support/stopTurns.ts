import { sql } from 'kysely';
import type { Records } from '../../src/records/index.js';
import type { TestStore } from './stores.js';

/** Messages are stored, and no turn can be committed as long as this stands. */
export async function stopTurns({ db }: Records, name: TestStore['name']): Promise<() => Promise<void>> {
  if (name === 'sqlite') {
    await sql`create trigger stop_turns before update of processed_at on inbox begin select raise(abort, 'stopped'); end`.execute(
      db,
    );
    return async () => {
      await sql`drop trigger stop_turns`.execute(db);
    };
  }
  await sql`create function stop_turns() returns trigger language plpgsql as 'begin raise exception ''stopped''; end'`.execute(
    db,
  );
  await sql`create trigger stop_turns before update of processed_at on inbox for each row execute function stop_turns()`.execute(
    db,
  );
  return async () => {
    await sql`drop trigger stop_turns on inbox`.execute(db);
  };
}
