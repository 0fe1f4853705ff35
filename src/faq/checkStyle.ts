import { foldText, type Lexicon } from '../language/index.js';
import { analysersOf, type Analyser, type Analysis } from './Analyser.js';
import { error, warning, type Finding } from './Finding.js';
import { checkTexts, renderedText, type StyledTexts } from './checkTexts.js';
import type { FaqEntry, FaqLocale } from './FaqEntry.js';
import type { FigureSource } from './FigureSource.js';
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
/** Of a topic's wordings; what so many of them say is what the topic is about. */
const SHARE_OF_WORDINGS = 0.15;
const LONGEST_YES = 2;

/**
 * Checks how an answer is written: that its first sentence answers, that nothing stays unexplained, that every figure comes from
 * the parameter table, that what it rests on is in force. A text that can't be rendered is left to `checkEntry`.
 */
export function checkStyle(entry: FaqEntry, context: StyleContext): readonly Finding[] {
  return [
    ...LOCALES.flatMap((locale) => checkFirstSentence(entry, locale, context)),
    ...checkTexts(textsOf(entry), context),
  ];
}

function textsOf({ id, answer, more, doubtful, basis }: FaqEntry): StyledTexts {
  return {
    id,
    main: 'answer',
    texts: [
      ['answer', answer],
      ...(more === null ? [] : [['more', more] as const]),
      ...(doubtful === null ? [] : [['doubtful', doubtful] as const]),
    ],
    basis,
  };
}

function checkFirstSentence(
  entry: FaqEntry,
  locale: FaqLocale,
  { style, lexicon, figures, date }: StyleContext,
): readonly Finding[] {
  const field = `answer.${locale}`;
  const text = renderedText(entry.answer[locale], locale, figures, date);
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
