import { sql, type Kysely } from 'kysely';
import type { Records, Schema } from '../../src/records/index.js';

/** The last migration that the version before this one knows. */
export const lastBefore = '0008-notices-and-dead-letters';

type Delivery = Readonly<{ conversationId: string; key: string; at: number }>;

/** Takes a message in as the previous version does, statement by statement; it goes on beside this one. */
export async function acceptAsBefore(
  { db }: Records,
  { conversationId, key, at }: Delivery,
): Promise<Readonly<{ seq: number; duplicate: boolean }>> {
  return db.transaction().execute(async (transaction) => {
    const next = async () => {
      const { rows } = await sql<{ last_seq: number }>`update conversations set last_seq = last_seq + 1
        where id = ${conversationId} returning last_seq`.execute(transaction);
      return rows[0]?.last_seq;
    };
    let seq = await next();
    if (seq === undefined) {
      await sql`insert into conversations (id, channel, user_id, created_at, updated_at)
        values (${conversationId}, 'webchat', 'u', ${at}, ${at}) on conflict (id) do nothing`.execute(
        transaction,
      );
      seq = await next();
    }
    const { rows } = await sql<{ seq: number }>`select seq from inbox where key = ${key}`.execute(
      transaction,
    );
    if (rows[0] !== undefined) return { seq: rows[0].seq, duplicate: true };
    await sql`insert into inbox (conversation_id, seq, key, payload, received_at, processed_at)
      values (${conversationId}, ${seq}, ${key}, '', ${at}, null)`.execute(transaction);
    return { seq: seq ?? 0, duplicate: false };
  });
}

/** Finishes a turn as the previous version does: "processed" and the reply in one transaction. */
export async function answerAsBefore(
  { db }: Records,
  { conversationId, seq, at }: Readonly<{ conversationId: string; seq: number; at: number }>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ last_seq: number }>`
      update conversations set version = version + 1, last_seq = last_seq + 1 where id = ${conversationId}
      returning last_seq`.execute(transaction);
    await sql`update inbox set processed_at = ${at}
      where conversation_id = ${conversationId} and seq = ${seq} and processed_at is null`.execute(
      transaction,
    );
    await sql`insert into outbox (conversation_id, seq, channel, payload, personal, state, next_attempt_at, created_at)
      values (${conversationId}, ${rows[0]?.last_seq ?? 0}, 'webchat', '', 0, 'available', null, ${at})`.execute(
      transaction,
    );
  });
}

/** Makes a lead of a conversation with its first event as the previous version does. */
export async function openLeadAsBefore(
  { db }: Records,
  { conversationId, id, at }: Readonly<{ conversationId: string; id: string; at: number }>,
): Promise<void> {
  await sql`insert into leads (id, reference, conversation_id, source_seq, channel, product, status, name, phone, phone_index,
      commune, province, locality_folded, call_time, suspicious, created_at, updated_at)
    values (${id}, ${id}, ${conversationId}, 1, 'webchat', 'vsi', 'new', '', '', '', '', '', '', '', 0, ${at}, ${at})`.execute(
    db,
  );
  await recordEventAsBefore({ db }, { id: `${id}-created`, leadId: id, at });
}

/** Adds an event to a lead as the previous version does, which knows nothing of the event's conversation. */
export async function recordEventAsBefore(
  { db }: Readonly<{ db: Kysely<Schema> }>,
  { id, leadId, at }: Readonly<{ id: string; leadId: string; at: number }>,
): Promise<void> {
  await sql`insert into lead_events (id, lead_id, at, kind, actor_id, from_status, to_status, note)
    values (${id}, ${leadId}, ${at}, 'note', null, null, null, null)`.execute(db);
}
