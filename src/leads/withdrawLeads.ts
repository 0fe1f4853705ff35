import type { Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Cipher } from '../privacy/index.js';
import type { Records, Schema } from '../records/index.js';
import { leadContext } from './sealedLead.js';

/** How many leads of a conversation rest on a consent that still holds. */
export async function countConsentedLeads(records: Records, conversationId: string): Promise<number> {
  const row = await records.db
    .selectFrom('leads')
    .select((column) => column.fn.countAll().as('leads'))
    .where('conversation_id', '=', conversationId)
    .where('status', '<>', 'withdrawn')
    .executeTakeFirstOrThrow();
  return Number(row.leads);
}

/**
 * The citizen withdraws consent: name, phone, place and notes of the conversation's leads are erased and nobody may call.
 * The empty rows stay, so that an officer's list and the record of the consent remain true.
 */
export async function withdrawLeads(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  conversationId: string,
  at: number,
): Promise<void> {
  const leads = await transaction
    .selectFrom('leads')
    .select(['id', 'status'])
    .where('conversation_id', '=', conversationId)
    .where('status', '<>', 'withdrawn')
    .execute();
  for (const { id, status } of leads) {
    await transaction
      .updateTable('leads')
      .set((column) => ({
        status: 'withdrawn',
        name: cipher.seal('', leadContext(id, 'name')),
        phone: cipher.seal('', leadContext(id, 'phone')),
        phone_index: '',
        commune: '',
        province: '',
        locality_folded: '',
        call_time: '',
        estimate: null,
        version: column('version', '+', 1),
        updated_at: at,
      }))
      .where('id', '=', id)
      .execute();
    await transaction.updateTable('lead_events').set({ note: null }).where('lead_id', '=', id).execute();
    await transaction
      .insertInto('lead_events')
      .values({
        id: uuidv7(),
        lead_id: id,
        at,
        kind: 'withdrawn',
        actor_id: null,
        from_status: status,
        to_status: 'withdrawn',
        note: null,
      })
      .execute();
  }
  await transaction
    .updateTable('consents')
    .set({ withdrawn_at: at })
    .where('conversation_id', '=', conversationId)
    .where('withdrawn_at', 'is', null)
    .execute();
}
