import { expect, test } from '@jest/globals';
import { inputHints } from '../../../src/http/page/inputHints.js';
import { isAddress } from '../../../src/http/page/isAddress.js';
import { localTime } from '../../../src/http/page/localTime.js';

test.each([
  ['phone', 'tel', 'tel'],
  ['name', 'text', 'name'],
  ['members', 'numeric', 'off'],
  ['months', 'numeric', 'off'],
  ['income', 'text', 'off'],
  ['locality', 'text', 'off'],
  ['constructor', 'text', 'off'],
  [undefined, 'text', 'off'],
])('a value asked as %s', (expects, inputmode, autocomplete) => {
  expect(inputHints(expects)).toEqual({ inputmode, autocomplete });
});

test('localTime is Vietnam time and null for what is none', () => {
  expect(localTime('2026-12-31T18:05:00.000Z')).toEqual({
    day: '2027-01-01',
    dayText: '01/01/2027',
    time: '01:05',
  });
  expect(localTime('2027-01-01T01:05:00+07:00')?.time).toBe('01:05');
  expect(localTime('hôm qua')).toBeNull();
  expect(localTime(undefined)).toBeNull();
});

test.each([
  ['tel:19009068', true],
  ['tel:+84-24', true],
  ['https://vssid.gov.vn/a?b', true],
  ['https://a@evil.com', false],
  ['http://vssid.gov.vn', false],
  ['javascript:alert(1)', false],
  ['tel:113 giúp', false],
  ['Tính cho tôi', false],
])('%s as an address: %s', (value, expected) => {
  expect(isAddress(value)).toBe(expected);
});
