import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importCommunes, LocalityStore } from '../../src/localities/index.js';
import { fakeTelegram, type FakeTelegram } from '../fakes/fakeTelegram.js';
import type { Delivery } from '../fakes/FakePlatform.js';
import { communes, provinces } from '../localities/fixture.js';
import { eventually } from '../support/eventually.js';
import { words } from '../support/openInstance.js';
import { startMs } from '../support/testService.js';
import { ChannelPlace } from './ChannelPlace.js';

const vi = words('vi');
const tamHai = { latitude: 15.4897, longitude: 108.6465 };
const taQuangBuu = { latitude: 16.4637, longitude: 107.5909 };
const point = {
  kind: 'collection' as const,
  address: 'Số 5, đường chính',
  checkedOn: '2026-11-01',
};

describe('a location shared on a platform that has it', () => {
  let place: ChannelPlace;
  let telegram: FakeTelegram;

  beforeAll(async () => {
    telegram = await fakeTelegram();
    place = await ChannelPlace.open('sqlite', [telegram]);
    await importCommunes(place.records, communes, new Date());
    const localities = await LocalityStore.open({
      records: place.records,
      provinces,
      failed: (error) => {
        throw error;
      },
    });
    const places = [
      { ...point, ...tamHai, name: 'Bưu điện xã Tam Hải', communes: ['20992'] },
      { ...point, ...taQuangBuu, name: 'Bưu điện Phú Hội', communes: ['19900', '19800'] },
    ];
    await localities.importPlaces(places, 'CSV', new Date());
    await localities.close();
    // The service takes up what another process imported.
    await eventually(async () => {
      const told = await place.talk(telegram).say('điểm thu bhxh ở xã Tam Hải, Đà Nẵng');
      return told.some(({ text }) => text.includes('Số 5')) ? true : undefined;
    }, 'the imported places');
  }, startMs);
  afterAll(() => place.close());

  const located = (citizen: string, location: Readonly<{ latitude: number; longitude: number }>): Delivery =>
    telegram.message(citizen, { location });
  const arrive = () => place.arrive(telegram);

  test('without a question: the commune is confirmed, then where to pay there', async () => {
    const { citizen, talk } = arrive();
    const [asked] = await talk.send(located(citizen, { latitude: 15.5, longitude: 108.65 }));
    expect(asked?.text).toBe('Xã Tam Hải, thành phố Đà Nẵng, đúng không ạ?');
    const told = await talk.say(vi('chat:button.place_right'));
    expect(told.map(({ text }) => text).join('\n')).toContain('Bưu điện xã Tam Hải');
  });

  test('where a number is left: it answers where one lives, by choice among those around', async () => {
    const { citizen, talk } = arrive();
    for (const text of ['Nhờ cán bộ gọi', 'BHXH tự nguyện']) await talk.say(text);
    const [asked] = await talk.send(located(citizen, taQuangBuu));
    expect(asked?.text).toBe(vi('chat:place.which_around'));
    const labels = asked?.buttons.map(({ label }) => label) ?? [];
    expect(labels.slice(0, 2).map((label) => label.split(',')[0])).toEqual([
      'Phường Thuận Hoá',
      'Phường Phong Điền',
    ]);
    const [next] = await talk.say(labels[1] ?? '');
    expect(next?.text).toBe(vi('chat:lead.name_and_phone'));
  });

  test('far from every place the commune is asked for in words', async () => {
    const { citizen, talk } = arrive();
    const [asked] = await talk.send(located(citizen, { latitude: 10.5, longitude: 104 }));
    expect(asked?.text).toBe(vi('chat:place.ask'));
    expect((await talk.say('xã Tam Hải, Đà Nẵng'))[0]?.text).toContain('Tam Hải');
  });

  test('where something else is asked it answers nothing, and the question stands', async () => {
    const { citizen, talk } = arrive();
    await talk.say('Tính tiền BHXH tự nguyện');
    const shown = await talk.send(located(citizen, tamHai));
    expect(shown[0]?.text).toBe(vi('chat:only_text'));
    expect(shown.at(-1)?.buttons.length).toBeGreaterThan(1);
  });

  test('the point on the map is held as personal: without a consent it goes after a day', async () => {
    const { citizen, talk } = arrive();
    await talk.send(located(citizen, tamHai));
    const row = await place.records.db
      .selectFrom('conversations')
      .select('personal_since')
      .where('id', '=', talk.conversationId)
      .executeTakeFirstOrThrow();
    expect(row.personal_since).not.toBeNull();
  });
});
