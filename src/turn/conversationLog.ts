import { sql } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import { activityId, botAccount, type InboundActivity, type OutboundActivity } from './activities.js';
import { beginOf } from './conversationLife.js';
import { openInbound, openOutbound } from './sealedPayload.js';

/** A message of a conversation in either direction, in the order in which it counts. */
export type LoggedActivity = Readonly<{ id: string; seq: number; at: Date }> &
  (
    | Readonly<{ direction: 'in'; activity: InboundActivity }>
    | Readonly<{ direction: 'out'; activity: OutboundActivity; from: typeof botAccount }>
  );

/** What the bot said, with its place. */
export type SaidActivity = Extract<LoggedActivity, { direction: 'out' }>;

const pageSize = 500;

/** Messages after number `after`, oldest first, 500 at most; what nobody said is left out. */
export async function readConversation(
  { records, cipher }: Readonly<{ records: Records; cipher: Cipher }>,
  conversationId: string,
  after: number,
): Promise<readonly LoggedActivity[]> {
  const since = await beginIn(records, conversationId);
  if (since === undefined) return [];
  // One statement for both: two would see two moments, and a message committed between them would be skipped for good.
  const rows = await records.db
    .selectFrom('inbox')
    .select(['seq', 'payload', 'received_at as at', sql<Direction>`'in'`.as('direction')])
    .where('conversation_id', '=', conversationId)
    .where('received_at', '>=', since)
    .where('seq', '>', after)
    .unionAll(
      records.db
        .selectFrom('outbox')
        .select(['seq', 'payload', 'created_at as at', sql<Direction>`'out'`.as('direction')])
        .where('conversation_id', '=', conversationId)
        .where('created_at', '>=', since)
        .where('seq', '>', after),
    )
    .orderBy('seq')
    .limit(pageSize)
    .execute();
  return rows.map((row) => openRow(cipher, conversationId, row)).filter(isSaid);
}

/** Whether it was said by one of the two; what only starts or steers the conversation was not. */
export function isSaid({ activity }: LoggedActivity): boolean {
  return activity.type === 'message' || activity.type === 'endOfConversation';
}

/** Only PostgreSQL has months to leave out; undefined where there is no such conversation. */
async function beginIn({ db, engine }: Records, conversationId: string): Promise<number | undefined> {
  if (engine === 'sqlite') return Number.MIN_SAFE_INTEGER;
  const row = await db
    .selectFrom('conversations')
    .select('created_at')
    .where('id', '=', conversationId)
    .executeTakeFirst();
  return row && beginOf(row);
}

type Direction = LoggedActivity['direction'];

function openRow(
  cipher: Cipher,
  conversationId: string,
  row: Readonly<{ seq: number; payload: string; at: number; direction: Direction }>,
): LoggedActivity {
  const { seq, payload, direction } = row;
  const common = { id: activityId(conversationId, seq), seq, at: new Date(row.at) };
  const place = { conversationId, seq };
  return direction === 'in'
    ? { ...common, direction, activity: openInbound(cipher, place, payload) }
    : { ...common, direction, activity: openOutbound(cipher, place, payload), from: botAccount };
}
