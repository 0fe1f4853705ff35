import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatIsoDate, formatRelative } from '../../web/console/common/times.js';
import { toFaqContent, toPartTexts } from '../../web/console/faq/faqContent.js';
import { wordDiff } from '../../web/console/faq/wordDiff.js';
import { toCsv } from '../../web/console/common/csv.js';

describe('toCsv', () => {
  test('begins with a byte order mark and quotes every cell', () => {
    expect(toCsv([['Mã', 'a"b']])).toBe('\uFEFF"Mã","a""b"\r\n');
  });

  test.each(['=1+1', '+84912', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '  =1', '＝1'])(
    'defuses %j',
    (cell) => {
      expect(toCsv([[cell]])).toBe(`\uFEFF"'${cell}"\r\n`);
    },
  );

  test('leaves names and masked phones alone', () => {
    expect(toCsv([['H’Hen Niê', '09•• ••• 678']])).toBe('\uFEFF"H’Hen Niê","09•• ••• 678"\r\n');
  });
});

describe('wordDiff', () => {
  test('shows whole syllables and whole references', () => {
    expect(wordDiff('Anh/chị đóng {{ a | vnd }} một tháng', 'Anh/chị đóng {{ b | vnd }} mỗi tháng')).toEqual([
      { kind: 'same', text: 'Anh/chị đóng ' },
      { kind: 'removed', text: '{{ a | vnd }} một' },
      { kind: 'added', text: '{{ b | vnd }} mỗi' },
      { kind: 'same', text: ' tháng' },
    ]);
  });

  test('shows whole figures and dates', () => {
    expect(wordDiff('66.000 đ từ 01/01/2027', '82.500 đ từ 01/02/2027')).toEqual([
      { kind: 'removed', text: '66.000' },
      { kind: 'added', text: '82.500' },
      { kind: 'same', text: ' đ từ ' },
      { kind: 'removed', text: '01/01/2027' },
      { kind: 'added', text: '01/02/2027' },
    ]);
  });

  test('keeps both texts whole', () => {
    const word = fc.constantFrom(
      'đóng',
      'bao',
      '1.500.000',
      '01/01/2027',
      '.',
      'nhiêu',
      ' ',
      '\n',
      '.',
      '{{ x | vnd }}',
      '**',
    );
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        const without = (kind: string): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});

describe('toFaqContent', () => {
  test('drops empty lines and empty optional texts', () => {
    const content = toFaqContent({
      title: { vi: ' T ', en: null },
      answer: { vi: 'A', en: 'B' },
      more: { vi: '', en: null },
      phrasings: { vi: ['a', '', ' b '], en: [] },
      basis: [{ document: 'Luật', article: '3', clause: '' }, { document: '' }],
      redirect: false,
    });
    expect(content).toMatchObject({
      title: { vi: 'T', en: '' },
      more: null,
      doubtful: null,
      nextStep: null,
      phrasings: { vi: ['a', 'b'], en: [] },
      basis: [{ document: 'Luật', article: '3' }],
    });
    expect(toPartTexts(content).basis).toBe('Luật, 3');
  });
});

describe('times', () => {
  const now = Date.parse('2026-11-21T10:00:00+07:00');
  test.each([
    ['2026-11-21T09:59:30+07:00', 'vừa xong'],
    ['2026-11-21T09:55:00+07:00', '5 phút trước'],
    ['2026-11-21T00:30:00+07:00', '9 giờ trước'],
    ['2026-11-20T23:59:00+07:00', /^hôm qua$/i],
    ['2026-11-01T08:00:00+07:00', '01/11/2026'],
  ])('%s is told as %s', (at, words) => {
    expect(formatRelative(at, now, 'vi', 'vừa xong')).toMatch(words);
  });

  test('a date has no zone', () => {
    expect(formatIsoDate('2027-01-01')).toBe('01/01/2027');
  });
});

test('both languages have the same keys', () => {
  const keysOf = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}/${key}`))
      : [path];
  const read = (locale: string): string[] =>
    keysOf(
      JSON.parse(readFileSync(new URL(`../../locales/${locale}/console.json`, import.meta.url), 'utf8')),
      '',
    ).sort();
  expect(read('vi')).toEqual(read('en'));
});
