import type { Transaction } from 'kysely';
import {
  agreeToReminders,
  findOpenLead,
  insertLead,
  repeatLead,
  setCallTime,
  withdrawLeads,
} from '../leads/index.js';
import type { Cipher } from '../privacy/index.js';
import type { ConversationsTable, Records, Schema } from '../records/index.js';
import { insertUnanswered, removeUnanswered } from '../unanswered/index.js';
import type { InboundActivity, OutboundActivity } from './activities.js';
import { commitAtOnce } from './commitAtOnce.js';
import { erasePersonal } from './erasePersonal.js';
import type { HandlingChange } from './handling/handlingColumns.js';
import type { TurnEffects } from './TurnEffects.js';
import type { SaidActivity } from './conversationLog.js';
import type { GatheredTurns } from './together/gatherTurns.js';
import { advancedColumns, placeReplies, processedColumns, replyRows } from './turnRows.js';

export type Conversation = Readonly<
  Pick<ConversationsTable, 'id' | 'channel' | 'user_id' | 'state' | 'created_at'> & {
    version: number;
    last_seq: number;
  }
>;
export type WaitingMessage = Readonly<{
  conversationId: string;
  seq: number;
  payload: string;
  receivedAt: number;
  /** What the payload holds, where it was just put there. */
  activity?: InboundActivity;
}>;

export type FinishedTurn = Readonly<{
  conversation: Conversation;
  waiting: WaitingMessage;
  state: string | undefined;
  replies: readonly OutboundActivity[];
  effects: TurnEffects;
  /** Who answers from now on, where that changes. */
  handling?: HandlingChange;
}>;

export type CommitDependencies = Readonly<{
  records: Records;
  cipher: Cipher;
  pulls: (channel: string) => boolean;
  now: () => Date;
  /** Turns that end at the same moment; left out: each for itself. */
  ending?: GatheredTurns;
}>;

/** Another turn of the conversation was committed in between. */
export class Overtaken extends Error {}

/**
 * Writes a turn: memory, replies, lead, consent and "processed", all or nothing.
 * @returns what was said; undefined when another turn of the conversation was committed since this one read its state, and nothing is
 *   written then
 */
export async function commitTurn(
  dependencies: CommitDependencies,
  turn: FinishedTurn,
): Promise<readonly SaidActivity[] | undefined> {
  try {
    return (
      (await commitAtOnce(dependencies, turn)) ??
      (await dependencies.records.write((transaction) => writeTurn(transaction, dependencies, turn)))
    );
  } catch (error) {
    if (error instanceof Overtaken || isTaken(error)) return undefined;
    throw error;
  }
}

/**
 * On PostgreSQL two turns of different conversations may open a lead for one number at the same moment: neither sees the other's
 * before one of them commits, and the index of open leads refuses the second.
 */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'leads_one_open';
}

async function writeTurn(
  transaction: Transaction<Schema>,
  { cipher, pulls, now }: CommitDependencies,
  turn: FinishedTurn,
): Promise<readonly SaidActivity[]> {
  const { conversation, waiting, effects } = turn;
  const at = now().getTime();
  const advanced = await transaction
    .updateTable('conversations')
    .set((column) => ({
      ...advancedColumns(column, cipher, turn, at),
      last_seq: column('last_seq', '+', turn.replies.length),
    }))
    .where('id', '=', conversation.id)
    .where('version', '=', conversation.version)
    .returning('last_seq')
    .executeTakeFirst();
  if (advanced === undefined) throw new Overtaken();

  const processed = await transaction
    .updateTable('inbox')
    .set(processedColumns(effects, at))
    .where('conversation_id', '=', conversation.id)
    .where('seq', '=', waiting.seq)
    .where('received_at', '=', waiting.receivedAt)
    .where('processed_at', 'is', null)
    .executeTakeFirst();
  if (processed.numUpdatedRows !== 1n) throw new Overtaken();

  const said = placeReplies(turn, { firstSeq: advanced.last_seq - turn.replies.length + 1, at });
  const rows = replyRows(cipher, turn, said, { at, pulls });
  if (rows.length > 0) await transaction.insertInto('outbox').values(rows).execute();
  await writeEffects(transaction, cipher, turn, at);
  return said;
}

async function writeEffects(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  { conversation, waiting, effects }: FinishedTurn,
  at: number,
): Promise<void> {
  const { withdrawal } = effects;
  const others =
    withdrawal === undefined
      ? []
      : await withdrawLeads(transaction, cipher, { conversationId: conversation.id, withdrawal, at });
  if (effects.erasesPersonal) {
    await erasePersonal(transaction, cipher, conversation.id, withdrawal === undefined ? [1] : [1, 2]);
  }
  if (withdrawal !== undefined && effects.erasesPersonal)
    await optOut(transaction, cipher, { conversationId: conversation.id, others, at });
  const place = { conversation, sourceSeq: waiting.seq, at };
  if (effects.opened !== undefined) {
    const { draft } = effects.opened;
    // Another conversation opened one for the same number since this turn looked: it has to look again.
    if ((await findOpenLead(transaction, cipher, draft)) !== undefined) throw new Overtaken();
    await insertLead(transaction, cipher, { ...effects.opened, ...place });
  }
  if (
    effects.repeated !== undefined &&
    !(await repeatLead(transaction, cipher, { ...effects.repeated, ...place }))
  )
    throw new Overtaken();
  if (effects.consented) await markConsented(transaction, conversation.id);
  if (effects.callTime !== undefined)
    await setCallTime(transaction, cipher, { ...effects.callTime, ...place });
  if (effects.reminders !== undefined)
    await agreeToReminders(transaction, cipher, { ...effects.reminders, ...place });
  for (const { id, question } of effects.noted)
    await insertUnanswered(transaction, cipher, { id, question, at });
  if (effects.settled.length > 0) await removeUnanswered(transaction, effects.settled);
}

/** Whoever takes consent back on one channel has taken it back on all of theirs: what was told there goes too, with the memory. */
async function optOut(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  { conversationId, others, at }: Readonly<{ conversationId: string; others: readonly string[]; at: number }>,
): Promise<void> {
  await transaction
    .updateTable('conversations')
    .set({ opted_out_at: at })
    .where('id', '=', conversationId)
    .execute();
  for (const id of others) {
    await transaction
      .updateTable('conversations')
      // A turn that runs there now must not write its memory back.
      .set((column) => ({
        version: column('version', '+', 1),
        state: null,
        personal_since: null,
        opted_out_at: at,
      }))
      .where('id', '=', id)
      .execute();
    await erasePersonal(transaction, cipher, id, [1, 2]);
  }
}

/** The messages of this matter are covered by the consent just given. */
async function markConsented(transaction: Transaction<Schema>, conversationId: string): Promise<void> {
  for (const table of ['inbox', 'outbox'] as const) {
    await transaction
      .updateTable(table)
      .set({ personal: 2 })
      .where('conversation_id', '=', conversationId)
      .where('personal', '=', 1)
      .execute();
  }
}
