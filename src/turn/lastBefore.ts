import { sql } from 'kysely';
import type { Records } from '../records/index.js';

const times = { inbox: 'received_at', outbox: 'created_at' } as const;

/**
 * The sealed message (`inbox`) or reply (`outbox`) that stands last before number `seq` in a conversation. `since`: none of its
 * messages lies before it (epoch milliseconds), so that no more months are looked through than the conversation is old.
 */
export async function lastBefore(
  { db }: Pick<Records, 'db'>,
  table: keyof typeof times,
  place: Readonly<{ conversationId: string; seq: number; since: number }>,
): Promise<Readonly<{ seq: number; payload: string }> | undefined> {
  return db
    .selectFrom(table)
    .select(['seq', 'payload'])
    .where('conversation_id', '=', place.conversationId)
    .where(sql.ref<number>(times[table]), '>=', place.since)
    .where('seq', '<', place.seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
