import { describe, expect, test } from '@jest/globals';
import { readCorrection } from '../../src/language/index.js';

describe('a correction', () => {
  test.each([
    ['sửa tuổi thành 47', 'tuổi thành 47', 'tuoi', '47'],
    ['doi muc sang 3 trieu', 'muc sang 3 trieu', 'muc', '3 trieu'],
    ['cho em sửa lại mức thu nhập là 2tr5', 'mức thu nhập là 2tr5', 'muc thu nhap', '2tr5'],
    ['chỉnh số tháng xuống 6', 'số tháng xuống 6', 'so thang', '6'],
    ['change my income to 3 million', 'my income to 3 million', 'my income', '3 million'],
  ])('%j changes what is named', (text, rest, what, to) => {
    expect(readCorrection(text)).toEqual({ status: 'value', rest, change: { what, to } });
  });

  test.each([
    ['à nhầm, 5 người', '5 người'],
    ['ý em là 6 tháng', '6 tháng'],
    ['à không, mức 3 triệu', 'mức 3 triệu'],
    ['không phải 45 mà là 47 tuổi', '47 tuổi'],
    ['47 tuổi chứ không phải 45', '47 tuổi'],
    ['em viết nhầm, sinh năm 1981', 'sinh năm 1981'],
    ['tôi muốn sửa năm sinh', 'năm sinh'],
    ['sửa số thành viên', 'số thành viên'],
    ['sửa', ''],
  ])('%j says %j', (text, rest) => {
    expect(readCorrection(text)).toEqual({ status: 'value', rest });
  });

  test.each([
    'đổi mức đóng được không',
    'sửa thông tin trên thẻ ở đâu',
    'đổi nơi khám bệnh thế nào?',
    'không sửa',
    'đội mũ',
    'uống sữa',
    'chính xác',
    '2 triệu',
    'mẹ tôi 60 tuổi',
    '',
  ])('%j is none', (text) => {
    expect(readCorrection(text)).toEqual({ status: 'none' });
  });
});
