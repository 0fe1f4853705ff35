import { cleanText, foldText } from '../language/index.js';
import { error, warning, type Finding } from './Finding.js';
import type { FaqLocale } from './FaqEntry.js';
import type { FigureSource } from './FigureSource.js';
import { renderTemplate } from './Renderer.js';
import { splitSentences, wordsOf } from './sentences.js';
import type { Style } from './style.js';

export interface TextsContext {
  readonly style: Style;
  readonly figures: FigureSource;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** Texts that are read together: those of an answer, or the steps of a guide. */
export interface StyledTexts {
  readonly id: string;
  /** The field that a finding about all of them names, without its language. */
  readonly main: string;
  /** Fields without their language, with the template in both. */
  readonly texts: readonly (readonly [field: string, template: Readonly<Record<FaqLocale, string>>])[];
  readonly basis: readonly Readonly<{ document: string }>[];
}

const LOCALES = ['vi', 'en'] as const satisfies readonly FaqLocale[];
const ABBREVIATION = /(?<![\p{L}\p{N}/-])\p{Lu}[\p{L}\d]*\p{Lu}\p{L}*(?![\p{L}\p{N}/-])/gu;
const NUMBER = /\d+(?:[.,/]\d+)*/gu;
const FEWEST_MARKED_WORDS = 4;

/** Checks that nothing stays unexplained, every figure comes from the parameter table, both languages are there, sentences are short. */
export function checkTexts(owner: StyledTexts, context: TextsContext): readonly Finding[] {
  return [
    ...LOCALES.flatMap((locale) =>
      textsOf(owner, locale).flatMap(([field, text]) => [
        ...checkNumbers(owner.id, field, text, context.style),
        ...checkAbbreviations(field, text, locale, context.style),
      ]),
    ),
    ...LOCALES.flatMap((locale) => checkSentences(owner, locale, context)),
    ...checkTranslation(owner),
    ...checkDocuments(owner, context),
  ];
}

/** In English, what a screen says in Vietnamese is quoted, and explained beside the quotation. */
function textsOf({ texts }: StyledTexts, locale: FaqLocale): readonly (readonly [string, string])[] {
  return texts.map(([field, text]) => [
    `${field}.${locale}`,
    locale === 'en' ? text.en.replace(/“[^”]*” \(/gu, '(') : text[locale],
  ]);
}

/** Figures written out in a text would stay when the table changes. */
function checkNumbers(owner: string, field: string, template: string, style: Style): readonly Finding[] {
  const patterns = [
    ...style.plainNumbersOf.flatMap(({ entry: id, pattern }) => (id === owner ? [pattern] : [])),
    ...style.plainNumbers.map(({ pattern }) => pattern),
  ];
  const text = patterns.reduce(
    (rest, pattern) => rest.replace(new RegExp(pattern, 'gu'), ' '),
    template.replace(/\{\{.*?\}\}|\{%.*?%\}/gsu, ' '),
  );
  return [...text.matchAll(NUMBER)].map(([figure]) => error(field, 'literal_figure', { figure }));
}

/** A short form is explained where the same bubble has it in brackets after its words, or its words in brackets after it. */
function checkAbbreviations(
  field: string,
  template: string,
  locale: FaqLocale,
  style: Style,
): readonly Finding[] {
  const known = new Set(style.knownAbbreviations[locale]);
  return template
    .replace(/\{\{.*?\}\}|\{%.*?%\}/gsu, ' ')
    .split(/\n\s*\n/u)
    .flatMap((bubble) => {
      const found = new Set([...bubble.matchAll(ABBREVIATION)].map(([short]) => short));
      return [...found]
        .filter((short) => !known.has(short))
        .filter((short) => !bubble.includes(`${short} (`) && !inBrackets(bubble, short))
        .map((abbreviation) => warning(field, 'unexplained_abbreviation', { abbreviation }));
    });
}

function inBrackets(text: string, short: string): boolean {
  return [...text.matchAll(/\(([^()]*)\)/gu)].some(([, inside = '']) => inside.includes(short));
}

/** The sentences of all texts together. */
function checkSentences(
  owner: StyledTexts,
  locale: FaqLocale,
  { style, figures, date }: TextsContext,
): readonly Finding[] {
  const texts = textsOf(owner, locale).map(([, text]) => renderedText(text, locale, figures, date) ?? '');
  const sentences = texts.flatMap(splitSentences);
  const most = style.mostWordsPerSentence;
  const mean = sentences.flatMap(wordsOf).length / Math.max(1, sentences.length);
  if (mean <= most) return [];
  return [warning(`${owner.main}.${locale}`, 'long_sentences', { count: Math.ceil(mean), most })];
}

/** A text left in the other language. */
function checkTranslation(owner: StyledTexts): readonly Finding[] {
  const vietnamese = new Map(
    textsOf(owner, 'vi').map(([field, text]) => [field.replace('.vi', '.en'), text]),
  );
  return textsOf(owner, 'en')
    .filter(([field, text]) => text === vietnamese.get(field) || isVietnamese(text))
    .map(([field]) => error(field, 'not_translated'));
}

/** Vietnamese names may stand in an English text; a text in which every fourth word carries marks is no English one. */
function isVietnamese(text: string): boolean {
  const words = wordsOf(text);
  const marked = words.filter((word) => foldText(word) !== cleanText(word).toLowerCase());
  return marked.length >= FEWEST_MARKED_WORDS && marked.length * 4 > words.length;
}

function checkDocuments(owner: StyledTexts, { style, date }: TextsContext): readonly Finding[] {
  const over = style.outdated.filter(({ since }) => since <= date);
  const places = [
    ...owner.basis.map(({ document }, at) => [`basis.${String(at)}.document`, document] as const),
    ...LOCALES.flatMap((locale) => textsOf(owner, locale)),
  ];
  return places.flatMap(([field, text]) =>
    over
      .filter(({ document }) => text.includes(document))
      .map(({ document, instead }) => error(field, 'outdated_document', { document, instead })),
  );
}

/** A template as it reads on a day; undefined where it can't be rendered. */
export function renderedText(
  template: string,
  locale: FaqLocale,
  figures: FigureSource,
  date: string,
): string | undefined {
  try {
    const text = renderTemplate(template, locale, figures, date);
    return text.status === 'ok' ? text.text : undefined;
  } catch {
    return undefined;
  }
}
