import type { Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { foldText } from '../language/index.js';
import type { Cipher } from '../privacy/index.js';
import type { Schema } from '../records/index.js';
import type { LeadDraft } from './LeadDraft.js';
import { leadContext } from './sealedLead.js';

export type NewLead = Readonly<{
  draft: LeadDraft;
  reference: string;
  conversation: Readonly<{ id: string; channel: string }>;
  /** The message whose turn opens the lead. */
  sourceSeq: number;
  /** Milliseconds since 1970. */
  at: number;
}>;

/**
 * Writes a lead, the consent it rests on and its first event, inside the turn's transaction.
 * @throws when this message has made a lead already, or the reference is taken: the turn is run again.
 */
export async function insertLead(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  lead: NewLead,
): Promise<void> {
  const { draft, conversation, at } = lead;
  const id = uuidv7();
  await transaction
    .insertInto('leads')
    .values({
      id,
      reference: lead.reference,
      conversation_id: conversation.id,
      source_seq: lead.sourceSeq,
      channel: conversation.channel,
      product: draft.product,
      status: 'new',
      name: cipher.seal(draft.name, leadContext(id, 'name')),
      phone: cipher.seal(draft.phone, leadContext(id, 'phone')),
      phone_index: cipher.blindIndex(draft.phone),
      commune: draft.commune,
      province: draft.province,
      locality_folded: foldText(`${draft.commune} ${draft.province}`),
      call_time: draft.callTime,
      estimate: draft.estimate === undefined ? null : JSON.stringify(draft.estimate),
      suspicious: 0,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await transaction
    .insertInto('consents')
    .values({
      id: uuidv7(),
      conversation_id: conversation.id,
      lead_id: id,
      purpose: draft.consent.purpose,
      text_version: draft.consent.textVersion,
      text: draft.consent.text,
      locale: draft.consent.locale,
      channel: conversation.channel,
      evidence_seq: lead.sourceSeq,
      given_at: at,
      withdrawn_at: null,
    })
    .execute();
  await transaction
    .insertInto('lead_events')
    .values({
      id: uuidv7(),
      lead_id: id,
      at,
      kind: 'created',
      actor_id: null,
      from_status: null,
      to_status: 'new',
      note: null,
    })
    .execute();
}
