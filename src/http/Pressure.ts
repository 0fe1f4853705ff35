import type { Work } from './Route.js';

export type PressureBounds = Readonly<{
  /** Requests in work at once, and how many of them may bring new work. */
  requests: number;
  writing: number;
  /** Lateness of the event loop, in milliseconds, from which on no new work, and then nothing but health, is taken. */
  writingLagMs: number;
  lagMs: number;
}>;

export const usualPressure: PressureBounds = {
  requests: 1_000,
  writing: 600,
  writingLagMs: 500,
  lagMs: 2_500,
};

export type Entry =
  | Readonly<{ status: 'in'; leave: () => void }>
  | Readonly<{ status: 'shed'; reason: 'requests' | 'lag'; retryAfterS: number }>;

const retryAfterS = 3;

/**
 * Decides at the door whether a request is worked on. What brings new work is turned away first, so that answers can still be read;
 * health and figures are always told.
 */
export class Pressure {
  readonly #bounds: PressureBounds;
  readonly #lagMs: () => number;
  #requests = 0;
  #writing = 0;

  constructor(lagMs: () => number, bounds: PressureBounds = usualPressure) {
    this.#lagMs = lagMs;
    this.#bounds = bounds;
  }

  /** Requests in work. */
  get requests(): number {
    return this.#requests;
  }

  enter(work: Work): Entry {
    if (work !== 'vital') {
      const { requests, writing, writingLagMs, lagMs } = this.#bounds;
      const brings = work === 'writing';
      if (this.#requests >= requests || (brings && this.#writing >= writing))
        return { status: 'shed', reason: 'requests', retryAfterS };
      if (this.#lagMs() >= (brings ? writingLagMs : lagMs))
        return { status: 'shed', reason: 'lag', retryAfterS };
    }
    this.#requests += 1;
    if (work === 'writing') this.#writing += 1;
    return {
      status: 'in',
      leave: () => {
        this.#requests -= 1;
        if (work === 'writing') this.#writing -= 1;
      },
    };
  }
}
