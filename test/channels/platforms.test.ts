import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { createStore, type TestStore } from '../support/stores.js';
import { startMs, startTestService } from '../support/testService.js';
import { fakeMessenger, type FakeMessenger } from '../fakes/fakeMessenger.js';
import { fakeTelegram, type FakeTelegram } from '../fakes/fakeTelegram.js';
import { fakeZalo, type FakeZalo } from '../fakes/fakeZalo.js';
import { askForCall } from './askForCall.js';
import { ChannelBench } from './conformance/ChannelBench.js';

describe('doors', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await createStore('sqlite');
  });
  afterAll(() => store.drop());

  test('of channels without settings don’t exist', async () => {
    const service = await startTestService(store);
    for (const door of ['/webhooks/zalo', '/webhooks/messenger', '/webhooks/telegram', '/api/messages']) {
      const response = await fetch(`${service.address}${door}`, { method: 'POST', body: '{}' });
      expect([door, response.status]).toEqual([door, 404]);
    }
    expect((await fetch(`${service.address}/zalo_verifierABC.html`)).status).toBe(404);
    await service.stop();
  });

  test('Zalo finds its code before the account is connected', async () => {
    const service = await startTestService(store, { env: { ZALO_SITE_VERIFICATION: 'S0me-Code_9' } });
    const response = await fetch(`${service.address}/zalo_verifierS0me-Code_9.html`);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('name="zalo-platform-site-verification" content="S0me-Code_9"');
    await service.stop();
  });
});

describe('Telegram', () => {
  let platform: FakeTelegram;
  let bench: ChannelBench;
  beforeAll(async () => {
    platform = await fakeTelegram();
    bench = await ChannelBench.open(platform);
  }, startMs);
  afterAll(() => bench.close());

  test('a tap is answered at once, so that the button stops turning', async () => {
    const talk = bench.talk();
    const [shown] = await talk.write('Nhờ cán bộ gọi');
    const [button] = shown?.buttons ?? [];
    if (button === undefined) throw new Error('Nothing is offered.');
    await talk.press(button);
    await eventually(
      async () => (platform.answeredTaps.length === 1 ? true : undefined),
      'answer to the tap',
    );
  });

  test('every start greets, the first and later ones', async () => {
    const talk = bench.talk();
    const [first] = await talk.write('/start TN01');
    const [later] = await talk.write('/start');
    expect(first?.text).toContain('trợ lý tự động');
    expect(later?.text).toBe(first?.text);
  });

  test('who speaks English to Telegram is answered in English', async () => {
    const [shown] = await bench.talk().write('/start', 'en');
    expect(shown?.text).toContain('An Sinh');
    expect(shown?.buttons.map(({ label }) => label).join()).toMatch(/[a-z]{4}/);
    expect(shown?.text).not.toMatch(/[ạảệế]/);
  });

  test('the own contact is taken for the number that was asked', async () => {
    const citizen = bench.newCitizen();
    const talk = bench.talk(citizen);
    for (const text of ['Nhờ cán bộ gọi', 'BHXH tự nguyện', 'xã Tam Hải, Đà Nẵng', 'Hương'])
      await talk.say(text);
    const contact = { phone_number: '84912345678', first_name: 'H', user_id: Number(citizen) };
    const shown = await talk.send(platform.message(citizen, { contact }));
    expect(shown.map(({ text }) => text).join()).not.toContain('số điện thoại nào');
    const after = [...shown, ...(await talk.write('buổi sáng'))].map(({ text }) => text).join();
    expect(after).toContain('0912 345 678');
  });

  test('a picture alone is answered: only texts are read', async () => {
    const citizen = bench.newCitizen();
    platform.shownTo(citizen);
    const photo = [{ file_id: 'A', width: 1, height: 1 }];
    const shown = await bench.talk(citizen).send(platform.message(citizen, { photo }));
    expect(shown).toHaveLength(1);
  });
});

describe('Messenger', () => {
  let platform: FakeMessenger;
  let bench: ChannelBench;
  beforeAll(async () => {
    platform = await fakeMessenger();
    bench = await ChannelBench.open(platform);
  }, startMs);
  afterAll(() => bench.close());

  test('the handshake is answered as text, and a wrong token 403', async () => {
    const ask = (token: string) =>
      fetch(
        `${bench.address}${platform.door}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=%3Cb%3E1158201444`,
      );
    const right = await ask(platform.verifyToken);
    expect([right.status, right.headers.get('content-type'), await right.text()]).toEqual([
      200,
      'text/plain',
      '<b>1158201444',
    ]);
    const wrong = await ask('guessed');
    expect([wrong.status, await wrong.text()]).toEqual([403, '']);
  });

  test('while somebody of the office answers the bot is silent', async () => {
    const citizen = bench.newCitizen();
    const talk = bench.talk(citizen);
    expect(await talk.write('xin chào')).toHaveLength(1);
    const echo = {
      sender: { id: '1234567890' },
      recipient: { id: citizen },
      timestamp: Date.now(),
      message: { is_echo: true, app_id: 263902037430900, mid: `echo-${citizen}`, text: 'Chào anh' },
    };
    expect(await bench.deliver(platform.item(echo))).toBe(200);
    expect(await talk.write('dạ cảm ơn')).toEqual([]);
    expect(await bench.heard(talk.conversationId)).toBe(2);
  });
});

describe('Zalo', () => {
  let platform: FakeZalo;
  let bench: ChannelBench;
  beforeAll(async () => {
    platform = await fakeZalo();
    bench = await ChannelBench.open(platform, 2);
  }, startMs);
  afterAll(() => bench.close());

  test('two instances renew an expired token once between them, and no reply is lost', async () => {
    const talks = Array.from({ length: 6 }, () => bench.talk());
    await Promise.all(talks.map((talk) => talk.write('xin chào')));
    const before = platform.renewals();
    platform.expireToken();
    const shown = await Promise.all(talks.map((talk) => talk.write('cảm ơn')));
    expect(shown.map((one) => one.length)).toEqual(talks.map(() => 1));
    expect(platform.renewals()).toBe(before + 1);
  });

  test('the same delivery at two instances counts once', async () => {
    const citizen = bench.newCitizen();
    const talk = bench.talk(citizen);
    const delivery = platform.write(citizen, 'xin chào');
    await Promise.all([0, 1, 0, 1].map((instance) => bench.deliver(delivery, instance)));
    await talk.settled();
    expect(await bench.heard(talk.conversationId)).toBe(1);
    expect(platform.shownTo(citizen)).toHaveLength(1);
  });

  test('the console’s test message is answered without a signature, and nothing is stored', async () => {
    const raw = '{"message":{"text":"This is testing message","msg_id":"This is message id"}}';
    const before = await bench.heardAtAll();
    expect(await bench.deliver({ raw, headers: {} })).toBe(200);
    expect(await bench.heardAtAll()).toBe(before);
  });

  test('who follows is greeted once', async () => {
    const citizen = bench.newCitizen();
    platform.shownTo(citizen);
    const follow = () =>
      platform.event({ oa_id: '388613280878808645', follower: { id: citizen }, event_name: 'follow' });
    const talk = bench.talk(citizen);
    expect(await talk.send(follow())).toHaveLength(1);
    expect(await talk.send(follow())).toEqual([]);
  });

  test('a visitor without an account chooses by number', async () => {
    const citizen = bench.newCitizen();
    platform.shownTo(citizen);
    let ids = 0;
    const write = (text: string) => {
      ids += 1;
      return platform.event({
        event_name: 'anonymous_send_text',
        sender: { id: citizen },
        recipient: { id: '388613280878808645' },
        message: { msg_id: `anon-${citizen}-${ids}`, text, conversation_id: 'c9' },
      });
    };
    const shown = async (text: string) => {
      const before = platform.shownTo(citizen).length;
      await bench.deliver(write(text));
      return eventually(async () => platform.shownTo(citizen)[before], 'answer');
    };
    expect((await shown('Nhờ cán bộ gọi')).text).toContain('1. BHXH tự nguyện');
    expect((await shown('số 2')).text).toMatch(/xã, phường/);
  });

  test('who takes the consent back on Zalo is in no lead any more', async () => {
    const citizen = bench.newCitizen();
    const talk = bench.talk(citizen);
    await askForCall(talk);
    await talk.say('Tôi đồng ý');
    const leads = () =>
      bench.records.db
        .selectFrom('leads')
        .select(['status', 'phone_index'])
        .where('conversation_id', '=', talk.conversationId)
        .execute();
    expect(await leads()).toMatchObject([{ status: 'new' }]);
    const withdraw = { oa_id: '388613280878808645', user_id: citizen, event_name: 'user_withdraw' };
    expect(await bench.deliver(platform.event(withdraw))).toBe(200);
    await talk.settled();
    expect(await leads()).toEqual([{ status: 'withdrawn', phone_index: '' }]);
  });
});
