import { createHash } from 'node:crypto';

/** A short name for a state of a text: the same text, the same name. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
