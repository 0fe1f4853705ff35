import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { FakePlatform } from '../fakes/FakePlatform.js';
import { fakeTelegram, type FakeTelegram } from '../fakes/fakeTelegram.js';
import { fakeViber, type FakeViber } from '../fakes/fakeViber.js';
import { fakeZalo, type FakeZalo } from '../fakes/fakeZalo.js';
import { Officer } from '../support/Officer.js';
import { words } from '../support/openInstance.js';
import { startMs } from '../support/testService.js';
import { ChannelPlace } from './ChannelPlace.js';
import type { ChannelTalk } from './ChannelTalk.js';

const hourMs = 60 * 60_000;
const vi = words('vi');
const opened = z.looseObject({
  reach: z.looseObject({
    status: z.string(),
    closesAt: z.number().optional(),
    freeUntil: z.number().optional(),
  }),
});

describe('where a platform can share the own number, it is offered and taken', () => {
  let place: ChannelPlace;
  let telegram: FakeTelegram;
  let viber: FakeViber;
  let zalo: FakeZalo;
  let ahead = 0;

  beforeAll(async () => {
    [telegram, viber, zalo] = [await fakeTelegram(), await fakeViber(), await fakeZalo()];
    const now = () => new Date(Date.now() + ahead);
    place = await ChannelPlace.open('sqlite', [telegram, viber, zalo], { now });
  }, startMs);
  afterAll(() => place.close());

  const arrive = (platform: FakePlatform) => place.arrive(platform);
  const untilNumberIsAsked = async (talk: ChannelTalk): Promise<void> => {
    for (const text of ['Nhờ cán bộ gọi', 'BHXH tự nguyện', 'xã Tam Hải, Đà Nẵng']) await talk.say(text);
  };
  const lastCall = (platform: FakePlatform): string => platform.api.received.at(-1)?.raw ?? '';

  test('Telegram: by a key; somebody else’s number is not taken for the own', async () => {
    const { citizen, talk } = arrive(telegram);
    await untilNumberIsAsked(talk);
    expect(lastCall(telegram)).toContain('"request_contact":true');
    const contact = (userId: number) =>
      telegram.message(citizen, {
        contact: { phone_number: '84912345678', first_name: 'An', user_id: userId },
      });
    expect((await talk.send(contact(5))).at(-1)?.text).toContain('số điện thoại nào gọi được');
    expect((await talk.send(contact(Number(citizen))))[0]?.text).toBe(vi('chat:lead.name'));
  });

  test('Viber: by a key', async () => {
    const { citizen, talk } = arrive(viber);
    await untilNumberIsAsked(talk);
    expect(lastCall(viber)).toContain('"ActionType":"share-phone"');
    const shared = viber.event({
      event: 'message',
      sender: { id: viber.idOf(citizen), name: 'An', language: 'vi' },
      message: { type: 'contact', contact: { name: 'An', phone_number: '+84912345678' } },
    });
    expect((await talk.send(shared))[0]?.text).toBe(vi('chat:lead.name'));
  });

  test('Zalo: by a card that asks for name and number; both are taken at once', async () => {
    const { citizen, talk } = arrive(zalo);
    await untilNumberIsAsked(talk);
    expect(zalo.infoAsked.filter((one) => one === citizen)).toHaveLength(1);
    const info = { name: 'Nguyễn Thị Hương', phone: '84912345678', gender: 'Nữ' };
    const shared = zalo.event({
      event_name: 'user_submit_info',
      sender: { id: citizen },
      recipient: { id: '388613280878808645' },
      info,
    });
    expect((await talk.send(shared))[0]?.text).toBe(vi('chat:lead.time'));
  });

  test('Zalo: a card that is refused is left out, and the question isn’t asked twice', async () => {
    const { citizen, talk } = arrive(zalo);
    for (const text of ['Nhờ cán bộ gọi', 'BHXH tự nguyện']) await talk.say(text);
    const before = zalo.shownTo(citizen).length;
    zalo.api.fail('none', { body: { error: -201, message: 'refused' } });
    await talk.write('xã Tam Hải, Đà Nẵng');
    expect(zalo.api.faultsLeft).toBe(0);
    expect(zalo.shownTo(citizen).length - before).toBe(1);
    expect(zalo.infoAsked).not.toContain(citizen);
    const sent = await place.records.db
      .selectFrom('outbox')
      .select('state')
      .where('conversation_id', '=', talk.conversationId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    expect(sent?.state).toBe('sent');
  });

  test('Zalo: for 48 hours free, for seven days at a price that the officer is told, then nothing', async () => {
    const officer = await (await Officer.firstAdministrator(place.service)).hire('lan');
    const logIn = () => Officer.logIn(place.service.address, 'lan', 'con đò bến nước 77');
    await officer.send('GET', '/waiting');
    const { talk } = arrive(zalo);
    await talk.write('gặp người');
    const heard = Date.now();
    const list = await (await officer.send('GET', '/conversations')).json();
    const id = z.array(z.looseObject({ id: z.string() })).parse(list)[0]?.id ?? '';
    const reach = async () => {
      const who = await logIn();
      return opened.parse(await (await who.send('GET', `/conversations/${id}`)).json()).reach;
    };
    const { freeUntil = 0, closesAt = 0 } = await reach();
    expect(Math.round((freeUntil - heard) / hourMs)).toBe(48);
    expect(Math.round((closesAt - heard) / hourMs)).toBe(7 * 24);
    try {
      ahead = 50 * hourMs;
      expect((await (await logIn()).send('POST', `/conversations/${id}/take-over`)).status).toBe(200);
      ahead = (7 * 24 + 1) * hourMs;
      expect(await reach()).toEqual({ status: 'closed', reason: 'window' });
      const message = { text: 'Chào chị', key: randomUUID() };
      const refused = await (await logIn()).send('POST', `/conversations/${id}/messages`, message);
      expect(refused.status).toBe(409);
    } finally {
      ahead = 0;
    }
  });
});
