import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ZaloCredentials } from '../../src/channels/zalo/index.js';
import { readConfig } from '../../src/config.js';
import { createCipher } from '../../src/privacy/index.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { fakeZalo, type FakeZalo } from '../fakes/fakeZalo.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { testKey } from '../support/testKey.js';

const hourMs = 60 * 60 * 1000;

describe.each(storeNames)('Zalo’s tokens on %s', (name) => {
  let store: TestStore;
  let platform: FakeZalo;
  let now = new Date();
  const open: Records[] = [];

  beforeEach(async () => {
    store = await createStore(name);
    platform = await fakeZalo();
    now = new Date();
  });
  afterEach(async () => {
    for (const records of open.splice(0)) await records.close();
    await platform.stop();
    await store.drop();
  });

  /** Another instance of the service: nothing but the records is shared. */
  async function instance(refreshToken?: string): Promise<ZaloCredentials> {
    const records = await openRecords(store);
    open.push(records);
    const { zalo } = readConfig(platform.env()).channels;
    if (zalo === undefined) throw new Error('There are no settings.');
    return new ZaloCredentials(refreshToken === undefined ? zalo : { ...zalo, refreshToken }, {
      records,
      cipher: createCipher(testKey),
      now: () => now,
    });
  }

  test('the first token is had once, however many instances ask for it at once', async () => {
    const instances = [await instance(), await instance(), await instance()];
    const tokens = await Promise.all([...instances, ...instances].map((one) => one.token()));
    expect(tokens).toEqual(tokens.map(() => ({ status: 'token', token: 'access-token-1' })));
    expect(platform.renewals()).toBe(1);
  });

  test('a refused token is renewed once, and the others take what was renewed', async () => {
    const [one, other] = [await instance(), await instance()];
    await one.token();
    platform.expireToken();
    const refused = 'access-token-1';
    const tokens = await Promise.all([one, other, one, other].map((each) => each.token(refused)));
    expect(tokens).toEqual(tokens.map(() => ({ status: 'token', token: 'access-token-2' })));
    expect(platform.renewals()).toBe(2);
  });

  test('a token is saved before it is used: whoever starts next goes on with it', async () => {
    await (await instance()).token();
    const next = await instance();
    expect(await next.token('access-token-1')).toEqual({ status: 'token', token: 'access-token-2' });
    expect(await (await instance()).token()).toEqual({ status: 'token', token: 'access-token-2' });
  });

  test('neither token lies in the store as it is', async () => {
    await (await instance()).token();
    const rows = await open[0]?.db.selectFrom('channel_credentials').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('-token-');
  });

  test('a token is renewed before its 25 hours are over, also by a service that sends nothing', async () => {
    const one = await instance();
    await one.token();
    await one.tend();
    expect(platform.renewals()).toBe(1);
    now = new Date(now.getTime() + 21 * hourMs);
    await one.tend();
    expect(platform.renewals()).toBe(2);
  });

  test('a service that was away longer than a token lives begins with a renewal', async () => {
    await (await instance()).token();
    now = new Date(now.getTime() + 26 * hourMs);
    expect(await (await instance()).token()).toEqual({ status: 'token', token: 'access-token-2' });
  });

  test('a broken answer is asked for again, and a consumed token calls the operator', async () => {
    const one = await instance();
    platform.api.fail('drop');
    expect(await one.token()).toEqual({ status: 'operator', reason: 'renewal_consumed' });
    expect(platform.renewals()).toBe(1);
  });

  test('a connection that broke before anything happened costs nothing', async () => {
    const one = await instance();
    platform.api.fail('reset');
    expect(await one.token()).toEqual({ status: 'token', token: 'access-token-1' });
  });

  test('a revoked grant calls the operator, and a new one in the settings is taken up', async () => {
    const one = await instance();
    await one.token();
    platform.revoke();
    expect(await one.token('access-token-1')).toEqual({ status: 'operator', reason: 'renewal_-14014' });
    const again = await instance('nobody knows');
    expect(await again.token()).toEqual({ status: 'token', token: 'access-token-2' });
  });

  test.each<readonly [string, unknown, number]>([
    ['a page of a gateway', '<html>502</html>', 502],
    ['a fault of theirs without a body', '', 503],
  ])('%s is waited for, and the tokens stay', async (_what, body, http) => {
    const one = await instance();
    platform.api.fail({ http, body });
    expect(await one.token()).toMatchObject({ status: 'retry' });
    expect(await one.token()).toEqual({ status: 'token', token: 'access-token-1' });
  });

  test('an answer without a next refresh token leaves the old one in use', async () => {
    const one = await instance();
    platform.api.fail({ body: { access_token: 'access-token-x', expires_in: 90000 } });
    expect(await one.token()).toEqual({ status: 'token', token: 'access-token-x' });
    expect(await one.token('access-token-x')).toEqual({ status: 'token', token: 'access-token-1' });
  });
});
