import type { Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { AccountsTable, Records, Schema } from '../records/index.js';
import { hashToken, type Account } from './logIn.js';
import {
  findPasswordFault,
  hashPassword,
  newOneTimePassword,
  verifyPassword,
  type PasswordFault,
} from './password.js';

/** An account as administrators see it in their list. */
export type AccountSummary = Readonly<{
  id: string;
  username: string;
  name: string;
  role: AccountsTable['role'];
  disabled: boolean;
  createdAt: string;
  lastLoginAt: string | null;
}>;

export type NewAccount = Readonly<Pick<AccountsTable, 'username' | 'name' | 'role'>>;

/** Whoever starts several instances together reads the password that the first one shows. */
const startsTogetherMs = 60_000;

/**
 * Makes the first administrator if there is no account yet; the password is given once and is kept nowhere. As long as nobody has logged in
 * with it, a later start gives a new one: the first may never have been seen, and then nobody could come in.
 */
export async function ensureFirstAdministrator(
  records: Records,
  name: string,
  now: Date,
): Promise<Readonly<{ username: string; oneTimePassword: string }> | undefined> {
  const username = 'admin';
  const [first, another] = await records.db
    .selectFrom('accounts')
    .select(['id', 'username', 'last_login_at', 'created_at'])
    .limit(2)
    .execute();
  if (first !== undefined) {
    const isUnused = another === undefined && first.username === username && first.last_login_at === null;
    if (!isUnused || now.getTime() - first.created_at < startsTogetherMs) return undefined;
    const oneTimePassword = await resetPassword(records, first.id);
    return oneTimePassword === undefined ? undefined : { username, oneTimePassword };
  }
  const created = await createAccount(records, { username, name, role: 'admin' }, now);
  return created.status === 'created' ? { username, oneTimePassword: created.oneTimePassword } : undefined;
}

/** Makes an account with a password that must be changed at the first log-in. */
export async function createAccount(
  records: Records,
  account: NewAccount,
  now: Date,
): Promise<
  Readonly<
    { status: 'created'; account: AccountSummary; oneTimePassword: string } | { status: 'username_taken' }
  >
> {
  const oneTimePassword = newOneTimePassword();
  const row: AccountsTable = {
    id: uuidv7(),
    username: account.username.trim().toLowerCase(),
    name: account.name.trim(),
    role: account.role,
    password_hash: await hashPassword(oneTimePassword),
    must_change_password: 1,
    disabled: 0,
    created_at: now.getTime(),
    last_login_at: null,
  };
  const inserted = await records.db
    .insertInto('accounts')
    .values(row)
    .onConflict((conflict) => conflict.column('username').doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return { status: 'username_taken' };
  return { status: 'created', account: summarise(row), oneTimePassword };
}

export async function listAccounts(records: Records): Promise<readonly AccountSummary[]> {
  const rows = await records.db.selectFrom('accounts').selectAll().orderBy('username').execute();
  return rows.map(summarise);
}

export type AccountChange =
  | Readonly<{ status: 'changed'; account: AccountSummary }>
  | Readonly<{ status: 'not_found' }>
  | Readonly<{ status: 'last_admin' }>;

/** Changes name, role or access. The last administrator who can log in keeps role and access; a disabled account's sessions end at once. */
export async function changeAccount(
  records: Records,
  id: string,
  change: Readonly<{ name: string; role: AccountsTable['role']; disabled: boolean }>,
): Promise<AccountChange> {
  return records.db.transaction().execute(async (transaction) => {
    const administrators = await lockAdministrators(transaction, records.engine);
    const row = await transaction.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) return { status: 'not_found' };
    const losesPower = row.role === 'admin' && (change.role !== 'admin' || change.disabled);
    if (losesPower && !administrators.some((other) => other !== id)) return { status: 'last_admin' };
    const changed: AccountsTable = {
      ...row,
      name: change.name.trim(),
      role: change.role,
      disabled: change.disabled ? 1 : 0,
    };
    await transaction
      .updateTable('accounts')
      .set({ name: changed.name, role: changed.role, disabled: changed.disabled })
      .where('id', '=', id)
      .execute();
    if (change.disabled || change.role !== row.role) {
      await transaction.deleteFrom('sessions').where('account_id', '=', id).execute();
    }
    return { status: 'changed', account: summarise(changed) };
  });
}

/** Gives a new one-time password and ends the account's sessions; undefined for an unknown account. */
export async function resetPassword(records: Records, id: string): Promise<string | undefined> {
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  return records.db.transaction().execute(async (transaction) => {
    const updated = await transaction
      .updateTable('accounts')
      .set({ password_hash: passwordHash, must_change_password: 1 })
      .where('id', '=', id)
      .executeTakeFirst();
    if (updated.numUpdatedRows !== 1n) return undefined;
    await transaction.deleteFrom('sessions').where('account_id', '=', id).execute();
    return oneTimePassword;
  });
}

/** Changes one's own password; every other session of the account ends. */
export async function changeOwnPassword(
  records: Records,
  account: Account,
  request: Readonly<{ current: string; next: string; sessionToken: string }>,
): Promise<'changed' | 'wrong_current' | PasswordFault> {
  const row = await records.db
    .selectFrom('accounts')
    .select('password_hash')
    .where('id', '=', account.id)
    .executeTakeFirst();
  if (!(await verifyPassword(row?.password_hash, request.current))) return 'wrong_current';
  const fault =
    request.next === request.current ? 'too_common' : findPasswordFault(request.next, account.username);
  if (fault !== undefined) return fault;
  const passwordHash = await hashPassword(request.next);
  await records.db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('accounts')
      .set({ password_hash: passwordHash, must_change_password: 0 })
      .where('id', '=', account.id)
      .execute();
    await transaction
      .deleteFrom('sessions')
      .where('account_id', '=', account.id)
      .where('token_hash', '<>', hashToken(request.sessionToken))
      .execute();
  });
  return 'changed';
}

/** The administrators who can log in. Their rows are locked: two who disable each other at the same moment come one after the other. */
async function lockAdministrators(
  transaction: Transaction<Schema>,
  engine: Records['engine'],
): Promise<readonly string[]> {
  const query = transaction
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled', '=', 0)
    .orderBy('id');
  // On SQLite the transaction has the whole file to itself.
  const rows = await (engine === 'postgres' ? query.forUpdate() : query).execute();
  return rows.map(({ id }) => id);
}

function summarise(row: AccountsTable): AccountSummary {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    role: row.role,
    disabled: row.disabled === 1,
    createdAt: new Date(row.created_at).toISOString(),
    lastLoginAt: row.last_login_at === null ? null : new Date(row.last_login_at).toISOString(),
  };
}
