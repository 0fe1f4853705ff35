import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type QueryExecutorProvider } from 'kysely';

type Locks = Readonly<{
  /** Statements that take the locks, in the order in which turns take theirs: conversations, inbox, outbox, the rest. */
  lock: readonly string[];
  tries: number;
}>;

/** While locks are waited for, those who come later wait behind us: not longer than nobody notices. */
const waitMs = 400;
const pauseMs = 200;
const noLock = '55P03';

/**
 * Takes locks on tables that are in use, all of them or none, without holding anybody up for longer than a moment: what can't be had in
 * time is let go and tried again. @throws when it could not be had in any try.
 */
export async function withLocks(transaction: QueryExecutorProvider, { lock, tries }: Locks): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    await sql`savepoint before_locks`.execute(transaction);
    try {
      await sql`set local lock_timeout = ${sql.lit(waitMs)}`.execute(transaction);
      for (const statement of lock) await sql.raw(`lock table ${statement}`).execute(transaction);
      await sql`set local lock_timeout = 0`.execute(transaction);
      await sql`release savepoint before_locks`.execute(transaction);
      return;
    } catch (error) {
      await sql`rollback to savepoint before_locks`.execute(transaction);
      if (!isLockTimeout(error) || tried >= tries) throw error;
      await sleep(pauseMs + Math.random() * pauseMs);
    }
  }
}

/** Whether a lock could not be had in time. */
export function isLockTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === noLock;
}
