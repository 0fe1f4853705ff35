import { describe, expect, test } from '@jest/globals';
import { readWithdrawal } from '../../src/language/index.js';

const cases: readonly (readonly [string, 'call' | 'reminder' | 'none'])[] = [
  ['đừng gọi nữa', 'call'],
  ['dung goi cho toi nua', 'call'],
  ['thôi khỏi gọi em', 'call'],
  ['không cần gọi nữa đâu ạ', 'call'],
  ['hủy yêu cầu gọi giúp tôi', 'call'],
  ['please stop calling me', 'call'],
  ['do not call me', 'call'],
  ['đừng nhắc nữa', 'reminder'],
  ['thôi khỏi nhắc tôi nữa nhé', 'reminder'],
  ['ngừng nhắc tôi', 'reminder'],
  ['không muốn nhận nhắc nữa', 'reminder'],
  ['tắt nhắc', 'reminder'],
  ['đừng nhắn tin cho tôi nữa', 'reminder'],
  ['stop reminding me', 'reminder'],
  ['stop the reminders', 'reminder'],
  ['unsubscribe', 'reminder'],
  ['đừng gọi buổi sáng', 'none'],
  ['đừng gọi trước 5 giờ', 'none'],
  ['gọi cho tôi', 'none'],
  ['nhắc tôi khi đến hạn', 'none'],
  ['có cần gọi trước không?', 'none'],
  ['không gọi được số này', 'none'],
  ['dừng', 'none'],
  ['', 'none'],
];

describe('withdrawing one purpose', () => {
  test.each(cases)('“%s” is %s', (text, expected) => {
    const reading = readWithdrawal(text);
    expect(reading.status === 'value' ? reading.value : 'none').toBe(expected);
  });
});
