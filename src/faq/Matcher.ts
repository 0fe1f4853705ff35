import MiniSearch from 'minisearch';
import { Classifier, type Example } from './Classifier.js';
import { FeatureSpace } from './FeatureSpace.js';
import type { FaqEntry } from './FaqEntry.js';
import { Analyser, conceptFeatures, wordFeatures, type Analysis } from './Analyser.js';
import { seededRandom } from './random.js';
import { thin } from './thin.js';
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

const SEPARATOR = ' ';
/** Words, pairs of neighbouring words and concepts of the wordings, and the words of the answer. */
const FIELDS = ['u', 'b', 'c', 'a'] as const;
const BOOST = { u: 1, b: 1, c: 2, a: 0.3 };
const SEED = 20260101;
const EPOCHS = 4;
/** Names of the schemes, which people leave out when the talk is about one of them. */
const SCHEME_WORDS = [
  'bhxh',
  'tu_nguyen',
  'bhyt',
  'ho_gia_dinh',
  'the',
  'voluntary',
  'social',
  'health',
  'insurance',
];
const SEARCH_SHARE = 0.4;
const OTHER_SCHEME = 0.25;

type Search = MiniSearch<{ id: number } & Record<(typeof FIELDS)[number], string>>;

/** Ranks the entries for a question in one language. */
export class Matcher {
  private readonly search: Search;
  /** Which topic, or none: words and concepts. */
  private readonly topicOf: Classifier;
  /** Another matter altogether: words only, since general concepts ("where", "papers") make anything look familiar. */
  private readonly foreignness: Classifier;
  private readonly space = new FeatureSpace();
  private readonly topics: readonly string[];
  private readonly products: readonly FaqEntry['product'][];
  private readonly wordings: readonly (readonly ReadonlySet<string>[])[];
  private readonly vocabulary: Vocabulary;

  constructor(
    entries: readonly FaqEntry[],
    readonly analyser: Analyser,
    foreign: readonly string[],
  ) {
    this.topics = entries.map((entry) => entry.id);
    this.products = entries.map((entry) => entry.product);
    const wordings = entries.map((entry) => analyser.wordingsOf(entry));
    const others = foreign.map((text) => analyser.analyse(text));
    this.wordings = wordings.map((list) => list.map(({ content }) => new Set(content)));
    this.vocabulary = new Vocabulary(wordings.flat(), others);
    const answers = entries.map((entry) => analyser.answerOf(entry));
    this.search = buildSearch(
      wordings,
      answers.map(({ whole }) => whole),
    );
    const taught = wordings.map((list, at) => [
      ...list,
      ...answers.slice(at, at + 1).map(({ first }) => first),
    ]);
    const outside = entries.length;
    const examples = [...taught, others].flatMap((list, label) =>
      list.map((analysis) => ({
        label,
        concepts: this.space.row(conceptFeatures(analysis)),
        words: this.space.row(wordFeatures(analysis)),
      })),
    );
    this.space.close();
    this.topicOf = this.train(
      examples.map(({ label, concepts }) => ({ label, row: concepts })),
      outside + 1,
    );
    this.foreignness = this.train(
      examples.map(({ label, words }) => ({ label: label === outside ? 1 : 0, row: words })),
      2,
    );
  }

  /** Every wording once as it is, then with other parts left out in every epoch, as people leave them out. */
  private train(examples: readonly Example[], classes: number): Classifier {
    const random = seededRandom(SEED);
    const schemes = this.space.row(SCHEME_WORDS.map((word) => `u:${word}`)).ids;
    const thinned = Array.from({ length: EPOCHS - 1 }, () =>
      examples.map(({ label, row }) => ({ label, row: thin(row, new Set(schemes), random) })),
    );
    return Classifier.train([examples, ...thinned], this.space, classes, random);
  }

  score(question: string): Scored {
    const analysis = this.analyser.analyse(question, this.vocabulary.repair);
    const learnt = this.topicOf.predict(this.space.row(conceptFeatures(analysis)));
    const foreign = this.foreignness.predict(this.space.row(wordFeatures(analysis)));
    const found = this.find(analysis);
    const total = found.reduce((sum, { score }) => sum + score ** 2, 0) || 1;
    const searched = new Map(found.map(({ id, score }) => [Number(id), score ** 2 / total]));
    const named = this.analyser.schemesOf(analysis.tokens);
    const scores = this.topics
      .map((topic, at): Score => {
        const [search, probability] = [searched.get(at) ?? 0, learnt[at] ?? 0];
        return {
          topic,
          search,
          learnt: probability,
          fused: (SEARCH_SHARE * search + (1 - SEARCH_SHARE) * probability) * this.fit(at, named),
        };
      })
      .sort((a, b) => b.fused - a.fused);
    const { content } = analysis;
    const outside = this.topics.length;
    return {
      analysis,
      scores,
      foreign: { concepts: learnt[outside] ?? 0, words: foreign[1] ?? 0 },
      searchStrength: (found[0]?.score ?? 0) / Math.sqrt(Math.max(1, content.length)),
      known:
        content.length === 0
          ? 0
          : content.filter((token) => this.vocabulary.has(token)).length / content.length,
      cued: named.length > 0,
      schemes: named.filter((scheme) => scheme !== 'common'),
      agreed:
        scores[0] !== undefined &&
        scores.every(
          ({ search, learnt: other }) =>
            search <= (scores[0]?.search ?? 0) && other <= (scores[0]?.learnt ?? 0),
        ),
      overlap: this.overlap(content, scores[0]?.topic),
    };
  }

  /** An entry of one scheme hardly answers a question that names only the other. */
  private fit(at: number, named: readonly FaqEntry['product'][]): number {
    const product = this.products[at];
    const [only] = named.filter((scheme) => scheme !== 'common');
    const single = only !== undefined && !named.some((scheme) => scheme !== 'common' && scheme !== only);
    return single && product !== 'common' && product !== only ? OTHER_SCHEME : 1;
  }

  private find({ content, bigrams, concepts }: Analysis): readonly { id: unknown; score: number }[] {
    const terms = [...content.map(wordTerm), ...bigrams, ...concepts.map(conceptTerm)];
    if (terms.length === 0) return [];
    return this.search
      .search(terms.join(SEPARATOR), {
        tokenize: split,
        processTerm: identity,
        boost: BOOST,
        combineWith: 'OR',
      })
      .slice(0, 30);
  }

  private overlap(content: readonly string[], topic: string | undefined): number {
    const own = new Set(content);
    if (own.size === 0 || topic === undefined) return 0;
    let best = 0;
    for (const wording of this.wordings[this.topics.indexOf(topic)] ?? []) {
      let shared = 0;
      for (const token of own) if (wording.has(token)) shared += 1;
      best = Math.max(best, (2 * shared) / (own.size + wording.size));
    }
    return best;
  }
}

function buildSearch(wordings: readonly (readonly Analysis[])[], answers: readonly Analysis[]): Search {
  const search: Search = new MiniSearch({ fields: [...FIELDS], tokenize: split, processTerm: identity });
  search.addAll(
    wordings.map((list, id) => ({
      id,
      u: list.flatMap(({ content }) => content.map(wordTerm)).join(SEPARATOR),
      b: list.flatMap(({ bigrams }) => bigrams).join(SEPARATOR),
      c: list.flatMap(({ concepts }) => concepts.map(conceptTerm)).join(SEPARATOR),
      a: [...(answers[id]?.content ?? []).map(wordTerm), ...(answers[id]?.bigrams ?? [])].join(SEPARATOR),
    })),
  );
  return search;
}

function wordTerm(token: string): string {
  return `u:${token}`;
}

function conceptTerm(concept: string): string {
  return `c:${concept}`;
}

function split(text: string): string[] {
  return text.split(SEPARATOR);
}

function identity(term: string): string {
  return term;
}
