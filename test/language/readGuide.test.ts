import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asksStepByStep, readGuideStep, wishesGuide } from '../../src/language/index.js';

const moves = {
  next: [
    ...[
      'Bước tiếp',
      'buoc tiep',
      'tiếp',
      'tiếp đi em',
      'tiep tuc',
      'rồi',
      'roi a',
      'xong',
      'xong rồi ạ',
      'Xong rồi',
    ],
    ...[
      'xong bước này',
      'dạ xong bước này rồi',
      'ok',
      'ok em',
      'được rồi',
      'ừ',
      'đúng rồi',
      'hiểu rồi nha',
      'bỏ qua bước này',
    ],
    ...[
      'em cài xong rồi ạ',
      'tôi tải về máy rồi',
      'đăng nhập được rồi',
      'điền họ tên xong',
      'da chup hinh xong',
      'chup mat xong roi',
      'gửi rồi nhé',
      'đổi mật khẩu xong',
    ],
    ...['Next step', 'next', 'Done', 'done!', 'continue please', 'I have installed it', 'logged in', 'yes'],
  ],
  back: [
    'Bước trước',
    'buoc truoc',
    'quay lại',
    'quay lai buoc truoc di',
    'lui lại',
    'Previous step',
    'go back',
  ],
  again: ['nhắc lại', 'noi lai di em', 'xem lại', 'repeat'],
  stop: ['thôi', 'thoi nhe', 'để sau', 'hôm khác nhé', 'mai làm tiếp', 'not now', 'later'],
  wait: [
    'chờ chút',
    'cho ti',
    'đợi em xíu',
    'từ từ',
    'chưa xong',
    'chưa',
    'đang tải',
    'wait a moment',
    'not yet',
  ],
} as const;
const cases = Object.entries(moves).flatMap(([value, texts]) => texts.map((text) => ({ text, value })));

describe('a word within a guide', () => {
  test.each(cases)('“$text” is $value', ({ text, value }) => {
    expect(readGuideStep(text)).toEqual({ status: 'value', value });
  });

  test.each([
    ['bước 3', 3],
    ['Bước số 2 ạ', 2],
    ['cho xem buoc 1', 1],
    ['quay lại bước 4 đi em', 4],
    ['step 5', 5],
    ['go to step 12 please', 12],
    ['bước 0', 0],
  ])('“%s” is step %i', (text, step) => {
    expect(readGuideStep(text)).toEqual({ status: 'value', value: 'step', step });
  });

  test.each([
    ...['', '   ', '?', '😀', 'ok?', 'xong chưa?', 'làm xong thì bao lâu có thẻ', 'bước tiếp theo là gì?'],
    ...[
      'cài không được rồi',
      'mở lên bị lỗi rồi',
      'nhập sai rồi',
      'quên mật khẩu rồi',
      'thẻ hết hạn rồi',
      'tải mất tiền rồi',
    ],
    ...[
      'em không thấy chỗ đó',
      'không được',
      'Nhờ cán bộ gọi',
      'bhxh tự nguyện đóng bao nhiêu',
      'bước 123',
      'step',
    ],
    ...['tôi đóng đủ mười lăm năm rồi', 'xong '.repeat(20)],
  ])('“%s” is none', (text) => {
    expect(readGuideStep(text)).toEqual({ status: 'none' });
  });

  test('any text is read without a fault, and a question never moves the guide', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        expect(['value', 'none']).toContain(readGuideStep(text).status);
        expect(readGuideStep(`${text.slice(0, 40)}?`)).toEqual({ status: 'none' });
      }),
    );
  });
});

describe('the wish to be shown what was just spoken of', () => {
  test.each([
    ...[
      'hướng dẫn',
      'huong dan',
      'hướng dẫn em với',
      'xin hướng dẫn cụ thể',
      'hướng dẫn cho tôi từng bước',
      'hướng dẫn cách cài',
    ],
    ...[
      'chỉ tôi từng bước',
      'chi toi tung buoc',
      'chỉ em cách làm với',
      'bày tui làm đi',
      'dạy tôi cài cái đó',
      'chỉ cách đăng ký',
    ],
    ...[
      'làm sao cài',
      'lam sao de cai',
      'làm thế nào để đăng ký',
      'cách tải ứng dụng này',
      'cài sao ạ',
      'làm thế nào',
    ],
    ...[
      'bấm chỗ nào',
      'cho tôi xem các bước',
      'từng bước',
      'Step by step',
      'show me how',
      'guide me step by step please',
    ],
    ...['how do I install it', 'the steps please', 'guide'],
  ])('“%s” is one', (text) => {
    expect(wishesGuide(text)).toBe(true);
  });

  test.each([
    ...[
      '',
      'chi',
      'bày',
      'day',
      'chị',
      'hướng dẫn rút bảo hiểm một lần',
      'làm sao để có lương hưu',
      'cách đóng',
      'đóng sao',
    ],
    ...[
      'chỉ tôi cách tính lương hưu',
      'làm sao cài vssid cho mẹ tôi',
      'đăng ký ở đâu',
      'hộ nghèo được hỗ trợ thế nào',
    ],
    ...['how do I get a pension', 'người hướng dẫn tên gì', 'x'.repeat(200)],
  ])('“%s” is none', (text) => {
    expect(wishesGuide(text)).toBe(false);
  });

  test.each([
    ['chỉ tôi từng bước cài VssID', true],
    ['cac buoc gia han the bhyt', true],
    ['How do I install VssID, step by step?', true],
    ['cài VssID thế nào', false],
    ['bước chân', false],
  ])('“%s” asks for it step by step: %p', (text, expected) => {
    expect(asksStepByStep(text)).toBe(expected);
  });
});
