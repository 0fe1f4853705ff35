import type { Schema } from '../records/index.js';

type TableName = keyof Schema;

/**
 * The tables that a backup holds and their keys, those that others refer to first. Sessions and failed logins are left behind:
 * whoever was logged in logs in again. So is who is at work, and by which key an officer's console sent a message.
 */
export const backedUpTables = {
  meta: ['name'],
  content_documents: ['name'],
  accounts: ['id'],
  communes: ['code'],
  channel_credentials: ['channel'],
  conversations: ['id'],
  inbox: ['conversation_id', 'seq'],
  outbox: ['conversation_id', 'seq'],
  leads: ['id'],
  consents: ['id'],
  lead_events: ['id'],
  audit: ['id'],
  unanswered_questions: ['id'],
} as const satisfies Partial<Record<TableName, readonly string[]>>;

/** Every table is in the list or left out on purpose; a new one doesn't compile until somebody decided. */
export const tablesLeftOut = [
  'sessions',
  'login_failures',
  'officers_at_work',
  'officer_messages',
] as const satisfies readonly TableName[];
type Forgotten = Exclude<TableName, keyof typeof backedUpTables | (typeof tablesLeftOut)[number]>;
const nothingForgotten: Forgotten extends never ? true : never = true;
void nothingForgotten;

export type BackedUpTable = keyof typeof backedUpTables;

/** The names in the order in which rows may be put back. */
export const backedUpTableNames = Object.keys(backedUpTables).filter(isBackedUp);

/** The table of that name, where a backup holds it. */
export function isBackedUp(name: string): name is BackedUpTable {
  return Object.hasOwn(backedUpTables, name);
}
