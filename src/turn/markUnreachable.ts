import type { Records } from '../records/index.js';

/**
 * Nothing more goes to this person until they write again; what waits for them is given up. Who was heard after `at` has come
 * back: platforms repeat and reorder what they deliver.
 */
export async function markUnreachable(records: Records, conversationId: string, at: Date): Promise<void> {
  await records.write(async (transaction) => {
    const marked = await transaction
      .updateTable('conversations')
      .set({ unreachable_since: at.getTime() })
      .where('id', '=', conversationId)
      .where((where) => where.or([where('heard_at', 'is', null), where('heard_at', '<=', at.getTime())]))
      .executeTakeFirst();
    if (marked.numUpdatedRows === 0n) return;
    await transaction
      .updateTable('outbox')
      .set({ state: 'failed', failure: 'unreachable', failed_at: at.getTime(), next_attempt_at: null })
      .where('conversation_id', '=', conversationId)
      .where('state', '=', 'queued')
      .execute();
  });
}
