import { readdirSync, readFileSync } from 'node:fs';
import {
  calibrationSchema,
  faqEntry,
  figuresOf,
  negativesSchema,
  styleSchema,
  type FaqEntry,
  type FaqSources,
  type FigureSource,
  type Style,
} from '../../src/faq/index.js';
import { parseLexicon } from '../../src/language/index.js';
import { parseParameterTable } from '../../src/policy/index.js';

/** The entries that ship. */
export function shippedEntries(): readonly FaqEntry[] {
  return readdirSync('content/faq')
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => faqEntry.parse(readJson(`content/faq/${file}`)));
}

/** All that an index is made of, as it ships. */
export function shippedSources(): FaqSources {
  return {
    entries: shippedEntries(),
    lexicon: parseLexicon(readJson('content/lexicon.json')),
    negatives: negativesSchema.parse(readJson('content/negatives.json')),
    calibration: calibrationSchema.parse(readJson('content/calibration.json')),
  };
}

/** The figures of the parameter table that ships. */
export function shippedFigures(): FigureSource {
  const parsed = parseParameterTable(readJson('content/parameters.json'));
  if (parsed.status !== 'parsed') throw new Error('The parameter table that ships is not valid.');
  return figuresOf(parsed.table);
}

/** How answers have to be written, as it ships. */
export function shippedStyle(): Style {
  return styleSchema.parse(readJson('content/style.json'));
}

/** Figures for texts in tests: a rate, an amount that changes once, a number in words. */
export const smallFigures: FigureSource = {
  value: (reference, date) =>
    ({
      rate: 22,
      hotline: '1900 9068',
      unknown_yet: null,
      count: 12_500,
      'figure.floor': date < '2027-01-01' ? 330_000 : 484_000,
    })[reference] ?? null,
  next: (reference, date) =>
    reference === 'figure.floor' && date < '2027-01-01' ? { value: 484_000, from: '2027-01-01' } : null,
  previous: (reference, date) =>
    reference === 'figure.floor' && date >= '2027-01-01' ? { value: 330_000, from: '2022-01-01' } : null,
  since: (reference, date) =>
    reference === 'figure.floor' ? (date < '2027-01-01' ? '2022-01-01' : '2027-01-01') : null,
  changes: (date) => ['2022-01-01', '2027-01-01'].filter((day) => day > date),
  references: () => new Set(['rate', 'hotline', 'unknown_yet', 'count', 'figure.floor']),
};

/** An entry that passes every check; `changes` makes it another one. */
export function entryWith(changes: Partial<FaqEntry> = {}): FaqEntry {
  const phrasings = Array.from({ length: 8 }, (_, at) => `câu hỏi mẫu số ${String(at)}`);
  return {
    id: 'tn-mau',
    product: 'vsi',
    title: { vi: 'Mẫu', en: 'Sample' },
    answer: { vi: 'Mức đóng là {{ figure.floor | vnd }}.', en: 'The amount is {{ figure.floor | vnd }}.' },
    more: null,
    phrasings: {
      vi: phrasings,
      en: ['first sample question', 'second sample question', 'third sample question'],
    },
    related: [],
    nextStep: null,
    audiences: [],
    redirect: false,
    basis: [{ document: 'Luật mẫu', article: '1' }],
    doubtful: null,
    validFrom: '2025-07-01',
    reviewBy: '2027-06-30',
    ...changes,
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
