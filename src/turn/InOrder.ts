/** Lets work on the same thing go one after the other, in the order in which it came; what failed doesn't stop what waits behind it. */
export class InOrder {
  /** What came last for each id. */
  readonly #last = new Map<string, Promise<unknown>>();

  async run<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(id);
    const own = before === undefined ? work() : before.then(work, work);
    this.#last.set(id, own);
    try {
      return await own;
    } finally {
      if (this.#last.get(id) === own) this.#last.delete(id);
    }
  }
}
