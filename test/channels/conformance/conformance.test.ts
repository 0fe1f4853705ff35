import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer, Fault } from '../../fakes/FakeApi.js';
import { fakeAzure } from '../../fakes/fakeAzure.js';
import { fakeMessenger } from '../../fakes/fakeMessenger.js';
import type { FakePlatform } from '../../fakes/FakePlatform.js';
import { fakeTelegram } from '../../fakes/fakeTelegram.js';
import { fakeViber } from '../../fakes/fakeViber.js';
import { fakeZalo } from '../../fakes/fakeZalo.js';
import { eventually } from '../../support/eventually.js';
import { startMs } from '../../support/testService.js';
import { ChannelBench } from './ChannelBench.js';

/** How each platform says the same thing. */
type Answers = Readonly<Record<'busy' | 'stop' | 'operator' | 'refused', Answer>>;

const facebook = (http: number, code: number, subcode?: number): Answer => ({
  http,
  body: { error: { message: 'x', type: 'OAuthException', code, error_subcode: subcode } },
});
const azure = (http: number): Answer => ({ http, body: { error: { code: 'x', message: 'x' } } });
const telegram = (code: number, description: string, parameters?: object): Answer => ({
  http: code,
  body: { ok: false, error_code: code, description, parameters },
});
const viber = (status: number): Answer => ({ body: { status, status_message: 'x' } });
const zalo = (error: number): Answer => ({ body: { error, message: 'x' } });

const platforms: readonly Readonly<{
  name: string;
  open: () => Promise<FakePlatform>;
  /** Whether a delivery may hold several events. */
  batches: boolean;
  /** Whether a tap tells which message it was on; else it says what the button says. */
  tellsTaps: boolean;
  /** How bytes are answered that say nothing. */
  unreadable: readonly number[];
  answers: Answers;
}>[] = [
  {
    name: 'telegram',
    open: fakeTelegram,
    batches: false,
    tellsTaps: true,
    unreadable: [200, 401],
    answers: {
      busy: telegram(429, 'Too Many Requests: retry after 1', { retry_after: 1 }),
      stop: telegram(403, 'Forbidden: bot was blocked by the user'),
      operator: telegram(401, 'Unauthorized'),
      refused: telegram(400, 'Bad Request: BUTTON_DATA_INVALID'),
    },
  },
  {
    name: 'messenger',
    open: fakeMessenger,
    batches: true,
    tellsTaps: true,
    unreadable: [200, 401],
    answers: {
      busy: facebook(400, 2),
      stop: facebook(400, 551, 1545041),
      operator: facebook(400, 368),
      refused: facebook(400, 100),
    },
  },
  {
    name: 'viber',
    open: fakeViber,
    batches: false,
    tellsTaps: true,
    unreadable: [200, 401],
    answers: { busy: viber(12), stop: viber(6), operator: viber(22), refused: viber(3) },
  },
  {
    name: 'zalo',
    open: fakeZalo,
    batches: false,
    tellsTaps: true,
    unreadable: [200, 401],
    answers: { busy: zalo(-32), stop: zalo(-244), operator: zalo(-221), refused: zalo(-201) },
  },
  {
    name: 'botframework',
    open: fakeAzure,
    batches: false,
    tellsTaps: false,
    unreadable: [400],
    answers: { busy: azure(429), stop: azure(403), operator: azure(401), refused: azure(400) },
  },
];

const secretWords = 'Nguyễn Thị Bí Mật';
const secretPhone = '0912 345 678';

describe.each(platforms)('the contract on $name', ({ open, batches, tellsTaps, unreadable, answers }) => {
  let bench: ChannelBench;
  let platform: FakePlatform;

  beforeAll(async () => {
    platform = await open();
    bench = await ChannelBench.open(platform);
  }, startMs);
  afterAll(async () => {
    expect(bench.log).toContain('forged delivery');
    // Said in every case above; nothing of it may have been written down.
    const digits = secretPhone.replaceAll(' ', '');
    for (const secret of [...platform.secrets, secretWords, secretPhone, digits]) {
      expect(bench.log).not.toContain(secret);
    }
    await bench.close();
  });

  test('a message is answered, and what is said stands in no log', async () => {
    const talk = bench.talk();
    const shown = await talk.write('bhxh tu nguyen dong bao nhieu 1 thang');
    expect(shown.length).toBeGreaterThan(0);
    await talk.write(`tôi tên ${secretWords}, số ${secretPhone}`);
  });

  test('what isn’t signed by the platform is answered 401 without a word, and is not stored', async () => {
    const delivery = platform.write(bench.newCitizen(), 'Chào');
    const before = await bench.heardAtAll();
    for (const forged of platform.forge(delivery)) {
      const response = await fetch(`${bench.address}${platform.door}`, {
        method: 'POST',
        headers: forged.headers,
        body: forged.raw,
      });
      expect([response.status, await response.text()]).toEqual([401, '']);
    }
    expect(await bench.heardAtAll()).toBe(before);
  });

  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const hostile: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['half an object', '{"timestamp":"1762330000123"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"timestamp"'],
    ['a number beyond all numbers', '{"timestamp":"1762330000123","update_id":1e999}'],
    ['20,000 lists in each other', `{"timestamp":"1762330000123","x":${deep}}`],
    ['a prototype', '{"timestamp":"1762330000123","__proto__":{"ok":true},"constructor":1}'],
    [
      'fields of other kinds',
      '{"timestamp":"1762330000123","object":5,"entry":{},"message":[],"event_name":{}}',
    ],
    ['half a letter', '{"timestamp":"1762330000123","x":"\ud800"}'],
  ];
  test.each(hostile)('hostile bytes break nothing: %s', async (_what, raw) => {
    const before = await bench.heardAtAll();
    const status = await bench.deliver(platform.sign(raw));
    expect(unreadable).toContain(status);
    expect(await bench.heardAtAll()).toBe(before);
  });

  test('a body beyond the limit is refused, and the service goes on', async () => {
    const status = await bench.deliver(platform.sign(`{"x":"${'a'.repeat(1024 * 1024)}"}`)).catch(() => 413);
    expect(status).toBe(413);
    expect((await bench.talk().write('xin chào')).length).toBeGreaterThan(0);
  });

  test('an event nobody knows is acknowledged and not stored', async () => {
    const before = await bench.heardAtAll();
    expect(await bench.deliver(platform.strange())).toBe(200);
    expect(await bench.heardAtAll()).toBe(before);
  });

  test('a delivery that comes again, later or at the same instant, counts once', async () => {
    const citizen = bench.newCitizen();
    const talk = bench.talk(citizen);
    const delivery = platform.write(citizen, 'xin chào');
    await Promise.all([1, 2, 3, 4, 5].map(() => bench.deliver(delivery)));
    await talk.settled();
    const shown = platform.shownTo(citizen).length;
    expect(await bench.deliver(delivery)).toBe(200);
    await talk.settled();
    expect(await bench.heard(talk.conversationId)).toBe(1);
    expect(platform.shownTo(citizen)).toHaveLength(shown);
  });

  test('messages in disorder are all answered, once each and in the order in which they were taken', async () => {
    const citizen = bench.newCitizen();
    const talk = bench.talk(citizen);
    const deliveries = Array.from({ length: 8 }, (_, index) => platform.write(citizen, `xin chào ${index}`));
    const mixed = [...deliveries, ...deliveries.slice(2, 5)].toReversed();
    await Promise.all(mixed.map((delivery) => bench.deliver(delivery)));
    await talk.settled();
    expect(await bench.heard(talk.conversationId)).toBe(8);
    const outbox = await bench.outbox(talk.conversationId);
    expect(outbox.map(({ state }) => state)).toEqual(outbox.map(() => 'sent'));
    expect(platform.shownTo(citizen)).toHaveLength(outbox.length);
  });

  if (batches) {
    test('every event of a batch counts', async () => {
      if (platform.batch === undefined) throw new Error('This platform sends no batches.');
      const [one, two] = [bench.newCitizen(), bench.newCitizen()];
      const deliveries = [one, two, one].map((citizen) => platform.write(citizen, 'xin chào'));
      expect(await bench.deliver(platform.batch(deliveries))).toBe(200);
      expect(await bench.heard(platform.conversationOf(one))).toBe(2);
      expect(await bench.heard(platform.conversationOf(two))).toBe(1);
    });
  }

  test('a text longer than we read is answered', async () => {
    const shown = await bench.talk().write('a '.repeat(1_900));
    expect(shown).toHaveLength(1);
  });

  test('busy: the reply comes later, once, and the order is kept', async () => {
    const citizen = bench.newCitizen();
    const talk = bench.talk(citizen);
    platform.api.fail(answers.busy);
    const shown = await talk.write('Nhờ cán bộ gọi');
    const more = await talk.write('dừng');
    expect(platform.api.faultsLeft).toBe(0);
    expect([shown.length, more.length]).toEqual([1, 1]);
    const [first] = await bench.outbox(talk.conversationId);
    expect(first?.attempts).toBe(2);
  });

  test.each<readonly [string, Fault]>([
    ['a gateway’s page', { http: 502, body: '<html>Bad gateway</html>' }],
  ])('%s passes: the reply comes later', async (_what, fault) => {
    const talk = bench.talk();
    platform.api.fail(fault);
    expect(await talk.write('xin chào')).toHaveLength(1);
  });

  test('a lost answer is asked for once more and no more', async () => {
    const citizen = bench.newCitizen();
    const talk = bench.talk(citizen);
    platform.api.fail('drop', 'drop');
    await talk.write('xin chào');
    const [row] = await bench.outbox(talk.conversationId);
    expect([row?.state, row?.attempts]).toEqual(['failed', 2]);
    expect(platform.shownTo(citizen)).toHaveLength(2);
  });

  test('stop: nothing more goes to who can’t be reached, until they write again', async () => {
    const citizen = bench.newCitizen();
    const talk = bench.talk(citizen);
    await talk.write('xin chào');
    platform.api.fail(answers.stop);
    const before = platform.api.received.length;
    await talk.write('cảm ơn');
    expect(platform.api.received.length - before).toBeLessThanOrEqual(1);
    const outbox = await bench.outbox(talk.conversationId);
    expect(outbox.at(-1)).toMatchObject({ state: 'failed', failure: 'unreachable' });
    expect(await talk.write('xin chào')).toHaveLength(1);
  });

  test('who blocks us is left alone', async () => {
    const citizen = bench.newCitizen();
    const talk = bench.talk(citizen);
    await talk.write('xin chào');
    const blocked = platform.block(citizen);
    if (blocked === undefined) {
      expect(await talk.write('xin chào')).toEqual([]);
    } else {
      expect(await bench.deliver(blocked)).toBe(200);
    }
    const row = await bench.records.db
      .selectFrom('conversations')
      .select('unreachable_since')
      .where('id', '=', talk.conversationId)
      .executeTakeFirstOrThrow();
    expect(row.unreachable_since).not.toBeNull();
  });

  test('refused: the reply comes without its buttons, and nothing is lost', async () => {
    const talk = bench.talk();
    platform.api.fail(answers.refused);
    const [shown, ...others] = await talk.write('Nhờ cán bộ gọi');
    expect(others).toEqual([]);
    expect(shown?.buttons).toEqual([]);
    expect(shown?.text).toContain('1. BHXH tự nguyện\n2. BHYT hộ gia đình');
  });

  if (tellsTaps) {
    test('a second tap on the same button is no second answer', async () => {
      const talk = bench.talk();
      const [shown] = await talk.write('Nhờ cán bộ gọi');
      const [button] = shown?.buttons ?? [];
      if (button === undefined) throw new Error('Nothing is offered.');
      expect(await talk.press(button)).not.toEqual([]);
      expect(await talk.press(button)).toEqual([]);
    });

    test('a tap on a former question answers nothing: the open one is asked again', async () => {
      const talk = bench.talk();
      const [former] = await talk.write('Nhờ cán bộ gọi');
      const [button] = former?.buttons ?? [];
      if (button === undefined) throw new Error('Nothing is offered.');
      await talk.press(button);
      const open = await talk.write('xã Tam Hải, Đà Nẵng');
      const again = await talk.press(button);
      expect(again[0]?.text).toContain('câu hỏi trước');
      expect(again.at(-1)?.text).toBe(open.at(-1)?.text);
      // What the open question wanted is still wanted.
      expect((await talk.write('chị Hương'))[0]?.text).toContain('Hương');
    });
  }

  test('operator: the reply waits until the channel is put right, and is not given up', async () => {
    const citizen = bench.newCitizen();
    platform.api.fail(answers.operator);
    await bench.deliver(platform.write(citizen, 'xin chào'));
    const row = await eventually(async () => {
      const [first] = await bench.outbox(platform.conversationOf(citizen));
      return first?.attempts === 1 && platform.api.faultsLeft === 0 ? first : undefined;
    }, 'attempt');
    expect(row.state).toBe('queued');
    await eventually(async () => (bench.log.includes('"status":"operator"') ? true : undefined), 'alarm');
  });
});
