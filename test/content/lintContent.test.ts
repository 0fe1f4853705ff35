import { describe, expect, test } from '@jest/globals';
import { lintContent, readShippedContent } from '../../src/content/index.js';
import { createTranslator } from '../../src/i18n/index.js';

const shipped = readShippedContent('content');
const words = createTranslator('locales');
/** The day on which the shipped content was last looked at as a whole. */
const checkedOn = '2026-11-21';

describe('the answers that ship', () => {
  test('have nothing against them, today or on any later day on which a figure is known to change', () => {
    expect(lintContent(shipped, checkedOn, words('vi'))).toEqual([]);
  });

  test('are found to be overdue once their review has passed', () => {
    const codes = lintContent(shipped, '2035-01-01', words('vi')).map(({ code }) => code);
    expect(codes.filter((code) => code === 'review_expired')).toHaveLength(shipped.entries.length);
  });

  test('a text that grows too long with a later figure is found before that day', () => {
    const [first] = shipped.entries.filter(({ entry }) => entry.id === 'tn-nam-2027');
    if (first === undefined) throw new Error('The answer is missing.');
    const long = `{% if next.figure.vsi.floor_gross %}Mức thấp nhất tăng.{% else %}${'Mức thấp nhất rất dài. '.repeat(20)}{% endif %}`;
    const entry = { ...first.entry, answer: { ...first.entry.answer, vi: long } };
    const changed = {
      ...shipped,
      entries: shipped.entries.map((one) => (one === first ? { ...first, entry } : one)),
    };
    const [finding, ...others] = lintContent(changed, checkedOn, words('vi'));
    expect(finding).toMatchObject({
      entry: 'tn-nam-2027',
      field: 'answer.vi',
      code: 'too_long_from',
      severity: 'error',
    });
    expect(finding?.message).toContain('2027-01-01');
    expect(others).toEqual([]);
  });
});
