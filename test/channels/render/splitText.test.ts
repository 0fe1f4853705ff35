import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitText } from '../../../src/channels/render/index.js';

describe('a text longer than a message', () => {
  const cases: readonly Readonly<{ what: string; text: string; limit: number; parts: readonly string[] }>[] =
    [
      { what: 'a short one stays whole', text: 'Chào anh/chị.', limit: 40, parts: ['Chào anh/chị.'] },
      { what: 'nothing is no part', text: '  \n ', limit: 40, parts: [] },
      {
        what: 'between paragraphs first',
        text: 'Một câu. Hai câu.\n\nBa câu. Bốn câu.',
        limit: 30,
        parts: ['Một câu. Hai câu.', 'Ba câu. Bốn câu.'],
      },
      {
        what: 'then between lines',
        text: 'Một câu rất dài.\nHai câu rất dài.',
        limit: 28,
        parts: ['Một câu rất dài.', 'Hai câu rất dài.'],
      },
      {
        what: 'then between sentences',
        text: 'Một câu rất dài. Hai câu rất dài?',
        limit: 28,
        parts: ['Một câu rất dài.', 'Hai câu rất dài?'],
      },
      {
        what: 'not inside an amount',
        text: 'Anh chị đóng 1.234.567 đồng mỗi tháng thôi ạ',
        limit: 30,
        parts: ['Anh chị đóng 1.234.567', 'đồng mỗi tháng thôi ạ'],
      },
      {
        what: 'not after an abbreviation or the number of a list',
        text: 'Đến cơ quan ở P. Năm gần chợ nhé',
        limit: 26,
        parts: ['Đến cơ quan ở P. Năm', 'gần chợ nhé'],
      },
      {
        what: 'a word without a blank is cut',
        text: 'a'.repeat(25),
        limit: 14,
        parts: ['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)],
      },
      {
        what: 'bold goes on after a cut',
        text: '**Một câu rất dài. Hai câu rất dài.**',
        limit: 28,
        parts: ['**Một câu rất dài.**', '**Hai câu rất dài.**'],
      },
    ];
  test.each(cases)('$what', ({ text, limit, parts }) => {
    expect(splitText(text, limit)).toEqual(parts);
  });

  test('decomposed letters are put together, as platforms count them', () => {
    expect(splitText('Tiếng Việt'.normalize('NFD'), 100)).toEqual(['Tiếng Việt'.normalize('NFC')]);
  });

  test('a letter is never cut from its marks, nor a picture sign into halves', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(splitText(family.repeat(4), 30).join('')).toBe(family.repeat(4));
    for (const part of splitText(family.repeat(4), 30)) expect(part.length % family.length).toBe(0);
  });

  test('whatever the text, no part is too long or empty, and no word is lost', () => {
    const sign = fc.constantFrom('a', 'ế', 'đ', ' ', ' ', '. ', '\n', '\n\n', '👍', '3', '?', ',');
    const texts = fc.array(sign, { maxLength: 400 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 80 }), (text, limit) => {
        const parts = splitText(text, limit);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part.trim()).not.toBe('');
          expect(part.isWellFormed()).toBe(true);
        }
        const letters = (whole: string) => whole.normalize('NFC').replace(/\s/g, '');
        expect(letters(parts.join(''))).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });
});
