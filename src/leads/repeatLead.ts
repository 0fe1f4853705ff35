import type { Transaction } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { Schema } from '../records/index.js';
import { insertConsent } from './insertConsent.js';
import type { LeadDraft } from './LeadDraft.js';
import { recordEvent } from './recordEvent.js';
import { leadContext } from './sealedLead.js';

export type RepeatedLead = Readonly<{
  leadId: string;
  draft: LeadDraft;
  conversation: Readonly<{ id: string; channel: string }>;
  sourceSeq: number;
  at: number;
}>;

/**
 * The number was left again while somebody is to call on it: the lead stays one. The new consent is kept with it, and what was
 * told otherwise this time is noted for the officer. False when the lead is gone meanwhile.
 */
export async function repeatLead(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  { leadId, draft, conversation, sourceSeq, at }: RepeatedLead,
): Promise<boolean> {
  const row = await transaction
    .updateTable('leads')
    .set((column) => ({
      version: column('version', '+', 1),
      updated_at: at,
      ...(draft.estimate === undefined ? {} : { estimate: JSON.stringify(draft.estimate) }),
    }))
    .where('id', '=', leadId)
    .where('open_key', 'is not', null)
    .returning(['name', 'commune', 'province', 'conversation_id'])
    .executeTakeFirst();
  if (row === undefined) return false;
  const told = [draft.name, draft.commune, draft.province];
  const known = [cipher.open(row.name, leadContext(leadId, 'name')), row.commune, row.province];
  const others = told.filter((part, index) => part !== '' && part !== known[index]);
  await insertConsent(transaction, {
    leadId,
    purpose: 'call',
    consent: draft.consent,
    conversation,
    sourceSeq,
    at,
  });
  const note = others.length === 0 ? {} : { note: others.join(', ') };
  await recordEvent(transaction, cipher, {
    leadId,
    conversationId: row.conversation_id,
    kind: 'repeated',
    at,
    ...note,
  });
  return true;
}
