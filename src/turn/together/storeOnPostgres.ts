import { sql } from 'kysely';
import type { Records } from '../../records/index.js';
import type { AskedMessage, StoredMessage } from './gatherMessages.js';

/**
 * One statement that is a commit of its own, for one message each of several conversations. Nothing of a message is stored where its
 * conversation gave out another number, has its key, or is being written to by somebody else: nobody waits here for anybody, so that one
 * conversation can't hold up the others.
 * @returns by its id each conversation whose message was stored, as it is then
 */
export async function storeOnPostgres(
  { db }: Records,
  asked: readonly AskedMessage[],
): Promise<ReadonlyMap<string, StoredMessage>> {
  const { rows } = await sql<StoredMessage>`with "asked" as materialized (
      select * from unnest(
        ${asked.map(({ id }) => id)}::text[],
        ${asked.map(({ lastSeq }) => lastSeq)}::bigint[],
        ${asked.map(({ key }) => key)}::text[],
        ${asked.map(({ payload }) => payload)}::text[],
        ${asked.map(({ at }) => at)}::bigint[],
        ${asked.map(({ since }) => since)}::bigint[],
        ${asked.map(({ mustBeOpen }) => mustBeOpen)}::boolean[],
        ${asked.map(({ speaks }) => speaks)}::boolean[],
        ${asked.map(({ address }) => address)}::text[],
        ${asked.map(({ heardAt }) => heardAt)}::bigint[],
        ${asked.map(({ entry }) => entry?.campaign ?? null)}::text[],
        ${asked.map(({ entry }) => entry?.event ?? null)}::text[]
      ) as given(id, last_seq, key, payload, at, since, must_be_open, speaks, address, heard_at, campaign, event)
    ), "free" as materialized (
      select found.id from "asked" join "conversations" as found on found.id = "asked".id
      where found.last_seq = "asked".last_seq
      for no key update of found skip locked
    ), "taken" as (
      update "conversations" as own set
        last_seq = own.last_seq + 1,
        opted_out_at = case when "asked".speaks then null else own.opted_out_at end,
        campaign = coalesce("asked".campaign, own.campaign),
        event = case when "asked".campaign is null then own.event else "asked".event end,
        address = coalesce("asked".address, own.address),
        heard_at = case when "asked".address is null then own.heard_at else "asked".heard_at end,
        unreachable_since = case when "asked".address is null then own.unreachable_since end
      from "asked" join "free" on "free".id = "asked".id
      where own.id = "asked".id
        and own.last_seq = "asked".last_seq
        and (own.forgotten_at is null or not "asked".must_be_open)
        -- Whoever takes a number moves the last one on: while that is the same, nobody stored the key since this looked for it.
        and (
          select seq from "inbox" where key = "asked".key and received_at >= "asked".since limit 1
        ) is null
      returning own.id, own.channel, own.user_id, own.version, own.last_seq, own.state, own.created_at,
        own.silent_until, own.handling, own.handled_by
    ), "kept" as (
      insert into "inbox" (conversation_id, seq, key, payload, received_at)
      select "taken".id, "taken".last_seq, "asked".key, "asked".payload, "asked".at
      from "taken" join "asked" on "asked".id = "taken".id
    )
    select "taken".id, "taken".channel, "taken".user_id, "taken".version, "taken".last_seq, "taken".state,
      "taken".created_at, "taken".silent_until, "taken".handling, "taken".handled_by,
      -- Sees what was there before this statement.
      (
        select seq from "inbox"
        where conversation_id = "taken".id and processed_at is null and received_at >= "asked".since limit 1
      ) as before
    from "taken" join "asked" on "asked".id = "taken".id`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
