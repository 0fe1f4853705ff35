import { setTimeout as sleep } from 'node:timers/promises';
import type { TurnOutcome } from './runTurn.js';

/** How often a turn is tried on newer state before it is left to the next sweep. */
const maxAttempts = 20;
const maxJitterMs = 25;

export type TurnQueueOptions = Readonly<{
  run: (conversationId: string) => Promise<TurnOutcome>;
  /** Told after every committed turn. */
  committed: (conversationId: string) => void;
  /** The store failed: the message stays in the inbox and the next sweep tries again. */
  failed: (conversationId: string, error: unknown) => void;
}>;

/** Works conversations off one turn at a time. What other processes do meanwhile is caught by the commit's version check. */
export class TurnQueue {
  readonly #options: TurnQueueOptions;
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  #closed = false;

  constructor(options: TurnQueueOptions) {
    this.#options = options;
  }

  /** Makes sure that everything waiting in a conversation is worked off soon. */
  schedule(conversationId: string): void {
    if (this.#closed) return;
    if (this.#running.has(conversationId)) {
      this.#again.add(conversationId);
      return;
    }
    const work = this.#drain(conversationId).finally(() => {
      this.#running.delete(conversationId);
      if (this.#again.delete(conversationId)) this.schedule(conversationId);
    });
    this.#running.set(conversationId, work);
  }

  /** Finishes the turns in flight and takes no more. What waits in the inbox is worked off after the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#again.clear();
    await Promise.all(this.#running.values());
  }

  async #drain(conversationId: string): Promise<void> {
    try {
      let attempts = 0;
      while (!this.#closed) {
        const outcome = await this.#options.run(conversationId);
        if (outcome === 'nothing_waits') return;
        if (outcome === 'done') {
          attempts = 0;
          this.#options.committed(conversationId);
          continue;
        }
        attempts += 1;
        if (attempts >= maxAttempts) return;
        await sleep(Math.random() * maxJitterMs);
      }
    } catch (error) {
      this.#options.failed(conversationId, error);
    }
  }
}
