import { cleanText, foldText, type Lexicon } from '../language/index.js';
import { analysersOf, type Analyser, type Analysis } from './Analyser.js';
import type { Finding } from './checkEntry.js';
import type { FaqEntry, FaqLocale } from './FaqEntry.js';
import type { FigureSource } from './FigureSource.js';
import { renderTemplate } from './Renderer.js';
import { splitSentences, wordsOf } from './sentences.js';
import type { Style } from './style.js';

export interface StyleContext {
  readonly style: Style;
  readonly lexicon: Lexicon;
  readonly figures: FigureSource;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

const LOCALES = ['vi', 'en'] as const satisfies readonly FaqLocale[];
const ABBREVIATION = /(?<![\p{L}\p{N}/-])\p{Lu}[\p{L}\d]*\p{Lu}\p{L}*(?![\p{L}\p{N}/-])/gu;
const NUMBER = /\d+(?:[.,/]\d+)*/gu;
/** Of a topic's wordings; what so many of them say is what the topic is about. */
const SHARE_OF_WORDINGS = 0.15;
const FEWEST_MARKED_WORDS = 4;
const LONGEST_YES = 2;

/**
 * Checks how an answer is written: that its first sentence answers, that nothing stays unexplained, that every figure comes from
 * the parameter table, that what it rests on is in force. A text that can't be rendered is left to `checkEntry`.
 */
export function checkStyle(entry: FaqEntry, context: StyleContext): readonly Finding[] {
  return [
    ...LOCALES.flatMap((locale) => checkFirstSentence(entry, locale, context)),
    ...LOCALES.flatMap((locale) =>
      textsOf(entry, locale).flatMap(([field, text]) => [
        ...checkNumbers(entry, field, text, context.style),
        ...checkAbbreviations(field, text, locale, context.style),
      ]),
    ),
    ...LOCALES.flatMap((locale) => checkSentences(entry, locale, context)),
    ...checkTranslation(entry),
    ...checkDocuments(entry, context),
  ];
}

function textsOf(entry: FaqEntry, locale: FaqLocale): readonly (readonly [string, string])[] {
  const { answer, more, doubtful } = entry;
  return [
    [`answer.${locale}`, answer[locale]] as const,
    ...(more === null ? [] : [[`more.${locale}`, more[locale]] as const]),
    ...(doubtful === null ? [] : [[`doubtful.${locale}`, doubtful[locale]] as const]),
  ];
}

function checkFirstSentence(
  entry: FaqEntry,
  locale: FaqLocale,
  { style, lexicon, figures, date }: StyleContext,
): readonly Finding[] {
  const field = `answer.${locale}`;
  const text = rendered(entry.answer[locale], locale, figures, date);
  const first = firstSentence(text ?? '');
  if (first === '') return [];
  const { mostWords, boilerplate } = style.firstSentence;
  const words = wordsOf(first).length;
  const opening = boilerplate[locale].find((start) => foldText(first).startsWith(foldText(start)));
  return [
    ...(words > mostWords ? [warning(field, 'first_sentence_long', { count: words, most: mostWords })] : []),
    ...(first.endsWith('?') ? [error(field, 'first_sentence_asks')] : []),
    ...(opening === undefined ? [] : [error(field, 'first_sentence_boilerplate', { opening })]),
    ...(isAbout(first, entry, analysersOf(lexicon)[locale])
      ? []
      : [warning(field, 'first_sentence_elsewhere')]),
  ];
}

/** A bare "Yes." belongs to what follows it. */
function firstSentence(text: string): string {
  const [first = '', second = ''] = splitSentences(text);
  return wordsOf(first).length <= LONGEST_YES ? `${first} ${second}`.trim() : first;
}

/** Whether a sentence shares a word or a concept with the topic's title, or with what many of its wordings say. */
function isAbout(sentence: string, entry: FaqEntry, analyser: Analyser): boolean {
  const said = [...marksOf(analyser.analyse(sentence))];
  const title = marksOf(analyser.analyse(entry.title[analyser.locale]));
  if (said.some((mark) => title.has(mark))) return true;
  const wordings = analyser.wordingsOf(entry).map(marksOf);
  const needed = Math.max(2, wordings.length * SHARE_OF_WORDINGS);
  return said.some((mark) => wordings.filter((marks) => marks.has(mark)).length >= needed);
}

function marksOf({ content, concepts }: Analysis): ReadonlySet<string> {
  return new Set([...content, ...concepts.map((concept) => `concept:${concept}`)]);
}

/** Figures written out in a text would stay when the table changes. */
function checkNumbers(entry: FaqEntry, field: string, template: string, style: Style): readonly Finding[] {
  const patterns = [
    ...style.plainNumbersOf.flatMap(({ entry: id, pattern }) => (id === entry.id ? [pattern] : [])),
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

/** The sentences of an answer with all that belongs to it. */
function checkSentences(
  entry: FaqEntry,
  locale: FaqLocale,
  { style, figures, date }: StyleContext,
): readonly Finding[] {
  const texts = textsOf(entry, locale).map(([, text]) => rendered(text, locale, figures, date) ?? '');
  const sentences = texts.flatMap(splitSentences);
  const most = style.mostWordsPerSentence;
  const mean = sentences.flatMap(wordsOf).length / Math.max(1, sentences.length);
  if (mean <= most) return [];
  return [warning(`answer.${locale}`, 'long_sentences', { count: Math.ceil(mean), most })];
}

/** A text left in the other language. */
function checkTranslation(entry: FaqEntry): readonly Finding[] {
  const vietnamese = new Map(
    textsOf(entry, 'vi').map(([field, text]) => [field.replace('.vi', '.en'), text]),
  );
  return textsOf(entry, 'en')
    .filter(([field, text]) => text === vietnamese.get(field) || isVietnamese(text))
    .map(([field]) => error(field, 'not_translated'));
}

/** Vietnamese names may stand in an English text; a text in which every fourth word carries marks is no English one. */
function isVietnamese(text: string): boolean {
  const words = wordsOf(text);
  const marked = words.filter((word) => foldText(word) !== cleanText(word).toLowerCase());
  return marked.length >= FEWEST_MARKED_WORDS && marked.length * 4 > words.length;
}

function checkDocuments(entry: FaqEntry, { style, date }: StyleContext): readonly Finding[] {
  const over = style.outdated.filter(({ since }) => since <= date);
  const places = [
    ...entry.basis.map(({ document }, at) => [`basis.${String(at)}.document`, document] as const),
    ...LOCALES.flatMap((locale) => textsOf(entry, locale)),
  ];
  return places.flatMap(([field, text]) =>
    over
      .filter(({ document }) => text.includes(document))
      .map(({ document, instead }) => error(field, 'outdated_document', { document, instead })),
  );
}

function rendered(
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

function error(field: string, code: Finding['code'], details?: Finding['details']): Finding {
  return { field, code, severity: 'error', ...(details ? { details } : {}) };
}

function warning(field: string, code: Finding['code'], details?: Finding['details']): Finding {
  return { field, code, severity: 'warning', ...(details ? { details } : {}) };
}
