import type { Records } from '../../src/records/index.js';

/** What a store holds of one conversation. */
export type StoreFacts = Readonly<{
  /** Messages taken in, the opening of the conversation among them. */
  taken: number;
  /** Those that no turn has finished. */
  waiting: number;
  /** Finished turns. */
  turns: number;
  replies: number;
  leads: number;
  consents: number;
  /** Consents that rest on a lead of this conversation. */
  joined: number;
}>;

export async function readFacts(records: Records, conversationId: string): Promise<StoreFacts> {
  // One transaction: facts of one moment.
  return records.db.transaction().execute(async (transaction) => {
    const inbox = await transaction
      .selectFrom('inbox')
      .select('processed_at')
      .where('conversation_id', '=', conversationId)
      .execute();
    const { version } = await transaction
      .selectFrom('conversations')
      .select('version')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow();
    const replies = await transaction
      .selectFrom('outbox')
      .select('seq')
      .where('conversation_id', '=', conversationId)
      .execute();
    const leads = await transaction
      .selectFrom('leads')
      .select('id')
      .where('conversation_id', '=', conversationId)
      .execute();
    const consents = await transaction
      .selectFrom('consents')
      .select('lead_id')
      .where('conversation_id', '=', conversationId)
      .execute();
    return {
      taken: inbox.length,
      waiting: inbox.filter((row) => row.processed_at === null).length,
      turns: version,
      replies: replies.length,
      leads: leads.length,
      consents: consents.length,
      joined: consents.filter((row) => leads.some(({ id }) => id === row.lead_id)).length,
    };
  });
}

/** Whether a delivery with this clientActivityID was stored. */
export async function isStored(records: Records, clientActivityID: string): Promise<boolean> {
  const row = await records.db
    .selectFrom('inbox')
    .select('seq')
    .where('key', 'like', `%:${clientActivityID}`)
    .executeTakeFirst();
  return row !== undefined;
}
