import { setTimeout as sleep } from 'node:timers/promises';

/** Lets so many calls a second pass, and the others wait their turn. */
export class Pacer {
  readonly #spacingMs: number;
  #next = 0;

  constructor(perSecond: number) {
    this.#spacingMs = 1000 / perSecond;
  }

  async wait(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#spacingMs;
    if (at > now) await sleep(at - now);
  }
}
