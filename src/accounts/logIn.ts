import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { AccountsTable, Records } from '../records/index.js';
import { verifyPassword } from './password.js';

/** An account as the rest of the service sees it. */
export type Account = Readonly<{
  id: string;
  username: string;
  name: string;
  role: AccountsTable['role'];
  mustChangePassword: boolean;
}>;

export type LogInResult =
  | Readonly<{ status: 'ok'; account: Account; token: string }>
  | Readonly<{ status: 'bad_credentials' }>
  | Readonly<{ status: 'throttled'; retryAfterS: number }>;

const windowMs = 15 * 60 * 1000;
const triesPerAccount = 10;
/** Higher than per account: a whole office may stand behind one address. */
const triesPerAddress = 50;

/**
 * Checks name and password and opens a session. Unknown, disabled and wrong give the same answer after the same time.
 * Failures are counted per account and per address over 15 minutes, in the records, so that every process counts them all.
 */
export async function logIn(
  records: Records,
  attempt: Readonly<{ username: string; password: string; address: string }>,
  now: Date,
): Promise<LogInResult> {
  const username = attempt.username.trim().toLowerCase();
  const subjects = [
    { subject: `account:${username}`, limit: triesPerAccount },
    { subject: `address:${attempt.address}`, limit: triesPerAddress },
  ];
  const waits = await Promise.all(subjects.map((item) => remainingWaitS(records, item, now)));
  const retryAfterS = Math.max(...waits);
  if (retryAfterS > 0) return { status: 'throttled', retryAfterS };

  const row = await records.db
    .selectFrom('accounts')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirst();
  const matches = await verifyPassword(row?.password_hash, attempt.password);
  if (row === undefined || !matches || row.disabled === 1) {
    await records.db
      .insertInto('login_failures')
      .values(subjects.map(({ subject }) => ({ id: uuidv7(), subject, at: now.getTime() })))
      .execute();
    return { status: 'bad_credentials' };
  }
  const token = randomBytes(32).toString('base64url');
  await records.db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('login_failures').where('subject', '=', `account:${username}`).execute();
    await transaction
      .deleteFrom('login_failures')
      .where('at', '<', now.getTime() - windowMs)
      .execute();
    await transaction
      .updateTable('accounts')
      .set({ last_login_at: now.getTime() })
      .where('id', '=', row.id)
      .execute();
    await transaction
      .insertInto('sessions')
      .values({
        token_hash: hashToken(token),
        account_id: row.id,
        created_at: now.getTime(),
        seen_at: now.getTime(),
      })
      .execute();
  });
  return { status: 'ok', account: toAccount(row), token };
}

/** The value under which a session's token is stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function toAccount(row: AccountsTable): Account {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    role: row.role,
    mustChangePassword: row.must_change_password === 1,
  };
}

async function remainingWaitS(
  records: Records,
  { subject, limit }: Readonly<{ subject: string; limit: number }>,
  now: Date,
): Promise<number> {
  const failures = await records.db
    .selectFrom('login_failures')
    .select('at')
    .where('subject', '=', subject)
    .where('at', '>', now.getTime() - windowMs)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  const oldest = failures.at(limit - 1);
  return oldest === undefined ? 0 : Math.ceil((oldest.at + windowMs - now.getTime()) / 1000);
}
