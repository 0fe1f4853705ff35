import type { Records } from '../../records/index.js';

/** A browser wakes a page in the background once a minute. */
const seenWithinMs = 90_000;

/** An officer has the conversations open that wait for a person. */
export async function markAtWork(records: Records, accountId: string, now: Date): Promise<void> {
  const seen = { account_id: accountId, seen_at: now.getTime() };
  await records.db
    .insertInto('officers_at_work')
    .values(seen)
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ seen_at: seen.seen_at }))
    .execute();
}

/** Whether somebody would see now that a citizen waits. */
export async function areOfficersAtWork(records: Records, at: number): Promise<boolean> {
  const row = await records.db
    .selectFrom('officers_at_work')
    .select('account_id')
    .where('seen_at', '>', at - seenWithinMs)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
