import { sql } from 'kysely';
import type { CommitDependencies, FinishedTurn } from './commitTurn.js';
import type { SaidActivity } from './conversationLog.js';
import { advancedColumns, placeReplies, processedColumns, replyRows } from './turnRows.js';

/**
 * Commits on PostgreSQL in one statement what most turns write: memory, replies and "processed". The numbers of the replies must be known
 * before, so that they can be sealed for their places: the statement does nothing when the conversation gave out another meanwhile.
 * @returns what was said; undefined when nothing was written: the turn has more to write, or somebody else wrote to the conversation
 */
export async function commitAtOnce(
  { records, cipher, pulls, now }: CommitDependencies,
  turn: FinishedTurn,
): Promise<readonly SaidActivity[] | undefined> {
  const { conversation, waiting, effects, replies } = turn;
  if (records.engine !== 'postgres' || !effects.onlySpeaks) return undefined;
  const at = now().getTime();
  const said = placeReplies(turn, { firstSeq: conversation.last_seq + 1, at });
  const rows = replyRows(cipher, turn, said, { at, pulls });
  const [first] = rows;
  const processed = await records.db
    .with('advanced', (query) =>
      query
        .updateTable('conversations')
        .set((column) => ({
          ...advancedColumns(column, cipher, turn, at),
          last_seq: conversation.last_seq + replies.length,
        }))
        .where('id', '=', conversation.id)
        .where('version', '=', conversation.version)
        .where('last_seq', '=', conversation.last_seq)
        // A turn of the message would have changed the version: this only makes sure that half a turn is never written.
        .where((column) =>
          column.exists(
            column
              .selectFrom('inbox')
              .select('seq')
              .where('conversation_id', '=', conversation.id)
              .where('seq', '=', waiting.seq)
              .where('received_at', '=', waiting.receivedAt)
              .where('processed_at', 'is', null),
          ),
        )
        .returning('id'),
    )
    .with('processed', (query) =>
      query
        .updateTable('inbox')
        .set(processedColumns(effects, at))
        .where('conversation_id', '=', conversation.id)
        .where('seq', '=', waiting.seq)
        .where('received_at', '=', waiting.receivedAt)
        .where((column) => column.exists(column.selectFrom('advanced').select('id')))
        .returning('conversation_id'),
    )
    .with('said', (query) =>
      query
        .insertInto('outbox')
        .columns([
          'conversation_id',
          'seq',
          'channel',
          'payload',
          'personal',
          'state',
          'next_attempt_at',
          'created_at',
        ])
        .expression((column) =>
          column
            .selectFrom([
              'processed',
              sql<{
                seq: number;
                payload: string;
              }>`unnest(${rows.map(({ seq }) => seq)}::bigint[], ${rows.map(({ payload }) => payload)}::text[])`.as<'reply'>(
                sql`reply(seq, payload)`,
              ),
            ])
            .select([
              'processed.conversation_id',
              'reply.seq',
              sql<string>`${conversation.channel}::text`.as('channel'),
              'reply.payload',
              sql<0 | 1>`${first?.personal ?? 0}::integer`.as('personal'),
              sql<'available' | 'queued'>`${first?.state ?? null}::text`.as('state'),
              sql<number | null>`${first?.next_attempt_at ?? null}::bigint`.as('next_attempt_at'),
              sql<number>`${first?.created_at ?? at}::bigint`.as('created_at'),
            ]),
        ),
    )
    .selectFrom('processed')
    .select('conversation_id')
    .executeTakeFirst();
  return processed === undefined ? undefined : said;
}
