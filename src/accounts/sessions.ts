import type { AccountsTable, Records } from '../records/index.js';
import { hashToken, toAccount, type Account } from './logIn.js';

const minute = 60 * 1000;
const hour = 60 * minute;

/** An officer is in the village with a phone; an administrator sits at a desk and can do more harm. */
const lifetimes: Readonly<Record<AccountsTable['role'], Readonly<{ idleMs: number; absoluteMs: number }>>> = {
  officer: { idleMs: 12 * hour, absoluteMs: 7 * 24 * hour },
  admin: { idleMs: 30 * minute, absoluteMs: 12 * hour },
};

/** The account behind a session token; undefined when the session is unknown, too old, or the account was disabled. */
export async function findSession(records: Records, token: string, now: Date): Promise<Account | undefined> {
  const row = await records.db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .selectAll('accounts')
    .select(['sessions.created_at as session_created_at', 'sessions.seen_at as session_seen_at'])
    .where('sessions.token_hash', '=', hashToken(token))
    .executeTakeFirst();
  if (row === undefined || row.disabled === 1) return undefined;
  const { idleMs, absoluteMs } = lifetimes[row.role];
  const at = now.getTime();
  if (at - row.session_seen_at > idleMs || at - row.session_created_at > absoluteMs) {
    await endSession(records, token);
    return undefined;
  }
  if (at - row.session_seen_at > minute) {
    await records.db
      .updateTable('sessions')
      .set({ seen_at: at })
      .where('token_hash', '=', hashToken(token))
      .execute();
  }
  return toAccount(row);
}

/** Ends one session; the token is worthless afterwards. */
export async function endSession(records: Records, token: string): Promise<void> {
  await records.db.deleteFrom('sessions').where('token_hash', '=', hashToken(token)).execute();
}
