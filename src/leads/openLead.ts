import type { Transaction } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { LeadStatus, Product, Records, Schema } from '../records/index.js';

/** An officer still has to act on it. */
const openStatuses: readonly LeadStatus[] = ['new', 'contacted', 'no_answer', 'appointment'];

/** What `leads.open_key` holds: a number has one open lead per product at most. Null where the lead is closed or erased. */
export function openKey(
  lead: Readonly<{ phoneIndex: string; product: Product; status: LeadStatus }>,
): string | null {
  const isOpen = lead.phoneIndex !== '' && openStatuses.includes(lead.status);
  return isOpen ? `${lead.phoneIndex}/${lead.product}` : null;
}

/** A lead on which somebody will call already. */
export type OpenLead = Readonly<{ id: string; reference: string; callTime: string; createdAt: Date }>;

/** The open lead of a number for a product, or one for both insurances; undefined where there is none. */
export async function findOpenLead(
  db: Records['db'] | Transaction<Schema>,
  cipher: Cipher,
  { phone, product }: Readonly<{ phone: string; product: Product }>,
): Promise<OpenLead | undefined> {
  const phoneIndex = cipher.blindIndex(phone);
  const products: readonly Product[] = [product, 'both'];
  const keys = products.flatMap((each) => openKey({ phoneIndex, product: each, status: 'new' }) ?? []);
  const row = await db
    .selectFrom('leads')
    .select(['id', 'reference', 'call_time', 'created_at'])
    .where('open_key', 'in', keys)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, reference, call_time: callTime, created_at } = row;
  return { id, reference, callTime, createdAt: new Date(created_at) };
}
