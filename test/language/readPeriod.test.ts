import { describe, expect, test } from '@jest/globals';
import { readMode, readMonths, readYears } from '../../src/language/index.js';

describe('readMonths', () => {
  test.each([
    ['6 tháng', 6],
    ['6 thang', 6],
    ['6th', 6],
    ['sáu tháng', 6],
    ['12 tháng', 12],
    ['1 năm', 12],
    ['một năm', 12],
    ['1 nam', 12],
    ['12', 12],
    ['3', 3],
    ['nửa năm', 6],
    ['nua nam', 6],
    ['1 quý', 3],
    ['2 quý', 6],
    ['hàng quý', 3],
    ['cả năm', 12],
    ['năm rưỡi', 18],
    ['tháng rưỡi', 1.5],
    ['3 năm 6 tháng', 42],
    ['3năm 2 tháng', 38],
    ['gần 4 tháng', 4],
    ['2 tháng'.normalize('NFD'), 2],
    ['MỘT NĂM', 12],
    ['6 thangs', 6],
    ['6 tháng ạ', 6],
    ['mua bhyt 6 tháng hết bao nhiêu', 6],
    ['8 năm', 96],
  ])('%s', (text, value) => {
    expect(readMonths(text)).toMatchObject({ status: 'value', value });
  });

  test.each(['tháng 9', 'năm 1975', 'sinh năm 80', 'tháng 3/2021', 'tôi 45 tuổi', ''])(
    '%s is no length',
    (text) => {
      expect(readMonths(text).status).toBe('none');
    },
  );

  test('keeps a range, asks back a vague length', () => {
    expect(readMonths('3-6 tháng')).toMatchObject({ status: 'range', from: 3, to: 6 });
    expect(readMonths('vài tháng')).toMatchObject({ status: 'unclear', reason: 'vague' });
  });
});

describe('readYears', () => {
  test.each([
    ['5 năm', 5],
    ['dong luon 5 nam', 5],
    ['năm năm', 5],
    ['nam nam', 5],
    ['hai năm', 2],
    ['60 tháng', 5],
    ['một năm rưỡi', 1.5],
    ['hai chục năm', 20],
    ['mười lăm năm', 15],
    ['5', 5],
    ['3 nawm', 3],
  ])('%s', (text, value) => {
    expect(readYears(text)).toMatchObject({ status: 'value', value });
  });

  test.each(['năm 2027', '6 tháng', 'nam', ''])('%s is no number of years', (text) => {
    expect(readYears(text).status).toBe('none');
  });
});

describe('readMode', () => {
  test.each([
    ['hằng tháng', { mode: 'monthly' }],
    ['hang thang', { mode: 'monthly' }],
    ['mỗi tháng', { mode: 'monthly' }],
    ['tháng', { mode: 'monthly' }],
    ['từng tháng một', { mode: 'monthly' }],
    ['theo quý', { mode: 'quarterly' }],
    ['3 tháng một lần', { mode: 'quarterly' }],
    ['ba thang', { mode: 'quarterly' }],
    ['quí', { mode: 'quarterly' }],
    ['6 tháng', { mode: 'half_yearly' }],
    ['nửa năm', { mode: 'half_yearly' }],
    ['12 tháng', { mode: 'yearly' }],
    ['1 năm 1 lần', { mode: 'yearly' }],
    ['cả năm', { mode: 'yearly' }],
    ['hằng năm', { mode: 'yearly' }],
    ['HẰNG NĂM', { mode: 'yearly' }],
    ['đóng luôn 5 năm', { mode: 'advance', years: 5 }],
    ['dong luon 5 nam', { mode: 'advance', years: 5 }],
    ['3 năm một lần', { mode: 'advance', years: 3 }],
    ['đóng trước 2 năm', { mode: 'advance', years: 2 }],
    ['5 năm', { mode: 'advance', years: 5 }],
    ['đóng trước nhiều năm', { mode: 'advance' }],
    ['đóng một lần cho những năm còn thiếu', { mode: 'arrears' }],
    ['nam con thieu', { mode: 'arrears' }],
    ['đóng bù', { mode: 'arrears' }],
    ['hằng quý'.normalize('NFD'), { mode: 'quarterly' }],
    ['hangf thangs', { mode: 'monthly' }],
  ])('%s', (text, value) => {
    const reading = readMode(text);
    expect(reading.status === 'value' ? reading.value : reading).toEqual(value);
  });

  test('a number of years that cannot be paid ahead is out of range', () => {
    expect(readMode('đóng luôn 10 năm')).toMatchObject({ status: 'unclear', reason: 'out_of_range' });
  });

  test.each(['bao nhiêu tuổi', 'xin chào', ''])('%s names none', (text) => {
    expect(readMode(text).status).toBe('none');
  });
});
