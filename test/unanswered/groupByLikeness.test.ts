import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupByLikeness, maskQuestion, type KeptQuestion } from '../../src/unanswered/index.js';

let last = 0;
function asked(text: string, more: Partial<KeptQuestion> = {}): KeptQuestion {
  last += 1;
  const marks = text.split(' ');
  return {
    id: String(last).padStart(6, '0'),
    at: last,
    locale: 'vi',
    outcome: 'handoff',
    text,
    marks,
    ...more,
  };
}

describe('groupByLikeness', () => {
  test('counts what asks for the same together, the largest group first', () => {
    const questions = [
      asked('tiền điện tháng này'),
      asked('vay vốn ngân hàng làm nhà'),
      asked('muốn vay vốn ngân hàng làm nhà', { outcome: 'other_matter' }),
      asked('vay vốn ngân hàng làm nhà'),
    ];
    const groups = groupByLikeness(questions);
    expect(groups.map(({ text, count }) => [text, count])).toEqual([
      ['vay vốn ngân hàng làm nhà', 3],
      ['tiền điện tháng này', 1],
    ]);
    expect(groups[0]).toMatchObject({
      id: questions[1]?.id,
      firstAt: questions[1]?.at,
      lastAt: questions[3]?.at,
      outcomes: { handoff: 2, other_matter: 1 },
      wordings: [
        { text: 'vay vốn ngân hàng làm nhà', count: 2 },
        { text: 'muốn vay vốn ngân hàng làm nhà', count: 1 },
      ],
    });
  });

  test('does not take everyday words for likeness', () => {
    const small = ['cho', 'tôi', 'hỏi', 'với', 'ạ'];
    const things = ['hộ chiếu', 'ly hôn', 'lái xe', 'thuế đất', 'học phí', 'tiền điện'];
    const groups = groupByLikeness(things.map((thing) => asked([...small, thing].join(' '))));
    expect(groups).toHaveLength(things.length);
  });

  test('keeps languages apart, and takes marks for what tells, not the spelling', () => {
    const marks = ['concept:loan', 'vay'];
    const [one, two, three] = [
      asked('vay tiền', { marks }),
      asked('vay tien', { marks }),
      asked('loan', { marks, locale: 'en' }),
    ];
    const groups = groupByLikeness([one, two, three]);
    expect(groups.map(({ ids }) => ids)).toEqual([[one.id, two.id], [three.id]]);
  });

  test('a question without any mark stands with its own wording only', () => {
    const groups = groupByLikeness([
      asked('?', { marks: [] }),
      asked('!!', { marks: [] }),
      asked('?', { marks: [] }),
    ]);
    expect(groups.map(({ text, count }) => [text, count])).toEqual([
      ['?', 2],
      ['!!', 1],
    ]);
  });

  test('loses and doubles no question, whatever is asked', () => {
    const word = fc.constantFrom('vay', 'đất', 'xe', 'thuế', 'điện', 'lương', 'hỏi', 'cho');
    const lists = fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 60 });
    fc.assert(
      fc.property(lists, (messages) => {
        const questions = messages.map((marks) => asked(marks.join(' '), { marks: [...new Set(marks)] }));
        const groups = groupByLikeness(questions);
        const ids = groups.flatMap((group) => group.ids);
        expect(ids.toSorted()).toEqual(questions.map(({ id }) => id).toSorted());
        for (const { count, ids: own, wordings } of groups) {
          expect(count).toBe(own.length);
          expect(wordings.reduce((sum, wording) => sum + wording.count, 0)).toBe(count);
        }
      }),
    );
  });
});

describe('maskQuestion', () => {
  test.each([
    ['sđt 0912 345 678, cccd 079201001234 ai vay vốn', 'sđt […], cccd […] ai vay vốn'],
    ['Tôi là Đỗ Văn Bảy, hỏi vay vốn', 'Tôi là […], hỏi vay vốn'],
    ['gửi về an.binh@thu.vn giúp em', 'gửi về […] giúp em'],
    ['lương 5.000.000đ có vay được không', 'lương 5.000.000đ có vay được không'],
  ])('%s', (text, masked) => {
    expect(maskQuestion(text)).toBe(masked);
  });

  test('cuts a long message, after masking it', () => {
    const masked = maskQuestion(`${'a '.repeat(145)}0912345678 hết`);
    expect(masked.length).toBeLessThanOrEqual(300);
    expect(masked).not.toMatch(/09\d/);
  });
});
