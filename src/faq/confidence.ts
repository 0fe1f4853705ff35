import type { Scored } from './Matcher.js';

export interface Confidence {
  /** Probability that the first topic is the right one. */
  readonly right: number;
  /** Probability that the question is about what the entries answer at all. */
  readonly about: number;
}

/** Probability from which a topic is answered at once, and from which some are offered. */
const ANSWER_AT = 0.6;
const ANSWER_UNCUED_AT = 0.75;
const ABOUT_AT = 0.85;
const OFFER_AT = 0.4;

/** Weights of the signals, fitted by logistic regression on questions the matcher was not trained on. */
const RIGHT: Weights = {
  fused: 1.41,
  margin: 2.68,
  learnt: 2.38,
  search: -0.22,
  foreignTopic: -0.17,
  foreignWords: -3.46,
  strength: 0.29,
  known: -0.96,
  overlap: 2.37,
  cued: 0.44,
  length: 0.31,
  agreed: 0.52,
  single: 0.66,
  constant: -2.22,
};
const ABOUT: Weights = {
  fused: 0.74,
  margin: 0.65,
  learnt: 1.98,
  search: -1.07,
  foreignTopic: -2.29,
  foreignWords: -5.27,
  strength: 1.14,
  known: -0.4,
  overlap: 2.64,
  cued: 1.41,
  length: 1.06,
  agreed: -0.18,
  single: 0.97,
  constant: -1.59,
};

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

/** Sure enough to answer at once. A question that names no insurance at all must fit better than one that does. */
export function mayAnswer({ right, about }: Confidence, cued: boolean): boolean {
  return right >= (cued ? ANSWER_AT : ANSWER_UNCUED_AT) && about >= ABOUT_AT;
}

/** Not sure enough to answer, but worth offering topics to choose from. */
export function mayOffer({ about }: Confidence): boolean {
  return about >= OFFER_AT;
}

/** What the probabilities are made of. */
export function signalsOf({
  scores,
  foreign,
  searchStrength,
  known,
  overlap,
  cued,
  agreed,
  analysis,
}: Scored): Signals {
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
    own.fused * signals.fused +
    own.margin * signals.margin +
    own.learnt * signals.learnt +
    own.search * signals.search +
    own.foreignTopic * signals.foreignTopic +
    own.foreignWords * signals.foreignWords +
    own.strength * signals.strength +
    own.known * signals.known +
    own.overlap * signals.overlap +
    own.cued * signals.cued +
    own.length * signals.length +
    own.agreed * signals.agreed +
    own.single * signals.single;
  return 1 / (1 + Math.exp(-sum));
}
