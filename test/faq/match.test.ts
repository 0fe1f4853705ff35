import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildIndex,
  evaluate,
  learn,
  match,
  type FaqIndex,
  type FaqSources,
  type Question,
} from '../../src/faq/index.js';
import { shippedSources } from './sources.js';

const questions: readonly Question[] = readFileSync('test/faq/questions.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): Question => JSON.parse(line));

let index: FaqIndex;
beforeAll(() => {
  index = indexOf(shippedSources());
});

describe('the index over what ships', () => {
  test('decides the evaluation questions within the bars', () => {
    const result = evaluate(index, questions);
    expect(result.inScope).toBeGreaterThanOrEqual(150);
    expect(result.outOfScope).toBeGreaterThanOrEqual(40);
    expect(result.topOne).toBeGreaterThanOrEqual(0.85);
    expect(result.topThree).toBeGreaterThanOrEqual(0.95);
    expect(result.precision).toBeGreaterThanOrEqual(0.93);
    expect(result.outOfScopeAnswered).toBeLessThanOrEqual(0.03);
    expect(result.smalltalkRight).toBe(1);
    expect(result.schemeConfusions).toEqual([]);
  });

  const writings: Readonly<Record<string, (text: string) => string>> = {
    'without marks': unmarked,
    'in decomposed letters': (text) => text.normalize('NFD'),
    'in capitals': (text) => text.toUpperCase(),
    'with one letter wrong': withTypo(),
  };
  test.each(Object.keys(writings))('loses at most three points %s', (name) => {
    const write = writings[name] ?? ((text: string) => text);
    const vietnamese = questions.filter(({ locale }) => locale !== 'en');
    const written = vietnamese.map((question) => ({ ...question, question: write(question.question) }));
    expect(evaluate(index, written).topOne).toBeGreaterThanOrEqual(evaluate(index, vietnamese).topOne - 0.03);
  });
});

describe('match', () => {
  test.each([
    ['xin chào', 'greeting'],
    ['dạ em chào anh chị ạ', 'greeting'],
    ['cảm ơn em nhiều nhé', 'thanks'],
    ['tạm biệt', 'bye'],
    ['bạn là ai vậy', 'who'],
    ['ok', 'other'],
    ['👍', 'other'],
    ['Hello', 'greeting'],
  ])('%s is small talk: %s', (text, kind) => {
    expect(match(index, text, 'vi')).toMatchObject({
      decision: 'smalltalk',
      topic: null,
      smalltalkKind: kind,
    });
  });

  test.each([
    'bảo hiểm y tế',
    'bhyt',
    'sổ bhxh',
    'BHXH tự nguyện',
    'luong huu',
    'thai sản',
    'thẻ bhyt ạ',
    'mua bhyt',
  ])('a bare topic (%s) offers what may be meant', (text) => {
    const { decision, topic, candidates } = match(index, text, 'vi');
    expect({ decision, topic }).toEqual({ decision: 'clarify', topic: null });
    expect(candidates.length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    'đóng 6 tháng một lần được không',
    'cần những gì',
    'phải chờ bao lâu',
    'còn con tôi thì sao',
    'ở đâu',
  ])('a question that names nothing (%s) is not answered', (text) => {
    expect(['clarify', 'handoff']).toContain(match(index, text, 'vi').decision);
  });

  test.each(['', '   ', '...', '123456', '\u200b\u200b', 'qwrtzp', '🙂🙂🙂'])(
    'nothing to read (%j) is handed over or small talk',
    (text) => {
      expect(['handoff', 'smalltalk']).toContain(match(index, text, 'vi').decision);
    },
  );

  test.each(['gặp người', 'cho em gặp cán bộ', 'nói chuyện với người thật đi'])(
    '%s is handed over',
    (text) => {
      expect(match(index, text, 'vi')).toMatchObject({ decision: 'handoff', topic: null });
    },
  );

  test.each([
    'Em nộp hồ sơ thai sản cho công ty từ ngày 12/3 mà đến giờ vẫn chưa nhận được tiền, kiểm tra giúp em',
    'tôi đã nộp hồ sơ rút bảo hiểm một lần hơn một tháng rồi mà chưa thấy tiền về tài khoản',
  ])("a person's own file is handed over: %s", (text) => {
    expect(match(index, text, 'vi').decision).toBe('handoff');
  });

  test.each([
    ['nha em 4 nguoi mua bhyt ho gia dinh 1 nam bn a', 'estimate', 'yt-muc-dong'],
    ['em 45 tuoi ho can ngheo muon dong muc 2 trieu, dong luon 5 nam thi het bn', 'estimate', 'tn-muc-dong'],
    ['tính cho tôi', 'estimate', null],
    ['nho can bo goi', 'lead', null],
  ])('%s asks for %s', (text, decision, topic) => {
    expect(match(index, text, 'vi')).toMatchObject({ decision, topic });
  });

  test('every scheme keeps to itself', () => {
    expect(match(index, 'bhyt đóng 6 tháng một lần được không', 'vi').candidates[0]?.topic).toBe(
      'yt-ky-dong',
    );
    expect(match(index, 'bhxh tự nguyện đóng 6 tháng một lần được không', 'vi').candidates[0]?.topic).toBe(
      'tn-phuong-thuc',
    );
  });

  test('an English question is understood on either page', () => {
    for (const locale of ['vi', 'en'] as const) {
      expect(match(index, 'How much is household health insurance for one person?', locale)).toMatchObject({
        decision: 'answer',
        topic: 'yt-muc-dong',
      });
    }
    expect(match(index, 'bhyt hộ gia đình giá bao nhiêu', 'en')).toMatchObject({
      decision: 'answer',
      topic: 'yt-muc-dong',
    });
  });

  test('gives at most five candidates, best first, with scores from 0 to 1', () => {
    for (const { question } of questions) {
      const { candidates } = match(index, question, 'vi');
      expect(candidates.length).toBeLessThanOrEqual(5);
      candidates.forEach(({ score }, at) => {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(candidates[at - 1]?.score ?? 1);
      });
    }
  });

  test('is the same every time', () => {
    const again = indexOf(shippedSources());
    for (const { question } of questions.slice(0, 40))
      expect(match(again, question, 'vi')).toEqual(match(index, question, 'vi'));
  });

  test.each([
    ['words', 'đóng bảo hiểm '.repeat(700)],
    ['one word', 'a'.repeat(10_240)],
    ['numbers', '1 '.repeat(5_000)],
    ['emoji', '🙂'.repeat(2_500)],
    ['abbreviations', 'bhxh '.repeat(2_000)],
  ])('decides 10 kB of %s too', (_, text) => {
    expect(match(index, text, 'vi').candidates.length).toBeLessThanOrEqual(5);
  });
});

describe('a changed publication', () => {
  test('is indexed again and knows the new entry', () => {
    const sources = shippedSources();
    indexOf(sources);
    const [first] = sources.entries;
    if (!first) throw new Error('Nothing ships.');
    const added = {
      ...first,
      id: 'tn-vi-du',
      title: { vi: 'Chương trình ví dụ Sao Mai', en: 'Morning Star example programme' },
      phrasings: {
        ...first.phrasings,
        vi: ['chương trình sao mai là gì', 'sao mai có lợi gì', 'tham gia sao mai ở đâu', 'bhxh sao mai'],
      },
    };
    const changed = indexOf({ ...sources, entries: [...sources.entries, added] });
    expect(match(changed, 'bhxh chương trình sao mai là gì vậy', 'vi').candidates[0]?.topic).toBe('tn-vi-du');
  });

  test('without an entry never names it', () => {
    const sources = shippedSources();
    const fewer = indexOf({
      ...sources,
      entries: sources.entries.filter(({ id }) => id !== 'yt-muc-dong'),
    });
    for (const text of ['giá bhyt hộ gia đình', 'bhyt', 'mua bhyt', 'nhà 4 người mua bhyt hết bao nhiêu']) {
      const { topic, candidates } = match(fewer, text, 'vi');
      expect([topic, ...candidates.map((candidate) => candidate.topic)]).not.toContain('yt-muc-dong');
    }
  });

  test('with two entries of one id is refused', () => {
    const sources = shippedSources();
    expect(() =>
      indexOf({ ...sources, entries: [...sources.entries, ...sources.entries.slice(0, 1)] }),
    ).toThrow('same id');
  });

  test('with no entry at all answers nothing', () => {
    const empty = indexOf({ ...shippedSources(), entries: [] });
    expect(match(empty, 'bhxh tự nguyện đóng bao nhiêu', 'vi').decision).toBe('handoff');
  });
});

function unmarked(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .normalize('NFC');
}

/** One letter of one longer word left out, doubled or changed about with the next. */
function withTypo(): (text: string) => string {
  let state = 11;
  const below = (limit: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
  return (text) => {
    const words = text.split(' ');
    const long = words.map((_, at) => at).filter((at) => (words[at] ?? '').length >= 4);
    const at = long[below(long.length)];
    if (at === undefined) return text;
    const letters = [...(words[at] ?? '')];
    const place = 1 + below(letters.length - 2);
    const kind = below(3);
    if (kind === 0) letters.splice(place, 1);
    if (kind === 1) letters.splice(place, 0, letters[place] ?? '');
    if (kind === 2) letters.splice(place, 2, letters[place + 1] ?? '', letters[place] ?? '');
    words[at] = letters.join('');
    return words.join(' ');
  };
}

function indexOf(sources: FaqSources): FaqIndex {
  return buildIndex(sources, learn(sources));
}
