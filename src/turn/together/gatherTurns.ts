import { Gathering, type OutboxTable, type Records } from '../../records/index.js';
import { writeOnPostgres } from './writeOnPostgres.js';
import { writeOnSqlite } from './writeOnSqlite.js';

/** A turn that writes nothing but what its conversation holds. Times in epoch milliseconds. */
export type SpokenTurn = Readonly<{
  /** The conversation's, as the turn found it. */
  id: string;
  version: number;
  lastSeq: number;
  /** The message that it answers. */
  seq: number;
  receivedAt: number;
  /** Sealed. */
  state: string | null;
  /** A name or number was told in it without a consent. */
  holdsPersonal: boolean;
  at: number;
  replies: readonly SealedReply[];
}>;

export type SealedReply = Readonly<
  Pick<OutboxTable, 'conversation_id' | 'seq' | 'channel' | 'payload'> & {
    personal: 0 | 1;
    state: OutboxTable['state'];
    next_attempt_at: number | null;
    created_at: number;
  }
>;

/** What is said of a turn that was written. */
export type GatheredTurns = Gathering<SpokenTurn, 'written'>;

/** Commits turns together that end at the same moment; of one that is left out nothing is written. */
export function gatherTurns(records: Records): GatheredTurns {
  const write = records.engine === 'postgres' ? writeOnPostgres : writeOnSqlite;
  return new Gathering((turns) => write(records, turns));
}
