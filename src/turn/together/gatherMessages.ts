import { Gathering, type Records } from '../../records/index.js';
import type { Entry } from '../readEntry.js';
import type { ConversationAtTurn } from '../readNext.js';
import { storeOnPostgres } from './storeOnPostgres.js';
import { storeOnSqlite } from './storeOnSqlite.js';

/** A message to be stored in a conversation of which this process believes to know the last number. Times in epoch milliseconds. */
export type AskedMessage = Readonly<{
  /** The conversation's. */
  id: string;
  lastSeq: number;
  key: string;
  /** Sealed for its place. */
  payload: string;
  at: number;
  /** No message of the conversation lies before it. */
  since: number;
  /** Not where the citizen had the conversation forgotten. */
  mustBeOpen: boolean;
  /** Somebody speaks, where events of a client don't. */
  speaks: boolean;
  address: string | null;
  heardAt: number;
  entry: Entry | undefined;
}>;

/** `before`: the number of one that waits already, and is to be answered first. */
export type StoredMessage = ConversationAtTurn & Readonly<{ before: number | null }>;
export type GatheredMessages = Gathering<AskedMessage, StoredMessage>;

/** Stores messages together that come at the same moment; of one that is left out nothing is stored. */
export function gatherMessages(records: Records): GatheredMessages {
  const store = records.engine === 'postgres' ? storeOnPostgres : storeOnSqlite;
  return new Gathering((asked) => store(records, asked));
}
