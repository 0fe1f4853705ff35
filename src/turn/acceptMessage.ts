import type { Insertable, Transaction } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { Records, Schema } from '../records/index.js';
import { acceptAtOnce } from './acceptAtOnce.js';
import type { InboundActivity } from './activities.js';
import { beginOf, timeIn } from './conversationLife.js';
import { ForgottenConversation } from './ForgottenConversation.js';
import { heardColumns } from './heardColumns.js';
import type { KnownConversations } from './KnownConversations.js';
import { turnColumns, type ConversationAtTurn, type NextMessage } from './readNext.js';
import { sealInbound } from './sealedPayload.js';
import type { GatheredMessages } from './together/gatherMessages.js';

/** A message as a channel hands it over, after it was verified and decoded. */
export type InboundMessage = Readonly<{
  channel: string;
  conversationId: string;
  userId: string;
  /** The same for every delivery of the same message, different for any other: see `channels/contract.ts`. */
  key: string;
  /** Where replies go, for channels that push them; kept as the newest message tells it. */
  address?: string;
  /** Refused where the citizen had the conversation forgotten: what a client sends that still holds its token. */
  unlessForgotten?: boolean;
  activity: InboundActivity;
}>;

export type Accepted = Readonly<{ seq: number; duplicate: boolean }>;

export type Stored =
  | Readonly<{ seq: number; duplicate: true }>
  | Readonly<{
      seq: number;
      duplicate: false;
      /** When it was received, and when its conversation began, in epoch milliseconds. */
      at: number;
      createdAt: number;
      /** The message with its conversation, ready for its turn; left out where another may have to be answered first. */
      next?: NextMessage;
    }>;

/**
 * Stores a message so that it can't be lost; only then may it be acknowledged. A key that is known already changes nothing and
 * gives back the first delivery's number. The conversation is made with its first message.
 * @throws ForgottenConversation where the message is refused for that
 */
export async function acceptMessage(
  store: Readonly<{
    records: Records;
    cipher: Cipher;
    known?: KnownConversations;
    arriving?: GatheredMessages;
  }>,
  message: InboundMessage,
  now: Date,
): Promise<Stored> {
  const { records, cipher } = store;
  const accepted = await acceptAtOnce(store, message, now);
  if (accepted !== undefined) return accepted;
  return records.write(async (transaction) => {
    const { before, ...conversation } = await takeNextNumber(transaction, message, now);
    const { conversationId, key, activity } = message;
    const seq = conversation.last_seq;
    const at = timeIn(conversation, now.getTime());
    const payload = sealInbound(cipher, { conversationId, seq }, activity);
    const row = { conversation_id: conversationId, seq, key, payload, received_at: at, processed_at: null };
    const known = await insertUnlessKnown(transaction, records.engine, row, beginOf(conversation));
    if (known !== undefined) return { seq: known, duplicate: true };
    const waiting = { conversationId, seq, payload, receivedAt: at, activity };
    // On PostgreSQL what was stored while this statement waited for the row is not seen by it.
    const isFirst = records.engine === 'sqlite' && before === null;
    return {
      seq,
      duplicate: false,
      at,
      createdAt: conversation.created_at,
      ...(isFirst ? { next: { conversation, waiting } } : {}),
    };
  });
}

/** @returns the number of the first delivery where the key is known; nothing is stored then */
async function insertUnlessKnown(
  transaction: Transaction<Schema>,
  engine: Records['engine'],
  row: Insertable<Schema['inbox']>,
  since: number,
): Promise<number | undefined> {
  const insert = transaction.insertInto('inbox').values(row);
  if (engine === 'sqlite') {
    const { numInsertedOrUpdatedRows: stored } = await insert
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirstOrThrow();
    if (stored !== 0n) return undefined;
    const first = await findByKey(transaction, row.key, since);
    if (first === undefined) throw new Error('The key of a message is known in another conversation.');
    return first;
  }
  // Taking the number locked the conversation: a second delivery waits there, and then meets the key here. That is all that keeps a
  // key from being stored in two months; in one month its index does as well.
  const known = await findByKey(transaction, row.key, since);
  if (known === undefined) await insert.execute();
  return known;
}

/** A key belongs to one conversation: it is not older. */
async function findByKey(
  transaction: Transaction<Schema>,
  key: string,
  since: number,
): Promise<number | undefined> {
  const row = await transaction
    .selectFrom('inbox')
    .select('seq')
    .where('key', '=', key)
    .where('received_at', '>=', since)
    .executeTakeFirst();
  return row?.seq;
}

async function takeNextNumber(
  transaction: Transaction<Schema>,
  message: InboundMessage,
  now: Date,
): Promise<ConversationAtTurn & Readonly<{ before: number | null }>> {
  const next = () =>
    transaction
      .updateTable('conversations')
      .set((column) => ({
        last_seq: column('last_seq', '+', 1),
        ...heardColumns(message, now.getTime()),
      }))
      .where('id', '=', message.conversationId)
      .returning([...turnColumns, 'forgotten_at'])
      .returning((column) =>
        // Whether something waits that is to be answered first.
        column
          .selectFrom('inbox')
          .select('inbox.seq')
          .where('inbox.conversation_id', '=', message.conversationId)
          .where('inbox.processed_at', 'is', null)
          .limit(1)
          .as('before'),
      )
      .executeTakeFirst();
  const existing = await next();
  if (existing !== undefined) {
    // Undoes what it changed as well.
    if (message.unlessForgotten === true && existing.forgotten_at !== null) throw new ForgottenConversation();
    return existing;
  }
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
  return created;
}
