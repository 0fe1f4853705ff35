import { sql } from 'kysely';
import type { Records } from '../../records/index.js';
import type { SpokenTurn } from './gatherTurns.js';

/**
 * One statement that is a commit of its own, for one turn each of several conversations: memory, replies and "processed", of each all or
 * nothing. Nothing is written of a turn where another was committed since, a number was given out meanwhile, or somebody else is writing to
 * the conversation: nobody waits here for anybody.
 */
export async function writeOnPostgres(
  { db }: Records,
  turns: readonly SpokenTurn[],
): Promise<ReadonlyMap<string, 'written'>> {
  const replies = turns.flatMap((turn) => turn.replies);
  const { rows } = await sql<{ id: string }>`with "ended" as materialized (
      select * from unnest(
        ${turns.map(({ id }) => id)}::text[],
        ${turns.map(({ version }) => version)}::bigint[],
        ${turns.map(({ lastSeq }) => lastSeq)}::bigint[],
        ${turns.map(({ lastSeq, replies: { length } }) => lastSeq + length)}::bigint[],
        ${turns.map(({ seq }) => seq)}::bigint[],
        ${turns.map(({ receivedAt }) => receivedAt)}::bigint[],
        ${turns.map(({ state }) => state)}::text[],
        ${turns.map(({ holdsPersonal }) => holdsPersonal)}::boolean[],
        ${turns.map(({ at }) => at)}::bigint[]
      ) as given(id, version, last_seq, new_last_seq, seq, received_at, state, holds_personal, at)
    ), "free" as materialized (
      select found.id from "ended" join "conversations" as found on found.id = "ended".id
      where found.version = "ended".version and found.last_seq = "ended".last_seq
      for no key update of found skip locked
    ), "advanced" as (
      update "conversations" as own set
        version = own.version + 1,
        last_seq = "ended".new_last_seq,
        state = "ended".state,
        personal_since = case when "ended".holds_personal then coalesce(own.personal_since, "ended".at) else own.personal_since end,
        updated_at = "ended".at
      from "ended" join "free" on "free".id = "ended".id
      where own.id = "ended".id
        and own.version = "ended".version
        and own.last_seq = "ended".last_seq
        -- A turn of the message would have changed the version: this only makes sure that half a turn is never written.
        and (
          select seq from "inbox"
          where conversation_id = "ended".id and seq = "ended".seq and received_at = "ended".received_at
            and processed_at is null
        ) is not null
      returning own.id
    ), "processed" as (
      update "inbox" set
        processed_at = "ended".at,
        personal = case when "ended".holds_personal then 1 else "inbox".personal end
      from "ended" join "advanced" on "advanced".id = "ended".id
      where "inbox".conversation_id = "ended".id
        and "inbox".seq = "ended".seq
        and "inbox".received_at = "ended".received_at
      returning "inbox".conversation_id
    ), "said" as (
      insert into "outbox" (conversation_id, seq, channel, payload, personal, state, next_attempt_at, created_at)
      select reply.* from unnest(
        ${replies.map((reply) => reply.conversation_id)}::text[],
        ${replies.map((reply) => reply.seq)}::bigint[],
        ${replies.map((reply) => reply.channel)}::text[],
        ${replies.map((reply) => reply.payload)}::text[],
        ${replies.map((reply) => reply.personal)}::integer[],
        ${replies.map((reply) => reply.state)}::text[],
        ${replies.map((reply) => reply.next_attempt_at)}::bigint[],
        ${replies.map((reply) => reply.created_at)}::bigint[]
      ) as reply(conversation_id, seq, channel, payload, personal, state, next_attempt_at, created_at)
      join "processed" on "processed".conversation_id = reply.conversation_id
    )
    select conversation_id as id from "processed"`.execute(db);
  return new Map(rows.map(({ id }) => [id, 'written']));
}
