import type { Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Cipher } from '../privacy/index.js';
import type { LeadEventsTable, LeadStatus, Schema } from '../records/index.js';
import { noteContext } from './sealedLead.js';

/** Something the citizen did, in the lead's history. */
export type CitizenEvent = Readonly<{
  leadId: string;
  /** The conversation that made the lead. */
  conversationId: string;
  kind: LeadEventsTable['kind'];
  at: number;
  from?: LeadStatus;
  to?: LeadStatus;
  /** Sealed, because it may tell who it is. */
  note?: string;
}>;

export async function recordEvent(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  { leadId, conversationId, kind, at, from, to, note }: CitizenEvent,
): Promise<void> {
  const id = uuidv7();
  await transaction
    .insertInto('lead_events')
    .values({
      id,
      lead_id: leadId,
      conversation_id: conversationId,
      at,
      kind,
      actor_id: null,
      from_status: from ?? null,
      to_status: to ?? null,
      note: note === undefined ? null : cipher.seal(note, noteContext(id)),
    })
    .execute();
}
