export type WaitingMessage = Readonly<{ conversationId: string; seq: number }>;

/**
 * Since when this process has seen each message wait. The times in the store were taken by other processes, whose clocks may be
 * wrong: a message from a clock that was ahead would wait until ours got there.
 */
export class WaitingSince {
  #since = new Map<string, number>();

  /** The conversations whose message, of those that wait now, has been seen waiting for so long (milliseconds). */
  longerThan(ms: number, waiting: readonly WaitingMessage[]): readonly string[] {
    const now = performance.now();
    const seen = waiting.map(({ conversationId, seq }) => {
      const key = `${conversationId}/${seq}`;
      return { conversationId, key, since: this.#since.get(key) ?? now };
    });
    this.#since = new Map(seen.map(({ key, since }) => [key, since]));
    return seen.flatMap(({ conversationId, since }) => (now - since >= ms ? [conversationId] : []));
  }
}
