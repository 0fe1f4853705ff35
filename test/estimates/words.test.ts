import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createWords } from '../../src/estimates/index.js';
import { createTranslator, locales } from '../../src/i18n/index.js';
import type { Operands, Outcome } from '../../src/policy/index.js';
import { shippedTable } from '../policy/shippedTable.js';
import { outcomes } from './outcomes/index.js';

const table = shippedTable();
const translator = createTranslator('locales');
const families = ['step', 'warning', 'assumption', 'reason'] as const;
type Spoken = Readonly<{ family: (typeof families)[number]; code: string; operands: Operands }>;

const spoken: readonly Spoken[] = [
  ...new Map(
    outcomes
      .flatMap(spokenBy)
      .map((remark) => [`${remark.family}.${remark.code}.${JSON.stringify(remark.operands)}`, remark]),
  ).values(),
];
const written = Object.fromEntries(locales.map((locale) => [locale, leaves(readWords(locale))]));

describe.each(locales)('%s', (locale) => {
  const words = createWords(translator(locale), locale, table);

  test('every code that the rules can answer has words, with every operand filled in', () => {
    for (const { family, code, operands } of spoken) {
      const said = words[family](code, operands);
      const texts = typeof said === 'string' ? [said] : [said.label, said.text];
      for (const text of texts) {
        expect(text).not.toMatch(/\{\{|undefined|NaN/);
        expect(text.length).toBeLessThanOrEqual(320);
      }
    }
  });

  test('an unknown value is told with its label and day', () => {
    expect(words.unknownParameter('vsi.investment_return', '2027-01-01')).toContain('01/01/2027');
  });

  test('no words are left over', () => {
    const used = new Set(spoken.map(({ family, code }) => `${family}.${code}`));
    const codes = (written[locale] ?? [])
      .filter((key) => families.some((family) => key.startsWith(`${family}.`)))
      .map((key) => key.split('.').slice(0, 2).join('.'));
    expect([...new Set(codes)].filter((code) => !used.has(code))).toEqual([]);
  });
});

test('both languages have the same keys', () => {
  expect(written['en']).toEqual(written['vi']);
});

function spokenBy(outcome: Outcome<unknown>): Spoken[] {
  if (outcome.status === 'notEligible')
    return outcome.reasons.map((reason) => ({ family: 'reason', ...reason }));
  if (outcome.status !== 'amount') return [];
  return [
    ...outcome.steps.map((step) => ({ family: 'step', ...step }) as const),
    ...outcome.warnings.map((warning) => ({ family: 'warning', ...warning }) as const),
    ...outcome.assumptions.map((assumption) => ({ family: 'assumption', ...assumption }) as const),
  ];
}

function readWords(locale: string): unknown {
  return JSON.parse(readFileSync(`locales/${locale}/estimate.json`, 'utf8'));
}

function leaves(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value)
    .flatMap(([key, child]) => leaves(child, [...path, key]))
    .toSorted();
}
