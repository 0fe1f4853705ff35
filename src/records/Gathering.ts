import { isStoreFailure } from './isStoreFailure.js';

/** As many items as share one statement at most. */
const largestGroup = 64;
/**
 * With so many statements on their way, the next one starts so long after the last (milliseconds): a store that answers at once is
 * asked again when it has answered, one that takes a second is asked four times in it.
 */
const startsAfterMs = [0, 10, 40, 160, 250, 250] as const;

type Waiting<Item, Result> = Readonly<{
  id: string;
  make: () => Item;
  resolve: (result: Result | undefined) => void;
  reject: (error: unknown) => void;
}>;

/**
 * Lets work of one kind that comes at the same moment share one statement, and so one way to the database and one flush to its disk.
 * `run` gives each result by its item's id. Of one id there is one item on its way; a second one waits until that is done.
 */
export class Gathering<Item extends Readonly<{ id: string }>, Result> {
  readonly #run: (items: readonly Item[]) => Promise<ReadonlyMap<string, Result>>;
  #waiting: Waiting<Item, Result>[] = [];
  readonly #onTheirWay = new Set<string>();
  #running = 0;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #isStarting = false;
  #isUnsupported = false;

  constructor(run: (items: readonly Item[]) => Promise<ReadonlyMap<string, Result>>) {
    this.#run = run;
  }

  /**
   * @param make called when its statement starts: what came before it for the same id is known by then
   * @returns undefined where the statement left the item out, or the database knows no such statement: one that is spread over several
   *   machines changes rows on one of them only
   * @throws what the statement says; where it failed because of one item, only for that item
   */
  add(id: string, make: () => Item): Promise<Result | undefined> {
    if (this.#isUnsupported) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, make, resolve, reject });
      if (this.#timer === undefined) this.#pump();
    });
  }

  #pump(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const after = startsAfterMs[this.#running];
    // Without room, or where all wait for one of their own, whoever comes to an end starts the next.
    if (this.#isStarting || after === undefined || this.#waiting.every(({ id }) => this.#onTheirWay.has(id)))
      return;
    const waitMs = this.#startedAt + after - performance.now();
    if (waitMs > 0) {
      this.#timer = setTimeout(() => this.#pump(), waitMs);
      return;
    }
    this.#isStarting = true;
    // Whatever else arrives in this round of the event loop joins in.
    setImmediate(() => {
      this.#isStarting = false;
      this.#startedAt = performance.now();
      this.#running += 1;
      const group = this.#takeGroup();
      void this.#work(group).finally(() => {
        this.#running -= 1;
        for (const { id } of group) this.#onTheirWay.delete(id);
        this.#pump();
      });
      this.#pump();
    });
  }

  #takeGroup(): readonly Waiting<Item, Result>[] {
    const group: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    for (const one of this.#waiting) {
      if (group.length >= largestGroup || this.#onTheirWay.has(one.id)) {
        later.push(one);
        continue;
      }
      this.#onTheirWay.add(one.id);
      group.push(one);
    }
    this.#waiting = later;
    return group;
  }

  async #work(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#run(group.map(({ make }) => make()));
      for (const { id, resolve } of group) resolve(results.get(id));
    } catch (error) {
      if (isUnsupported(error)) {
        this.#isUnsupported = true;
        for (const { resolve } of group) resolve(undefined);
      } else if (group.length === 1 || isStoreFailure(error)) for (const { reject } of group) reject(error);
      else await Promise.all(group.map((one) => this.#work([one])));
    }
  }
}

/** "Feature not supported". */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000';
}
