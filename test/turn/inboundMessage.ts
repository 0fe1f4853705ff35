import { randomUUID } from 'node:crypto';
import type { InboundMessage } from '../../src/turn/index.js';

/** A citizen's message as the webchat hands it over; a delivery of its own unless `key` repeats one. */
export function inboundMessage(
  conversationId: string,
  text: string,
  locale = 'vi-VN',
  key: string = randomUUID(),
): InboundMessage {
  return {
    channel: 'webchat',
    conversationId,
    userId: 'dl_citizen',
    key,
    activity: { type: 'message', text, locale, from: { id: 'dl_citizen' } },
  };
}
