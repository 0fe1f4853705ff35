import type { Selectable, SelectQueryBuilder } from 'kysely';
import { foldText } from '../language/index.js';
import type { Cipher } from '../privacy/index.js';
import type { LeadsTable, LeadStatus, Product, Records, Schema } from '../records/index.js';
import { maskPhone } from './maskPhone.js';
import { leadContext } from './sealedLead.js';

/** A lead as it stands in a list: the phone number masked. */
export type LeadSummary = Readonly<{
  id: string;
  reference: string;
  status: LeadStatus;
  product: Product;
  name: string;
  phoneMasked: string;
  locality: string;
  callTime: string;
  channel: string;
  /** By what the citizen came; null for by themselves. */
  campaign: string | null;
  event: string | null;
  suspicious: boolean;
  createdAt: string;
  updatedAt: string;
  version: number;
}>;

export const leadSortColumns = {
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  status: 'status',
  product: 'product',
  locality: 'locality_folded',
} as const;

export type LeadQuery = Readonly<{
  ids?: readonly string[];
  status?: LeadStatus;
  product?: Product;
  campaign?: string;
  event?: string;
  /** Name, phone digits, reference or place; accents and case don't matter. */
  q?: string;
  /** Milliseconds since 1970: created at or after, and before. */
  from?: number;
  before?: number;
  sort: keyof typeof leadSortColumns;
  descending: boolean;
  offset: number;
  limit: number;
}>;

/** Names are sealed, so that a search by name opens them one by one: the newest this many. */
const nameSearchLimit = 20_000;

/** One page of leads and how many there are in all. */
export async function listLeads(
  records: Records,
  cipher: Cipher,
  query: LeadQuery,
): Promise<Readonly<{ leads: readonly LeadSummary[]; total: number }>> {
  const wanted = query.q?.trim() ?? '';
  const matching = wanted === '' ? undefined : await findMatching(records, cipher, query, wanted);
  if (matching?.length === 0) return { leads: [], total: 0 };
  const filtered = () => {
    const base = filter(records.db.selectFrom('leads'), query);
    return matching === undefined ? base : base.where('id', 'in', matching);
  };
  const direction = query.descending ? 'desc' : 'asc';
  const [rows, counted] = await Promise.all([
    filtered()
      .selectAll()
      .orderBy(leadSortColumns[query.sort], direction)
      .orderBy('id', direction)
      .offset(query.offset)
      .limit(query.limit)
      .execute(),
    filtered()
      .select((column) => column.fn.countAll().as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return { leads: rows.map((row) => summariseLead(cipher, row)), total: Number(counted.total) };
}

export type LeadRow = Readonly<Selectable<LeadsTable>>;

export function summariseLead(cipher: Cipher, row: LeadRow): LeadSummary {
  const withdrawn = row.status === 'withdrawn';
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    product: row.product,
    // What is kept for reminders only is none of the officer's business once nobody may call.
    name: withdrawn ? '' : cipher.open(row.name, leadContext(row.id, 'name')),
    phoneMasked: withdrawn ? '' : maskPhone(cipher.open(row.phone, leadContext(row.id, 'phone'))),
    locality: [row.commune, row.province].filter((part) => part !== '').join(', '),
    callTime: row.call_time,
    channel: row.channel,
    campaign: row.campaign,
    event: row.event,
    suspicious: row.suspicious === 1,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
    version: row.version,
  };
}

function filter<O>(
  base: SelectQueryBuilder<Schema, 'leads', O>,
  query: LeadQuery,
): SelectQueryBuilder<Schema, 'leads', O> {
  let filtered = base;
  if (query.ids !== undefined) filtered = filtered.where('id', 'in', query.ids.length > 0 ? query.ids : ['']);
  if (query.status !== undefined) filtered = filtered.where('status', '=', query.status);
  if (query.product !== undefined) filtered = filtered.where('product', '=', query.product);
  if (query.campaign !== undefined) filtered = filtered.where('campaign', '=', query.campaign);
  if (query.event !== undefined) filtered = filtered.where('event', '=', query.event);
  if (query.from !== undefined) filtered = filtered.where('created_at', '>=', query.from);
  if (query.before !== undefined) filtered = filtered.where('created_at', '<', query.before);
  return filtered;
}

async function findMatching(
  records: Records,
  cipher: Cipher,
  query: LeadQuery,
  wanted: string,
): Promise<readonly string[]> {
  const folded = foldText(wanted);
  const digits = wanted.replace(/[\s.]/g, '').replace(/^\+?84/, '0');
  const phoneIndex = /^0\d{8,10}$/.test(digits) ? cipher.blindIndex(digits) : undefined;
  const rows = await filter(records.db.selectFrom('leads'), query)
    .select(['id', 'status', 'name', 'reference', 'phone_index', 'locality_folded'])
    .orderBy('created_at', 'desc')
    .limit(nameSearchLimit)
    .execute();
  return rows
    .filter((row) => {
      if (row.status === 'withdrawn') return foldText(row.reference).includes(folded);
      if (phoneIndex !== undefined) return row.phone_index === phoneIndex;
      if (foldText(row.reference).includes(folded) || row.locality_folded.includes(folded)) return true;
      return foldText(cipher.open(row.name, leadContext(row.id, 'name'))).includes(folded);
    })
    .map((row) => row.id);
}
