import { describe, expect, test } from '@jest/globals';
import { readMoney } from '../../src/language/index.js';

describe('readMoney reads an amount', () => {
  test.each([
    ['2tr', 2_000_000],
    ['2 triệu', 2_000_000],
    ['2 TRIỆU', 2_000_000],
    ['2 trieu ruoi', 2_500_000],
    ['hai triệu rưởi', 2_500_000],
    ['1tr5', 1_500_000],
    ['1tr25', 1_250_000],
    ['7tr500', 7_500_000],
    ['10tr200', 10_200_000],
    ['2,5 triệu', 2_500_000],
    ['2.5tr', 2_500_000],
    ['1.500.000', 1_500_000],
    ['1.500.000đ', 1_500_000],
    ['1,500,000 vnd', 1_500_000],
    ['1 500 000', 1_500_000],
    ['1500000', 1_500_000],
    ['500k', 500_000],
    ['500 nghìn', 500_000],
    ['500 ngàn đồng', 500_000],
    ['330ng', 330_000],
    ['20n', 20_000],
    ['45k5', 45_500],
    ['3 củ', 3_000_000],
    ['3 cu ruoi', 3_500_000],
    ['củ rưỡi', 1_500_000],
    ['triệu hai', 1_200_000],
    ['một triệu mốt', 1_100_000],
    ['ba triệu hai', 3_200_000],
    ['hai triệu ba trăm', 2_300_000],
    ['hai triệu ba trăm nghìn', 2_300_000],
    ['bốn triệu không trăm năm mươi nghìn', 4_050_000],
    ['hai mươi lăm triệu', 25_000_000],
    ['hăm hai triệu', 22_000_000],
    ['nam trieu', 5_000_000],
    ['chục triệu', 10_000_000],
    ['hai tư triệu', 24_000_000],
    ['bốn bảy triệu', 47_000_000],
    ['1tr3662', 1_366_200],
    ['một năm hai triệu', 2_000_000],
    ['1 triệu rữi', 1_500_000],
    ['hai trăm rữi', 250_000],
    ['2 chục triệu', 20_000_000],
    ['nửa tỷ', 500_000_000],
    ['ba trăm rưỡi', 350_000],
    ['5 trăm', 500_000],
    ['4 triệu 500', 4_500_000],
    ['6tr 250 nghìn', 6_250_000],
    ['8tr465k120d', 8_465_120],
    ['２ｔｒ', 2_000_000],
    ['2 triệu'.normalize('NFD'), 2_000_000],
    ['2 trieeuj', 2_000_000],
    ['2 triệuuu', 2_000_000],
    ['lương tháng 8 em được 9 triệu', 9_000_000],
    ['em 40 tuoi, ho can ngheo, muon dong muc 1tr8 trong 5 nam', 1_800_000],
    ['thu nhập 6 triệu nhưng chọn mức 3 triệu', 3_000_000],
    ['ba trăm tư', 340_000],
    ['trăm sáu', 160_000],
    ['bốn trăm hai nghìn', 420_000],
    ['2 trăm 7', 270_000],
    ['4 phẩy 5 triệu', 4_500_000],
    ['hai phẩy ba triệu', 2_300_000],
    ['1/2 triệu', 500_000],
    ['3/4 củ', 750_000],
    ['3 triệu 6 chục', 3_060_000],
    ['4 triệu tám mươi', 4_080_000],
    ['6 trịu', 6_000_000],
    ['7trr', 7_000_000],
    ['chăm rưỡi', 150_000],
  ])('%s', (text, value) => {
    expect(readMoney(text)).toMatchObject({ status: 'value', value });
  });
});

describe('readMoney does not take a count beside an amount for its end', () => {
  test.each([
    ['5tr 2 đứa', 5_000_000],
    ['10 triệu 2 vợ chồng', 10_000_000],
    ['3 triệu 2 tháng', 3_000_000],
    ['4tr 3 người', 4_000_000],
    ['2 triệu 1 tháng', 2_000_000],
    ['một năm hai triệu', 2_000_000],
    ['hai trăm một ngày', 200_000],
    ['3 triệu 40 người', 3_000_000],
    ['4 triệu 24 tháng', 4_000_000],
  ])('%s', (text, value) => {
    expect(readMoney(text)).toMatchObject({ status: 'value', value });
  });
});

describe('readMoney reads from–to', () => {
  test.each([
    ['5-7tr', 5_000_000, 7_000_000],
    ['3 đến 5 triệu', 3_000_000, 5_000_000],
    ['từ 2 triệu tới 4 triệu', 2_000_000, 4_000_000],
    ['15 20 củ', 15_000_000, 20_000_000],
    ['hai ba triệu', 2_000_000, 3_000_000],
    ['200,300k', 200_000, 300_000],
    ['sáu bảy trăm', 600_000, 700_000],
    ['4 5 trăm', 400_000, 500_000],
    ['ba bốn trăm nghìn', 300_000, 400_000],
    ['6-900k', 600_000, 900_000],
    ['600-900k', 600_000, 900_000],
    ['4-9k', 4_000, 9_000],
  ])('%s', (text, from, to) => {
    expect(readMoney(text)).toMatchObject({ status: 'range', from, to });
  });
});

describe('readMoney asks back', () => {
  test.each([
    ['500', 'no_unit', 500_000],
    ['5', 'no_unit', 5_000_000],
    ['mức 1500', 'no_unit', 1_500_000],
    ['vài triệu', 'vague', undefined],
    ['mươi triệu', 'vague', undefined],
    ['nộp 4 triệu lẻ', 'vague', 4_000_000],
    ['dăm ba triệu', 'vague', undefined],
    ['năm bảy triệu', 'vague', undefined],
    ['không quá 2tr', 'bound', 2_000_000],
    ['chưa tới 2 triệu', 'bound', 2_000_000],
    ['mấy trăm nghìn', 'vague', undefined],
    ['trên 3 triệu', 'bound', 3_000_000],
    ['hơn 5tr', 'bound', 5_000_000],
    ['2 chai', 'slang', 2_000_000],
    ['3 lít', 'slang', 300_000],
    ['10 tr 5 tr', 'several', undefined],
    ['500 đô', 'foreign_currency', undefined],
    ['2 triệu đô', 'foreign_currency', undefined],
    ['30k/giờ', 'per_hour', 30_000],
    ['4 triệu trở lên', 'bound', 4_000_000],
    ['3tr đổ lại', 'bound', 3_000_000],
    ['5 triệu hơn', 'bound', 5_000_000],
    ['4 triệu mấy', 'vague', 4_000_000],
    ['2 triệu 40', 'ambiguous', 2_040_000],
    ['6 triệu lẻ 8', 'ambiguous', 6_008_000],
    ['mức 4 triệu hoặc 5 triệu', 'several', undefined],
    ['$300', 'foreign_currency', undefined],
    ['300$', 'foreign_currency', undefined],
  ])('%s', (text, reason, suggestion) => {
    const reading = readMoney(text);
    expect(reading).toMatchObject({ status: 'unclear', reason });
    expect(reading.status === 'unclear' ? reading.suggestion : null).toBe(suggestion);
  });
});

describe('readMoney finds none', () => {
  test.each([
    'sinh năm 1975',
    '2k5',
    '3 k',
    'vàng 24k',
    '12/05/1980',
    '0912345678',
    '0912 345 678',
    '079201001234',
    'tôi 50 tuổi',
    '2 lít xăng',
    'nhà 4 người',
    '17%',
    'trăm năm',
    'sinh ngày 1/2',
    'không biết',
    '',
  ])('%s', (text) => {
    expect(readMoney(text).status).toBe('none');
  });
});

describe('readMoney keeps the period', () => {
  test.each([
    ['5tr5/tháng', 'month'],
    ['mỗi tháng 3 triệu', 'month'],
    ['3 triệu một tháng', 'month'],
    ['lương tháng 5tr', 'month'],
    ['200k/ngày', 'day'],
    ['1 ngày kiếm 200k', 'day'],
    ['mỗi năm thu nhập 60 triệu', 'year'],
    ['50 triệu/năm', 'year'],
    ['3 triệu', undefined],
  ])('%s', (text, per) => {
    const reading = readMoney(text);
    expect(reading).toMatchObject({ status: 'value' });
    expect(reading.status === 'value' ? reading.per : null).toBe(per);
  });

  test('and says when an amount is only nearly meant', () => {
    expect(readMoney('khoảng 3 triệu')).toMatchObject({
      status: 'value',
      value: 3_000_000,
      approximate: true,
    });
  });
});
