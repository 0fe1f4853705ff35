import type { FaqEntry } from './FaqEntry.js';
import { conceptTerm, wordTerm, type Analyser, type Analysis } from './Analyser.js';
import type { Guess, Learned } from './Learned.js';
import { TermIndex, type Found } from './TermIndex.js';
import { Vocabulary } from './Vocabulary.js';

/** How well an entry fits a question: by full text, by what was learnt, and both together. */
export interface Score {
  readonly topic: string;
  readonly search: number;
  readonly learnt: number;
  readonly fused: number;
}

/** What the matcher says of a question, before anything is decided. */
export interface Scored {
  readonly analysis: Analysis;
  /** Best first. */
  readonly scores: readonly Score[];
  /** Probability of another matter altogether, with and without concepts. */
  readonly foreign: { readonly concepts: number; readonly words: number };
  readonly smalltalk: Guess['smalltalk'];
  /** The best full-text score, per root of the question's length. */
  readonly searchStrength: number;
  /** Share of the meaning-carrying words that the entries use at all. */
  readonly known: number;
  /** Insurance is named, or what only belongs to it. */
  readonly cued: boolean;
  /** Which of the two schemes is named. */
  readonly schemes: readonly FaqEntry['product'][];
  /** Full text and what was learnt name the same topic first. */
  readonly agreed: boolean;
  /** Best overlap with a single wording of the first topic, 0 to 1. */
  readonly overlap: number;
}

/** Words, pairs of neighbouring words and concepts of the wordings, and the words of the answer. */
const BOOSTS = [1, 1, 2, 0.3];
const MOST_FOUND = 30;
const SEARCH_SHARE = 0.4;
const OTHER_SCHEME = 0.25;
/** Fainter resemblance is noise: not worth ordering when there are thousands of entries. */
const FAINT = 0.0001;

/** What is made of the entries at once, without learning. */
interface Parts {
  readonly analyser: Analyser;
  readonly search: TermIndex;
  readonly topics: readonly string[];
  readonly products: readonly FaqEntry['product'][];
  readonly wordings: readonly (readonly Analysis[])[];
  readonly vocabulary: Vocabulary;
}

/** Ranks the entries for a question in one language. */
export class Matcher {
  /** Which entry each learnt topic is; -1 for one that is no more. */
  private readonly entryOf: readonly number[];

  private constructor(
    private readonly parts: Parts,
    private readonly learned: Learned,
  ) {
    const places = new Map(parts.topics.map((topic, at) => [topic, at]));
    this.entryOf = learned.topics.map((topic) => places.get(topic) ?? -1);
  }

  /** `learned` may be of an earlier state of the entries: newer topics are then found by full text alone. */
  static of(
    entries: readonly FaqEntry[],
    analyser: Analyser,
    foreign: readonly string[],
    learned: Learned,
  ): Matcher {
    const wordings = entries.map((entry) => analyser.wordingsOf(entry));
    const parts: Parts = {
      analyser,
      topics: entries.map((entry) => entry.id),
      products: entries.map((entry) => entry.product),
      wordings,
      vocabulary: new Vocabulary(
        wordings.flat(),
        foreign.map((text) => analyser.analyse(text)),
      ),
      search: TermIndex.of(
        entries.map((entry) => analyser.termsOf(entry)),
        analyser.numbers,
        BOOSTS,
      ),
    };
    return new Matcher(parts, learned);
  }

  /** The same entries with what was learnt since. */
  with(learned: Learned): Matcher {
    return new Matcher(this.parts, learned);
  }

  get analyser(): Analyser {
    return this.parts.analyser;
  }

  score(question: string): Scored {
    const analysis = this.parts.analyser.analyse(question, this.parts.vocabulary.repair);
    const { topics: learnt, foreign, smalltalk } = this.learned.guess(analysis);
    const found = this.find(analysis);
    const total = found.reduce((sum, { score }) => sum + score ** 2, 0) || 1;
    const guessed = new Map<number, number>();
    learnt.forEach((probability, at) => {
      const entry = this.entryOf[at] ?? -1;
      if (entry >= 0 && probability >= FAINT) guessed.set(entry, probability);
    });
    const named = this.parts.analyser.schemesOf(analysis.tokens);
    const only = onlyScheme(named);
    let [mostFound, mostLearnt] = [0, 0];
    const fitting: Score[] = [];
    const weigh = (at: number, search: number, probability: number): void => {
      mostFound = Math.max(mostFound, search);
      mostLearnt = Math.max(mostLearnt, probability);
      const both = SEARCH_SHARE * search + (1 - SEARCH_SHARE) * probability;
      const topic = this.parts.topics[at];
      if (topic !== undefined && both >= FAINT)
        fitting.push({ topic, search, learnt: probability, fused: both * this.fit(at, only) });
    };
    for (const { id, score } of found) {
      weigh(id, score ** 2 / total, guessed.get(id) ?? 0);
      guessed.delete(id);
    }
    for (const [at, probability] of guessed) weigh(at, 0, probability);
    const scores = fitting.sort((a, b) => b.fused - a.fused);
    const [first] = scores;
    const { content } = analysis;
    return {
      analysis,
      scores,
      foreign,
      smalltalk,
      searchStrength: (found[0]?.score ?? 0) / Math.sqrt(Math.max(1, content.length)),
      known:
        content.length === 0
          ? 0
          : content.filter((token) => this.parts.vocabulary.has(token)).length / content.length,
      cued: named.length > 0,
      schemes: named.filter((scheme) => scheme !== 'common'),
      agreed: first !== undefined && first.search >= mostFound && first.learnt >= mostLearnt,
      overlap: this.overlap(content, first?.topic),
    };
  }

  /** An entry of one scheme hardly answers a question that names only the other. */
  private fit(at: number, only: FaqEntry['product'] | undefined): number {
    const product = this.parts.products[at];
    return only !== undefined && product !== 'common' && product !== only ? OTHER_SCHEME : 1;
  }

  private find({ content, bigrams, concepts }: Analysis): readonly Found[] {
    const terms = [...content.map(wordTerm), ...bigrams, ...concepts.map(conceptTerm)];
    return this.parts.search.search(terms, MOST_FOUND);
  }

  private overlap(content: readonly string[], topic: string | undefined): number {
    const own = new Set(content);
    if (own.size === 0 || topic === undefined) return 0;
    let best = 0;
    for (const { content: said } of this.parts.wordings[this.parts.topics.indexOf(topic)] ?? []) {
      const wording = wordsOf(said);
      let shared = 0;
      for (const token of own) if (wording.has(token)) shared += 1;
      best = Math.max(best, (2 * shared) / (own.size + wording.size));
    }
    return best;
  }
}

/** The one scheme that is named; undefined for none or both. */
function onlyScheme(named: readonly FaqEntry['product'][]): FaqEntry['product'] | undefined {
  const [first, second] = named.filter((scheme) => scheme !== 'common');
  return second === undefined ? first : undefined;
}

const wordSets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The words of a wording as a set, made once. */
function wordsOf(content: readonly string[]): ReadonlySet<string> {
  const known = wordSets.get(content) ?? new Set(content);
  wordSets.set(content, known);
  return known;
}
