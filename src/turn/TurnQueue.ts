import { setTimeout as sleep } from 'node:timers/promises';
import { Backlog, type BacklogBounds, type Room } from './Backlog.js';
import type { SaidActivity } from './conversationLog.js';
import type { NextMessage } from './readNext.js';
import type { TurnOutcome } from './runTurn.js';

/** How often a turn is tried on newer state before it is left to the next sweep. */
const maxAttempts = 20;
const maxJitterMs = 25;
/** Turns side by side; what comes beyond that waits in line. */
const mostAtOnce = 32;

export type TurnQueueOptions = Readonly<{
  /** `next`: the oldest message that waits, where it is at hand. */
  run: (conversationId: string, next?: NextMessage) => Promise<TurnOutcome>;
  /** Told after every committed turn. */
  committed: (conversationId: string, said: readonly SaidActivity[]) => void;
  /** The store failed: the message stays in the inbox and the next sweep tries again. */
  failed: (conversationId: string, error: unknown) => void;
  bounds?: BacklogBounds;
}>;

type Place = {
  /** Look until the store says that nothing waits: what waits there is not known here. */
  untilEmpty: boolean;
  attempts: number;
  /** At hand for the first attempt. */
  next?: NextMessage;
};

/**
 * Works conversations off one turn at a time, a bounded number of them side by side. The line is fair: after each turn a
 * conversation stands behind the others, so that who sends much waits for himself. What other processes do meanwhile is caught by
 * the commit's version check.
 */
export class TurnQueue {
  readonly #options: TurnQueueOptions;
  readonly #backlog: Backlog;
  /** In the order in which they come to their next turn. */
  readonly #line = new Map<string, Place>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #failed = new Set<string>();
  #closed = false;

  constructor(options: TurnQueueOptions) {
    this.#options = options;
    this.#backlog = new Backlog(options.bounds);
  }

  /** Messages that were taken here and have not been worked off. */
  get waiting(): number {
    return this.#backlog.size;
  }

  /** Whether a message that was taken here is still to be answered. */
  has(conversationId: string): boolean {
    return this.#backlog.has(conversationId);
  }

  /** @throws TooMuchWaits when there is no room for another message, unless it must `always` be taken. */
  takeRoom(conversationId: string, always = false): Room {
    return this.#backlog.takeRoom(conversationId, always);
  }

  /**
   * Makes sure that everything waiting in a conversation is worked off soon. `known`: only what has filled a room here waits; `next`: the
   * oldest of it, where it is at hand.
   */
  schedule(
    conversationId: string,
    { known = false, next }: Readonly<{ known?: boolean; next?: NextMessage | undefined }> = {},
  ): void {
    if (this.#closed) return;
    const place = this.#line.get(conversationId);
    if (place === undefined)
      this.#line.set(conversationId, {
        untilEmpty: !known,
        attempts: 0,
        ...(next === undefined ? {} : { next }),
      });
    else if (!known) place.untilEmpty = true;
    this.#pump();
  }

  /** Tries the conversations again that failed; another process may have worked them off. */
  retry(): void {
    const failed = [...this.#failed];
    this.#failed.clear();
    for (const conversationId of failed) this.schedule(conversationId);
  }

  /** Finishes the turns in flight and takes no more. What waits in the inbox is worked off after the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#line.clear();
    await Promise.all(this.#running.values());
  }

  #pump(): void {
    for (const [conversationId, place] of this.#line) {
      if (this.#closed || this.#running.size >= mostAtOnce) return;
      // One that is being worked on keeps its place in line for what came meanwhile.
      if (this.#running.has(conversationId)) continue;
      this.#line.delete(conversationId);
      const work = this.#take(conversationId, place).finally(() => {
        this.#running.delete(conversationId);
        this.#pump();
      });
      this.#running.set(conversationId, work);
    }
  }

  /** One turn; then the conversation stands in line again if there is more to do. */
  async #take(conversationId: string, place: Place): Promise<void> {
    const known = this.#backlog.known(conversationId);
    try {
      const outcome = await this.#options.run(conversationId, place.next);
      if (outcome.status === 'nothing_waits') {
        // What was known here when the store was asked, another process has worked off.
        for (const seq of known) this.#backlog.done(conversationId, seq);
        return;
      }
      if (outcome.status === 'done') {
        this.#backlog.done(conversationId, outcome.seq);
        this.#options.committed(conversationId, outcome.said);
        if (place.untilEmpty || this.#backlog.has(conversationId)) this.#again(conversationId, place, 0);
        return;
      }
      if (place.attempts + 1 >= maxAttempts) {
        this.#failed.add(conversationId);
        return;
      }
      await sleep(Math.random() * maxJitterMs);
      this.#again(conversationId, place, place.attempts + 1);
    } catch (error) {
      this.#failed.add(conversationId);
      this.#options.failed(conversationId, error);
    }
  }

  #again(conversationId: string, { untilEmpty }: Place, attempts: number): void {
    if (this.#closed) return;
    const later = this.#line.get(conversationId);
    if (later === undefined) this.#line.set(conversationId, { untilEmpty, attempts });
    else {
      later.untilEmpty ||= untilEmpty;
      later.attempts = attempts;
    }
  }
}
