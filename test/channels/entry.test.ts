import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { exportLeads } from '../../src/leads/index.js';
import { createCipher, loadMasterKey } from '../../src/privacy/index.js';
import type { Delivery, FakePlatform } from '../fakes/FakePlatform.js';
import { fakeMessenger, type FakeMessenger } from '../fakes/fakeMessenger.js';
import { fakeTelegram, type FakeTelegram } from '../fakes/fakeTelegram.js';
import { fakeViber, type FakeViber } from '../fakes/fakeViber.js';
import { fakeZalo, type FakeZalo } from '../fakes/fakeZalo.js';
import { Officer } from '../support/Officer.js';
import { storeNames } from '../support/storeNames.js';
import { startMs } from '../support/testService.js';
import { askForCall } from './askForCall.js';
import { ChannelPlace } from './ChannelPlace.js';

const lead = z.looseObject({
  campaign: z.string().nullable(),
  event: z.string().nullable(),
  channel: z.string(),
});

describe('where a citizen came from', () => {
  let place: ChannelPlace;
  let telegram: FakeTelegram;
  let messenger: FakeMessenger;
  let viber: FakeViber;
  let zalo: FakeZalo;
  let mobiles = 10_000_000;

  beforeAll(async () => {
    [telegram, messenger, viber, zalo] = [
      await fakeTelegram(),
      await fakeMessenger(),
      await fakeViber(),
      await fakeZalo(),
    ];
    const engine = storeNames.includes('postgres') ? 'postgres' : 'sqlite';
    place = await ChannelPlace.open(engine, [telegram, messenger, viber, zalo]);
  }, startMs);
  afterAll(() => place.close());

  const arrive = (platform: FakePlatform) => place.arrive(platform);
  const entryOf = (conversationId: string) =>
    place.records.db
      .selectFrom('conversations')
      .select(['campaign', 'event'])
      .where('id', '=', conversationId)
      .executeTakeFirst();
  const oa = '388613280878808645';
  const item = (citizen: string, event: object) =>
    messenger.item({
      sender: { id: citizen },
      recipient: { id: '1234567890' },
      timestamp: Date.now(),
      ...event,
    });
  const referral = (ref: string) => ({ ref, source: 'SHORTLINK', type: 'OPEN_THREAD' });

  const ways: readonly (readonly [string, () => FakePlatform, (citizen: string) => Delivery])[] = [
    ['t.me?start=', () => telegram, (citizen) => telegram.write(citizen, '/start TN01--CHO-MOI')],
    [
      'm.me?ref= for a newcomer',
      () => messenger,
      (citizen) =>
        item(citizen, {
          postback: {
            mid: `pb-${citizen}`,
            title: 'Bắt đầu',
            payload: 'GET_STARTED',
            referral: referral('TN01--CHO-MOI'),
          },
        }),
    ],
    [
      'm.me?ref= in a thread that is there',
      () => messenger,
      (citizen) => item(citizen, { referral: referral('tn01--cho-moi') }),
    ],
    [
      'viber://pa?context=',
      () => viber,
      (citizen) =>
        viber.event({
          event: 'conversation_started',
          type: 'open',
          context: 'TN01--CHO-MOI',
          user: { id: viber.idOf(citizen), name: 'An', language: 'vi' },
          subscribed: false,
        }),
    ],
    [
      'the page with Zalo’s widget',
      () => zalo,
      (citizen) =>
        zalo.event({
          event_name: 'widget_interaction_accepted',
          oa_id: oa,
          data: { user_id: citizen, url: 'https://bhxh.example.vn/tin?ref=TN01--CHO-MOI' },
        }),
    ],
    ['a code sent to Zalo', () => zalo, (citizen) => zalo.write(citizen, '#tn01--cho-moi')],
  ];
  test.each(ways)('%s is kept with the conversation', async (_way, platform, delivery) => {
    const { citizen, talk } = arrive(platform());
    expect((await talk.send(delivery(citizen))).length).toBe(1);
    expect(await entryOf(talk.conversationId)).toEqual({ campaign: 'TN01', event: 'CHO-MOI' });
  });

  test('?ref= of the page, and the newest one of who comes back', async () => {
    const visit = (ref: string, cookie = '') =>
      fetch(`${place.service.address}/?ref=${ref}`, { headers: { Cookie: cookie } });
    const begun = await fetch(`${place.service.address}/chat/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: place.service.address },
      body: JSON.stringify({ locale: 'vi', ref: 'TN01--CHO-MOI' }),
    });
    const { conversationId } = z.looseObject({ conversationId: z.string() }).parse(await begun.json());
    expect(await entryOf(conversationId)).toEqual({ campaign: 'TN01', event: 'CHO-MOI' });
    const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    for (const ref of ['XUAN27', 'không phải mã'])
      expect((await visit(encodeURIComponent(ref), cookie)).status).toBe(200);
    expect(await entryOf(conversationId)).toEqual({ campaign: 'XUAN27', event: null });
  });

  test('the lead carries it into the list, its filter and the export; who came by themselves has none', async () => {
    const leave = async (first: string) => {
      const { talk } = arrive(telegram);
      mobiles += 1;
      await talk.say(first);
      await askForCall(talk, { phone: `09${mobiles}` });
      await talk.say('Tôi đồng ý');
    };
    await leave('/start TN02--HOI-CHO');
    await leave('xin chào');
    const officer = await (await Officer.firstAdministrator(place.service)).hire('lan');
    const list = async (filter: object) => {
      const query = new URLSearchParams({ filter: JSON.stringify(filter) });
      return z.array(lead).parse(await (await officer.send('GET', `/leads?${query.toString()}`)).json());
    };
    expect((await list({})).map(({ campaign }) => campaign).toSorted()).toEqual(['TN02', null]);
    expect(await list({ campaign: 'tn02' })).toMatchObject([{ campaign: 'TN02', event: 'HOI-CHO' }]);
    expect(await list({ event: 'KHAC' })).toEqual([]);
    const cipher = createCipher(loadMasterKey(place.store.dataDir, undefined));
    expect(await exportLeads(place.records, cipher)).toMatchObject([
      { campaign: 'TN02', event: 'HOI-CHO' },
      { campaign: null, event: null },
    ]);
  });
});
