import type { ExpressionBuilder } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { OutboxTable, Schema } from '../records/index.js';
import { activityId, botAccount } from './activities.js';
import type { FinishedTurn } from './commitTurn.js';
import { timeIn } from './conversationLife.js';
import type { SaidActivity } from './conversationLog.js';
import { handlingColumns } from './handling/handlingColumns.js';
import { sealOutbound, stateContext } from './sealedPayload.js';
import type { TurnEffects } from './TurnEffects.js';

/** What a turn changes of its conversation besides the number of the last message. `at`: epoch milliseconds. */
export function advancedColumns(
  column: ExpressionBuilder<Schema, 'conversations'>,
  cipher: Cipher,
  { conversation, state, effects, handling }: FinishedTurn,
  at: number,
) {
  const settled = effects.erasesPersonal || effects.consented;
  return {
    version: column('version', '+', 1),
    state: state === undefined ? null : cipher.seal(state, stateContext(conversation.id)),
    updated_at: at,
    ...(handling === undefined ? {} : handlingColumns(column, handling, at)),
    ...(settled ? { personal_since: null } : {}),
    ...(effects.holdsPersonal && !settled
      ? { personal_since: column.fn.coalesce('personal_since', column.val(at)) }
      : {}),
  };
}

/** What a turn changes of the message that it answered. */
export function processedColumns(effects: TurnEffects, at: number) {
  return {
    processed_at: at,
    ...(effects.holdsPersonal || effects.consented ? { personal: 1 as const } : {}),
  };
}

/** What a turn says, in its places; the first has the number `firstSeq`. `at`: epoch milliseconds. */
export function placeReplies(
  { conversation, waiting, replies }: FinishedTurn,
  { firstSeq, at }: Readonly<{ firstSeq: number; at: number }>,
): readonly SaidActivity[] {
  return replies.map((reply, index) => ({
    id: activityId(conversation.id, firstSeq + index),
    seq: firstSeq + index,
    at: new Date(timeIn(conversation, at)),
    direction: 'out',
    activity: { ...reply, replyToId: activityId(conversation.id, waiting.seq) },
    from: botAccount,
  }));
}

/** The rows of what a turn says, each sealed for its place. */
export function replyRows(
  cipher: Cipher,
  { conversation, effects }: FinishedTurn,
  said: readonly SaidActivity[],
  { at, pulls }: Readonly<{ at: number; pulls: (channel: string) => boolean }>,
) {
  const pulled = pulls(conversation.channel);
  const state: OutboxTable['state'] = pulled ? 'available' : 'queued';
  return said.map(({ seq, at: saidAt, activity }) => ({
    conversation_id: conversation.id,
    seq,
    channel: conversation.channel,
    payload: sealOutbound(cipher, { conversationId: conversation.id, seq }, activity),
    // What is said after an erasure repeats nothing of it, and must not be erased with it.
    personal: effects.holdsPersonal && !effects.erasesPersonal ? (1 as const) : (0 as const),
    state,
    next_attempt_at: pulled ? null : at,
    created_at: saidAt.getTime(),
  }));
}
