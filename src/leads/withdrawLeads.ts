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
 * The citizen withdraws a consent, for the call, the reminders or both; whoever else gave one for the same lead is the same number's
 * owner, so that it holds for those too. When nobody may call, the lead is withdrawn; when no purpose is left, name, phone, place
 * and notes are erased. The empty rows stay, so that an officer's list and the record of the consent remain true.
 */
export async function withdrawLeads(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  {
    conversationId,
    withdrawal,
    at,
  }: Readonly<{ conversationId: string; withdrawal: Withdrawal; at: number }>,
): Promise<void> {
  const consented = await transaction
    .selectFrom('consents')
    .select('lead_id')
    .distinct()
    .where('conversation_id', '=', conversationId)
    .where('withdrawn_at', 'is', null)
    .execute();
  for (const { lead_id: leadId } of consented) {
    if (leadId !== null) await withdrawLead(transaction, cipher, { leadId, withdrawal, at });
  }
}

async function withdrawLead(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  { leadId, withdrawal, at }: Readonly<{ leadId: string; withdrawal: Withdrawal; at: number }>,
): Promise<void> {
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
  if (took('reminder')) await recordEvent(transaction, cipher, { leadId, kind: 'reminder_withdrawn', at });
  if (took('call')) await stopCalls(transaction, cipher, leadId, at);
  if (taken.length === holding.length) await eraseLead(transaction, cipher, leadId, at);
}

/** Nobody may call any more: the lead leaves the officers' work, and what was only for the call goes. */
async function stopCalls(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  leadId: string,
  at: number,
): Promise<void> {
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
  await recordEvent(transaction, cipher, { leadId, kind: 'withdrawn', at, from: status, to: 'withdrawn' });
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
