/** How long whoever is turned away should wait: by then a backlog within the bounds has been worked off. */
const retryAfterS = 5;

/**
 * A message that was not taken because too many wait: of this conversation, or of all together. Nothing was stored; the sender
 * tries again.
 */
export class TooMuchWaits extends Error {
  readonly retryAfterS = retryAfterS;

  constructor(readonly whose: 'conversation' | 'all') {
    super(`Too many messages wait (${whose}).`);
    this.name = 'TooMuchWaits';
  }
}
