import { isRecord } from '../common/isRecord.js';
import type { Bilingual, FaqContent, LegalBasis } from '../api/records.js';

/**
 * What the form holds as content: texts trimmed at the ends, empty lines of lists left out, an optional text that is
 * empty in both languages as null.
 */
export function toFaqContent(values: unknown): FaqContent {
  const form = isRecord(values) ? values : {};
  return {
    title: readBilingual(form['title']),
    answer: readBilingual(form['answer']),
    more: readOptional(form['more']),
    phrasings: readPhrasings(form['phrasings']),
    related: readLines(form['related']),
    nextStep: readText(form['nextStep']) || null,
    audiences: readLines(form['audiences']),
    redirect: form['redirect'] === true,
    basis: Array.isArray(form['basis']) ? form['basis'].flatMap(readBasis) : [],
    doubtful: readOptional(form['doubtful']),
    validFrom: readText(form['validFrom']),
    reviewBy: readText(form['reviewBy']),
  };
}

/** Names of the parts that history and conflicts compare, in the order of the form. */
export const faqParts = [
  'title.vi',
  'answer.vi',
  'more.vi',
  'doubtful.vi',
  'title.en',
  'answer.en',
  'more.en',
  'doubtful.en',
  'phrasings.vi',
  'phrasings.en',
  'basis',
  'validFrom',
  'reviewBy',
  'nextStep',
  'related',
  'audiences',
  'redirect',
] as const;
export type FaqPart = (typeof faqParts)[number];

/** Each part as text, so that any two versions can be compared word by word; lists have one item per line. */
export function toPartTexts(content: FaqContent): Readonly<Record<FaqPart, string>> {
  return {
    'title.vi': content.title.vi,
    'answer.vi': content.answer.vi,
    'more.vi': content.more?.vi ?? '',
    'doubtful.vi': content.doubtful?.vi ?? '',
    'title.en': content.title.en,
    'answer.en': content.answer.en,
    'more.en': content.more?.en ?? '',
    'doubtful.en': content.doubtful?.en ?? '',
    'phrasings.vi': content.phrasings.vi.join('\n'),
    'phrasings.en': content.phrasings.en.join('\n'),
    basis: content.basis
      .map(({ document, article, clause }) => [document, article, clause].filter(Boolean).join(', '))
      .join('\n'),
    validFrom: content.validFrom,
    reviewBy: content.reviewBy,
    nextStep: content.nextStep ?? '',
    related: content.related.join('\n'),
    audiences: content.audiences.join('\n'),
    redirect: content.redirect ? '✓' : '',
  };
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function readLines(value: unknown): string[] {
  return Array.isArray(value) ? value.map(readText).filter((line) => line !== '') : [];
}

function readBilingual(value: unknown): Bilingual {
  const texts = isRecord(value) ? value : {};
  return { vi: readText(texts['vi']), en: readText(texts['en']) };
}

function readOptional(value: unknown): Bilingual | null {
  const texts = readBilingual(value);
  return texts.vi === '' && texts.en === '' ? null : texts;
}

function readPhrasings(value: unknown): FaqContent['phrasings'] {
  const lists = isRecord(value) ? value : {};
  return { vi: readLines(lists['vi']), en: readLines(lists['en']) };
}

function readBasis(value: unknown): LegalBasis[] {
  const row = isRecord(value) ? value : {};
  const document = readText(row['document']);
  const article = readText(row['article']);
  const clause = readText(row['clause']);
  const link = readText(row['link']);
  if (document === '' && article === '' && clause === '') return [];
  return [
    {
      document,
      ...(article === '' ? {} : { article }),
      ...(clause === '' ? {} : { clause }),
      // The form has no field for the address of a document; it stays with its row.
      ...(link === '' ? {} : { link }),
    },
  ];
}
