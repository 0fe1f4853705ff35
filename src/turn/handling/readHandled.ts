import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { maskPersonalData } from '../../language/index.js';
import { leadNameOf } from '../../leads/index.js';
import type { ConversationsTable } from '../../records/index.js';
import { activityId, type InboundActivity, type OutboundActivity } from '../activities.js';
import type { TurnDependencies } from '../runTurn.js';
import { openInbound, openOutbound } from '../sealedPayload.js';
import { windowOf } from './changeHandling.js';
import type { HandledConversation, HandledMessage, OpenedConversation } from './HandledConversation.js';
import { reachOf } from './reachOf.js';

type Dependencies = TurnDependencies;
type Row = Selectable<ConversationsTable>;

const mostListed = 100;
const mostMessages = 200;
const longestPreview = 120;

/** Conversations that a person answers, should answer or failed to answer: who waits longest comes first. */
export async function listHandled(
  dependencies: Dependencies,
  officerId: string,
): Promise<readonly HandledConversation[]> {
  const rows = await dependencies.records.db
    .selectFrom('conversations')
    .selectAll()
    .where('handling', '<>', 'bot')
    .where('forgotten_at', 'is', null)
    .where('console_id', 'is not', null)
    .orderBy(sql`case handling when 'waiting' then 0 when 'officer' then 1 else 2 end`)
    .orderBy('handling_since')
    .limit(mostListed)
    .execute();
  return Promise.all(rows.map((row) => describe(dependencies, row, officerId)));
}

/** How many citizens wait for a person. */
export async function countWaiting({ records }: Pick<Dependencies, 'records'>): Promise<number> {
  const { count } = await records.db
    .selectFrom('conversations')
    .select((column) => column.fn.countAll().as('count'))
    .where('handling', '=', 'waiting')
    .where('forgotten_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** One of them with what was said, whoever answers it; undefined for an unknown id. */
export async function openHandled(
  dependencies: Dependencies,
  id: string,
  officerId: string,
): Promise<OpenedConversation | undefined> {
  const row = await findByConsoleId(dependencies, id);
  if (row === undefined) return undefined;
  const [described, messages] = await Promise.all([
    describe(dependencies, row, officerId),
    readMessages(dependencies, row.id),
  ]);
  const reach = reachOf(row, windowOf(dependencies, row.channel), dependencies.now().getTime());
  return { ...described, reach, messages };
}

/** The conversation behind the console's id; undefined for an unknown one. */
export async function findByConsoleId(
  { records }: Pick<Dependencies, 'records'>,
  id: string,
): Promise<Row | undefined> {
  return records.db.selectFrom('conversations').selectAll().where('console_id', '=', id).executeTakeFirst();
}

/** The console's id of a conversation, given now where it has none. */
export async function consoleIdOf(
  { records }: Pick<Dependencies, 'records'>,
  conversationId: string,
): Promise<string | undefined> {
  return records.write(async (transaction) => {
    const row = await transaction
      .updateTable('conversations')
      .set((column) => ({ console_id: column.fn.coalesce('console_id', column.val(uuidv7())) }))
      .where('id', '=', conversationId)
      .returning('console_id')
      .executeTakeFirst();
    return row?.console_id ?? undefined;
  });
}

async function describe(
  dependencies: Dependencies,
  row: Row,
  officerId: string,
): Promise<HandledConversation> {
  const { records, cipher } = dependencies;
  const [officer, lead, last] = await Promise.all([
    row.handled_by === null
      ? undefined
      : records.db.selectFrom('accounts').select('name').where('id', '=', row.handled_by).executeTakeFirst(),
    leadNameOf(records, cipher, row.id),
    lastWords(dependencies, row.id),
  ]);
  return {
    id: row.console_id ?? '',
    channel: row.channel,
    state: row.handling,
    since: iso(row.handling_since ?? row.updated_at),
    until: row.silent_until === null ? null : iso(row.silent_until),
    officer: officer?.name ?? null,
    isMine: row.handling === 'officer' && row.handled_by === officerId,
    lead: lead ?? null,
    campaign: row.campaign,
    event: row.event,
    lastWords: mask(last?.activity.text ?? '').slice(0, longestPreview),
    lastAt: iso(last?.at ?? row.updated_at),
  };
}

async function lastWords({ records, cipher }: Dependencies, conversationId: string) {
  const rows = await records.db
    .selectFrom('inbox')
    .select(['seq', 'payload', 'received_at as at'])
    .where('conversation_id', '=', conversationId)
    .orderBy('seq', 'desc')
    .limit(5)
    .execute();
  for (const { seq, payload, at } of rows) {
    const activity = openInbound(cipher, { conversationId, seq }, payload);
    if (activity.type === 'message') return { activity, at };
  }
  return undefined;
}

async function readMessages(
  { records, cipher }: Dependencies,
  conversationId: string,
): Promise<readonly HandledMessage[]> {
  const [heard, said] = await Promise.all([
    records.db
      .selectFrom('inbox')
      .select(['seq', 'payload', 'received_at as at'])
      .where('conversation_id', '=', conversationId)
      .orderBy('seq', 'desc')
      .limit(mostMessages)
      .execute(),
    records.db
      .selectFrom('outbox')
      .select(['seq', 'payload', 'created_at as at', 'state', 'failure'])
      .where('conversation_id', '=', conversationId)
      .orderBy('seq', 'desc')
      .limit(mostMessages)
      .execute(),
  ]);
  const messages: readonly (HandledMessage & Readonly<{ type: string }>)[] = [
    ...heard.map(({ seq, payload, at }) => {
      const activity = openInbound(cipher, { conversationId, seq }, payload);
      return {
        ...common(conversationId, seq, at, activity),
        role: 'user' as const,
        delivery: null,
        failure: null,
      };
    }),
    ...said.map(({ seq, payload, at, state, failure }) => {
      const activity = openOutbound(cipher, { conversationId, seq }, payload);
      const role = activity.channelData?.kind === 'officer' ? ('officer' as const) : ('bot' as const);
      return { ...common(conversationId, seq, at, activity), role, delivery: deliveries[state], failure };
    }),
  ];
  return messages
    .filter(({ type }) => type === 'message')
    .toSorted((one, other) => one.seq - other.seq)
    .slice(-mostMessages)
    .map(({ type: _type, ...message }) => message);
}

/** What was given up for good has failed for whoever reads along. */
const deliveries = {
  available: null,
  queued: 'waiting',
  sent: 'sent',
  failed: 'failed',
  dropped: 'failed',
} as const;

function common(
  conversationId: string,
  seq: number,
  at: number,
  activity: InboundActivity | OutboundActivity,
) {
  const { type, text = '' } = activity;
  return { id: activityId(conversationId, seq), seq, at: iso(at), type, text: mask(text) };
}

/** Numbers that tell who somebody is stay covered here: a lead shows the one to call, to whoever calls. */
function mask(text: string): string {
  return maskPersonalData(text, { phones: true });
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
