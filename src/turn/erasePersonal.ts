import type { Transaction } from 'kysely';
import type { Cipher } from '../privacy/index.js';
import type { PersonalMark, Schema } from '../records/index.js';
import { openInbound, openOutbound, sealInbound, sealOutbound } from './sealedPayload.js';

/** Put in place of an erased text; a mark, not a sentence, so that it needs no language. */
export const erasedText = '[…]';

/** Takes the words out of every message of a conversation that carries one of `marks`. The rows stay, so that nothing shifts. */
export async function erasePersonal(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  conversationId: string,
  marks: readonly PersonalMark[],
): Promise<void> {
  await eraseInbox(transaction, cipher, conversationId, marks);
  await eraseOutbox(transaction, cipher, conversationId, marks);
}

async function eraseInbox(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  conversationId: string,
  marks: readonly PersonalMark[],
): Promise<void> {
  const rows = await transaction
    .selectFrom('inbox')
    .select(['seq', 'payload'])
    .where('conversation_id', '=', conversationId)
    .where('personal', 'in', marks)
    .execute();
  for (const { seq, payload } of rows) {
    const place = { conversationId, seq };
    const { type, from, locale, channelData } = openInbound(cipher, place, payload);
    const clientActivityID = channelData?.clientActivityID;
    const kept = {
      type,
      from: { id: from.id, role: 'user' },
      ...(locale === undefined ? {} : { locale }),
      ...(typeof clientActivityID === 'string' ? { channelData: { clientActivityID } } : {}),
      text: erasedText,
    };
    await transaction
      .updateTable('inbox')
      .set({ payload: sealInbound(cipher, place, kept), personal: 0 })
      .where('conversation_id', '=', conversationId)
      .where('seq', '=', seq)
      .execute();
  }
}

async function eraseOutbox(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  conversationId: string,
  marks: readonly PersonalMark[],
): Promise<void> {
  const rows = await transaction
    .selectFrom('outbox')
    .select(['seq', 'payload'])
    .where('conversation_id', '=', conversationId)
    .where('personal', 'in', marks)
    .execute();
  for (const { seq, payload } of rows) {
    const place = { conversationId, seq };
    const { type, locale, replyToId } = openOutbound(cipher, place, payload);
    const kept = {
      type,
      text: erasedText,
      ...(locale === undefined ? {} : { locale }),
      ...(replyToId === undefined ? {} : { replyToId }),
    };
    await transaction
      .updateTable('outbox')
      .set({ payload: sealOutbound(cipher, place, kept), personal: 0 })
      .where('conversation_id', '=', conversationId)
      .where('seq', '=', seq)
      .execute();
  }
}
