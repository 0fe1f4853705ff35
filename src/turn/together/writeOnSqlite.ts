import { sql } from 'kysely';
import type { Records } from '../../records/index.js';
import type { SpokenTurn } from './gatherTurns.js';

/**
 * Three statements for one turn each of several conversations, in the transaction that they share with whatever else is written: memory,
 * replies and "processed", of each all or nothing. Nothing is written of a turn where another was committed since, or a number was given
 * out meanwhile.
 */
export function writeOnSqlite(
  { write }: Records,
  turns: readonly SpokenTurn[],
): Promise<ReadonlyMap<string, 'written'>> {
  const ends = turns.map(({ replies, ...turn }) => ({ ...turn, newLastSeq: turn.lastSeq + replies.length }));
  return write(async (transaction) => {
    const { rows } = await sql<{ id: string }>`update "conversations" set
        version = "conversations".version + 1,
        last_seq = ended.new_last_seq,
        state = ended.state,
        personal_since = case when ended.holds_personal then coalesce(personal_since, ended.at) else personal_since end,
        updated_at = ended.at
      from (
        select value ->> 'id' as id, value ->> 'version' as version, value ->> 'lastSeq' as last_seq,
          value ->> 'newLastSeq' as new_last_seq, value ->> 'seq' as seq, value ->> 'state' as state,
          value ->> 'holdsPersonal' as holds_personal, value ->> 'at' as at
        from json_each(${JSON.stringify(ends)})
      ) as ended
      where "conversations".id = ended.id
        and "conversations".version = ended.version
        and "conversations".last_seq = ended.last_seq
        and exists (
          select 1 from "inbox"
          where "inbox".conversation_id = ended.id and "inbox".seq = ended.seq and "inbox".processed_at is null
        )
      returning id`.execute(transaction);
    const advanced = new Set(rows.map(({ id }) => id));
    const written = turns.filter(({ id }) => advanced.has(id));
    if (written.length === 0) return new Map<string, 'written'>();
    const answered = written.map(({ id, seq, at, holdsPersonal }) => ({ id, seq, at, holdsPersonal }));
    await sql`update "inbox" set
        processed_at = ended.at,
        personal = case when ended.holds_personal then 1 else personal end
      from (
        select value ->> 'id' as id, value ->> 'seq' as seq, value ->> 'at' as at,
          value ->> 'holdsPersonal' as holds_personal
        from json_each(${JSON.stringify(answered)})
      ) as ended
      where "inbox".conversation_id = ended.id and "inbox".seq = ended.seq`.execute(transaction);
    const replies = written.flatMap((turn) => turn.replies);
    if (replies.length > 0)
      await sql`insert into "outbox" (conversation_id, seq, channel, payload, personal, state, next_attempt_at, created_at)
        select value ->> 'conversation_id', value ->> 'seq', value ->> 'channel', value ->> 'payload',
          value ->> 'personal', value ->> 'state', value ->> 'next_attempt_at', value ->> 'created_at'
        from json_each(${JSON.stringify(replies)})`.execute(transaction);
    return new Map(written.map(({ id }) => [id, 'written'] as const));
  });
}
