import { z } from 'zod';
import type { Cipher } from '../privacy/index.js';
import type { LeadEventsTable, LeadStatus, Records } from '../records/index.js';
import { allowedStatuses } from './leadStatus.js';
import type { LeadEstimate } from './LeadDraft.js';
import { summariseLead, type LeadSummary } from './listLeads.js';
import { leadContext, noteContext } from './sealedLead.js';

/** A lead with everything an officer needs before the call. */
export type LeadDetail = LeadSummary &
  Readonly<{
    conversationId: string;
    estimate: LeadEstimate | null;
    consents: readonly Readonly<{
      purpose: string;
      text: string;
      textVersion: string;
      givenAt: string;
      withdrawnAt: string | null;
    }>[];
    events: readonly LeadEvent[];
    allowedStatuses: readonly LeadStatus[];
  }>;

export type LeadEvent = Readonly<{
  id: string;
  at: string;
  kind: LeadEventsTable['kind'];
  /** Name of the officer, or null for the citizen. */
  actor: string | null;
  from: LeadStatus | null;
  to: LeadStatus | null;
  note: string | null;
}>;

const estimateSchema = z.object({
  reference: z.string(),
  product: z.enum(['vsi', 'hhi']),
  summary: z.array(z.string()),
});

/** Undefined for an unknown id. */
export async function readLead(
  records: Records,
  cipher: Cipher,
  id: string,
): Promise<LeadDetail | undefined> {
  const row = await records.db.selectFrom('leads').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  // Ids grow in the order of writing also when the machine's clock is set back between two of them.
  const [consents, events] = await Promise.all([
    records.db.selectFrom('consents').selectAll().where('lead_id', '=', id).orderBy('id').execute(),
    records.db
      .selectFrom('lead_events')
      .leftJoin('accounts', 'accounts.id', 'lead_events.actor_id')
      .selectAll('lead_events')
      .select('accounts.name as actor_name')
      .where('lead_id', '=', id)
      .orderBy('lead_events.id')
      .execute(),
  ]);
  return {
    ...summariseLead(cipher, row),
    conversationId: row.conversation_id,
    estimate: row.estimate === null ? null : estimateSchema.parse(JSON.parse(row.estimate)),
    consents: consents.map((consent) => ({
      purpose: consent.purpose,
      text: consent.text,
      textVersion: consent.text_version,
      givenAt: new Date(consent.given_at).toISOString(),
      withdrawnAt: consent.withdrawn_at === null ? null : new Date(consent.withdrawn_at).toISOString(),
    })),
    events: events.map((event) => ({
      id: event.id,
      at: new Date(event.at).toISOString(),
      kind: event.kind,
      actor: event.actor_name,
      from: event.from_status,
      to: event.to_status,
      note: event.note === null ? null : cipher.open(event.note, noteContext(event.id)),
    })),
    allowedStatuses: allowedStatuses(row.status),
  };
}

/** The full phone number of a lead, for the call; undefined when the lead is unknown or nobody may call any more. */
export async function readPhone(records: Records, cipher: Cipher, id: string): Promise<string | undefined> {
  const row = await records.db
    .selectFrom('leads')
    .select(['phone', 'status'])
    .where('id', '=', id)
    .executeTakeFirst();
  const phone =
    row === undefined || row.status === 'withdrawn' ? '' : cipher.open(row.phone, leadContext(id, 'phone'));
  return phone === '' ? undefined : phone;
}

/** The newest lead that a conversation made and that still stands: what an officer calls the person. */
export async function leadNameOf(
  records: Records,
  cipher: Cipher,
  conversationId: string,
): Promise<Readonly<{ id: string; name: string; reference: string }> | undefined> {
  const row = await records.db
    .selectFrom('leads')
    .select(['id', 'name', 'reference'])
    .where('conversation_id', '=', conversationId)
    .where('status', '<>', 'withdrawn')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, name: cipher.open(row.name, leadContext(row.id, 'name')) };
}
