import { cleanText } from '../language/index.js';
import type { FaqEntry, FaqLocale } from './FaqEntry.js';
import { splitSentences, wordsOf } from './sentences.js';

/** How easily a text reads, for whoever edits it. */
export interface Readability {
  readonly sentences: number;
  /** Syllables in Vietnamese, words in English. */
  readonly words: number;
  readonly wordsPerSentence: number;
  /** Share of the words, 0 to 1, that citizens hardly use themselves. */
  readonly hardShare: number;
  /** Those words, the most frequent first; a few. */
  readonly hardWords: readonly string[];
}

const MOST_SHOWN = 8;
const CURRENCY = 'đ';
/** A word is plain when the questions of this many topics use it. */
const FEWEST_TOPICS = 3;

const plainWords = new WeakMap<readonly FaqEntry[], Map<FaqLocale, ReadonlySet<string>>>();

/** The words that citizens use when they ask: those in the wordings of several topics. */
export function plainWordsOf(entries: readonly FaqEntry[], locale: FaqLocale): ReadonlySet<string> {
  const byLocale = plainWords.get(entries) ?? new Map<FaqLocale, ReadonlySet<string>>();
  plainWords.set(entries, byLocale);
  const known = byLocale.get(locale);
  if (known !== undefined) return known;
  const topics = new Map<string, number>();
  for (const { title, phrasings } of entries) {
    const own = new Set([title[locale], ...phrasings[locale]].flatMap(plainForms));
    for (const word of own) topics.set(word, (topics.get(word) ?? 0) + 1);
  }
  const plain = new Set([...topics].flatMap(([word, count]) => (count >= FEWEST_TOPICS ? [word] : [])));
  byLocale.set(locale, plain);
  return plain;
}

/** Counts sentences and words of a rendered text, and the words outside `plain`. Names, figures and addresses are no hard words. */
export function readability(text: string, plain: ReadonlySet<string>): Readability {
  const sentences = splitSentences(text);
  const words = sentences.flatMap(wordsOf);
  const hard = new Map<string, number>();
  for (const sentence of sentences) {
    wordsOf(sentence).forEach((word, at) => {
      if (isName(word, at)) return;
      for (const form of plainForms(word).filter((form) => !plain.has(form) && form !== CURRENCY))
        hard.set(form, (hard.get(form) ?? 0) + 1);
    });
  }
  const hardCount = [...hard.values()].reduce((sum, count) => sum + count, 0);
  const ordered = [...hard].toSorted(([one, a], [other, b]) => b - a || one.localeCompare(other));
  return {
    sentences: sentences.length,
    words: words.length,
    wordsPerSentence: sentences.length === 0 ? 0 : words.length / sentences.length,
    hardShare: words.length === 0 ? 0 : hardCount / words.length,
    hardWords: ordered.slice(0, MOST_SHOWN).map(([word]) => word),
  };
}

function plainForms(text: string): readonly string[] {
  return cleanText(text)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

/** Names begin with a capital inside a sentence; abbreviations, figures and addresses aren't words to be read. */
function isName(word: string, at: number): boolean {
  return /\d|\.\p{L}/u.test(word) || /^\p{Lu}\p{Lu}/u.test(word) || (at > 0 && /^\p{Lu}/u.test(word));
}
