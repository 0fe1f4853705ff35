import { describe, expect, test } from '@jest/globals';
import { findPersonalIds, maskPersonalData } from '../../src/language/index.js';

describe('findPersonalIds', () => {
  test.each([
    ['cccd của em 079201001234', 'citizen_id'],
    ['079 201 001 234', 'citizen_id'],
    ['079.201.001.234', 'citizen_id'],
    ['０７９２０１００１２３４', 'citizen_id'],
    ['cmnd 205123456', 'old_identity_number'],
    ['số sổ bhxh 7916123456', 'social_insurance_number'],
    ['mã số bhxh: 0116123456', 'social_insurance_number'],
    ['sổ của em 7916123456 kiểm tra giúp', 'social_insurance_number'],
    ['thẻ DN4797916123456', 'health_card'],
    ['thẻ HS 4 79 7916123456', 'health_card'],
    ['4111 1111 1111 1111', 'bank_card'],
    ['stk 1903 4567 8901 234', 'bank_account'],
    ['gửi vào huong.nguyen@gmail.com nhé', 'email'],
  ])('%s holds a %s', (text, kind) => {
    expect(findPersonalIds(text).map((id) => id.kind)).toEqual([kind]);
  });

  test.each([
    '2.000.000 đ',
    '1500000',
    '16.210.864',
    '1 366 200 đồng',
    'sinh ngày 12/05/1980',
    'từ 2021 đến 2026',
    'Nghị định 159/2025/NĐ-CP',
    '150000000 đồng',
    'nhà 4 người 2 triệu',
    '12 tháng 3 năm',
    'gọi 1900 9068',
    '0912 345 678',
    'từ 01/07/2025 đến 31/12/2026',
    'mức 2340000 lên 2530000',
  ])('%s holds none', (text) => {
    expect(findPersonalIds(text)).toEqual([]);
  });

  test('phones only when asked for', () => {
    expect(findPersonalIds('gọi 0912 345 678', { phones: true })).toEqual([
      { kind: 'phone', start: 4, end: 16 },
    ]);
  });
});

describe('maskPersonalData', () => {
  test('leaves everything else as it is', () => {
    expect(maskPersonalData('em 45 tuổi, cccd 079201001234, mức 2.000.000 đ')).toBe(
      'em 45 tuổi, cccd […], mức 2.000.000 đ',
    );
  });

  test('masks several', () => {
    expect(maskPersonalData('079201001234 và DN4797916123456')).toBe('[…] và […]');
  });
});
