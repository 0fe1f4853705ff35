import { describe, expect, test } from '@jest/globals';
import { referencesOf, renderAnswer, renderTemplate } from '../../src/faq/index.js';
import { entryWith, shippedEntries, shippedFigures, smallFigures } from './sources.js';

const today = '2026-11-21';
const render = (template: string, date = today): unknown =>
  renderTemplate(template, 'vi', smallFigures, date);

describe('renderTemplate', () => {
  test.each([
    ['{{ figure.floor | vnd }}', '330.000\u00a0đ'],
    ['{{ rate | pct }}', '22%'],
    ['{{ count | num }}', '12.500'],
    ['{{ count }}', '12.500'],
    ['{{ hotline }}', '1900 9068'],
    ['{{ since.figure.floor | date }}', '01/01/2022'],
    [
      '{% if next.figure.floor %}Từ {{ next_from.figure.floor | date }}: {{ next.figure.floor | vnd }}.{% endif %}',
      'Từ 01/01/2027: 484.000\u00a0đ.',
    ],
    [
      '{% if previous.figure.floor %}trước là {{ previous.figure.floor | vnd }}{% else %}mới{% endif %}',
      'mới',
    ],
    ['không có gì', 'không có gì'],
  ])('%s', (template, text) => {
    expect(render(template)).toEqual({ status: 'ok', text });
  });

  test('stays right by itself after the change', () => {
    const template =
      '{{ figure.floor | vnd }}{% if next.figure.floor %}, sắp đổi{% endif %}{% if previous.figure.floor %}, trước {{ previous.figure.floor | vnd }}{% endif %}';
    expect(render(template, '2026-12-31')).toEqual({ status: 'ok', text: '330.000\u00a0đ, sắp đổi' });
    expect(render(template, '2027-01-01')).toEqual({
      status: 'ok',
      text: '484.000\u00a0đ, trước 330.000\u00a0đ',
    });
  });

  test('names a reference without a value instead of leaving a hole', () => {
    expect(render('{{ unknown_yet | vnd }} và {{ no.such.thing }}')).toEqual({
      status: 'unknown',
      references: ['unknown_yet', 'no.such.thing'],
    });
  });

  test.each([
    '{{ rate | upcase }}',
    '{% for i in (1..9) %}x{% endfor %}',
    '{% include "x" %}',
    '{{ rate',
    '{% if rate %}',
    '{% assign rate = 1 %}',
  ])('refuses %s', (template) => {
    expect(() => render(template)).toThrow();
  });

  test('a text may ask whether a figure is known', () => {
    expect(render('{% if unknown_yet %}{{ unknown_yet }}{% else %}chưa công bố{% endif %}')).toEqual({
      status: 'ok',
      text: 'chưa công bố',
    });
  });

  test('lists references in order, each once', () => {
    expect(
      referencesOf(
        '{{ rate }} {% if next.figure.floor %}{{ next.figure.floor | vnd }}{% endif %} {{ rate | pct }}',
      ),
    ).toEqual(['rate', 'next.figure.floor']);
  });
});

describe('renderAnswer', () => {
  test('cuts what stands behind "Xem thêm" into bubbles', () => {
    const entry = entryWith({
      more: { vi: 'Một: {{ rate | pct }}.\n\nHai.', en: 'One.' },
      doubtful: { vi: 'Chưa rõ.', en: 'Open.' },
    });
    expect(renderAnswer(entry, 'vi', smallFigures, today)).toEqual({
      status: 'ok',
      topic: 'tn-mau',
      answer: 'Mức đóng là 330.000\u00a0đ.',
      more: ['Một: 22%.', 'Hai.'],
      doubtful: 'Chưa rõ.',
      overdue: false,
    });
    expect(renderAnswer(entry, 'en', smallFigures, today)).toMatchObject({
      answer: 'The amount is 330.000\u00a0đ.',
      more: ['One.'],
    });
  });

  test('says that an entry is overdue from the day after its review date', () => {
    const entry = entryWith({ reviewBy: '2026-12-31' });
    expect(renderAnswer(entry, 'vi', smallFigures, '2026-12-31')).toMatchObject({ overdue: false });
    expect(renderAnswer(entry, 'vi', smallFigures, '2027-01-01')).toMatchObject({ overdue: true });
  });

  test('gives no answer where a figure is missing', () => {
    const entry = entryWith({ more: { vi: '{{ unknown_yet }}', en: 'x' } });
    expect(renderAnswer(entry, 'vi', smallFigures, today)).toEqual({
      status: 'unknown',
      topic: 'tn-mau',
      references: ['unknown_yet'],
    });
  });

  test('every entry that ships renders in both languages', () => {
    const figures = shippedFigures();
    for (const entry of shippedEntries()) {
      for (const locale of ['vi', 'en'] as const)
        expect(renderAnswer(entry, locale, figures, today)).toMatchObject({ status: 'ok', topic: entry.id });
    }
  });

  test('after the turn of the year nothing is missing but what is published later', () => {
    const figures = shippedFigures();
    const missing = shippedEntries().flatMap((entry) => {
      const rendered = renderAnswer(entry, 'vi', figures, '2027-01-01');
      return rendered.status === 'unknown' ? rendered.references : [];
    });
    expect(missing.filter((reference) => reference !== 'vsi.investment_return')).toEqual([]);
  });
});
