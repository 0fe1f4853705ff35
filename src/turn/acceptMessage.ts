import type { Transaction } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { Records, Schema } from '../records/index.js';
import type { InboundActivity } from './activities.js';
import { sealInbound } from './sealedPayload.js';

/** A message as a channel hands it over, after it was verified and decoded. */
export type InboundMessage = Readonly<{
  channel: string;
  conversationId: string;
  userId: string;
  /** The same for every delivery of the same message, different for any other: see `channels/contract.ts`. */
  key: string;
  /** Where replies go, for channels that push them; kept as the newest message tells it. */
  address?: string;
  activity: InboundActivity;
}>;

export type Accepted = Readonly<{ seq: number; duplicate: boolean }>;

/**
 * Stores a message so that it can't be lost; only then may it be acknowledged. A key that is known already changes nothing and
 * gives back the first delivery's number. The conversation is made with its first message.
 */
export async function acceptMessage(
  { records, cipher }: Readonly<{ records: Records; cipher: Cipher }>,
  message: InboundMessage,
  now: Date,
): Promise<Accepted> {
  return records.write(async (transaction) => {
    const seq = await takeNextNumber(transaction, message, now);
    // Taking the number locked the conversation: a second delivery waits there, and then meets the key here.
    const known = await findByKey(transaction, message.key);
    if (known !== undefined) return { seq: known, duplicate: true };
    await transaction
      .insertInto('inbox')
      .values({
        conversation_id: message.conversationId,
        seq,
        key: message.key,
        payload: sealInbound(cipher, { conversationId: message.conversationId, seq }, message.activity),
        received_at: now.getTime(),
        processed_at: null,
      })
      .execute();
    return { seq, duplicate: false };
  });
}

async function findByKey(transaction: Transaction<Schema>, key: string): Promise<number | undefined> {
  const row = await transaction.selectFrom('inbox').select('seq').where('key', '=', key).executeTakeFirst();
  return row?.seq;
}

async function takeNextNumber(
  transaction: Transaction<Schema>,
  message: InboundMessage,
  now: Date,
): Promise<number> {
  const next = () =>
    transaction
      .updateTable('conversations')
      .set((column) => ({
        last_seq: column('last_seq', '+', 1),
        // Who writes can be reached again.
        ...(message.address === undefined
          ? {}
          : { address: message.address, heard_at: now.getTime(), unreachable_since: null }),
      }))
      .where('id', '=', message.conversationId)
      .returning('last_seq')
      .executeTakeFirst();
  const existing = await next();
  if (existing !== undefined) return existing.last_seq;
  await transaction
    .insertInto('conversations')
    .values({
      id: message.conversationId,
      channel: message.channel,
      user_id: message.userId,
      state: null,
      personal_since: null,
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const created = await next();
  if (created === undefined) throw new Error('A conversation vanished while its first message was stored.');
  return created.last_seq;
}
