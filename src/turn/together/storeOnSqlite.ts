import { sql } from 'kysely';
import type { Records } from '../../records/index.js';
import type { AskedMessage, StoredMessage } from './gatherMessages.js';

/**
 * Two statements for one message each of several conversations, in the transaction that they share with whatever else is written.
 * Nothing of a message is stored where its conversation gave out another number or has its key.
 * @returns by its id each conversation whose message was stored, as it is then
 */
export function storeOnSqlite(
  { write }: Records,
  asked: readonly AskedMessage[],
): Promise<ReadonlyMap<string, StoredMessage>> {
  const places = asked.map(({ payload: _payload, entry, ...place }) => ({
    ...place,
    campaign: entry?.campaign ?? null,
    event: entry?.event ?? null,
  }));
  return write(async (transaction) => {
    const { rows } = await sql<StoredMessage>`update "conversations" set
        last_seq = "conversations".last_seq + 1,
        opted_out_at = case when asked.speaks then null else opted_out_at end,
        campaign = coalesce(asked.campaign, "conversations".campaign),
        event = case when asked.campaign is null then "conversations".event else asked.event end,
        address = coalesce(asked.address, "conversations".address),
        heard_at = case when asked.address is null then "conversations".heard_at else asked.heard_at end,
        unreachable_since = case when asked.address is null then unreachable_since end
      from (
        select value ->> 'id' as id, value ->> 'lastSeq' as last_seq, value ->> 'key' as key,
          value ->> 'mustBeOpen' as must_be_open, value ->> 'speaks' as speaks, value ->> 'address' as address,
          value ->> 'heardAt' as heard_at, value ->> 'campaign' as campaign, value ->> 'event' as event
        from json_each(${JSON.stringify(places)})
      ) as asked
      where "conversations".id = asked.id
        and "conversations".last_seq = asked.last_seq
        and (forgotten_at is null or not asked.must_be_open)
        and not exists (select 1 from "inbox" where "inbox".key = asked.key)
      returning id, channel, user_id, version, last_seq, state, created_at, silent_until, handling, handled_by,
        (
          select seq from "inbox"
          where "inbox".conversation_id = "conversations".id and "inbox".processed_at is null limit 1
        ) as before`.execute(transaction);
    const taken = new Map(rows.map((row) => [row.id, row]));
    const kept = asked.filter(({ id }) => taken.has(id));
    if (kept.length > 0)
      await sql`insert into "inbox" (conversation_id, seq, key, payload, received_at)
        select value ->> 'id', value ->> 'lastSeq' + 1, value ->> 'key', value ->> 'payload', value ->> 'at'
        from json_each(${JSON.stringify(kept)})`.execute(transaction);
    return taken;
  });
}
