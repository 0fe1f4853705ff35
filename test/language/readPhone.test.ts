import { describe, expect, test } from '@jest/globals';
import { readPhone } from '../../src/language/index.js';

describe('readPhone reads a number in its national form', () => {
  test.each([
    ['0912345678', '0912345678', 'mobile'],
    ['0912 345 678', '0912345678', 'mobile'],
    ['0912.345.678', '0912345678', 'mobile'],
    ['0912-345-678', '0912345678', 'mobile'],
    ['09 12 34 56 78', '0912345678', 'mobile'],
    ['(0912) 345 678', '0912345678', 'mobile'],
    ['+84912345678', '0912345678', 'mobile'],
    ['+84 912 345 678', '0912345678', 'mobile'],
    ['+84 0912 345 678', '0912345678', 'mobile'],
    ['84912345678', '0912345678', 'mobile'],
    ['0084912345678', '0912345678', 'mobile'],
    ['912345678', '0912345678', 'mobile'],
    ['０９１２３４５６７８', '0912345678', 'mobile'],
    ['O912345678', '0912345678', 'mobile'],
    ['0351234567', '0351234567', 'mobile'],
    ['0561234567', '0561234567', 'mobile'],
    ['0771234567', '0771234567', 'mobile'],
    ['0821234567', '0821234567', 'mobile'],
    ['0871234567', '0871234567', 'mobile'],
    ['0991234567', '0991234567', 'mobile'],
    ['024 3824 1234', '02438241234', 'landline'],
    ['0236 382 1234', '02363821234', 'landline'],
    ['+84 28 3822 1234', '02838221234', 'landline'],
    ['huong 0912 345 678, goi buoi toi', '0912345678', 'mobile'],
    ['số em là 0387654321 ạ', '0387654321', 'mobile'],
    ['goi luc 8 0912 345 678', '0912345678', 'mobile'],
    ['sau 17h 0912345678', '0912345678', 'mobile'],
    ['0912345678'.normalize('NFD'), '0912345678', 'mobile'],
  ])('%s', (text, value, kind) => {
    expect(readPhone(text)).toMatchObject({ status: 'value', value, kind });
  });
});

describe('readPhone says what is wrong', () => {
  test.each([
    ['091234567', 'too_short'],
    ['09123', 'too_short'],
    ['số 0912 345', 'too_short'],
    ['091234567890', 'too_long'],
    ['09123456789', 'too_long'],
    ['079201001234', 'too_long'],
    ['01234567890', 'old_11_digit'],
    ['0168 123 4567', 'old_11_digit'],
    ['+84 168 123 4567', 'old_11_digit'],
    ['0612345678', 'not_vietnamese'],
    ['0112345678', 'not_vietnamese'],
    ['+1 415 555 2671', 'not_vietnamese'],
    ['+66 81 234 5678', 'not_vietnamese'],
  ])('%s', (text, reason) => {
    expect(readPhone(text)).toMatchObject({ status: 'invalid', reason });
  });
});

describe('readPhone finds none', () => {
  test.each(['không có', 'xin chào', 'năm 1979', 'nhà 4 người, 2 triệu', ''])('%s', (text) => {
    expect(readPhone(text).status).toBe('none');
  });
});
