import type { Transaction } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { Schema } from '../records/index.js';
import { insertConsent, type ConsentGiven } from './insertConsent.js';
import { recordEvent } from './recordEvent.js';

type Place = Readonly<{
  reference: string;
  conversation: Readonly<{ id: string; channel: string }>;
  sourceSeq: number;
  at: number;
}>;

/** Another time for the call. Only of a lead to which this conversation gave a consent, and while it is open. */
export async function setCallTime(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  { callTime, ...place }: Place & Readonly<{ callTime: string }>,
): Promise<void> {
  const own = await ownLead(transaction, place);
  if (own === undefined) return;
  const { leadId } = own;
  const updated = await transaction
    .updateTable('leads')
    .set((column) => ({ call_time: callTime, version: column('version', '+', 1), updated_at: place.at }))
    .where('id', '=', leadId)
    .where('open_key', 'is not', null)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 1n)
    await recordEvent(transaction, cipher, { ...own, kind: 'call_time', at: place.at, note: callTime });
}

/** Consent to be reminded, beside the one to be called: a record of its own. Given twice it stands once. */
export async function agreeToReminders(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  { consent, ...place }: Place & Readonly<{ consent: ConsentGiven }>,
): Promise<void> {
  const own = await ownLead(transaction, place);
  if (own === undefined) return;
  const { leadId } = own;
  const held = await transaction
    .selectFrom('consents')
    .select('id')
    .where('lead_id', '=', leadId)
    .where('purpose', '=', 'reminder')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (held !== undefined) return;
  const { conversation, sourceSeq, at } = place;
  await insertConsent(transaction, { leadId, purpose: 'reminder', consent, conversation, sourceSeq, at });
  await recordEvent(transaction, cipher, { ...own, kind: 'reminder_agreed', at });
}

async function ownLead(
  transaction: Transaction<Schema>,
  { reference, conversation }: Place,
): Promise<Readonly<{ leadId: string; conversationId: string }> | undefined> {
  return transaction
    .selectFrom('leads')
    .innerJoin('consents', 'consents.lead_id', 'leads.id')
    .select(['leads.id as leadId', 'leads.conversation_id as conversationId'])
    .where('leads.reference', '=', reference)
    .where('consents.conversation_id', '=', conversation.id)
    .where('consents.withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
}
