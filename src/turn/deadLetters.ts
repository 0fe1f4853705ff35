import { createHmac } from 'node:crypto';
import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import { openOutbound } from './sealedPayload.js';

/** A reply that was given up. `id` tells neither the conversation nor the person. */
export type DeadLetter = Readonly<{
  id: string;
  channel: string;
  /** Why; a code of ours or of the platform. */
  failure: string;
  attempts: number;
  failedAt: Date;
  createdAt: Date;
  /** As it was to be sent: to be masked before anybody sees it. Undefined where it can't be read. */
  text: string | undefined;
}>;

type Dependencies = Readonly<{ records: Records; cipher: Cipher }>;

const idLength = 22;

/** Those given up and looked at by nobody, the newest first, and how many there are. */
export async function listDeadLetters(
  { records, cipher }: Dependencies,
  { channel, offset, limit }: Readonly<{ channel?: string; offset: number; limit: number }>,
): Promise<Readonly<{ letters: readonly DeadLetter[]; total: number }>> {
  const failed = records.db
    .selectFrom('outbox')
    .where('state', '=', 'failed')
    .$if(channel !== undefined, (query) => query.where('channel', '=', channel ?? ''));
  const { total } = await failed
    .select((column) => column.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await failed
    .select([
      'conversation_id',
      'seq',
      'channel',
      'payload',
      'failure',
      'attempts',
      'failed_at',
      'created_at',
    ])
    .orderBy('failed_at', 'desc')
    .orderBy('conversation_id')
    .orderBy('seq')
    .offset(offset)
    .limit(limit)
    .execute();
  const idOf = createIds(cipher);
  return {
    total: Number(total),
    letters: rows.map((row) => ({
      id: idOf(row.conversation_id, row.seq),
      channel: row.channel,
      failure: row.failure ?? 'unknown',
      attempts: row.attempts,
      failedAt: new Date(row.failed_at ?? row.created_at),
      createdAt: new Date(row.created_at),
      text: textOf(cipher, row),
    })),
  };
}

/**
 * Has a dead letter tried again (its day begins anew), or takes it off the list for good. Gives its channel, or undefined when it
 * isn't dead any more.
 */
export async function settleDeadLetter(
  { records, cipher }: Dependencies,
  id: string,
  decision: 'retry' | 'drop',
  now: Date,
): Promise<Readonly<{ channel: string; failure: string }> | undefined> {
  const idOf = createIds(cipher);
  const rows = await records.db
    .selectFrom('outbox')
    .select(['conversation_id', 'seq', 'channel', 'failure'])
    .where('state', '=', 'failed')
    .execute();
  const found = rows.find((row) => idOf(row.conversation_id, row.seq) === id);
  if (found === undefined) return undefined;
  const at = now.getTime();
  const settled = await records.db
    .updateTable('outbox')
    .set(
      decision === 'drop'
        ? { state: 'dropped' }
        : { state: 'queued', failure: null, attempts: 0, failed_at: at, next_attempt_at: at },
    )
    .where('conversation_id', '=', found.conversation_id)
    .where('seq', '=', found.seq)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  if (settled.numUpdatedRows !== 1n) return undefined;
  return { channel: found.channel, failure: found.failure ?? 'unknown' };
}

/** A row's own numbers would tell the conversation, whose id may be a person's account on a platform. */
function createIds(cipher: Cipher): (conversationId: string, seq: number) => string {
  const key = cipher.deriveKey('dead-letters');
  return (conversationId, seq) =>
    createHmac('sha256', key).update(`${conversationId}/${seq}`).digest('base64url').slice(0, idLength);
}

function textOf(
  cipher: Cipher,
  row: Readonly<{ conversation_id: string; seq: number; payload: string }>,
): string | undefined {
  try {
    return openOutbound(cipher, { conversationId: row.conversation_id, seq: row.seq }, row.payload).text;
  } catch {
    return undefined;
  }
}
