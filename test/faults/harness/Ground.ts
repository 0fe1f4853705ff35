import type { TestStore } from '../../support/stores.js';
import type { FaultProxy } from './FaultProxy.js';
import type { FaultKind } from './planFaults.js';

/** Where a run takes place: the store, what can be done to it, and how to clean up. */
export type Ground = Readonly<{
  store: Omit<TestStore, 'drop'>;
  /** Guards personal data; the same for every instance, and for whoever judges. */
  dataKey: string;
  instances: number;
  /** One per instance, between it and the database; none on SQLite. */
  proxies: readonly FaultProxy[];
  /** More of the environment of one instance. */
  environment: (instance: number) => Readonly<Record<string, string>>;
  /** kill -9 of the database, started again after `forMs`; false when there is none of our own. */
  killDatabase: (forMs: number) => Promise<boolean>;
  /** Ends the primary for good and lets its replica take over; false where there is none. */
  promoteReplica: () => Promise<boolean>;
  moveClock: (instance: number, shiftS: number) => Promise<boolean>;
  fillDisk: (forMs: number) => Promise<boolean>;
  /** Ends every fault that is still on. */
  heal: () => Promise<void>;
  drop: () => Promise<void>;
}>;

export type GroundOptions = Readonly<{
  /** PgBouncer in transaction mode stands before the database. */
  pgbouncer: boolean;
  /** A commit does not wait for the replica: what was acknowledged last may be lost with the primary. */
  asynchronous: boolean;
}>;

/** A fault that can't happen on a ground, with the reason. */
export type Skipped = Readonly<{ kind: FaultKind; reason: string }>;

export type PreparedGround = Readonly<{ ground: Ground; skipped: readonly Skipped[] }>;
