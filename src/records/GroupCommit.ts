import { setImmediate as nextLoop } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.js';

/** What is written together. It may be run again from its beginning, after everything that it wrote was undone. */
export type WriteJob<Result> = (transaction: Transaction<Schema>) => Promise<Result>;

type Waiting = Readonly<{
  run: (transaction: Transaction<Schema>) => Promise<() => void>;
  reject: (error: unknown) => void;
}>;

/** As many jobs as share one commit at most: a failing disk must not fail the whole office. */
const largestGroup = 64;

/**
 * Lets writes that come at the same moment share one transaction, and so one flush to the disk, which costs more than all of
 * them. Each job is whole by itself: where one of them throws, all are undone and each is run again alone. None is reported as done
 * before the commit.
 */
export class GroupCommit {
  readonly #db: Kysely<Schema>;
  #waiting: Waiting[] = [];
  #working = false;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  write<Result>(job: WriteJob<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({
        run: async (transaction) => {
          const result = await job(transaction);
          return () => resolve(result);
        },
        reject,
      });
      if (!this.#working) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#working = true;
    while (this.#waiting.length > 0) {
      // Whatever else arrives in this round of the event loop joins in.
      await nextLoop();
      const group = this.#waiting.splice(0, largestGroup);
      await this.#commit(group);
    }
    this.#working = false;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    const settle: (() => void)[] = [];
    try {
      await this.#db.transaction().execute(async (transaction) => {
        for (const job of group) settle.push(await job.run(transaction));
      });
    } catch (error) {
      const [first, ...others] = group;
      if (others.length === 0) first?.reject(error);
      else for (const job of group) await this.#commit([job]);
      return;
    }
    for (const report of settle) report();
  }
}
