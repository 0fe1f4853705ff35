import { describe, expect, test } from '@jest/globals';
import { maskNames } from '../../src/language/index.js';

describe('maskNames', () => {
  test.each([
    ['Tôi là Nguyễn Thị Bích Hường, hỏi mức đóng', 'Tôi là […], hỏi mức đóng'],
    ['em tên là hạnh ạ', 'em tên là […] ạ'],
    ['Họ và tên: Phạm Quang', 'Họ và tên: […]'],
    ['le van tam hoi the y te', '[…] hoi the y te'],
    ['hỏi giúp bà trần thị sáu nhà bên', 'hỏi giúp bà […] nhà bên'],
    ['my name is Mary Jones', 'my name is […]'],
    ['Võ Nguyên, Đỗ Hạ', '[…], […]'],
  ])('%s', (text, masked) => {
    expect(maskNames(text)).toBe(masked);
  });

  test.each([
    'Mua ở TP Hồ Chí Minh hay đường Lê Lợi?',
    'phường Trần Hưng Đạo có điểm thu không',
    'thẻ của tôi tên là gì',
    'lý do gì mà hồ sơ bị trả',
    'Bảo hiểm xã hội Việt Nam',
    'vo toi mua the y te',
    'năm nay mức đóng bao nhiêu',
    '',
  ])('leaves as it is: %s', (text) => {
    expect(maskNames(text)).toBe(text);
  });
});
