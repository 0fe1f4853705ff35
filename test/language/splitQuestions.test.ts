import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asksSomething, splitQuestions } from '../../src/language/index.js';

describe('the questions of one message', () => {
  test.each([
    [
      'đóng bao nhiêu, bao giờ được lương hưu và có được rút không?',
      ['đóng bao nhiêu', 'bao giờ được lương hưu', 'có được rút không?'],
    ],
    ['đóng bao nhiêu? đóng ở đâu? cần giấy tờ gì?', ['đóng bao nhiêu?', 'đóng ở đâu?', 'cần giấy tờ gì?']],
    ['dong bao nhieu, bao gio co luong huu', ['dong bao nhieu', 'bao gio co luong huu']],
    ['mua bhyt ở đâu và giá bao nhiêu tiền', ['mua bhyt ở đâu', 'giá bao nhiêu tiền']],
    [
      'nếu nghỉ việc thì có được đóng tiếp không, và khi chết thì con có được gì không',
      ['nếu nghỉ việc thì có được đóng tiếp không', 'khi chết thì con có được gì không'],
    ],
    [
      'tôi muốn hỏi bhxh tự nguyện là gì và có lợi gì không ạ',
      ['tôi muốn hỏi bhxh tự nguyện là gì', 'có lợi gì không ạ'],
    ],
    [
      'sinh con có được tiền không? ốm đau có được hưởng không?',
      ['sinh con có được tiền không?', 'ốm đau có được hưởng không?'],
    ],
    [
      'mất sổ thì làm sao với lại đổi nơi đóng có được không',
      ['mất sổ thì làm sao', 'với lại đổi nơi đóng có được không'],
    ],
    ['đóng thế nào rồi bao lâu thì có thẻ', ['đóng thế nào', 'bao lâu thì có thẻ']],
    [
      'muốn đóng mức 1,5 triệu thì một tháng bao nhiêu, 3 tháng đóng một lần được không?',
      ['muốn đóng mức 1,5 triệu thì một tháng bao nhiêu', '3 tháng đóng một lần được không?'],
    ],
    [
      'em 45 tuổi làm ruộng, đóng bao nhiêu, khi nào được lương hưu',
      ['em 45 tuổi làm ruộng, đóng bao nhiêu', 'khi nào được lương hưu'],
    ],
    ['how much do I pay and when do I get a pension?', ['how much do I pay', 'when do I get a pension?']],
    ['how much is it, and can I withdraw?', ['how much is it', 'can I withdraw?']],
    ['where can I pay? what papers do I need?', ['where can I pay?', 'what papers do I need?']],
    [
      'thẻ mất rồi làm sao xin lại\nđi khám trái tuyến được trả mấy phần trăm',
      ['thẻ mất rồi làm sao xin lại', 'đi khám trái tuyến được trả mấy phần trăm'],
    ],
  ])('%j are several', (text, questions) => {
    expect(splitQuestions(text)).toEqual(questions);
  });

  test.each([
    'em 45 tuổi, làm ruộng, đóng bao nhiêu',
    'vợ và chồng đóng bao nhiêu',
    'BHXH và BHYT khác nhau thế nào',
    'đóng bao nhiêu và ở đâu',
    'khi nào, ở đâu nhận thẻ?',
    'bao nhiêu tiền một tháng, một năm',
    'chồng em đi làm công ty, em ở nhà nội trợ, vậy em có được mua bảo hiểm không',
    'tôi không biết có được không',
    'em chưa có sổ, giờ làm sao đăng ký',
    'thẻ hết hạn rồi có gia hạn được không',
    'đóng rồi không đóng nữa có sao không',
    'còn mẹ tôi thì sao',
    'nộp tiền mặt hay chuyển khoản được không',
    'what is voluntary insurance and health insurance',
    'nhà em 4 người, chồng đi công ty, một cháu lớp 8, một cháu 4 tuổi, mua bhyt hết bao nhiêu',
    'chào em, cho anh hỏi bhxh tự nguyện đóng bao nhiêu vậy em',
    'cảm ơn em, còn giấy tờ thì cần gì',
    'tôi muốn đóng mức 2 triệu, 6 tháng một lần',
    'bao nhiêu cũng được, miễn là có lương hưu',
    'mức 1.500.000 đồng một tháng thì nhà nước hỗ trợ bao nhiêu',
    'hồ sơ gồm sổ bhxh, căn cước, tờ khai phải không',
    'có',
    '',
    '???',
    'a'.repeat(2_000),
  ])('%j is one', (text) => {
    expect(splitQuestions(text)).toEqual([text.trim()]);
  });

  test('are never more than four, and nothing but joints is lost', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...[
              'đóng bao nhiêu',
              'rút được không',
              'làm ruộng',
              'và',
              '?',
              ',',
              'ở đâu',
              '😀',
              'bao giờ có thẻ',
            ],
          ),
          { maxLength: 20 },
        ),
        (words) => {
          const text = words.join(' ').trim();
          const questions = splitQuestions(text);
          expect(questions.length).toBeLessThanOrEqual(4);
          expect(questions.length).toBeGreaterThan(0);
          const kept = questions.join(' ').match(/\p{L}+/gu) ?? [];
          const said = text.match(/\p{L}+/gu) ?? [];
          expect(kept.filter((word) => word !== 'và')).toEqual(said.filter((word) => word !== 'và'));
        },
      ),
    );
  });
});

describe('a message', () => {
  test.each(['có đắt không', 'đóng bao nhiêu', 'em muốn hỏi đóng xong có được rút không ạ', 'how do I join'])(
    '%j asks',
    (text) => {
      expect(asksSomething(text)).toBe(true);
    },
  );
  test.each(['không', 'hộ nghèo', '2 triệu', 'tôi không biết', 'bao nhiêu cũng được', 'Hương, 0912 345 678'])(
    '%j does not ask',
    (text) => {
      expect(asksSomething(text)).toBe(false);
    },
  );
});
