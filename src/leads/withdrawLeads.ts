import type { Transaction } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { ConsentPurpose, Records, Schema } from '../records/index.js';
import { recordEvent } from './recordEvent.js';
import { leadContext } from './sealedLead.js';

/** What a citizen takes back: one purpose, or everything. */
export type Withdrawal = ConsentPurpose | 'all';

/** How many leads rest on a consent for a purpose (any, for `all`) that was given in a conversation and still holds. */
export async function countConsentedLeads(
  records: Records,
  conversationId: string,
  withdrawal: Withdrawal = 'all',
): Promise<number> {
  const base = records.db
    .selectFrom('consents')
    .select('lead_id')
    .distinct()
    .where('conversation_id', '=', conversationId)
    .where('withdrawn_at', 'is', null);
  const rows = await (withdrawal === 'all' ? base : base.where('purpose', '=', withdrawal)).execute();
  return rows.length;
}

/**
 * The citizen withdraws a consent, for the call, the reminders or both. It holds for every lead of the same number, on whichever
 * channel it was left: consent with a number links conversations, and nothing before it does. When nobody may call, a lead is
 * withdrawn; when no purpose is left, name, phone, place and notes are erased. The empty rows stay, so that an officer's list and
 * the record of the consent remain true.
 * @returns the other conversations of the person, in which consent was given with the same number.
 */
export async function withdrawLeads(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  {
    conversationId,
    withdrawal,
    at,
  }: Readonly<{ conversationId: string; withdrawal: Withdrawal; at: number }>,
): Promise<readonly string[]> {
  const numbers = await transaction
    .selectFrom('consents')
    .innerJoin('leads', 'leads.id', 'consents.lead_id')
    .select('leads.phone_index')
    .distinct()
    .where('consents.conversation_id', '=', conversationId)
    .where('consents.withdrawn_at', 'is', null)
    .where('leads.phone_index', '<>', '')
    .execute();
  if (numbers.length === 0) return [];
  const consented = await transaction
    .selectFrom('consents')
    .innerJoin('leads', 'leads.id', 'consents.lead_id')
    .select([
      'leads.id as leadId',
      'leads.conversation_id as madeIn',
      'consents.conversation_id as conversation',
    ])
    .distinct()
    .where(
      'leads.phone_index',
      'in',
      numbers.map(({ phone_index: number }) => number),
    )
    .where('consents.withdrawn_at', 'is', null)
    // In one order, so that two who withdraw at once don't wait for each other.
    .orderBy('leads.id')
    .execute();
  for (const [leadId, conversation] of new Map(consented.map((row) => [row.leadId, row.madeIn]))) {
    await withdrawLead(transaction, cipher, { leadId, conversationId: conversation, withdrawal, at });
  }
  const others = new Set(consented.map(({ conversation }) => conversation));
  others.delete(conversationId);
  return [...others].toSorted();
}

/** A lead, the conversation that made it, and when something happens to it. */
type Lead = Readonly<{ leadId: string; conversationId: string; at: number }>;

async function withdrawLead(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  { withdrawal, ...event }: Lead & Readonly<{ withdrawal: Withdrawal }>,
): Promise<void> {
  const { leadId, at } = event;
  const holding = await transaction
    .selectFrom('consents')
    .select(['id', 'purpose'])
    .where('lead_id', '=', leadId)
    .where('withdrawn_at', 'is', null)
    .execute();
  const taken = holding.filter(({ purpose }) => withdrawal === 'all' || purpose === withdrawal);
  if (taken.length === 0) return;
  await transaction
    .updateTable('consents')
    .set({ withdrawn_at: at })
    .where(
      'id',
      'in',
      taken.map(({ id }) => id),
    )
    .execute();
  const took = (purpose: ConsentPurpose): boolean => taken.some((consent) => consent.purpose === purpose);
  if (took('reminder')) await recordEvent(transaction, cipher, { ...event, kind: 'reminder_withdrawn' });
  if (took('call')) await stopCalls(transaction, cipher, event);
  if (taken.length === holding.length) await eraseLead(transaction, cipher, leadId, at);
}

/** Nobody may call any more: the lead leaves the officers' work, and what was only for the call goes. */
async function stopCalls(transaction: Transaction<Schema>, cipher: Cipher, event: Lead): Promise<void> {
  const { leadId, at } = event;
  const { status } = await transaction
    .selectFrom('leads')
    .select('status')
    .where('id', '=', leadId)
    .executeTakeFirstOrThrow();
  await transaction
    .updateTable('leads')
    .set((column) => ({
      status: 'withdrawn',
      open_key: null,
      commune: '',
      province: '',
      commune_code: null,
      locality_folded: '',
      call_time: '',
      estimate: null,
      version: column('version', '+', 1),
      updated_at: at,
    }))
    .where('id', '=', leadId)
    .execute();
  await transaction.updateTable('lead_events').set({ note: null }).where('lead_id', '=', leadId).execute();
  await recordEvent(transaction, cipher, { ...event, kind: 'withdrawn', from: status, to: 'withdrawn' });
}

async function eraseLead(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  leadId: string,
  at: number,
): Promise<void> {
  await transaction
    .updateTable('leads')
    .set({
      name: cipher.seal('', leadContext(leadId, 'name')),
      phone: cipher.seal('', leadContext(leadId, 'phone')),
      phone_index: '',
      updated_at: at,
    })
    .where('id', '=', leadId)
    .execute();
  await transaction.updateTable('lead_events').set({ note: null }).where('lead_id', '=', leadId).execute();
}
