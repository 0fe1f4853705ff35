import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { channel } from '../../src/cli/channel.js';
import type { RunningService } from '../../src/main.js';
import { FakeApi } from '../fakes/FakeApi.js';
import type { FakePlatform } from '../fakes/FakePlatform.js';
import { fakeMessenger, type FakeMessenger } from '../fakes/fakeMessenger.js';
import { fakeTelegram } from '../fakes/fakeTelegram.js';
import { fakeViber } from '../fakes/fakeViber.js';
import { fakeZalo, type FakeZalo } from '../fakes/fakeZalo.js';
import { words } from '../support/openInstance.js';
import { createStore, type TestStore } from '../support/stores.js';
import { startMs, startTestService } from '../support/testService.js';

const publicUrl = 'https://an-sinh.test';
const say = words('vi');

describe('what is set up wrong on a channel, in words', () => {
  let store: TestStore;
  let telegram: FakePlatform;
  let messenger: FakeMessenger;
  let viber: FakePlatform;
  let zalo: FakeZalo;
  let azure: FakeApi;
  /** What the login of Azure answers. */
  let login: Readonly<{ http: number; body: unknown }>;

  beforeAll(async () => {
    store = await createStore('sqlite');
    [telegram, messenger, viber, zalo] = [
      await fakeTelegram(),
      await fakeMessenger(),
      await fakeViber(),
      await fakeZalo(),
    ];
    login = { http: 200, body: { access_token: 'azure-access-token', expires_in: 3_600 } };
    azure = new FakeApi(() => login);
    await azure.start();
  });
  afterAll(async () => {
    for (const one of [telegram, messenger, viber, zalo, azure]) await one.stop();
    await store.drop();
  });

  const azureEnv = () => ({
    MICROSOFT_APP_ID: '0f0e0d0c-0b0a-0908-0706-050403020100',
    MICROSOFT_APP_PASSWORD: 'azure-password-for-tests',
    MICROSOFT_LOGIN_URL: azure.address,
  });
  const run = async (
    line: string,
    env: Readonly<Record<string, string | undefined>>,
  ): Promise<Readonly<{ code: number; text: string }>> => {
    const lines: string[] = [];
    const environment = { PUBLIC_URL: publicUrl, DATA_DIR: store.dataDir, ...env };
    const code = await channel(environment, line.split(' '), (text) => lines.push(text));
    const text = lines.join('\n');
    // Whatever is wrong: nobody may read a secret over an administrator's shoulder.
    const secrets = [telegram, messenger, viber, zalo].flatMap((platform) => platform.secrets);
    for (const secret of [...secrets, 'azure-password', 'azure-access']) expect(text).not.toContain(secret);
    return { code, text };
  };

  test('what can be checked is explained to who asks for something else', async () => {
    const { code, text } = await run('check fax', {});
    expect([code, text]).toEqual([2, say('inspect:usage', { names: 'zalo|messenger|telegram|viber|azure' })]);
  });

  test.each(['zalo', 'messenger', 'telegram', 'viber', 'azure'])('%s without its variables', async (name) => {
    const { code, text } = await run(`check ${name}`, { PUBLIC_URL: undefined });
    expect(code).toBe(1);
    expect(text).toMatch(/\[Sai\] Thiếu biến [A-Z_]+\./);
    expect(text).toContain('Thiếu PUBLIC_URL');
  });

  test('in English, too', async () => {
    const { text } = await run('check viber --locale en', { PUBLIC_URL: 'http://an-sinh.test' });
    expect(text).toContain('[Wrong] The variable VIBER_AUTH_TOKEN is missing.');
    expect(text).toContain('platforms call https addresses only');
  });

  test('a variable that was not copied whole', async () => {
    const env = { ...telegram.env(), TELEGRAM_BOT_TOKEN: '777 :token' };
    expect((await run('check telegram', env)).text).toContain(
      `[Sai] ${say('inspect:malformed', { name: 'TELEGRAM_BOT_TOKEN' })}`,
    );
  });

  test.each([
    ['http://an-sinh.vn', 'not_https', { address: 'http://an-sinh.vn' }],
    ['https://an-sinh.vn:9443', 'port', { port: '9443' }],
    ['https://192.168.1.5', 'private_address', { address: 'https://192.168.1.5' }],
  ])('an address that no platform calls: %s', async (address, code, values) => {
    const { text } = await run('check viber', { ...viber.env(), PUBLIC_URL: address });
    expect(text).toContain(`[Sai] ${say(`inspect:${code}`, values)}`);
  });

  test.each([
    ['telegram', () => telegram, { TELEGRAM_BOT_TOKEN: '777:another-token-of-somebody' }],
    ['viber', () => viber, { VIBER_AUTH_TOKEN: '445da6az1s345z78-dazcczb2542zv51a-another' }],
    ['messenger', () => messenger, { MESSENGER_PAGE_TOKEN: 'another-page-token-of-somebody' }],
  ])('%s: a token that the platform refuses', async (name, platform, wrong) => {
    const { code, text } = await run(`check ${name}`, { ...platform().env(), ...wrong });
    expect(code).toBe(1);
    expect(text).toMatch(/\[Sai\] Nền tảng không nhận [A-Z_]+TOKEN/);
    expect(text).not.toContain(Object.values(wrong)[0]);
  });

  test.each([
    ['telegram', () => telegram],
    ['viber', () => viber],
  ])('%s: the webhook is not set, set, and set to another address', async (name, platform) => {
    const env = platform().env();
    const wanted = `${publicUrl}/webhooks/${name}`;
    const before = await run(`check ${name}`, env);
    expect(before.code).toBe(1);
    expect(before.text).toContain(`[Sai] ${say('inspect:webhook_unset', { channel: name, wanted })}`);

    const set = await run(`webhook ${name}`, env);
    expect([set.code, set.text.split('\n')[0]]).toEqual([
      0,
      `[Tốt] ${say('inspect:webhook_set', { wanted })}`,
    ]);
    const after = await run(`check ${name}`, env);
    expect(after.text).toContain(`[Tốt] ${say('inspect:webhook_here', { wanted })}`);
    expect([after.code, after.text.match(/\[Sai\]/)]).toEqual([0, null]);

    const moved = await run(`check ${name}`, { ...env, PUBLIC_URL: 'https://another.test' });
    expect(moved.code).toBe(1);
    expect(moved.text).toContain(wanted);
    expect(moved.text).toContain('https://another.test/webhooks');
  });

  test('a webhook is not set to an address that no platform calls, and not where it is entered by hand', async () => {
    const { code, text } = await run('webhook telegram', {
      ...telegram.env(),
      PUBLIC_URL: 'http://an-sinh.vn',
    });
    expect([code, text]).toEqual([1, expect.stringContaining('https')]);
    expect((await run('webhook zalo', zalo.env())).text).toContain(say('inspect:webhook_by_hand'));
  });

  test('messenger: what the page sends to the app', async () => {
    expect((await run('check messenger', messenger.env())).text).toContain(say('inspect:events_there'));
    const all = messenger.subscribed.splice(0);
    expect((await run('check messenger', messenger.env())).text).toContain(
      say('inspect:page_not_subscribed'),
    );
    messenger.subscribed.push('messages');
    expect((await run('check messenger', messenger.env())).text).toContain('messaging_postbacks');
    messenger.subscribed.splice(0, 1, ...all);
  });

  test('zalo: the account, its id, an expired token renewed as the service does it, and a lost grant', async () => {
    const env = { ...zalo.env(), ZALO_SITE_VERIFICATION: 'CODE' };
    const first = await run('check zalo', env);
    expect(first.text).toContain(say('inspect:account', { account: 'An Sinh' }));
    expect(first.text).toContain(say('inspect:zalo_filter'));
    const other = await run('check zalo', { ...env, ZALO_OA_ID: '388613280878808646' });
    expect(other.text).toContain(say('inspect:other_account', { name: 'ZALO_OA_ID' }));
    zalo.expireToken();
    const before = zalo.renewals();
    expect((await run('check zalo', env)).text).toContain(say('inspect:account', { account: 'An Sinh' }));
    expect(zalo.renewals()).toBe(before + 1);
    zalo.revoke();
    expect((await run('check zalo', env)).text).toContain('ZALO_REFRESH_TOKEN');
  });

  test.each([
    [{ error: 'invalid_client', error_codes: [7000215] }, 'MICROSOFT_APP_PASSWORD'],
    [{ error: 'unauthorized_client', error_codes: [700016] }, 'MICROSOFT_APP_ID'],
    [{ error: 'invalid_request', error_codes: [90002] }, 'MICROSOFT_APP_TENANT_ID'],
  ])('azure: %j', async (body, name) => {
    const before = await run('check azure', azureEnv());
    expect([before.code, before.text.match(/\[Sai\]/)]).toEqual([0, null]);
    login = { http: 400, body };
    const { code, text } = await run('check azure', azureEnv());
    expect([code, text]).toEqual([1, expect.stringContaining(name)]);
    login = { http: 200, body: { access_token: 'azure-access-token' } };
  });

  test.each([
    ['clock_ahead', -10],
    ['clock_behind', 10],
  ])('%s', async (code, minutes) => {
    const date = new Date(Date.now() + minutes * 60_000).toUTCString();
    viber.api.fail({ headers: { Date: date }, body: { status: 0, name: 'An Sinh', webhook: '' } });
    const { text } = await run('check viber', viber.env());
    expect(text).toContain(say(`inspect:${code}`, { seconds: 600 }).slice(0, 20));
  });

  test('a platform that doesn’t answer', async () => {
    const { text } = await run('check viber', { ...viber.env(), VIBER_API_URL: 'http://127.0.0.1:1' });
    expect(text).toContain(`[Sai] ${say('inspect:platform_silent', { platform: 'Viber' })}`);
  });

  describe('looking at a service that runs', () => {
    let service: RunningService;
    let served: TestStore;
    beforeAll(async () => {
      served = await createStore('sqlite');
      const env = { ...messenger.env(), ZALO_SITE_VERIFICATION: 'CODE' };
      service = await startTestService(served, { now: () => new Date(), env });
    }, startMs);
    afterAll(async () => {
      await service.stop();
      await served.drop();
    });

    test('its doors are there or aren’t, and it knows the verify token or doesn’t', async () => {
      const here = { PUBLIC_URL: service.address };
      const { text } = await run('check messenger', { ...messenger.env(), ...here });
      expect(text).toContain(say('inspect:door_open', { address: `${service.address}/webhooks/messenger` }));
      expect(text).toContain(`[Tốt] ${say('inspect:handshake')}`);
      const other = { ...messenger.env(), ...here, MESSENGER_VERIFY_TOKEN: 'another' };
      expect((await run('check messenger', other)).text).toContain(
        `[Sai] ${say('inspect:handshake_refused', { status: 403 })}`,
      );
      expect((await run('check viber', { ...viber.env(), ...here })).text).toContain('404');
      const site = { ...zalo.env(), ...here, ZALO_SITE_VERIFICATION: 'CODE' };
      expect((await run('check zalo', site)).text).toContain('/zalo_verifierCODE.html');
      expect((await run('check zalo', { ...site, ZALO_SITE_VERIFICATION: 'OTHER' })).text).toMatch(
        /\[Sai\].*zalo_verifierOTHER/,
      );
    });
  });
});
