import { setImmediate as nextLoop } from 'node:timers/promises';
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Schema } from './schema.js';

export type WriteJob<Result> = (transaction: Transaction<Schema>) => Promise<Result>;

type Waiting = Readonly<{
  run: (transaction: Transaction<Schema>) => Promise<() => void>;
  reject: (error: unknown) => void;
}>;

const savepoint = CompiledQuery.raw('savepoint job');
const release = CompiledQuery.raw('release savepoint job');
const rollBack = CompiledQuery.raw('rollback to savepoint job');

/** As many jobs as share one commit at most: a failing disk must not fail the whole office. */
const largestGroup = 64;

/**
 * Lets writes that come at the same moment share one transaction, and so one flush to the disk, which costs more than all of
 * them. Each job is whole by itself: one that throws is undone alone. None is reported as done before the commit.
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
        for (const job of group) settle.push(await runAlone(transaction, job));
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const report of settle) report();
  }
}

/** Runs a job so that its failure undoes nothing but itself; gives what is to be reported after the commit. */
async function runAlone(transaction: Transaction<Schema>, job: Waiting): Promise<() => void> {
  await transaction.executeQuery(savepoint);
  try {
    const report = await job.run(transaction);
    await transaction.executeQuery(release);
    return report;
  } catch (error) {
    await transaction.executeQuery(rollBack);
    await transaction.executeQuery(release);
    return () => job.reject(error);
  }
}
