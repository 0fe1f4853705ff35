import { describe, expect, test } from '@jest/globals';
import { LocalityStore, parsePlaces } from '../../src/localities/index.js';
import { ownRecords } from '../support/ownRecords.js';
import { storeNames } from '../support/storeNames.js';
import { gazetteer, provinces } from './fixture.js';

const head = 'kind,communes,name,address,phone,hours,latitude,longitude,checked_on';
const post =
  'collection,20992,Bưu điện xã Tam Hải,Thôn Thuận An,0905 123 456,"7:30–11:30, 13:30–16:30",15.49,108.65,2026-10-20';
const office = 'office,20992;20242,BHXH cơ sở Núi Thành,12 Phạm Văn Đồng,0235 3871 234,,,,2026-11-02';
const file = (...lines: readonly string[]): string => [head, ...lines].join('\n');
const read = (text: string) => {
  const table = parsePlaces(text, gazetteer);
  if (table.status === 'refused') throw new Error(JSON.stringify(table.faults));
  return table.rows;
};

describe('a file of places', () => {
  test('is read with several communes, without what may be left out, and with a number that lost its zeros', () => {
    expect(
      read(file(post, office, office.replace('20992;20242', '4').replace('Núi Thành', 'Ba Đình'))),
    ).toEqual([
      {
        kind: 'collection',
        communes: ['20992'],
        name: 'Bưu điện xã Tam Hải',
        address: 'Thôn Thuận An',
        phone: '0905 123 456',
        hours: '7:30–11:30, 13:30–16:30',
        latitude: 15.49,
        longitude: 108.65,
        checkedOn: '2026-10-20',
      },
      expect.objectContaining({ communes: ['20992', '20242'], name: 'BHXH cơ sở Núi Thành' }),
      expect.objectContaining({ communes: ['00004'] }),
    ]);
  });

  const faulty: readonly (readonly [string, string, readonly (readonly [number, string])[]])[] = [
    ['a kind that there isn’t', file(post.replace('collection', 'shop')), [[2, 'kind']]],
    ['a commune that isn’t in the list', file(office, post.replace('20992', '99999')), [[3, 'communes']]],
    ['a number that can’t be called', file(post.replace('0905 123 456', '0105 123')), [[2, 'phone']]],
    ['no address', file(post.replace('Thôn Thuận An', '')), [[2, 'address']]],
    ['a day that there isn’t', file(post.replace('2026-10-20', '2026-02-30')), [[2, 'checked_on']]],
    ['a place outside the country', file(post.replace('15.49', '51.5')), [[2, 'latitude']]],
    ['a place twice', file(post, office, post), [[4, 'name']]],
  ];
  test.each(faulty)('with %s is refused by line and field', (_what, text, expected) => {
    const table = parsePlaces(text, gazetteer);
    const faults = table.status === 'refused' ? table.faults : [];
    expect(faults.map(({ line, field }) => [line, field])).toEqual(expected);
  });
});

describe.each(storeNames)('places on %s', (name) => {
  const records = ownRecords(name);
  const open = () =>
    LocalityStore.open({
      records: records(),
      provinces,
      failed: (error) => {
        throw error;
      },
    });
  const now = new Date('2026-11-21T03:00:00Z');

  test('an import changes what is there and adds the rest; the same again does nothing; others see it', async () => {
    const [here, there] = [await open(), await open()];
    try {
      expect(await here.importPlaces(read(file(post, office)), 'CSV', now)).toEqual({
        added: 2,
        changed: 0,
        unchanged: 0,
      });
      expect(await there.importPlaces(read(file(post, office)), 'CSV', now)).toEqual({
        added: 0,
        changed: 0,
        unchanged: 2,
      });
      const moved = post.replace('0905 123 456', '0905 654 321');
      expect(await there.importPlaces(read(file(moved)), 'CSV', now)).toMatchObject({ changed: 1 });
      await here.refresh();
      const { places } = here.snapshot();
      expect(places.collecting('20992').map(({ phone }) => phone)).toEqual(['0905 654 321', '0235 3871 234']);
      expect(places.office('20242')?.name).toBe('BHXH cơ sở Núi Thành');
      expect(places.office('00004')).toBeUndefined();
    } finally {
      await here.close();
      await there.close();
    }
  });

  test('of two editors of one place the second is told; of two places both are kept', async () => {
    const [here, there] = [await open(), await open()];
    try {
      const [first, second] = here.snapshot().places.all();
      if (first === undefined || second === undefined) throw new Error('The import left nothing.');
      const edit = ({ id, place, version }: typeof first, hours: string) => ({
        id,
        place: { ...place, hours },
        ifVersion: version,
        by: 'Lan',
        reason: '',
      });
      const saved = await Promise.all([
        here.savePlace(edit(first, '7:00–11:00'), now),
        there.savePlace(edit(second, '8:00–12:00'), now),
        there.savePlace(edit(first, '9:00–13:00'), now),
      ]);
      expect(saved.toSorted()).toEqual(['saved', 'saved', 'stale']);
      await here.refresh();
      expect(here.snapshot().places.place(second.id)?.place.hours).toBe('8:00–12:00');
      const removed = here.snapshot().places.place(second.id);
      expect(
        await here.savePlace(
          { id: second.id, place: null, ifVersion: removed?.version ?? 0, by: 'Lan', reason: '' },
          now,
        ),
      ).toBe('saved');
      await there.refresh();
      expect(there.snapshot().places.place(second.id)).toBeUndefined();
    } finally {
      await here.close();
      await there.close();
    }
  });
});
