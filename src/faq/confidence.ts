import type { Scored } from './Matcher.js';

export interface Confidence {
  /** Probability that the first topic is the right one. */
  readonly right: number;
  /** Probability that the question is about what the entries answer at all. */
  readonly about: number;
}

/** Probability from which a topic is answered at once, and from which some are offered. */
const ANSWER_AT = 0.6;
const ABOUT_AT = 0.85;
const OFFER_AT = 0.4;

/** Weights of the signals, fitted by logistic regression on questions the matcher was not trained on. */
const RIGHT: Weights = { fused: 1.45, margin: 2.29, learnt: 2.48, search: -0.28, foreignTopic: -0.25, foreignWords: -3.7, strength: 0.4, known: -1.04, overlap: 2.21, cued: 0.58, length: 0.11, agreed: 0.81, single: 0.32, constant: -2.45 };
const ABOUT: Weights = { fused: 0.72, margin: 0.64, learnt: 2.11, search: -1.3, foreignTopic: -3.38, foreignWords: -5.17, strength: 1.26, known: -0.36, overlap: 2.7, cued: 1.74, length: 0.88, agreed: -0.37, single: 0.72, constant: -1.77 };

interface Signals {
  readonly fused: number;
  readonly margin: number;
  readonly learnt: number;
  readonly search: number;
  readonly foreignTopic: number;
  readonly foreignWords: number;
  readonly strength: number;
  readonly known: number;
  readonly overlap: number;
  readonly cued: number;
  readonly length: number;
  readonly agreed: number;
  readonly single: number;
}

interface Weights extends Signals {
  readonly constant: number;
}

/** How sure the matcher may be of its first topic; both probabilities are 0 for a message without a word. */
export function confidence(scored: Scored): Confidence {
  if (scored.analysis.content.every((token) => !/\p{L}/u.test(token))) return { right: 0, about: 0 };
  const signals = signalsOf(scored);
  return { right: probability(signals, RIGHT), about: probability(signals, ABOUT) };
}

/** Sure enough to answer at once. */
export function mayAnswer({ right, about }: Confidence): boolean {
  return right >= ANSWER_AT && about >= ABOUT_AT;
}

/** Not sure enough to answer, but worth offering topics to choose from. */
export function mayOffer({ about }: Confidence): boolean {
  return about >= OFFER_AT;
}

/** What the probabilities are made of. */
export function signalsOf({ scores, foreign, searchStrength, known, overlap, cued, agreed, analysis }: Scored): Signals {
  const [first, second] = scores;
  const words = analysis.content.length;
  return {
    fused: first?.fused ?? 0,
    margin: (first?.fused ?? 0) - (second?.fused ?? 0),
    learnt: first?.learnt ?? 0,
    search: first?.search ?? 0,
    foreignTopic: foreign.concepts,
    foreignWords: foreign.words,
    strength: Math.min(searchStrength / 30, 2),
    known,
    overlap,
    cued: cued ? 1 : 0,
    length: Math.min(words, 20) / 10,
    agreed: agreed ? 1 : 0,
    single: words <= 1 ? 1 : 0,
  };
}

function probability(signals: Signals, weights: Weights): number {
  const { constant, ...own } = weights;
  const sum =
    constant +
    own.fused * signals.fused + own.margin * signals.margin + own.learnt * signals.learnt + own.search * signals.search +
    own.foreignTopic * signals.foreignTopic + own.foreignWords * signals.foreignWords + own.strength * signals.strength +
    own.known * signals.known + own.overlap * signals.overlap + own.cued * signals.cued + own.length * signals.length +
    own.agreed * signals.agreed + own.single * signals.single;
  return 1 / (1 + Math.exp(-sum));
}
