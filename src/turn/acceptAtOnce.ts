import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import type { InboundMessage, Stored } from './acceptMessage.js';
import { beginOf, timeIn } from './conversationLife.js';
import { ForgottenConversation } from './ForgottenConversation.js';
import type { KnownConversation, KnownConversations } from './KnownConversations.js';
import { readEntry } from './readEntry.js';
import { sealInbound } from './sealedPayload.js';
import { gatherMessages, type AskedMessage, type GatheredMessages } from './together/gatherMessages.js';

/** Conversations are seldom older; what lies before it is looked at by a second statement. */
const recentMs = 62 * 24 * 60 * 60 * 1000;
const attempts = 2;

type Found = Readonly<{
  last_seq: number;
  created_at: number;
  forgotten_at: number | null;
  known: number | null;
}>;

type Intake = Readonly<{ cipher: Cipher; arriving: GatheredMessages }>;

/**
 * Stores a message by statements that it shares with others. They need the conversation's last number: on PostgreSQL, where the locking way
 * takes five statements, one more looks it up when this process doesn't know it.
 * @returns undefined where the conversation is new or unknown, changes by a repeated message, or is written to by others all the time: the
 *   locking way serves those
 * @throws ForgottenConversation where the message is refused for that
 */
export async function acceptAtOnce(
  {
    records,
    cipher,
    known,
    arriving = gatherMessages(records),
  }: Readonly<{ records: Records; cipher: Cipher; known?: KnownConversations; arriving?: GatheredMessages }>,
  message: InboundMessage,
  now: Date,
): Promise<Stored | undefined> {
  const intake = { cipher, arriving };
  const seen = known?.get(message.conversationId);
  if (seen !== undefined) {
    // An answer of this process that is stored meanwhile moves the number on until its statement starts.
    const guess = () => known?.get(message.conversationId) ?? seen;
    const guessed = await store(intake, message, guess, now.getTime());
    if (guessed !== undefined) return guessed;
  }
  if (records.engine === 'sqlite') return undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await look(records, message, now.getTime());
    if (found === undefined) return undefined;
    if (message.unlessForgotten === true && found.forgotten_at !== null) throw new ForgottenConversation();
    known?.correct(message.conversationId, found.last_seq);
    if (found.known !== null) return isNewEntry(message) ? undefined : { seq: found.known, duplicate: true };
    const place = { lastSeq: found.last_seq, createdAt: found.created_at };
    const stored = await store(intake, message, () => place, now.getTime());
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

/**
 * Undefined when the conversation gave out another number than `guess` tells, has the key, or is just written to. `now`: epoch
 * milliseconds.
 */
async function store(
  { cipher, arriving }: Intake,
  message: InboundMessage,
  guess: () => KnownConversation,
  now: number,
): Promise<Stored | undefined> {
  const { conversationId, activity } = message;
  let asked: AskedMessage | undefined;
  const row = await arriving.add(conversationId, () => (asked = askedOf(cipher, message, guess(), now)));
  if (row === undefined || asked === undefined) return undefined;
  const { before, ...conversation } = row;
  const { payload, at } = asked;
  const seq = conversation.last_seq;
  const waiting = { conversationId, seq, payload, receivedAt: at, activity };
  return {
    seq,
    duplicate: false,
    at,
    createdAt: conversation.created_at,
    ...(before === null ? { next: { conversation, waiting } } : {}),
  };
}

function askedOf(
  cipher: Cipher,
  { conversationId, key, activity, address, unlessForgotten = false }: InboundMessage,
  { lastSeq, createdAt }: KnownConversation,
  now: number,
): AskedMessage {
  const begin = { created_at: createdAt };
  return {
    id: conversationId,
    lastSeq,
    // As it is stored by the other way, too: half a sign is none.
    key: key.toWellFormed(),
    payload: sealInbound(cipher, { conversationId, seq: lastSeq + 1 }, activity),
    at: timeIn(begin, now),
    since: beginOf(begin),
    mustBeOpen: unlessForgotten,
    speaks: activity.type === 'message',
    address: address ?? null,
    heardAt: now,
    entry: readEntry(activity.channelData?.ref),
  };
}
