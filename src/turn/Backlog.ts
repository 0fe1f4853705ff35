import { TooMuchWaits } from './TooMuchWaits.js';

/** How many messages may wait for their turns in this process: more would only wait longer, and somebody has to be told. */
export type BacklogBounds = Readonly<{ conversation: number; all: number }>;

export const usualBounds: BacklogBounds = { conversation: 60, all: 2_000 };

/** Room kept for a message that is being stored. */
export type Room = Readonly<{
  /** The message is stored and waits under this number. */
  fill: (seq: number) => void;
  /** Nothing new was stored. */
  giveBack: () => void;
}>;

type Waiting = { storing: number; readonly seqs: Set<number> };

/** The messages that this process took and has not worked off. */
export class Backlog {
  readonly #bounds: BacklogBounds;
  readonly #conversations = new Map<string, Waiting>();
  #size = 0;

  constructor(bounds: BacklogBounds = usualBounds) {
    this.#bounds = bounds;
  }

  get size(): number {
    return this.#size;
  }

  /** `always`: for what must not be refused. @throws TooMuchWaits when there is none left. */
  takeRoom(conversationId: string, always = false): Room {
    const held = this.#conversations.get(conversationId);
    if (!always && held !== undefined && held.storing + held.seqs.size >= this.#bounds.conversation)
      throw new TooMuchWaits('conversation');
    if (!always && this.#size >= this.#bounds.all) throw new TooMuchWaits('all');
    const waiting = held ?? { storing: 0, seqs: new Set() };
    this.#conversations.set(conversationId, waiting);
    waiting.storing += 1;
    this.#size += 1;
    return {
      fill: (seq) => {
        waiting.storing -= 1;
        if (waiting.seqs.has(seq)) this.#size -= 1;
        waiting.seqs.add(seq);
      },
      giveBack: () => {
        waiting.storing -= 1;
        this.#size -= 1;
        this.#tidy(conversationId);
      },
    };
  }

  /** Whether messages of this conversation that are known here still wait. */
  has(conversationId: string): boolean {
    return (this.#conversations.get(conversationId)?.seqs.size ?? 0) > 0;
  }

  /** A message was worked off. */
  done(conversationId: string, seq: number): void {
    if (this.#conversations.get(conversationId)?.seqs.delete(seq) === true) this.#size -= 1;
    this.#tidy(conversationId);
  }

  known(conversationId: string): readonly number[] {
    return [...(this.#conversations.get(conversationId)?.seqs ?? [])];
  }

  #tidy(conversationId: string): void {
    const waiting = this.#conversations.get(conversationId);
    // Whoever is storing keeps the entry it began with.
    if (waiting !== undefined && waiting.storing === 0 && waiting.seqs.size === 0)
      this.#conversations.delete(conversationId);
  }
}
