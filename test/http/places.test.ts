import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { importCommunes } from '../../src/localities/index.js';
import { openRecords } from '../../src/records/index.js';
import { communes } from '../localities/fixture.js';
import { eventually } from '../support/eventually.js';
import { storeNames } from '../support/storeNames.js';
import { createStore } from '../support/stores.js';
import { AdminDesk, answerOf, query } from './AdminDesk.js';

const placeOf = z.looseObject({ id: z.string(), version: z.number(), name: z.string() });
const refusal = z.looseObject({
  error: z.looseObject({ details: z.array(z.looseObject({ message: z.string() })) }),
});
const post = {
  kind: 'collection',
  name: 'Bưu điện xã Tam Hải',
  communes: ['xa tam hai, da nang'],
  address: 'Thôn Thuận An',
  phone: '0905 123 456',
  checkedOn: '2026-10-20',
  reason: 'mới mở',
};

describe.each(storeNames)('offices and collection points over %s', (name) => {
  let desk: AdminDesk;
  beforeAll(async () => {
    desk = await AdminDesk.open(await createStore(name));
  });
  afterAll(() => desk.close());
  const create = async (change: Readonly<Record<string, unknown>> = {}) =>
    desk.ask('POST', '/places', { ...post, ...change });

  test('without an imported list no commune can be named, and the way out is told', async () => {
    expect(await create()).toMatchObject({
      status: 400,
      json: {
        error: { details: [{ field: 'communes.0', message: expect.stringContaining('import:localities') }] },
      },
    });
    const records = await openRecords(desk.store);
    await importCommunes(records, communes, new Date());
    await records.close();
    await eventually(async () => {
      const { json } = await create({ communes: ['99999'] });
      return JSON.stringify(json).includes('import:localities') ? undefined : true;
    }, 'the imported communes');
  });

  test('a place is made, listed, changed, and removed; each version is kept and audited', async () => {
    const made = await create();
    expect(made).toMatchObject({
      status: 201,
      json: { communes: ['20992'], communeNames: ['Xã Tam Hải, Thành phố Đà Nẵng'], version: 1 },
    });
    const { id } = placeOf.parse(made.json);
    await create({ name: 'Bưu điện Ba Đình', communes: ['00004'] });
    const listed = await desk.ask(
      'GET',
      `/places?${query({ filter: { q: 'tam hai', province: 'da-nang' }, sort: ['name', 'ASC'] })}`,
    );
    expect(listed.headers.get('content-range')).toBe('places 0-0/1');
    expect(listed.json).toMatchObject([{ id, name: post.name }]);

    const change = { ...post, hours: '7:30–16:30' };
    expect((await desk.ask('PUT', `/places/${id}`, change)).status).toBe(428);
    expect((await desk.ask('PUT', `/places/${id}`, change, { 'If-Match': '"1"' })).status).toBe(200);
    expect((await desk.ask('PUT', `/places/${id}`, change, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await desk.ask('DELETE', `/places/${id}`, {}, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await desk.ask('GET', `/places/${id}/versions`)).json).toMatchObject([
      { version: 2, place: { hours: '7:30–16:30', communeNames: ['Xã Tam Hải, Thành phố Đà Nẵng'] } },
      { version: 1, reason: 'mới mở' },
    ]);
    expect((await desk.ask('DELETE', `/places/${id}`, {}, { 'If-Match': '"2"' })).status).toBe(204);
    expect((await desk.ask('GET', `/places/${id}`)).status).toBe(404);
    expect(await desk.audit(id)).toEqual(['places.create', 'places.change', 'places.remove']);
  });

  const bad: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ['a number nobody can call', { phone: '0105' }, 'phone'],
    ['a name of several communes', { communes: ['xã Tam Hải, Đà Nẵng', 'tân phú'] }, 'communes.1'],
    ['a commune of no list', { communes: ['xã Lũng Cú'] }, 'communes.0'],
    ['no commune', { communes: [] }, 'communes'],
    ['no address', { address: ' ' }, 'address'],
    ['a day that there isn’t', { checkedOn: '2026-13-01' }, 'checkedOn'],
    ['an unknown field', { manager: 'Lan' }, 'manager'],
  ];
  test.each(bad)('%s is refused beside the field', async (_what, change, field) => {
    expect(await create(change)).toMatchObject({ status: 400, json: { error: { details: [{ field }] } } });
  });

  test('what is wrong is told in plain words of the reader’s language', async () => {
    const change = {
      address: '',
      communes: [],
      latitude: 'x',
      longitude: 1,
      checkedOn: '',
      name: 'a'.repeat(101),
    };
    const details = async (language: string) => {
      const answer = await desk.ask(
        'POST',
        '/places',
        { ...post, ...change },
        { 'Accept-Language': language },
      );
      return refusal.parse(answer.json).error.details.map(({ message }) => message);
    };
    expect(await details('vi')).toEqual([
      'Dài quá: nhiều nhất 100 ký tự.',
      'Cần điền chỗ này.',
      'Cần điền chỗ này.',
      'Cần một con số ở đây.',
      'Ít nhất là 102.',
      'Cần một ngày có thật ở đây.',
    ]);
    expect(await details('en')).toEqual([
      'Too long: at most 100 characters.',
      'Please fill this in.',
      'Please fill this in.',
      'A number is needed here.',
      'At least 102.',
      'A day that exists is needed here.',
    ]);
  });

  test('is for administrators alone', async () => {
    for (const [method, path] of [
      ['GET', '/places'],
      ['POST', '/places'],
      ['GET', '/places/x'],
      ['PUT', '/places/x'],
      ['DELETE', '/places/x'],
      ['GET', '/places/x/versions'],
    ] as const) {
      const body = method === 'GET' ? undefined : post;
      expect((await answerOf(await desk.officer.send(method, path, body))).status).toBe(403);
    }
  });
});
