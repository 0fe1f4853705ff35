import { sql } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import type { InboundMessage, Stored } from './acceptMessage.js';
import { beginOf, timeIn } from './conversationLife.js';
import { ForgottenConversation } from './ForgottenConversation.js';
import { heardColumns } from './heardColumns.js';
import type { KnownConversation, KnownConversations } from './KnownConversations.js';
import { readEntry } from './readEntry.js';
import { turnColumns } from './readNext.js';
import { sealInbound } from './sealedPayload.js';

/** Conversations are seldom older; what lies before it is looked at by a second statement. */
const recentMs = 62 * 24 * 60 * 60 * 1000;
const attempts = 2;

type Found = Readonly<{
  last_seq: number;
  created_at: number;
  forgotten_at: number | null;
  known: number | null;
}>;

/**
 * Stores a message on PostgreSQL in one statement that is a commit of its own, where the locking way takes five; one more looks first where
 * this process doesn't know the conversation's last number. Whoever takes a number of a conversation moves its last one on: if it is still
 * the same, nobody stored the key since it was looked for.
 * @returns undefined where the conversation is new, changes by a repeated message, or is written to by others all the time: the locking
 *   way serves those
 * @throws ForgottenConversation where the message is refused for that
 */
export async function acceptAtOnce(
  { records, cipher, known }: Readonly<{ records: Records; cipher: Cipher; known?: KnownConversations }>,
  message: InboundMessage,
  now: Date,
): Promise<Stored | undefined> {
  const seen = known?.get(message.conversationId);
  const guessed = seen && (await store(records, cipher, message, seen, now.getTime()));
  if (guessed !== undefined) return guessed;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await look(records, message, now.getTime());
    if (found === undefined) return undefined;
    if (message.unlessForgotten === true && found.forgotten_at !== null) throw new ForgottenConversation();
    known?.correct(message.conversationId, found.last_seq);
    if (found.known !== null) return isNewEntry(message) ? undefined : { seq: found.known, duplicate: true };
    const place = { lastSeq: found.last_seq, createdAt: found.created_at };
    const stored = await store(records, cipher, message, place, now.getTime());
    if (stored !== undefined) return stored;
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
      'forgotten_at',
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

/** Undefined when the conversation gave out another number than `place` tells, or has the key. `now`: epoch milliseconds. */
async function store(
  { db }: Records,
  cipher: Cipher,
  message: InboundMessage,
  place: KnownConversation,
  now: number,
): Promise<Stored | undefined> {
  const { conversationId, key, activity } = message;
  const seq = place.lastSeq + 1;
  const begin = { created_at: place.createdAt };
  const [at, since] = [timeIn(begin, now), beginOf(begin)];
  const payload = sealInbound(cipher, { conversationId, seq }, activity);
  const row = await db
    .with('taken', (query) =>
      query
        .updateTable('conversations')
        .set({ last_seq: seq, ...heardColumns(message, now) })
        .where('id', '=', conversationId)
        .where('last_seq', '=', place.lastSeq)
        .$if(message.unlessForgotten === true, (open) => open.where('forgotten_at', 'is', null))
        .where((column) =>
          column.not(
            column.exists(
              column
                .selectFrom('inbox')
                .select('inbox.seq')
                .where('inbox.key', '=', key)
                .where('inbox.received_at', '>=', since),
            ),
          ),
        )
        .returning([...turnColumns]),
    )
    .with('kept', (query) =>
      query
        .insertInto('inbox')
        .columns(['conversation_id', 'seq', 'key', 'payload', 'received_at'])
        .expression((column) =>
          column
            .selectFrom('taken')
            .select([
              'taken.id',
              sql<number>`${seq}::bigint`.as('seq'),
              sql<string>`${key}::text`.as('key'),
              sql<string>`${payload}::text`.as('payload'),
              sql<number>`${at}::bigint`.as('received_at'),
            ]),
        ),
    )
    .selectFrom('taken')
    .selectAll()
    .select((column) =>
      // Sees what was there before this statement: whether something waits that is to be answered first.
      column
        .selectFrom('inbox')
        .select('inbox.seq')
        .where('inbox.conversation_id', '=', conversationId)
        .where('inbox.processed_at', 'is', null)
        .where('inbox.received_at', '>=', since)
        .limit(1)
        .as('before'),
    )
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { before, ...conversation } = row;
  const waiting = { conversationId, seq, payload, receivedAt: at, activity };
  return {
    seq,
    duplicate: false,
    at,
    createdAt: place.createdAt,
    ...(before === null ? { next: { conversation, waiting } } : {}),
  };
}
