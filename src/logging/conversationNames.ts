import { createHmac, createSecretKey } from 'node:crypto';

const nameLength = 12;

/**
 * Names conversations for the log: the same conversation has the same name, and nobody without the key gets from the name to the
 * conversation, whose own id may be a person's account on a platform.
 */
export function createConversationNames(keyBytes: Uint8Array): (conversationId: string) => string {
  const key = createSecretKey(keyBytes);
  return (conversationId) =>
    createHmac('sha256', key).update(conversationId).digest('base64url').slice(0, nameLength);
}
