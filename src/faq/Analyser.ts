import { foldText, normaliseText, type Lexicon, type WordRepair } from '../language/index.js';
import { ConceptFinder, type Tokens } from './ConceptFinder.js';
import type { FaqEntry, FaqLocale } from './FaqEntry.js';
import { TermNumbers, type TermCounts } from './TermIndex.js';

const schemes = ['vsi', 'hhi', 'common'] as const satisfies readonly FaqEntry['product'][];
type Scheme = (typeof schemes)[number];

/** What the matcher sees of a message. */
export interface Analysis extends Tokens {
  /** The single words, before phrases were joined. */
  readonly words: readonly string[];
  /** Tokens that carry meaning. */
  readonly content: readonly string[];
  readonly bigrams: readonly string[];
  readonly concepts: readonly string[];
}

/** Messages are read up to this many tokens: a longer one is a letter, its question stands in it more than once. */
const MOST_TOKENS = 160;

interface Answer {
  readonly first: Analysis;
  readonly whole: Analysis;
}

const analysers = new WeakMap<Lexicon, Readonly<Record<FaqLocale, Analyser>>>();

/** The analysers of a lexicon; the same lexicon gives the same ones, so that what is unchanged is not read again. */
export function analysersOf(lexicon: Lexicon): Readonly<Record<FaqLocale, Analyser>> {
  const known = analysers.get(lexicon) ?? {
    vi: new Analyser(lexicon, 'vi'),
    en: new Analyser(lexicon, 'en'),
  };
  analysers.set(lexicon, known);
  return known;
}

/** Turns texts of one language into features, with the words of a lexicon. */
export class Analyser {
  private readonly stopwords: ReadonlySet<string>;
  private readonly concepts: ConceptFinder;
  private readonly cues: Readonly<Record<Scheme, ReadonlySet<string>>>;
  private readonly answers = new WeakMap<FaqEntry, Answer>();
  private readonly byEntry = new WeakMap<FaqEntry, readonly Analysis[]>();
  private readonly terms = new WeakMap<FaqEntry, TermCounts>();
  /** The numbers of the terms in `termsOf`. */
  readonly numbers = new TermNumbers();

  constructor(
    private readonly lexicon: Lexicon,
    readonly locale: FaqLocale,
  ) {
    this.cues = {
      vsi: new Set(lexicon.cues.vsi),
      hhi: new Set(lexicon.cues.hhi),
      common: new Set(lexicon.cues.common),
    };
    this.stopwords = new Set(lexicon.stopwords[locale].map(foldText));
    this.concepts = new ConceptFinder(lexicon, locale, (text) => this.tokenise(text));
  }

  analyse(text: string, repair?: WordRepair): Analysis {
    const { tokens, marked, words } = this.tokenise(text, repair);
    return this.fromTokens({
      tokens: tokens.slice(0, MOST_TOKENS),
      marked: marked.slice(0, MOST_TOKENS),
      words: words.slice(0, MOST_TOKENS),
    });
  }

  /** `concepts` where they are known already. */
  fromTokens(
    { tokens, marked, words }: Tokens & Pick<Analysis, 'words'>,
    concepts?: readonly string[],
  ): Analysis {
    const content = this.withoutStopwords(tokens);
    const bigrams = content.slice(1).map((token, at) => `${content[at] ?? ''}~${token}`);
    return {
      tokens,
      marked,
      words,
      content,
      bigrams,
      concepts: concepts ?? this.concepts.find({ tokens, marked }),
    };
  }

  /** The words of a text that carry its meaning, in order. */
  contentOf(text: string): readonly string[] {
    return this.withoutStopwords(this.tokenise(text).tokens.slice(0, MOST_TOKENS));
  }

  private withoutStopwords(tokens: readonly string[]): readonly string[] {
    return tokens.filter((token) => !this.stopwords.has(token));
  }

  tokenise(text: string, repair: WordRepair = (words) => words): Tokens & Pick<Analysis, 'words'> {
    if (this.locale === 'en') {
      const tokens = repair(englishTokens(text));
      return { tokens, marked: tokens, words: tokens };
    }
    const { tokens, marked, words } = normaliseText(text, this.lexicon, repair);
    return { tokens: tokens.map(plainNumber), marked: marked.map(plainNumber), words };
  }

  /** Every wording of an entry's question: title, phrasings, and what the lexicon adds. */
  wordingsOf(entry: FaqEntry): readonly Analysis[] {
    const known = this.byEntry.get(entry);
    if (known) return known;
    const further = this.lexicon.wordings[entry.id]?.[this.locale] ?? [];
    const wordings = [entry.title[this.locale], ...entry.phrasings[this.locale], ...further].map((text) =>
      this.analyse(text),
    );
    this.byEntry.set(entry, wordings);
    return wordings;
  }

  /** The words of an entry's answer, template marks left out: its first sentence, and all of it. */
  answerOf(entry: FaqEntry): Answer {
    const known = this.answers.get(entry);
    if (known) return known;
    const plain = (template: string): string => template.replace(/\{\{.*?\}\}|\{%.*?%\}/gsu, ' ');
    const text = plain(entry.answer[this.locale]);
    const answer = {
      first: this.analyse(text.split(/[.?!]\s/u)[0] ?? text),
      whole: this.analyse(`${text} ${plain(entry.more?.[this.locale] ?? '')}`),
    };
    this.answers.set(entry, answer);
    return answer;
  }

  /** The terms of an entry for full text: words, pairs and concepts of its wordings, then the words and pairs of its answer. */
  termsOf(entry: FaqEntry): TermCounts {
    const known = this.terms.get(entry);
    if (known) return known;
    const wordings = this.wordingsOf(entry);
    const { whole } = this.answerOf(entry);
    const counts = this.numbers.count([
      wordings.flatMap(({ content }) => content.map(wordTerm)),
      wordings.flatMap(({ bigrams }) => bigrams),
      wordings.flatMap(({ concepts }) => concepts.map(conceptTerm)),
      [...whole.content.map(wordTerm), ...whole.bigrams],
    ]);
    this.terms.set(entry, counts);
    return counts;
  }

  /** The schemes a message names by a word of their own. */
  schemesOf(tokens: readonly string[]): readonly Scheme[] {
    return schemes.filter((scheme) => tokens.some((token) => this.cues[scheme].has(token)));
  }

  isStopword(token: string): boolean {
    return this.stopwords.has(token);
  }
}

export function wordTerm(token: string): string {
  return `u:${token}`;
}

export function conceptTerm(concept: string): string {
  return `c:${concept}`;
}

/** Every feature of an analysis by name, for the classifier that knows concepts. */
export function conceptFeatures({ content, bigrams, concepts }: Analysis): readonly string[] {
  const few = concepts.slice(0, 8);
  const pairs = few.flatMap((first, at) =>
    few.slice(at + 1).map((second) => (first < second ? `p:${first}+${second}` : `p:${second}+${first}`)),
  );
  return [...wordFeatures({ content, bigrams }), ...concepts.map((concept) => `c:${concept}`), ...pairs];
}

/** Every word and pair, those without meaning of their own too: small talk is made of them. */
export function mannerFeatures({ tokens }: Pick<Analysis, 'tokens'>): readonly string[] {
  return [
    ...tokens.map((token) => `t:${token}`),
    ...tokens.slice(1).map((token, at) => `t:${tokens[at] ?? ''}~${token}`),
    `n:${Math.min(tokens.length, 12)}`,
  ];
}

/** Word features only: what recognises that a message speaks of something else altogether. */
export function wordFeatures({ content, bigrams }: Pick<Analysis, 'content' | 'bigrams'>): readonly string[] {
  return [...content.map((token) => `u:${token}`), ...bigrams.map((pair) => `b:${pair}`)];
}

function plainNumber(token: string): string {
  return /^\d{3,}/u.test(token) && !/^20[23]\d$/u.test(token) ? '#' : token;
}

function englishTokens(text: string): readonly string[] {
  return [...foldText(text).matchAll(/[a-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*/gu)].map(([word]) =>
    plainNumber(stem(word)),
  );
}

/** Endings that change no meaning for a match: plural, -ing, -ed. */
function stem(word: string): string {
  const plain = word.replace(/'s?$/u, '').replace(/n't$/u, ' not').split(' ')[0] ?? word;
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 5 && plain.endsWith('ing')) return plain.slice(0, -3);
  if (plain.length > 4 && plain.endsWith('ed')) return plain.slice(0, -2);
  return plain.length > 3 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
}
