import { sql } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import type { Stored, InboundMessage } from './acceptMessage.js';
import { beginOf, timeIn } from './conversationLife.js';
import { heardColumns } from './heardColumns.js';
import { readEntry } from './readEntry.js';
import { sealInbound } from './sealedPayload.js';

/** Conversations are seldom older; what lies before it is looked at by a second statement. */
const recentMs = 62 * 24 * 60 * 60 * 1000;
const attempts = 2;

type Found = Readonly<{ last_seq: number; created_at: number; known: number | null }>;

/**
 * Stores a message on PostgreSQL in two statements that are a commit each, where the locking way takes five. Whoever takes a number of
 * a conversation moves its last one on, so nobody stored the key since it was looked for if the last number is still the same.
 * @returns undefined where the conversation is new, changes by a repeated message, or is written to by others all the time: the locking
 *   way serves those
 */
export async function acceptAtOnce(
  { records, cipher }: Readonly<{ records: Records; cipher: Cipher }>,
  message: InboundMessage,
  now: Date,
): Promise<Stored | undefined> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await look(records, message, now.getTime());
    if (found === undefined) return undefined;
    if (found.known !== null) return isNewEntry(message) ? undefined : { seq: found.known, duplicate: true };
    const at = timeIn(found, now.getTime());
    const seq = await store(records, cipher, message, found, at);
    if (seq !== undefined) return { seq, duplicate: false, at };
  }
  return undefined;
}

/** Whoever comes back to a conversation that has begun by a new link changes it by that, though nothing new is said. */
function isNewEntry({ activity }: InboundMessage): boolean {
  return readEntry(activity.channelData?.ref) !== undefined;
}

async function look(
  { db }: Records,
  { conversationId, key }: InboundMessage,
  now: number,
): Promise<Found | undefined> {
  const recent = now - recentMs;
  const found = await db
    .selectFrom('conversations')
    .select((column) => [
      'last_seq',
      'created_at',
      column
        .selectFrom('inbox')
        .select('seq')
        .where('key', '=', key)
        .where('received_at', '>=', recent)
        .limit(1)
        .as('known'),
    ])
    .where('id', '=', conversationId)
    .executeTakeFirst();
  if (found === undefined || found.known !== null || beginOf(found) >= recent) return found;
  const older = await db
    .selectFrom('inbox')
    .select('seq')
    .where('key', '=', key)
    .where('received_at', '>=', beginOf(found))
    .executeTakeFirst();
  return { ...found, known: older?.seq ?? null };
}

/** The message's number; undefined when another took a number since `found` was read. */
async function store(
  { db }: Records,
  cipher: Cipher,
  message: InboundMessage,
  found: Found,
  at: number,
): Promise<number | undefined> {
  const { conversationId, key, activity } = message;
  const seq = found.last_seq + 1;
  const stored = await db
    .with('taken', (query) =>
      query
        .updateTable('conversations')
        .set({ last_seq: seq, ...heardColumns(message, at) })
        .where('id', '=', conversationId)
        .where('last_seq', '=', found.last_seq)
        .returning('id'),
    )
    .insertInto('inbox')
    .columns(['conversation_id', 'seq', 'key', 'payload', 'received_at'])
    .expression((column) =>
      column
        .selectFrom('taken')
        .select([
          'taken.id',
          sql<number>`${seq}::bigint`.as('seq'),
          sql<string>`${key}::text`.as('key'),
          sql<string>`${sealInbound(cipher, { conversationId, seq }, activity)}::text`.as('payload'),
          sql<number>`${at}::bigint`.as('received_at'),
        ]),
    )
    .returning('seq')
    .executeTakeFirst();
  return stored?.seq;
}
