import { describe, expect, test } from '@jest/globals';
import {
  checkStyle,
  plainWordsOf,
  readability,
  type FaqEntry,
  type Finding,
  type Style,
} from '../../src/faq/index.js';
import { entryWith, shippedEntries, shippedSources, shippedStyle, smallFigures } from './sources.js';

const { lexicon } = shippedSources();
const style: Style = {
  ...shippedStyle(),
  plainNumbersOf: [{ entry: 'tn-mau', pattern: 'lớp 12', why: 'a class' }],
  outdated: [{ document: '9/1999/NĐ-CP', since: '2026-01-01', instead: '10/2025/NĐ-CP' }],
};

function check(changes: Partial<FaqEntry>, date = '2026-11-21'): readonly Finding[] {
  const wordings = Array.from({ length: 8 }, (_, at) => `mức đóng hằng tháng là bao nhiêu ${String(at)}`);
  const asked = {
    title: { vi: 'Mức đóng', en: 'The amount' },
    phrasings: { vi: wordings, en: ['what is the amount', 'the amount a month', 'how high is the amount'] },
  };
  return checkStyle(entryWith({ ...asked, ...changes }), { style, lexicon, figures: smallFigures, date });
}

const answerWith = (vi: string) => ({ answer: { vi, en: 'The amount is {{ figure.floor | vnd }}.' } });
const named = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ field, code, severity }) => `${severity} ${field} ${code}`);

describe('checkStyle', () => {
  test('finds nothing wrong with an answer that says at once what was asked', () => {
    expect(named(check({}))).toEqual([]);
  });

  test.each([
    [
      'Mức đóng của anh/chị là bao nhiêu? Thấp nhất {{ figure.floor | vnd }}.',
      'error answer.vi first_sentence_asks',
    ],
    [
      'Theo quy định hiện hành, mức đóng là {{ figure.floor | vnd }}.',
      'error answer.vi first_sentence_boilerplate',
    ],
    ['Trời hôm nay nắng đẹp. Mức đóng thấp.', 'warning answer.vi first_sentence_elsewhere'],
    [`Mức đóng ${'rất rất '.repeat(16)}thấp. Hết. Hết.`, 'warning answer.vi first_sentence_long'],
  ])('looks at the first sentence: %s', (text, finding) => {
    expect(named(check(answerWith(text)))).toEqual([finding]);
  });

  test('takes a bare yes together with the sentence after it', () => {
    expect(named(check(answerWith('Có ạ. Mức đóng là {{ figure.floor | vnd }}.')))).toEqual([]);
    expect(named(check(answerWith('Có ạ. Trời hôm nay nắng đẹp.')))).toEqual([
      'warning answer.vi first_sentence_elsewhere',
    ]);
  });

  test.each([
    ['Mức đóng là 5 phần.', ['5']],
    ['Mức đóng tăng từ năm 2031.', ['2031']],
    ['Mức đóng là 1,5 lần, rồi 7.', ['1,5', '7']],
    ['Mức đóng ghi ở Mẫu số 2 theo Nghị định 10/2025/NĐ-CP.', []],
    ['Mức đóng của học sinh lớp 12.', []],
    ['Mức đóng của học sinh lớp 9.', ['9']],
    ['Mức đóng là {{ figure.floor | vnd }}.', []],
    ['Nguy cấp thì gọi 115, còn mức đóng hỏi {{ hotline }}.', []],
  ])('lets no figure stand outside a reference: %s', (text, figures) => {
    const found = check(answerWith(text)).filter(({ code }) => code === 'literal_figure');
    expect(found.map(({ details }) => details?.figure)).toEqual(figures);
    expect(found.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('an exception of one answer holds for no other', () => {
    const found = check({ id: 'tn-khac', ...answerWith('Mức đóng của học sinh lớp 12.') });
    expect(found.map(({ code }) => code)).toEqual(['literal_figure']);
  });

  test.each([
    ['Mức đóng do UBND xã thu.', ['UBND']],
    ['Mức đóng do Ủy ban nhân dân (UBND) xã thu.', []],
    ['Mức đóng do UBND (Ủy ban nhân dân) xã thu.', []],
    ['Mức đóng BHXH xem trên VssID.', []],
    ['Mức đóng do Ủy ban nhân dân (UBND) thu.\n\nUBND xã nhận đơn.', ['UBND']],
  ])('wants short forms explained in the same bubble: %j', (text, short) => {
    const found = check(answerWith(text)).filter(({ code }) => code === 'unexplained_abbreviation');
    expect(found.map(({ details }) => details?.abbreviation)).toEqual(short);
  });

  test('measures sentences over all that belongs to an answer', () => {
    const sentence = `Mức đóng ${'nhỏ '.repeat(26)}.`;
    expect(named(check(answerWith(sentence)))).toEqual(['warning answer.vi long_sentences']);
    const more = { vi: 'Hết. Hết. Hết.', en: 'Done.' };
    expect(named(check({ ...answerWith(sentence), more }))).toEqual([]);
  });

  test('finds an English text that is Vietnamese', () => {
    const vi = 'Mức đóng là {{ figure.floor | vnd }}.';
    expect(named(check({ answer: { vi, en: vi } }))).toContain('error answer.en not_translated');
    const en = 'The amount is set by Ủy ban nhân dân, at {{ figure.floor | vnd }} for everybody who joins.';
    expect(named(check({ answer: { vi, en } }))).toEqual([]);
  });

  test('finds a document that is no longer in force, from its day on', () => {
    const basis = [{ document: 'NĐ 9/1999/NĐ-CP', article: '4' }];
    expect(named(check({ basis }))).toEqual(['error basis.0.document outdated_document']);
    expect(check({ basis })[0]?.details).toEqual({ document: '9/1999/NĐ-CP', instead: '10/2025/NĐ-CP' });
    expect(check({ basis }, '2025-12-31')).toEqual([]);
  });

  test('leaves a text that can’t be rendered to the check of the entry', () => {
    expect(named(check(answerWith('Mức đóng là {{ figure.floor')))).toEqual([]);
  });
});

describe('readability', () => {
  const plain = new Set(['mức', 'đóng', 'một', 'tháng', 'là', 'anh', 'chị', 'trả', 'thêm']);

  test('counts sentences and words, figures with their đồng as no hard words', () => {
    const read = readability('Mức đóng một tháng là 1.234.000\u00a0đ. Anh/chị trả thêm.', plain);
    expect(read).toMatchObject({ sentences: 2, hardShare: 0, hardWords: [] });
  });

  test('names the words that citizens do not use, the most frequent first', () => {
    const read = readability('Truy thu mức đóng. Truy nã là truy.', plain);
    expect(read.hardWords[0]).toBe('truy');
    expect(read.hardWords).toContain('thu');
    expect(read.hardShare).toBeGreaterThan(0.5);
  });

  test('a name is no hard word, and nothing is read out of nothing', () => {
    expect(readability('Mức đóng là Quảng Ninh BHXH.', plain).hardWords).toEqual([]);
    expect(readability('', plain)).toMatchObject({ sentences: 0, wordsPerSentence: 0, hardShare: 0 });
  });

  test('takes the plain words from what citizens ask', () => {
    const words = plainWordsOf(shippedEntries(), 'vi');
    for (const word of ['đóng', 'tiền', 'mua', 'thẻ']) expect(words.has(word)).toBe(true);
    for (const word of ['nã', 'hoạch', 'phán']) expect(words.has(word)).toBe(false);
  });
});
