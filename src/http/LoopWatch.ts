import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolutionMs = 20;
const lookEveryMs = 1_000;
const looks = 4;
const msPerNs = 1e-6;

/** How late this process comes to its work, in milliseconds: the lowest of the medians of the last seconds, so that one long job is no overload. */
export class LoopWatch {
  readonly #histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  readonly #timer: NodeJS.Timeout;
  #medians: readonly number[] = [];

  constructor() {
    this.#histogram.enable();
    this.#timer = setInterval(() => this.#look(), lookEveryMs);
    this.#timer.unref();
  }

  get lagMs(): number {
    return this.#medians.length < looks ? 0 : Math.min(...this.#medians);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#histogram.disable();
  }

  #look(): void {
    const median =
      this.#histogram.count === 0 ? 0 : Math.max(0, this.#histogram.percentile(50) * msPerNs - resolutionMs);
    this.#medians = [...this.#medians, median].slice(-looks);
    this.#histogram.reset();
  }
}
