import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountInWords, readMoney } from '../../src/language/index.js';

describe('an amount in words', () => {
  test.each([
    [0, 'không đồng'],
    [5, 'năm đồng'],
    [10, 'mười đồng'],
    [11, 'mười một đồng'],
    [15, 'mười lăm đồng'],
    [20, 'hai mươi đồng'],
    [21, 'hai mươi mốt đồng'],
    [24, 'hai mươi bốn đồng'],
    [55, 'năm mươi lăm đồng'],
    [91, 'chín mươi mốt đồng'],
    [100, 'một trăm đồng'],
    [101, 'một trăm linh một đồng'],
    [105, 'một trăm linh năm đồng'],
    [110, 'một trăm mười đồng'],
    [111, 'một trăm mười một đồng'],
    [115, 'một trăm mười lăm đồng'],
    [155, 'một trăm năm mươi lăm đồng'],
    [1_000, 'một nghìn đồng'],
    [1_005, 'một nghìn không trăm linh năm đồng'],
    [1_050, 'một nghìn không trăm năm mươi đồng'],
    [10_000, 'mười nghìn đồng'],
    [15_500, 'mười lăm nghìn năm trăm đồng'],
    [264_000, 'hai trăm sáu mươi bốn nghìn đồng'],
    [330_000, 'ba trăm ba mươi nghìn đồng'],
    [1_366_200, 'một triệu ba trăm sáu mươi sáu nghìn hai trăm đồng'],
    [1_000_005, 'một triệu không trăm linh năm đồng'],
    [1_005_000, 'một triệu không trăm linh năm nghìn đồng'],
    [1_015_000, 'một triệu không trăm mười lăm nghìn đồng'],
    [16_210_864, 'mười sáu triệu hai trăm mười nghìn tám trăm sáu mươi bốn đồng'],
    [50_600_000, 'năm mươi triệu sáu trăm nghìn đồng'],
    [1_000_000_000, 'một tỷ đồng'],
    [2_005_000_000, 'hai tỷ không trăm linh năm triệu đồng'],
    [1_500_000_000_000, 'một nghìn năm trăm tỷ đồng'],
    [1_000_000_000_021, 'một nghìn tỷ không trăm hai mươi mốt đồng'],
    [2_000_000_000_000_000, 'hai triệu tỷ đồng'],
  ])('%d', (amount, words) => {
    expect(amountInWords(amount)).toBe(words);
  });

  test('is read back by the reader of amounts', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readMoney(amountInWords(amount))).toMatchObject({ status: 'value', value: amount });
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is refused', (amount) => {
    expect(() => amountInWords(amount)).toThrow(RangeError);
  });
});

/**
 * Round and odd amounts alike, up to what a life of contributions comes to. Not "một triệu ba trăm đồng": people say so for
 * 1.300.000, and the reader takes it as they mean it.
 */
const amounts = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(1, 10, 1_000, 100_000, 1_000_000))
  .map(([figure, unit]) => figure * unit)
  .filter((amount) => amount >= 1_000 && amount < 1_000_000_000_000)
  .filter((amount) => amount % 1_000 === 0 || Math.floor(amount / 1_000) % 1_000 > 0);
