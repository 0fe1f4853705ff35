import { signalNames, type Calibration, type SignalName, type SignalWeights } from './calibration.js';
import type { Scored } from './Matcher.js';

export interface Confidence {
  /** Probability that the first topic is the right one. */
  readonly right: number;
  /** Probability that the question is about what the entries answer at all. */
  readonly about: number;
}

export type Signals = Readonly<Record<SignalName, number>>;

/** How sure the matcher may be of its first topic; both probabilities are 0 for a message without a word. */
export function confidence(scored: Scored, { weights }: Calibration): Confidence {
  if (scored.analysis.content.every((token) => !/\p{L}/u.test(token))) return { right: 0, about: 0 };
  const signals = signalsOf(scored);
  return { right: probability(signals, weights.right), about: probability(signals, weights.about) };
}

/** What must be reached for an answer at once; a question that names no insurance must fit better than one that does. */
export function thresholds(
  cued: boolean,
  { answer, answerUncued, about, offer }: Calibration,
): Readonly<{ right: number; about: number; offer: number }> {
  return { right: cued ? answer : answerUncued, about, offer };
}

/** The signals of a scored question. */
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

/** The probability that signals speak for, with the weights of what is asked. */
export function probability(signals: Signals, { constant, ...weights }: SignalWeights): number {
  const sum = signalNames.reduce((total, name) => total + weights[name] * signals[name], constant);
  return 1 / (1 + Math.exp(-sum));
}
