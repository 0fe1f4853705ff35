import { conceptFeatures, mannerFeatures, wordFeatures, type Analyser, type Analysis } from './Analyser.js';
import { Classifier, type Example, type Weights } from './Classifier.js';
import type { FaqEntry } from './FaqEntry.js';
import { FeatureSpace } from './FeatureSpace.js';
import { smalltalkKinds, type Negatives, type SmalltalkKind } from './negatives.js';
import { seededRandom } from './random.js';
import { thin } from './thin.js';

/** What was learnt of a question: the probability of each topic, and of another matter altogether. */
export interface Guess {
  /** In the order of `Learned.topics`. */
  readonly topics: Float32Array;
  /** With and without concepts: general ones ("where", "papers") make anything look familiar. */
  readonly foreign: { readonly concepts: number; readonly words: number };
  /** The likeliest kind of small talk. */
  readonly smalltalk: { readonly kind: SmalltalkKind; readonly probability: number };
}

/** What is kept of a learnt state, to be read again by `Learned.restore`. */
export interface LearnedState {
  readonly topics: readonly string[];
  readonly features: readonly string[];
  readonly topicWeights: Weights;
  readonly foreignWeights: Weights;
  readonly mannerWeights: Weights;
}

const SEED = 20260101;
const EPOCHS = 4;
/** Small talk is known by far fewer sentences than questions are. */
const SMALLTALK_TIMES = 5;
/** Wordings of an answer that has enough of them. */
const FULL = 40;
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

/**
 * Which topic a question is about, or none of them, as learnt from the wordings of the entries, from foreign messages and from
 * small talk.
 */
export class Learned {
  private constructor(
    readonly topics: readonly string[],
    private readonly space: FeatureSpace,
    private readonly topicOf: Classifier,
    private readonly foreignness: Classifier,
    private readonly manner: Classifier,
  ) {}

  /** Learns; the same entries and messages give the same state on every machine. Takes seconds. */
  static from(entries: readonly FaqEntry[], analyser: Analyser, negatives: Negatives): Learned {
    const space = new FeatureSpace();
    const read = (texts: readonly string[]): readonly Analysis[] =>
      texts.map((text) => analyser.analyse(text));
    const others = read(negatives.outOfScope[analyser.locale]);
    const smalltalk = smalltalkKinds.map((kind) =>
      Array.from({ length: SMALLTALK_TIMES }, () => read(negatives.smalltalk[kind])).flat(),
    );
    const taught = entries.map((entry) =>
      repeated([...analyser.wordingsOf(entry), analyser.answerOf(entry).first]),
    );
    const outside = entries.length;
    const examples = [...taught, others, ...smalltalk].flatMap((list, label) =>
      list.map((analysis) => ({
        label,
        concepts: space.row(conceptFeatures(analysis)),
        words: space.row(wordFeatures(analysis)),
        manner: space.row(mannerFeatures(analysis)),
      })),
    );
    space.close();
    // Small talk has a classifier of its own: among foreign messages its everyday words would make any question look foreign.
    const matters = examples.filter(({ label }) => label <= outside);
    const byTopic = matters.map(({ label, concepts }) => ({ label, row: concepts }));
    const byForeignness = matters.map(({ label, words }) => ({
      label: label === outside ? 1 : 0,
      row: words,
    }));
    const byManner = examples.map(({ label, manner }) => ({
      label: Math.max(0, label - outside),
      row: manner,
    }));
    return new Learned(
      entries.map(({ id }) => id),
      space,
      train(byTopic, outside + 1, space),
      train(byForeignness, 2, space),
      train(byManner, smalltalkKinds.length + 1, space),
    );
  }

  /** A state read again; it answers as the one it was taken from. @throws RangeError for a damaged one. */
  static restore({ topics, features, topicWeights, foreignWeights, mannerWeights }: LearnedState): Learned {
    return new Learned(
      topics,
      FeatureSpace.of(features),
      Classifier.restore(topicWeights),
      Classifier.restore(foreignWeights),
      Classifier.restore(mannerWeights),
    );
  }

  state(): LearnedState {
    return {
      topics: this.topics,
      features: this.space.names(),
      topicWeights: this.topicOf.weights(),
      foreignWeights: this.foreignness.weights(),
      mannerWeights: this.manner.weights(),
    };
  }

  guess(analysis: Analysis): Guess {
    const topics = this.topicOf.predict(this.space.row(conceptFeatures(analysis)));
    const words = this.foreignness.predict(this.space.row(wordFeatures(analysis)))[1] ?? 0;
    const manner = this.manner.predict(this.space.row(mannerFeatures(analysis)));
    const smalltalk = smalltalkKinds
      .map((kind, at) => ({ kind, probability: manner[at + 1] ?? 0 }))
      .reduce((best, other) => (other.probability > best.probability ? other : best));
    const outside = this.topics.length;
    return { topics, foreign: { concepts: topics[outside] ?? 0, words }, smalltalk };
  }
}

/** Few wordings several times over: a new answer must not drown beside those that have many. */
function repeated(wordings: readonly Analysis[]): readonly Analysis[] {
  const times = Math.max(1, Math.floor(FULL / Math.max(1, wordings.length)));
  return Array.from({ length: times }, () => wordings).flat();
}

/** Every wording once as it is, then with other parts left out in every epoch, as people leave them out. */
function train(examples: readonly Example[], classes: number, space: FeatureSpace): Classifier {
  const random = seededRandom(SEED);
  const schemes = new Set(space.row(SCHEME_WORDS.map((word) => `u:${word}`)).ids);
  const thinned = Array.from({ length: EPOCHS - 1 }, () =>
    examples.map(({ label, row }) => ({ label, row: thin(row, schemes, random) })),
  );
  return Classifier.train([examples, ...thinned], space.size, classes, random);
}
