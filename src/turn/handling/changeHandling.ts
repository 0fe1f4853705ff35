import type { Selectable } from 'kysely';
import type { ConversationsTable, HandlingState } from '../../records/index.js';
import type { OutboundActivity } from '../activities.js';
import { Overtaken } from '../commitTurn.js';
import { timeIn } from '../conversationLife.js';
import { interrupted, type TurnDependencies } from '../runTurn.js';
import { sealOutbound, stateContext } from '../sealedPayload.js';
import { spokenLocale } from '../spokenLocale.js';
import { handlingColumns } from './handlingColumns.js';
import { endOfClock, handlingTable, type Handled } from './handlingTable.js';
import { reachOf, type Reach } from './reachOf.js';
import { sayHandling, sayOfficer } from './sayHandling.js';

export type HandlingOfficer = Readonly<{ id: string; name: string }>;

/** What happens to a conversation beside a citizen's message. `key`: the same for every attempt to send one message. */
export type HandlingRequest =
  | Readonly<{ event: 'officer_took_over' | 'officer_handed_back'; officer: HandlingOfficer }>
  | Readonly<{ event: 'officer_wrote'; officer: HandlingOfficer; text: string; key: string }>
  | Readonly<{ event: 'office_spoke'; at: number }>
  | Readonly<{ event: 'time_ran_out' | 'citizen_left' }>;

/** `not_held`: the officer has to take the conversation over first. `closed`: nothing may be sent to the person now. */
export type HandlingResult =
  | Readonly<{ status: 'done' }>
  | Readonly<{ status: 'unknown' }>
  | Readonly<{ status: 'not_held' }>
  | Extract<Reach, { status: 'closed' }>;

type Row = Selectable<ConversationsTable>;
type Change = Exclude<Handled, { refused: string }>;

const done = { status: 'done' } as const;
const mostAttempts = 20;

/** Changes who answers, and tells the citizen, in one transaction; tried again when a turn came between. */
export async function changeHandling(
  dependencies: TurnDependencies,
  conversationId: string,
  request: HandlingRequest,
): Promise<HandlingResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptChange(dependencies, conversationId, request);
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === mostAttempts) throw error;
    }
  }
}

async function attemptChange(
  dependencies: TurnDependencies,
  conversationId: string,
  request: HandlingRequest,
): Promise<HandlingResult> {
  const at = dependencies.now().getTime();
  const row = await dependencies.records.db
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', conversationId)
    .executeTakeFirst();
  if (row === undefined) return { status: 'unknown' };
  if (request.event === 'time_ran_out' && (row.silent_until === null || row.silent_until > at)) return done;
  const isHolder =
    'officer' in request && row.handling === 'officer' && row.handled_by === request.officer.id;
  if (request.event === 'officer_took_over' && isHolder) return done;
  if (request.event === 'officer_wrote' && (await wasSent(dependencies, request.key))) return done;
  const handled = handlingTable[row.handling][request.event];
  if ('refused' in handled) return { status: handled.refused };
  if ('officer' in request && request.event !== 'officer_took_over' && !isHolder)
    return { status: 'not_held' };
  const reach = reachOf(row, windowOf(dependencies, row.channel), at);
  if (
    reach.status === 'closed' &&
    (request.event === 'officer_took_over' || request.event === 'officer_wrote')
  )
    return reach;
  const until =
    request.event === 'office_spoke'
      ? endOfOffice(handled, row, request.at)
      : endOfClock(handled, row.silent_until, at);
  if (request.event === 'office_spoke' && (until === null || until <= at)) return done;
  const says = request.event === 'officer_wrote' || request.event === 'officer_took_over';
  if (handled.to === row.handling && until === row.silent_until && !says) return done;
  const locale = await spokenLocale(dependencies, row);
  const words = dependencies.words(locale);
  const notice =
    handled.tells === undefined || reach.status === 'closed'
      ? []
      : [sayHandling(words, locale, handled.tells, 'officer' in request ? request.officer.name : undefined)];
  const replies = request.event === 'officer_wrote' ? [sayOfficer(words, locale, request.text)] : notice;
  await commit(dependencies, row, { request, handled, until, replies, at });
  return done;
}

/** Late word of what the office wrote on the platform shortens nothing. */
function endOfOffice(handled: Change, row: Row, spokeAt: number): number | null {
  const until = endOfClock(handled, row.silent_until, spokeAt) ?? 0;
  return row.handling === 'officer' ? Math.max(until, row.silent_until ?? 0) : until;
}

async function wasSent({ records }: TurnDependencies, key: string): Promise<boolean> {
  const row = await records.db
    .selectFrom('officer_messages')
    .select('seq')
    .where('key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

export function windowOf({ windowOf: of }: TurnDependencies, channel: string) {
  return of === undefined ? { windowMs: undefined } : of(channel);
}

type Commit = Readonly<{
  request: HandlingRequest;
  handled: Change;
  until: number | null;
  replies: readonly OutboundActivity[];
  at: number;
}>;

async function commit(
  dependencies: TurnDependencies,
  row: Row,
  { request, handled, until, replies, at }: Commit,
): Promise<void> {
  const { records, cipher } = dependencies;
  const isSilentNow = isSilent(handled.to) && !isSilent(row.handling);
  const stored = row.state === null ? undefined : cipher.open(row.state, stateContext(row.id));
  const state = isSilentNow ? await interrupted(dependencies, row, stored) : stored;
  const by = handled.to !== 'officer' ? null : 'officer' in request ? request.officer.id : null;
  const isPersonal = request.event === 'officer_wrote';
  await records.write(async (transaction) => {
    const advanced = await transaction
      .updateTable('conversations')
      .set((column) => ({
        version: column('version', '+', 1),
        last_seq: column('last_seq', '+', replies.length),
        updated_at: at,
        ...(state === undefined ? {} : { state: cipher.seal(state, stateContext(row.id)) }),
        // An officer may name the person: what isn't covered by a consent goes after a day like all of its kind.
        ...(isPersonal ? { personal_since: column.fn.coalesce('personal_since', column.val(at)) } : {}),
        ...handlingColumns(column, { to: handled.to, until, by, isNew: handled.to !== row.handling }, at),
      }))
      .where('id', '=', row.id)
      .where('version', '=', row.version)
      .returning('last_seq')
      .executeTakeFirst();
    if (advanced === undefined) throw new Overtaken();
    const first = advanced.last_seq - replies.length + 1;
    const isPulled = dependencies.pulls(row.channel);
    for (const [index, reply] of replies.entries()) {
      const seq = first + index;
      await transaction
        .insertInto('outbox')
        .values({
          conversation_id: row.id,
          seq,
          channel: row.channel,
          payload: sealOutbound(cipher, { conversationId: row.id, seq }, reply),
          personal: isPersonal ? 1 : 0,
          state: isPulled ? 'available' : 'queued',
          next_attempt_at: isPulled ? null : at,
          created_at: timeIn(row, at),
        })
        .execute();
    }
    if (request.event === 'officer_wrote') {
      await transaction
        .insertInto('officer_messages')
        .values({ key: request.key, conversation_id: row.id, seq: first })
        .execute();
    }
  });
}

function isSilent(state: HandlingState): boolean {
  return state === 'waiting' || state === 'officer';
}
