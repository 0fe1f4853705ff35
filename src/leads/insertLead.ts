import type { Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { foldText } from '../language/index.js';
import type { Cipher } from '../privacy/index.js';
import type { Schema } from '../records/index.js';
import { insertConsent } from './insertConsent.js';
import type { LeadDraft } from './LeadDraft.js';
import { openKey } from './openLead.js';
import { recordEvent } from './recordEvent.js';
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
 * @throws when this message has made a lead already, the reference is taken, or the number has an open lead for the product:
 * the turn is run again.
 */
export async function insertLead(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  lead: NewLead,
): Promise<void> {
  const { draft, conversation, sourceSeq, at } = lead;
  const id = uuidv7();
  const phoneIndex = cipher.blindIndex(draft.phone);
  const { campaign, event } = await transaction
    .selectFrom('conversations')
    .select(['campaign', 'event'])
    .where('id', '=', conversation.id)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('leads')
    .values({
      id,
      reference: lead.reference,
      conversation_id: conversation.id,
      source_seq: sourceSeq,
      channel: conversation.channel,
      product: draft.product,
      status: 'new',
      name: cipher.seal(draft.name, leadContext(id, 'name')),
      phone: cipher.seal(draft.phone, leadContext(id, 'phone')),
      phone_index: phoneIndex,
      open_key: openKey({ phoneIndex, product: draft.product, status: 'new' }),
      commune: draft.commune,
      province: draft.province,
      commune_code: draft.communeCode ?? null,
      locality_folded: foldText(`${draft.commune} ${draft.province}`),
      call_time: draft.callTime,
      estimate: draft.estimate === undefined ? null : JSON.stringify(draft.estimate),
      suspicious: 0,
      campaign,
      event,
      created_at: at,
      updated_at: at,
    })
    .execute();
  const { consent } = draft;
  await insertConsent(transaction, { leadId: id, purpose: 'call', consent, conversation, sourceSeq, at });
  await recordEvent(transaction, cipher, {
    leadId: id,
    conversationId: conversation.id,
    kind: 'created',
    at,
    to: 'new',
  });
}
