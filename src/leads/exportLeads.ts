import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import { leadContext } from './sealedLead.js';

/** A confirmed lead with its personal data, for whoever may run commands on the machine. */
export type ExportedLead = Readonly<{
  reference: string;
  name: string;
  phone: string;
  product: string;
  locality: string;
  status: string;
  channel: string;
  conversation: string;
  campaign: string | null;
  event: string | null;
  suspicious: boolean;
  consentedAt: string;
  createdAt: string;
}>;

/** Every lead with a consent to be called that holds, each once, oldest first. */
export async function exportLeads(records: Records, cipher: Cipher): Promise<readonly ExportedLead[]> {
  const rows = await records.db
    .selectFrom('leads')
    .innerJoin('consents', 'consents.lead_id', 'leads.id')
    .selectAll('leads')
    .select('consents.given_at')
    .where('consents.purpose', '=', 'call')
    .where('consents.withdrawn_at', 'is', null)
    .where('leads.status', '<>', 'withdrawn')
    .orderBy('leads.created_at')
    .orderBy('leads.id')
    .orderBy('consents.id')
    .execute();
  // A number that was left again has more than one consent: the first made the lead.
  const firsts = rows.filter((row, index) => rows[index - 1]?.id !== row.id);
  return firsts.map((row) => ({
    reference: row.reference,
    name: cipher.open(row.name, leadContext(row.id, 'name')),
    phone: cipher.open(row.phone, leadContext(row.id, 'phone')),
    product: row.product,
    locality: [row.commune, row.province].filter((part) => part !== '').join(', '),
    status: row.status,
    channel: row.channel,
    conversation: row.conversation_id,
    campaign: row.campaign,
    event: row.event,
    suspicious: row.suspicious === 1,
    consentedAt: new Date(row.given_at).toISOString(),
    createdAt: new Date(row.created_at).toISOString(),
  }));
}
