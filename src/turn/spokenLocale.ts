import { toLocale, type Locale } from '../i18n/index.js';
import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import { beginOf } from './conversationLife.js';
import { lastBefore } from './lastBefore.js';
import { openOutbound } from './sealedPayload.js';

/** The language of the last reply before message number `before`: the one in which a conversation is held. */
export async function spokenLocale(
  { records, cipher }: Readonly<{ records: Records; cipher: Cipher }>,
  conversation: Readonly<{ id: string; created_at: number }>,
  before = Number.MAX_SAFE_INTEGER,
): Promise<Locale> {
  const { id } = conversation;
  const since = beginOf(conversation);
  const row = await lastBefore(records, 'outbox', { conversationId: id, seq: before, since });
  if (row === undefined) return 'vi';
  return toLocale(openOutbound(cipher, { conversationId: id, seq: row.seq }, row.payload).locale) ?? 'vi';
}
