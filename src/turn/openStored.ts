import type { Cipher } from '../privacy/index.js';
import type { InboundActivity } from './activities.js';
import type { Conversation, WaitingMessage } from './commitTurn.js';
import { openInbound, stateContext } from './sealedPayload.js';

/** What was damaged in the store can't be read at the next try either: the conversation goes on without it instead of standing still. */
export function openMessage(
  cipher: Cipher,
  waiting: WaitingMessage,
  unreadable: (error: unknown) => void,
): InboundActivity | undefined {
  if (waiting.activity !== undefined) return waiting.activity;
  try {
    return openInbound(cipher, waiting, waiting.payload);
  } catch (error) {
    unreadable(error);
    return undefined;
  }
}

/** Undefined where nothing is remembered yet, or nothing that can be read. */
export function openMemory(
  cipher: Cipher,
  { id, state }: Conversation,
  unreadable: (error: unknown) => void,
): string | undefined {
  if (state === null) return undefined;
  try {
    return cipher.open(state, stateContext(id));
  } catch (error) {
    unreadable(error);
    return undefined;
  }
}
