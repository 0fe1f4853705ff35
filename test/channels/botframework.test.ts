import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { classify } from '../../src/channels/botframework/classify.js';
import { deliveredActivity, saidIn } from '../../src/channels/botframework/deliveredActivity.js';
import { mayReceive } from '../../src/channels/botframework/mayReceive.js';
import { toActivity } from '../../src/channels/botframework/toActivity.js';
import { fakeAzure, type FakeAzure } from '../fakes/fakeAzure.js';
import { eventually } from '../support/eventually.js';
import { startMs } from '../support/testService.js';
import { azureActivity, azureAnswers, azureEvents } from './cases/azureCases.js';
import { ChannelBench } from './conformance/ChannelBench.js';
import { choice, replyWith, toPage } from './exampleReply.js';

describe('Azure: what an activity says', () => {
  test.each(azureEvents)('%s (%s)', (_what, _source, fields, expected) => {
    const said = saidIn(deliveredActivity.parse({ ...azureActivity, ...fields }));
    expect(said === undefined ? [] : [said]).toEqual(expected);
  });

  test.each(['type', 'serviceUrl', 'channelId', 'from', 'conversation'])('without %s it is none', (field) => {
    const activity = { ...azureActivity, type: 'message', text: 'Chào' };
    expect(deliveredActivity.safeParse(activity).success).toBe(true);
    expect(deliveredActivity.safeParse({ ...activity, [field]: undefined }).success).toBe(false);
    expect(deliveredActivity.safeParse({ ...activity, [field]: 5 }).success).toBe(false);
  });
});

describe('Azure: who has to act on an answer', () => {
  test.each(azureAnswers)('%s (%s)', (_what, _source, called, expected) => {
    expect(classify(called)).toMatchObject(expected);
  });
});

describe('Azure: where replies may go', () => {
  test.each<readonly [string, string, boolean]>([
    ['the host itself', 'https://smba.trafficmanager.net/vn/', true],
    ['a host below it', 'https://vn.smba.trafficmanager.net/', true],
    ['a host that only ends like it', 'https://evilsmba.trafficmanager.net/', false],
    ['a host that begins like it', 'https://smba.trafficmanager.net.evil.example/', false],
    ['its name as a user', 'https://smba.trafficmanager.net@evil.example/', false],
    ['without encryption', 'http://smba.trafficmanager.net/', false],
    ['the Emulator, whatever port it took', 'http://localhost:52713', true],
    ['another host with one port allowed', 'https://gateway.example:8443/', true],
    ['at another port', 'https://gateway.example/', false],
  ])('%s: %s', (_what, url, expected) => {
    expect(mayReceive(url, ['smba.trafficmanager.net', 'localhost', 'gateway.example:8443'])).toBe(expected);
  });
});

test('Azure: a reply goes without what is meant for our own page', () => {
  const reply = replyWith('**264.000 đ**', choice('Vì sao?'), toPage);
  const activity = toActivity({ ...reply, channelData: { expects: 'phone' }, replyToId: 'x' });
  expect(activity).toEqual({
    type: 'message',
    text: '**264.000 đ**',
    locale: 'vi',
    suggestedActions: reply.suggestedActions,
  });
});

describe('Azure', () => {
  let platform: FakeAzure;
  let bench: ChannelBench;
  beforeAll(async () => {
    platform = await fakeAzure();
    bench = await ChannelBench.open(platform);
  }, startMs);
  afterAll(() => bench.close());

  const conversation = (citizen: string) => ({
    from: { id: citizen },
    conversation: { id: `a:${citizen}`, conversationType: 'personal' },
  });

  test('the Emulator is known by the token that Microsoft’s login gave it', async () => {
    const citizen = bench.newCitizen();
    platform.shownTo(citizen);
    const delivery = platform.emulated({ ...conversation(citizen), type: 'message', text: 'xin chào' });
    expect(await bench.deliver(delivery)).toBe(200);
    await eventually(
      async () => (platform.shownTo(citizen).length > 0 ? true : undefined),
      'reply to the Emulator',
    );
  });

  test('who joins is greeted once, though each member is told of', async () => {
    const citizen = bench.newCitizen();
    const talk = bench.talk(citizen);
    platform.shownTo(citizen);
    const bot = '28:7d1c4f0a-52be-4c3d-9a61-1f2e3d4c5b6a';
    const joins = (id: string) =>
      platform.activity({
        ...conversation(citizen),
        type: 'conversationUpdate',
        membersAdded: [{ id }],
      });
    expect([await bench.deliver(joins(bot)), await bench.deliver(joins(citizen))]).toEqual([200, 200]);
    await talk.settled();
    expect(platform.shownTo(citizen)).toHaveLength(1);
    expect(platform.shownTo(citizen)[0]?.text).toContain('trợ lý tự động');
  });

  test('a signed activity that wants replies elsewhere is refused, and the administrator is told', async () => {
    const before = await bench.heardAtAll();
    const delivery = platform.signFor('https://attacker.example/', { type: 'message', text: 'Chào' });
    expect(await bench.deliver(delivery)).toBe(403);
    expect(await bench.heardAtAll()).toBe(before);
    expect(bench.log).toContain('attacker.example is not in SERVICE_URL_ALLOW');
  });

  test('while the keys of Azure can’t be had, a delivery is neither taken nor called forged: it comes again', async () => {
    const citizen = bench.newCitizen();
    const delivery = platform.write(citizen, 'xin chào');
    platform.breakLogin(true);
    const inTwoDays = Date.now() + 48 * 60 * 60 * 1000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(inTwoDays);
    const status = await bench.deliver(delivery);
    clock.mockRestore();
    expect(status).toBe(503);
    platform.breakLogin(false);
    expect(await bench.deliver(delivery)).toBe(200);
    expect(await bench.heard(platform.conversationOf(citizen))).toBe(1);
  });
});

test('Azure: a password that isn’t right any more keeps the replies until it is', async () => {
  // Of another application: the SDK keeps a token for an hour.
  const platform = await fakeAzure('0b7e5c1d-3f42-4a86-b9d0-5e6f7a8b9c0d');
  const bench = await ChannelBench.open(platform);
  platform.refuseLogin(true);
  const citizen = bench.newCitizen();
  await bench.deliver(platform.write(citizen, 'xin chào'));
  await eventually(
    async () => (bench.log.includes('login_refused') ? true : undefined),
    'word of the refused login',
  );
  const [row] = await bench.outbox(platform.conversationOf(citizen));
  expect(row?.state).toBe('queued');
  platform.refuseLogin(false);
  await eventually(async () => {
    bench.aheadMs += 61_000;
    return platform.shownTo(citizen).length > 0 ? true : undefined;
  }, 'reply after the login');
  await bench.close();
});
