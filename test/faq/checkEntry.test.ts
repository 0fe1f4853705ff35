import { describe, expect, test } from '@jest/globals';
import { checkEntry, type FaqEntry } from '../../src/faq/index.js';
import { entryWith, shippedEntries, shippedFigures, smallFigures } from './sources.js';

const date = '2026-11-21';
const check = (entry: unknown, entries: readonly FaqEntry[] = []): readonly string[] =>
  checkEntry(entry, { entries, figures: smallFigures, date }).map(({ field, code }) => `${field} ${code}`);
const long = 'Một câu dài. '.repeat(30);

describe('checkEntry', () => {
  test('finds nothing wrong with a good entry', () => {
    expect(check(entryWith())).toEqual([]);
  });

  test.each<[string, Partial<FaqEntry>, readonly string[]]>([
    [
      'a text that is too long',
      { answer: { vi: long, en: 'Short.' } },
      ['answer.vi too_long', 'answer.vi too_many_sentences'],
    ],
    [
      'an answer of two bubbles',
      { answer: { vi: 'Một.\n\nHai.', en: 'One.' } },
      ['answer.vi too_many_bubbles'],
    ],
    [
      'three further bubbles',
      { more: { vi: 'Một.\n\nHai.\n\nBa.', en: 'One.' } },
      ['more.vi too_many_bubbles'],
    ],
    [
      'a reference that is none',
      { answer: { vi: '{{ nothing | vnd }}', en: 'x' } },
      ['answer.vi unknown_reference'],
    ],
    ['a figure without a value', { answer: { vi: '{{ unknown_yet }}', en: 'x' } }, ['answer.vi no_value']],
    ['a broken template', { answer: { vi: '{{ rate', en: 'x' } }, ['answer.vi template_invalid']],
    [
      'a filter that is none',
      { answer: { vi: '{{ rate | money }}', en: 'x' } },
      ['answer.vi template_invalid'],
    ],
    [
      'a text that is too long from a later day on',
      {
        answer: {
          vi: `{% if next.figure.floor %}Ngắn.{% else %}${'a'.repeat(321)}{% endif %}`,
          en: 'Short.',
        },
      },
      ['answer.vi too_long_from'],
    ],
    [
      'few wordings',
      { phrasings: { vi: ['một', 'hai'], en: ['a', 'b', 'c'] } },
      ['phrasings.vi too_few_phrasings'],
    ],
    ['a relation to itself', { related: ['tn-mau'] }, ['related.0 related_to_itself']],
    ['a relation to nothing', { related: ['tn-khong-co'] }, ['related.0 unknown_topic']],
    ['a review date gone by', { reviewBy: '2026-11-20' }, ['reviewBy review_expired']],
    ['a beginning still to come', { validFrom: '2026-12-01' }, ['validFrom not_yet_valid']],
    ['no legal basis', { basis: [] }, ['basis missing_basis']],
  ])('finds %s', (_, changes, findings) => {
    expect(check(entryWith(changes))).toEqual(findings);
  });

  test('finds what is left out or unknown, with its place', () => {
    const { title, ...untitled } = entryWith();
    expect(title.vi).toBe('Mẫu');
    expect(check(untitled)).toEqual(['title invalid']);
    expect(check({ ...entryWith(), answer: { vi: 'Chỉ tiếng Việt.' } })).toEqual(['answer.en invalid']);
    expect(check({ ...entryWith(), colour: 'red' })).toEqual(['entry invalid']);
  });

  test('finds a wording another topic has, whatever its marks and signs', () => {
    const other = entryWith({ id: 'tn-khac', phrasings: { vi: ['Câu hỏi MẪU số 3?'], en: ['x'] } });
    const findings = checkEntry(entryWith(), { entries: [other], figures: smallFigures, date });
    expect(findings).toEqual([
      {
        field: 'phrasings.vi.3',
        code: 'phrasing_taken',
        severity: 'error',
        details: { phrasing: 'câu hỏi mẫu số 3', topic: 'tn-khac' },
      },
    ]);
  });

  test('an entry is not held against its own older version', () => {
    expect(check(entryWith(), [entryWith()])).toEqual([]);
  });

  test('what ships has no error', () => {
    const [entries, figures] = [shippedEntries(), shippedFigures()];
    const errors = entries.flatMap((entry) =>
      checkEntry(entry, { entries, figures, date })
        .filter(({ severity }) => severity === 'error')
        .map(({ field, code }) => `${entry.id} ${field} ${code}`),
    );
    expect(errors).toEqual([]);
  });
});
