import type { HandlingState, Records } from '../records/index.js';
import type { Conversation, WaitingMessage } from './commitTurn.js';

/** A conversation as a turn finds it, with what tells who answers it. */
export type ConversationAtTurn = Conversation &
  Readonly<{ silent_until: number | null; handling: HandlingState; handled_by: string | null }>;

export type NextMessage = Readonly<{
  conversation: ConversationAtTurn;
  waiting: WaitingMessage;
}>;

/** The columns of a conversation that a turn needs. */
export const turnColumns = [
  'conversations.id',
  'conversations.channel',
  'conversations.user_id',
  'conversations.version',
  'conversations.last_seq',
  'conversations.state',
  'conversations.created_at',
  'conversations.silent_until',
  'conversations.handling',
  'conversations.handled_by',
] as const;

/**
 * The oldest message that waits in a conversation, and the conversation as it was at that moment; undefined when none waits.
 * @param since nothing that waits was received before it, as far as the caller knows (epoch milliseconds)
 */
export async function readNext(
  records: Records,
  conversationId: string,
  since: number,
): Promise<NextMessage | undefined> {
  const row = await records.db
    .selectFrom('inbox')
    .innerJoin('conversations', 'conversations.id', 'inbox.conversation_id')
    .select(['inbox.seq', 'inbox.payload', 'inbox.received_at', ...turnColumns])
    .where('inbox.conversation_id', '=', conversationId)
    .where('inbox.processed_at', 'is', null)
    .where('inbox.received_at', '>=', since)
    .orderBy('inbox.seq')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { seq, payload, received_at: receivedAt, ...conversation } = row;
  return {
    conversation,
    waiting: { conversationId, seq, payload, receivedAt },
  };
}
