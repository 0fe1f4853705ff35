import type { Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { ConsentPurpose, Schema } from '../records/index.js';

/** What the citizen agreed to, word by word. */
export type ConsentGiven = Readonly<{
  textVersion: string;
  text: string;
  locale: string;
}>;

export type NewConsent = Readonly<{
  leadId: string;
  purpose: ConsentPurpose;
  consent: ConsentGiven;
  conversation: Readonly<{ id: string; channel: string }>;
  /** The message that gave it. */
  sourceSeq: number;
  /** Milliseconds since 1970. */
  at: number;
}>;

/** One record per purpose: who, when, to which words, where, and the message that proves it. */
export async function insertConsent(
  transaction: Transaction<Schema>,
  { leadId, purpose, consent, conversation, sourceSeq, at }: NewConsent,
): Promise<void> {
  await transaction
    .insertInto('consents')
    .values({
      id: uuidv7(),
      conversation_id: conversation.id,
      lead_id: leadId,
      purpose,
      text_version: consent.textVersion,
      text: consent.text,
      locale: consent.locale,
      channel: conversation.channel,
      evidence_seq: sourceSeq,
      given_at: at,
      withdrawn_at: null,
    })
    .execute();
}
