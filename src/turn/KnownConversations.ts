/** How many are remembered; a day of a province's chats. */
const mostKnown = 20_000;

/** `lastSeq`: the highest number given to a message of it; `createdAt`: epoch milliseconds. */
export type KnownConversation = Readonly<{ lastSeq: number; createdAt: number; isShared?: boolean }>;

/** What this process last saw of conversations: a guess that saves a look, for other processes write to them as well. */
export class KnownConversations {
  /** Those seen last stand last. */
  readonly #known = new Map<string, KnownConversation>();
  readonly #isMoving: (conversationId: string) => boolean;

  /** @param isMoving whether a turn of this process is about to give out numbers in it: what it commits, the store knows first */
  constructor(isMoving: (conversationId: string) => boolean = () => false) {
    this.#isMoving = isMoving;
  }

  get(conversationId: string): KnownConversation | undefined {
    const known = this.#known.get(conversationId);
    return known?.isShared === true ? undefined : known;
  }

  /** The store knows `lastSeq`: if that is more than was known here, another process writes to it, and guesses would go on being wrong. */
  correct(conversationId: string, lastSeq: number): void {
    const known = this.#known.get(conversationId);
    if (known !== undefined && known.lastSeq < lastSeq && !this.#isMoving(conversationId))
      this.#known.set(conversationId, { ...known, lastSeq, isShared: true });
  }

  set(conversationId: string, seen: KnownConversation): void {
    const { isShared = false } = this.#known.get(conversationId) ?? {};
    this.#known.delete(conversationId);
    this.#known.set(conversationId, { ...seen, isShared });
    if (this.#known.size <= mostKnown) return;
    const [longestAgo] = this.#known.keys();
    if (longestAgo !== undefined) this.#known.delete(longestAgo);
  }

  /** Something was said in it under the number `lastSeq`; what came in since has a higher one. */
  advance(conversationId: string, lastSeq: number): void {
    const known = this.#known.get(conversationId);
    if (known !== undefined)
      this.set(conversationId, { ...known, lastSeq: Math.max(known.lastSeq, lastSeq) });
  }
}
