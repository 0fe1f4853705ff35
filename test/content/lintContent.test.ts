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
    const all = shipped.entries.length + shipped.guides.guides.length;
    expect(codes.filter((code) => code === 'review_expired')).toHaveLength(all);
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

  test.each([
    [
      'a figure of its own',
      { vi: 'Đóng 330.000 đồng là xong.', en: 'Pay it and you are done.' },
      'literal_figure',
    ],
    ['a short form', { vi: 'Đưa tờ khai cho UBND xã.', en: 'Hand the form in.' }, 'unexplained_abbreviation'],
    [
      'Vietnamese for English',
      { vi: 'Mở máy lên rồi bấm.', en: 'Mở máy lên rồi bấm nút ở dưới.' },
      'not_translated',
    ],
    ['a name that nobody knows', { vi: 'Bấm {{ figure.nothing }}.', en: 'Press it.' }, 'unknown_reference'],
  ])('a step of a guide with %s is found', (_, text, code) => {
    const [guide, ...others] = shipped.guides.guides;
    const [step, ...steps] = guide?.steps ?? [];
    if (guide === undefined || step === undefined) throw new Error('There is no guide.');
    const guides = [{ ...guide, steps: [{ ...step, text }, ...steps] }, ...others];
    const found = lintContent({ ...shipped, guides: { ...shipped.guides, guides } }, checkedOn, words('vi'));
    expect(found.map(({ entry, field, code: is }) => [entry, field.slice(0, 12), is])).toContainEqual([
      guide.id,
      'steps.0.text',
      code,
    ]);
  });
});
