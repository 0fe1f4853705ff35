/**
 * What every channel promises. A message is verified, decoded and handed to the turn under a key that is the same for every
 * delivery of it; the key's form is fixed per channel so that it can be found again in the inbox.
 */
export type Channel = Readonly<{
  /** As stored with conversations and leads. */
  name: string;
  /** `pull`: clients fetch their replies; `push`: the outbox sends them. */
  delivery: 'pull' | 'push';
}>;

export const webchat: Channel = { name: 'webchat', delivery: 'pull' };
