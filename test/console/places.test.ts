import { describe, expect, test } from '@jest/globals';
import {
  firstOf,
  emptyPlace,
  toFormField,
  toPlaceBody,
  toPlaceForm,
} from '../../web/console/places/placeForm.js';
import type { PlaceContent } from '../../web/console/places/records.js';

const place: PlaceContent = {
  kind: 'office',
  name: 'BHXH cơ sở Tam Hải',
  communes: ['20992', '99999'],
  communeNames: ['Xã Tam Hải, Thành phố Đà Nẵng', '99999'],
  address: 'Thôn Thuận An',
  phone: '0905 123 456',
  hours: '7:30–16:30',
  latitude: 15.4906,
  longitude: 108.6561,
  checkedOn: '2026-10-20',
};

describe('the form of a place', () => {
  test('sends back what it was filled with', () => {
    const { communeNames: _, ...sent } = place;
    const values = { ...toPlaceForm(place), reason: ' Đổi giờ ' };
    expect(toPlaceBody(values, place)).toEqual({ ...sent, reason: 'Đổi giờ' });
  });

  test('leaves out what is empty and may be, and sends what was typed of the rest', () => {
    const values = { ...emptyPlace('2026-11-22'), communes: [' xã Tam Hải, Đà Nẵng ', '', ' '] };
    expect(toPlaceBody(values, undefined)).toEqual({
      kind: 'collection',
      name: '',
      address: '',
      communes: ['xã Tam Hải, Đà Nẵng'],
      checkedOn: '2026-11-22',
      reason: '',
    });
  });

  test.each([
    ['15,4906', 15.4906],
    ['108.656', 108.656],
    ['16', 16],
    ['15.4906, 108.6561', '15.4906, 108.6561'],
    ['mười lăm', 'mười lăm'],
  ])('a latitude typed as %j is sent as %j', (latitude, sent) => {
    expect(toPlaceBody({ ...toPlaceForm(place), latitude }, place)).toMatchObject({ latitude: sent });
  });

  test('finds the line that the server means, empty ones left out', () => {
    const values = { communes: ['', 'xã Tam Hải', ' ', 'Tân Phú'] };
    expect(
      ['communes.0', 'communes.1', 'communes', 'phone'].map((field) => toFormField(values, field)),
    ).toEqual(['communes.1', 'communes.3', 'communes', 'phone']);
  });

  test('leads to the first field of which something is told', () => {
    expect(firstOf(['phone', 'communes.3'])).toBe('communes');
    expect(firstOf(['id'])).toBeUndefined();
  });
});
