import type { Transaction } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { PersonalMark, Schema } from '../records/index.js';
import { openInbound, openOutbound, sealInbound, sealOutbound, type Place } from './sealedPayload.js';

/** Put in place of an erased text; a mark, not a sentence, so that it needs no language. */
export const erasedText = '[…]';

/**
 * Takes the words out of every message of a conversation that carries one of `marks`. The rows stay, so that nothing shifts; what
 * has not been sent yet has nothing left to say and is not sent.
 */
export async function erasePersonal(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  conversationId: string,
  marks: readonly PersonalMark[],
): Promise<void> {
  const eraseFrom = { inbox: eraseInbound, outbox: eraseOutbound } as const;
  for (const table of ['inbox', 'outbox'] as const) {
    const rows = await transaction
      .selectFrom(table)
      .select(['seq', 'payload'])
      .where('conversation_id', '=', conversationId)
      .where('personal', 'in', marks)
      .execute();
    for (const { seq, payload } of rows) {
      await transaction
        .updateTable(table)
        .set({ payload: eraseFrom[table](cipher, { conversationId, seq }, payload), personal: 0 })
        .where('conversation_id', '=', conversationId)
        .where('seq', '=', seq)
        .execute();
    }
    if (table === 'inbox' || rows.length === 0) continue;
    const erased = rows.map(({ seq }) => seq);
    await transaction
      .updateTable('outbox')
      .set({ state: 'dropped' })
      .where('conversation_id', '=', conversationId)
      .where('state', '=', 'queued')
      .where('seq', 'in', erased)
      .execute();
  }
}

/** What the client needs to recognise its message by is kept, what was said is not. */
function eraseInbound(cipher: Cipher, place: Place, payload: string): string {
  const { type, from, locale, channelData } = openInbound(cipher, place, payload);
  const clientActivityID = channelData?.clientActivityID;
  return sealInbound(cipher, place, {
    type,
    from: { id: from.id, role: 'user' },
    ...(locale === undefined ? {} : { locale }),
    ...(typeof clientActivityID === 'string' ? { channelData: { clientActivityID } } : {}),
    text: erasedText,
  });
}

function eraseOutbound(cipher: Cipher, place: Place, payload: string): string {
  const { type, locale, replyToId } = openOutbound(cipher, place, payload);
  return sealOutbound(cipher, place, {
    type,
    text: erasedText,
    ...(locale === undefined ? {} : { locale }),
    ...(replyToId === undefined ? {} : { replyToId }),
  });
}
