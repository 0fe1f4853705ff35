import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  changeAccount,
  changeOwnPassword,
  createAccount,
  endSession,
  ensureFirstAdministrator,
  findSession,
  listAccounts,
  logIn,
  resetPassword,
  type LogInResult,
} from '../../src/accounts/index.js';
import { findPasswordFault, newOneTimePassword } from '../../src/accounts/password.js';
import { ownRecords } from '../support/ownRecords.js';
import { storeNames } from '../support/storeNames.js';

const minute = 60 * 1000;
const hour = 60 * minute;
const start = Date.UTC(2026, 10, 21, 3);
const after = (ms: number): Date => new Date(start + ms);
const now = after(0);
const address = '203.0.113.7';
const goodPassword = 'núi cao sông dài 88';

describe.each(storeNames)('accounts on %s', (name) => {
  const records = ownRecords(name);
  beforeEach(async () => {
    for (const table of ['sessions', 'login_failures', 'accounts'] as const)
      await records().db.deleteFrom(table).execute();
  });

  const make = async (username: string, role: 'admin' | 'officer' = 'officer') => {
    const created = await createAccount(records(), { username, name: ` ${username} `, role }, now);
    if (created.status !== 'created') throw new Error(created.status);
    return created;
  };
  const enter = (username: string, password: string, at = now, from = address): Promise<LogInResult> =>
    logIn(records(), { username, password, address: from }, at);
  const enterOk = async (username: string, password: string, at = now) => {
    const result = await enter(username, password, at);
    if (result.status !== 'ok') throw new Error(result.status);
    return result;
  };
  /** An account with a password of its own, logged in. */
  const settle = async (username: string, role: 'admin' | 'officer' = 'officer') => {
    const { account, oneTimePassword } = await make(username, role);
    const first = await enterOk(username, oneTimePassword);
    const change = { current: oneTimePassword, next: goodPassword, sessionToken: first.token };
    expect(await changeOwnPassword(records(), first.account, change)).toBe('changed');
    return { account, token: first.token };
  };

  test('the first start makes one administrator with a one-time password, and later starts none', async () => {
    const first = await ensureFirstAdministrator(records(), 'Quản trị', now);
    expect(first).toMatchObject({ username: 'admin' });
    expect(await ensureFirstAdministrator(records(), 'Quản trị', now)).toBeUndefined();
    const { account } = await enterOk('admin', first?.oneTimePassword ?? '');
    expect(account).toMatchObject({ role: 'admin', mustChangePassword: true });
    const stored = JSON.stringify(await records().db.selectFrom('accounts').selectAll().execute());
    expect(stored).not.toContain(first?.oneTimePassword);
  });

  test('a password that nobody used is given anew by a later start, and then the old one opens nothing', async () => {
    const start = (at: Date) => ensureFirstAdministrator(records(), 'Quản trị', at);
    const first = await start(now);
    expect(await start(after(30_000))).toBeUndefined();
    const second = await start(after(120_000));
    expect(second).toMatchObject({ username: 'admin' });
    expect((await enter('admin', first?.oneTimePassword ?? '')).status).not.toBe('ok');
    expect((await enterOk('admin', second?.oneTimePassword ?? '')).account.mustChangePassword).toBe(true);
    expect(await start(after(240_000))).toBeUndefined();
  });

  test('where there is a second account, no start gives a password', async () => {
    await ensureFirstAdministrator(records(), 'Quản trị', now);
    await make('lan');
    expect(await ensureFirstAdministrator(records(), 'Quản trị', after(120_000))).toBeUndefined();
  });

  test('a one-time password must be changed, and works no more after that', async () => {
    const { oneTimePassword } = await make('lan');
    const { account, token } = await enterOk(' LAN ', oneTimePassword);
    expect(account.mustChangePassword).toBe(true);
    const change = { current: oneTimePassword, next: goodPassword, sessionToken: token };
    expect(await changeOwnPassword(records(), account, { ...change, current: 'sai' })).toBe('wrong_current');
    expect(await changeOwnPassword(records(), account, { ...change, next: 'ngắn' })).toBe('too_short');
    expect(await changeOwnPassword(records(), account, { ...change, next: oneTimePassword })).toBe(
      'too_common',
    );
    expect((await findSession(records(), token, now))?.mustChangePassword).toBe(true);
    expect(await changeOwnPassword(records(), account, change)).toBe('changed');
    expect((await findSession(records(), token, now))?.mustChangePassword).toBe(false);
    expect((await enter('lan', oneTimePassword)).status).toBe('bad_credentials');
    expect((await enterOk('lan', goodPassword)).account.mustChangePassword).toBe(false);
  });

  test('a wrong password, an unknown name and a disabled account get the very same answer', async () => {
    const { account } = await settle('lan');
    const wrong = await enter('lan', 'sai mật khẩu rồi');
    const unknown = await enter('không ai', goodPassword);
    await changeAccount(records(), account.id, { name: 'Lan', role: 'officer', disabled: true });
    const disabled = await enter('lan', goodPassword);
    expect([wrong, unknown, disabled]).toEqual(Array(3).fill({ status: 'bad_credentials' }));
  });

  test('after ten wrong passwords an account waits, told for how long, and enters again when that is over', async () => {
    await settle('lan');
    await settle('mai');
    for (let nth = 0; nth < 10; nth += 1) {
      expect((await enter('lan', 'sai', after(nth * 1000))).status).toBe('bad_credentials');
    }
    const until = (ms: number) => enter('lan', goodPassword, after(ms));
    expect(await until(9_000)).toEqual({ status: 'throttled', retryAfterS: 15 * 60 - 9 });
    expect(await until(15 * minute - 1)).toEqual({ status: 'throttled', retryAfterS: 1 });
    expect((await enter('mai', goodPassword, after(9_000))).status).toBe('ok');
    expect((await until(15 * minute)).status).toBe('ok');
  });

  test('a throttled account is not told whether the password was right, and unknown names are throttled alike', async () => {
    for (let nth = 0; nth < 10; nth += 1) await enter('ai đó', 'sai');
    expect((await enter('ai đó', 'sai')).status).toBe('throttled');
    expect((await enter('AI ĐÓ ', 'sai')).status).toBe('throttled');
  });

  test('a right password forgets the failures of the account before', async () => {
    await settle('lan');
    for (let nth = 0; nth < 9; nth += 1) await enter('lan', 'sai');
    expect((await enter('lan', goodPassword)).status).toBe('ok');
    for (let nth = 0; nth < 9; nth += 1) await enter('lan', 'sai');
    expect((await enter('lan', goodPassword)).status).toBe('ok');
  });

  test('fifty failures from one address stop that address, and nobody else', async () => {
    await settle('lan');
    const failures = Array.from({ length: 50 }, (_, nth) => ({
      id: `f${nth}`,
      subject: `address:${address}`,
      at: start,
    }));
    await records().db.insertInto('login_failures').values(failures.slice(1)).execute();
    expect((await enter('lan', goodPassword)).status).toBe('ok');
    await records().db.insertInto('login_failures').values(failures.slice(0, 1)).execute();
    expect(await enter('lan', goodPassword)).toEqual({ status: 'throttled', retryAfterS: 900 });
    expect((await enter('lan', goodPassword, now, '203.0.113.8')).status).toBe('ok');
  });

  test('a disabled account loses its open sessions at once, also when it is enabled again', async () => {
    const { account, token } = await settle('lan');
    const change = { name: 'Lan', role: 'officer', disabled: true } as const;
    expect((await changeAccount(records(), account.id, change)).status).toBe('changed');
    expect(await findSession(records(), token, now)).toBeUndefined();
    await changeAccount(records(), account.id, { ...change, disabled: false });
    expect(await findSession(records(), token, now)).toBeUndefined();
    expect((await enter('lan', goodPassword)).status).toBe('ok');
  });

  test.each([
    ['officer', 12 * hour, 7 * 24 * hour],
    ['admin', 30 * minute, 12 * hour],
  ] as const)('a session of an %s ends when idle, and ends in any case', async (role, idle, absolute) => {
    await settle('lan', role);
    const { token } = await enterOk('lan', goodPassword);
    expect(await findSession(records(), token, after(idle))).toMatchObject({ username: 'lan', role });
    // Used at `idle`: counted anew from there.
    expect(await findSession(records(), token, after(2 * idle + 1))).toBeUndefined();
    expect(await findSession(records(), token, now)).toBeUndefined();

    const busy = (await enterOk('lan', goodPassword)).token;
    let at = 0;
    while (at + idle < absolute) {
      at += idle;
      expect(await findSession(records(), busy, after(at))).toBeDefined();
    }
    expect(await findSession(records(), busy, after(absolute))).toBeDefined();
    expect(await findSession(records(), busy, after(absolute + 1))).toBeUndefined();
  });

  test('logging out ends this session only, and a token is not stored in the clear', async () => {
    const { token } = await settle('lan');
    const other = await enterOk('lan', goodPassword);
    const stored = JSON.stringify(await records().db.selectFrom('sessions').selectAll().execute());
    expect(stored).not.toContain(token);
    await endSession(records(), token);
    expect(await findSession(records(), token, now)).toBeUndefined();
    expect(await findSession(records(), other.token, now)).toBeDefined();
    expect(await findSession(records(), 'made up', now)).toBeUndefined();
  });

  test('a new password ends the other sessions; a reset ends all and asks for a new one', async () => {
    const { account, token } = await settle('lan');
    const other = await enterOk('lan', goodPassword);
    const change = { current: goodPassword, next: 'con đò bến nước 77', sessionToken: token };
    expect(await changeOwnPassword(records(), other.account, change)).toBe('changed');
    expect(await findSession(records(), other.token, now)).toBeUndefined();
    expect(await findSession(records(), token, now)).toBeDefined();
    const again = await resetPassword(records(), account.id);
    expect(await findSession(records(), token, now)).toBeUndefined();
    expect((await enter('lan', change.next)).status).toBe('bad_credentials');
    expect((await enterOk('lan', again ?? '')).account.mustChangePassword).toBe(true);
    expect(await resetPassword(records(), 'nobody')).toBeUndefined();
  });

  test('the last administrator who can log in can neither be disabled nor become an officer', async () => {
    const one = await make('một', 'admin');
    const two = await make('hai', 'admin');
    await make('ba', 'officer');
    const keep = { name: 'Một', role: 'admin', disabled: false } as const;
    const disable = { ...keep, disabled: true };
    const demote = { ...keep, role: 'officer' } as const;
    expect((await changeAccount(records(), two.account.id, disable)).status).toBe('changed');
    expect(await changeAccount(records(), one.account.id, disable)).toEqual({ status: 'last_admin' });
    expect(await changeAccount(records(), one.account.id, demote)).toEqual({ status: 'last_admin' });
    expect((await changeAccount(records(), one.account.id, keep)).status).toBe('changed');
    expect((await changeAccount(records(), two.account.id, keep)).status).toBe('changed');
    expect((await changeAccount(records(), one.account.id, demote)).status).toBe('changed');
    expect(await changeAccount(records(), 'nobody', keep)).toEqual({ status: 'not_found' });
  });

  test('two administrators who disable each other at the same instant leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      await records().db.deleteFrom('accounts').execute();
      const [one, two] = [await make('một', 'admin'), await make('hai', 'admin')];
      const disable = { name: 'x', role: 'admin', disabled: true } as const;
      const results = await Promise.all(
        [one, two].map(({ account }) => changeAccount(records(), account.id, disable)),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['changed', 'last_admin']);
    }
  });

  test('a name is given once, whatever its case, and accounts are listed without their hashes', async () => {
    await make('lan');
    expect(await createAccount(records(), { username: ' LAN', name: 'Lan', role: 'admin' }, now)).toEqual({
      status: 'username_taken',
    });
    await make('an');
    const listed = await listAccounts(records());
    expect(listed.map(({ username }) => username)).toEqual(['an', 'lan']);
    expect(listed[1]).toEqual({
      id: expect.any(String),
      username: 'lan',
      name: 'lan',
      role: 'officer',
      disabled: false,
      createdAt: now.toISOString(),
      lastLoginAt: null,
    });
  });
});

describe('password rules', () => {
  test.each([
    ['', 'too_short'],
    ['ngắn quá 12', 'too_short'],
    ['mười một kt', 'too_short'],
    ['🐓🐓🐓🐓🐓🐓🐓🐓🐓🐓🐓', 'too_short'],
    ['x'.repeat(201), 'too_long'],
    ['aaaaaaaaaaaa', 'too_common'],
    ['123456789012', 'too_common'],
    ['password1234', 'too_common'],
    ['MatKhau123456', 'too_common'],
    ['baohiemxahoi', 'too_common'],
    ['bhxhbhyt2026', 'too_common'],
    ['qwertyqwerty', 'too_common'],
    ['nguyenlan2026', 'too_common'],
    ['NguyenLan1234567', 'too_common'],
    ['abcabcabcabc', 'too_common'],
    ['con đò bến nước', undefined],
    ['núi cao sông dài 88', undefined],
    ['k7mw-3xfq-p2ha-9tbd', undefined],
  ] as const)('%j is %s', (password, fault) => {
    expect(findPasswordFault(password, 'nguyenlan')).toBe(fault);
  });

  test('one-time passwords pass the rules, are easy to read out and never the same', () => {
    const made = Array.from({ length: 500 }, () => newOneTimePassword());
    expect(new Set(made).size).toBe(500);
    for (const password of made) {
      expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
      expect(findPasswordFault(password, 'lan')).toBeUndefined();
    }
  });
});
