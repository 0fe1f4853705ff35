import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as language from '../../src/language/index.js';

const lexicon = language.parseLexicon(JSON.parse(readFileSync('content/lexicon.json', 'utf8')));
const choices = [
  { value: 'a', label: 'Hộ nghèo' },
  { value: 'b', label: 'Hộ cận nghèo' },
];
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  foldText: language.foldText,
  normaliseText: (text) => language.normaliseText(text, lexicon),
  readMoney: language.readMoney,
  readMonths: language.readMonths,
  readYears: language.readYears,
  readMode: language.readMode,
  readGroups: language.readGroups,
  readHousehold: language.readHousehold,
  readProduct: language.readProduct,
  readAge: language.readAge,
  readBirth: language.readBirth,
  readSex: language.readSex,
  readPhone: language.readPhone,
  readName: language.readName,
  readCallTime: language.readCallTime,
  readYesNo: language.readYesNo,
  readChoice: (text) => language.readChoice(text, choices),
  readCommand: language.readCommand,
  readLocality: language.readLocality,
  readIntent: language.readIntent,
  findPersonalIds: language.findPersonalIds,
};

/** Letters, digits and marks as they come in chat, and anything else. */
const chat = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '2',
        '5',
        '100',
        'tr',
        'k',
        'triệu',
        'trieu',
        'rưỡi',
        'năm',
        'nam',
        'ba',
        'hai',
        'chục',
        'trăm',
        '/',
        '-',
        ',',
        '.',
        'tháng',
        'người',
        'con',
        'vợ',
        'chồng',
        'không',
        '0912',
        '345',
        '678',
        'hộ',
        'nghèo',
        '+84',
        'sinh',
        '1975',
      ),
      { maxLength: 30 },
    )
    .map((words) => words.join(' ')),
);

describe('every reader', () => {
  test.each(Object.keys(readers))('%s reads anything without an exception', (name) => {
    const read = readers[name];
    fc.assert(
      fc.property(chat, (text) => void read?.(text)),
      { numRuns: 300 },
    );
  });

  const long: Readonly<Record<string, string>> = {
    words: 'đóng bảo hiểm 2 triệu 5 người vợ chồng con không '.repeat(220).slice(0, 10_240),
    digits: '0912345678'.repeat(1024),
    spacedDigits: '1 '.repeat(5120),
    groups: '123 '.repeat(2560),
    one: 'a'.repeat(10_240),
    marks: 'ế'.normalize('NFD').repeat(3400),
    emoji: '👍🏽'.repeat(2560),
    zeroWidth: '\u200b'.repeat(10_240),
    at: 'a@'.repeat(5120),
    negations: 'không phải hộ '.repeat(800),
    blanks: ' \n'.repeat(5120),
  };
  // How long it takes is measured by the bench; a pattern that grew beyond all bounds would stop here.
  test.each(Object.keys(readers))('%s reads 10 kB too', (name) => {
    for (const text of Object.values(long)) expect(() => readers[name]?.(text)).not.toThrow();
  });
});

describe('folding', () => {
  test('twice is folding once', () => {
    fc.assert(
      fc.property(chat, (text) => {
        const once = language.foldText(text);
        expect(language.foldText(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an amount written in one of the usual ways', () => {
  const thousands = fc.integer({ min: 100, max: 99_999 }).map((value) => value * 1000);

  test.each<[string, (amount: number) => string]>([
    ['1.500.000', (amount) => grouped(amount, '.')],
    ['1.500.000 đ', (amount) => `${grouped(amount, '.')}\u00a0đ`],
    ['1,500,000 vnd', (amount) => `${grouped(amount, ',')} vnd`],
    ['1500000đ', (amount) => `${String(amount)}đ`],
    ['1500000', (amount) => String(amount)],
    ['1500k', (amount) => `${String(amount / 1000)}k`],
    ['1500 nghìn', (amount) => `${String(amount / 1000)} nghìn`],
    ['1500 ngan dong', (amount) => `${String(amount / 1000)} ngan dong`],
    ['1 triệu 500 nghìn', (amount) => millions(amount, ' triệu ', ' nghìn')],
    ['1tr500k', (amount) => millions(amount, 'tr', 'k')],
    ['thu nhập của em là … một tháng', (amount) => `thu nhập của em là ${grouped(amount, '.')} một tháng`],
  ])('as %s reads back the same', (_, write) => {
    fc.assert(
      fc.property(thousands, (amount) => {
        expect(language.readMoney(write(amount))).toMatchObject({ status: 'value', value: amount });
      }),
      { numRuns: 300 },
    );
  });

  test('in words reads back the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom('triệu', 'trieu', 'nghìn'),
        (count, unit) => {
          const size = unit === 'nghìn' ? 1000 : 1_000_000;
          fc.pre(unit !== 'nghìn' || count >= 10);
          expect(language.readMoney(`${inWords(count)} ${unit}`)).toMatchObject({
            status: 'value',
            value: count * size,
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a phone number', () => {
  test('typed in groups, with or without +84, reads back the same', () => {
    const number = fc
      .tuple(
        fc.constantFrom('032', '056', '070', '081', '090', '098'),
        fc.integer({ min: 0, max: 9_999_999 }),
      )
      .map(([prefix, rest]) => prefix + String(rest).padStart(7, '0'));
    const writings: readonly ((value: string) => string)[] = [
      (value) => value,
      (value) => `${value.slice(0, 4)} ${value.slice(4, 7)} ${value.slice(7)}`,
      (value) => `${value.slice(0, 4)}.${value.slice(4, 7)}.${value.slice(7)}`,
      (value) => `+84${value.slice(1)}`,
      (value) => `84 ${value.slice(1)}`,
      (value) => `sdt ${value} nhé`,
    ];
    fc.assert(
      fc.property(number, fc.constantFrom(...writings), (value, write) => {
        expect(language.readPhone(write(value))).toMatchObject({ status: 'value', value });
      }),
      { numRuns: 500 },
    );
  });
});

function grouped(amount: number, separator: string): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/gu, separator);
}

function millions(amount: number, unit: string, small: string): string {
  const [whole, rest] = [Math.floor(amount / 1_000_000), (amount % 1_000_000) / 1000];
  if (whole === 0) return `${String(rest)}${small}`;
  return rest === 0 ? `${String(whole)}${unit}`.trim() : `${String(whole)}${unit}${String(rest)}${small}`;
}

function inWords(value: number): string {
  const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const [tens, unit] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return digits[unit] ?? '';
  const head = tens === 1 ? 'mười' : `${digits[tens] ?? ''} mươi`;
  if (unit === 0) return head;
  if (unit === 5) return `${head} lăm`;
  return unit === 1 && tens > 1 ? `${head} mốt` : `${head} ${digits[unit] ?? ''}`;
}
