import { describe, expect, test } from '@jest/globals';
import { kilometresBetween } from '../../src/localities/kilometresBetween.js';
import { PlaceBook } from '../../src/localities/index.js';

const haNoi = { latitude: 21.0278, longitude: 105.8342 };
const hue = { latitude: 16.4637, longitude: 107.5909 };

describe('how far two points lie apart', () => {
  test.each([
    ['Hà Nội and Huế', haNoi, hue, 540],
    ['a point and itself', hue, hue, 0],
    ['a degree along the equator', { latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 }, 111],
    ['over the date line', { latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111],
  ])('%s', (_, one, other, km) => {
    expect(Math.abs(kilometresBetween(one, other) - km)).toBeLessThan(1.5);
    expect(kilometresBetween(other, one)).toBeCloseTo(kilometresBetween(one, other), 9);
  });
});

describe('the communes around a point', () => {
  const at = '2026-11-01T00:00:00Z';
  const placed = (communes: string[], point: object) => [
    {
      version: 1,
      at,
      by: null,
      reason: '',
      place: {
        kind: 'collection' as const,
        name: 'Bưu điện',
        communes,
        address: 'Số 1',
        checkedOn: '2026-11-01',
        ...point,
      },
    },
  ];
  const book = new PlaceBook({
    places: {
      far: placed(['00004'], haNoi),
      near: placed(['19900', '19750'], { latitude: 16.47, longitude: 107.6 }),
      nearer: placed(['19800', '19900'], { latitude: 16.464, longitude: 107.591 }),
      nowhere: placed(['20992'], {}),
    },
  });

  test('those of the nearest place come first, each once; places without a point and far ones are left out', () => {
    expect(book.communesAround(hue, 30)).toEqual(['19800', '19900', '19750']);
  });

  test('none where nothing lies near', () => {
    expect(book.communesAround({ latitude: 10, longitude: 106 }, 30)).toEqual([]);
  });
});
