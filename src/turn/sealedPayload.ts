import type { Cipher } from '../privacy/index.js';
import {
  inboundActivity,
  outboundActivity,
  type InboundActivity,
  type OutboundActivity,
} from './activities.js';

/** The row that a payload belongs to. */
export type Place = Readonly<{ conversationId: string; seq: number }>;

/** Seals a citizen's message for the row it belongs to. */
export function sealInbound(cipher: Cipher, place: Place, activity: InboundActivity): string {
  return cipher.seal(JSON.stringify(activity), inboxContext(place));
}

/** @throws when the row was altered or doesn't hold a message. */
export function openInbound(cipher: Cipher, place: Place, payload: string): InboundActivity {
  return inboundActivity.parse(JSON.parse(cipher.open(payload, inboxContext(place))));
}

/** Seals a reply for the row it belongs to. */
export function sealOutbound(cipher: Cipher, place: Place, activity: OutboundActivity): string {
  return cipher.seal(JSON.stringify(activity), outboxContext(place));
}

/** @throws when the row was altered or doesn't hold a reply. */
export function openOutbound(cipher: Cipher, place: Place, payload: string): OutboundActivity {
  return outboundActivity.parse(JSON.parse(cipher.open(payload, outboxContext(place))));
}

/** The context under which a conversation's memory is sealed. */
export function stateContext(conversationId: string): string {
  return `conversations/${conversationId}/state`;
}

function inboxContext({ conversationId, seq }: Place): string {
  return `inbox/${conversationId}/${seq}/payload`;
}

function outboxContext({ conversationId, seq }: Place): string {
  return `outbox/${conversationId}/${seq}/payload`;
}
