import { calibrationSchema, signalNames, type Calibration, type SignalWeights } from './calibration.js';
import { probability, signalsOf, type Signals } from './confidence.js';
import type { FaqEntry } from './FaqEntry.js';
import { buildIndex, learn, type FaqSources } from './FaqIndex.js';
import { seededRandom } from './random.js';

/** A message that the matcher had not learnt from, with what it made of it. */
type Judged = Readonly<{ signals: Signals; cued: boolean; right: boolean; about: boolean }>;

type Sure = Judged & Readonly<{ sureRight: number; sureAbout: number }>;

/** One point of the curve: what a threshold for answering does. */
export type CurvePoint = Readonly<{
  threshold: number;
  /** Shares of the messages in scope. */
  answered: number;
  wrong: number;
  /** Share of the foreign messages. */
  foreignAnswered: number;
}>;

export type CalibrationResult = Readonly<{ calibration: Calibration; curve: readonly CurvePoint[] }>;

export type Bars = Readonly<{
  /** Highest share of messages in scope that may be answered wrongly. */
  wrong: number;
  /** Highest share of foreign messages that may be answered. */
  foreign: number;
}>;

const FOLDS = 5;
const ROUNDS = 400;
const RATE = 0.5;
/** Keeps weights of signals that say the same thing small. */
const DECAY = 0.0005;
const STEP = 0.05;
/** A question that names no insurance has to fit this much better. */
const UNCUED = 0.15;

/**
 * Fits how sure the matcher must be: a fifth of the wordings and foreign messages at a time is kept out of learning and judged
 * by what was learnt from the rest. The thresholds are the lowest ones within the bars. Takes about half a minute.
 */
export function calibrate(sources: FaqSources, bars: Bars): CalibrationResult {
  const judged = Array.from({ length: FOLDS }, (_, fold) => judgeFold(sources, fold)).flat();
  const weights = {
    right: fit(judged.filter(({ about }) => about).map(({ signals, right }) => ({ signals, value: right }))),
    about: fit(judged.map(({ signals, about }) => ({ signals, value: about }))),
  };
  const fitted: Calibration = { ...sources.calibration, weights };
  const sure = judged.map((one) => ({
    ...one,
    sureRight: probability(one.signals, weights.right),
    sureAbout: probability(one.signals, weights.about),
  }));
  const best = steps(0.5, 0.95)
    .flatMap((about) => curveOf(sure, about).map((point) => ({ ...point, about })))
    .filter(({ wrong, foreignAnswered }) => wrong <= bars.wrong && foreignAnswered <= bars.foreign)
    .toSorted((a, b) => b.answered - b.wrong - (a.answered - a.wrong))[0];
  const { threshold: answer, about } = best ?? { threshold: 1, about: 1 };
  const answerUncued = Math.min(1, round(answer + UNCUED));
  return { calibration: { ...fitted, answer, answerUncued, about }, curve: curveOf(sure, about) };
}

function judgeFold(sources: FaqSources, fold: number): Judged[] {
  const isKept = (_: unknown, at: number): boolean => at % FOLDS !== fold;
  const isOut = (_: unknown, at: number): boolean => at % FOLDS === fold;
  const foreign = shuffled(sources.negatives.outOfScope.vi);
  const { negatives } = sources;
  const entries = sources.entries.map((entry): FaqEntry => {
    const vi = shuffled(entry.phrasings.vi).filter(isKept);
    return { ...entry, phrasings: { ...entry.phrasings, vi } };
  });
  const outOfScope = { ...negatives.outOfScope, vi: foreign.filter(isKept) };
  const kept = { ...sources, entries, negatives: { ...negatives, outOfScope } };
  const { vi: matcher } = buildIndex(kept, learn(kept)).matchers;
  const judge = (text: string, topic: string | undefined): Judged => {
    const scored = matcher.score(text);
    return {
      signals: signalsOf(scored),
      cued: scored.cued,
      right: topic !== undefined && scored.scores[0]?.topic === topic,
      about: topic !== undefined,
    };
  };
  return [
    ...sources.entries.flatMap(({ id, phrasings }) =>
      shuffled(phrasings.vi)
        .filter(isOut)
        .map((text) => judge(text, id)),
    ),
    ...foreign.filter(isOut).map((text) => judge(text, undefined)),
  ];
}

/** Logistic regression by plain gradient descent; there are a dozen weights. */
function fit(examples: readonly Readonly<{ signals: Signals; value: boolean }>[]): SignalWeights {
  const weights = new Float64Array(signalNames.length + 1);
  const rows = examples.map(({ signals, value }) => ({
    x: [...signalNames.map((name) => signals[name]), 1],
    y: value ? 1 : 0,
  }));
  // Both outcomes weigh the same: foreign messages are far fewer than wordings.
  const positives = rows.filter(({ y }) => y === 1).length;
  const shareOf = (y: number): number => 0.5 / Math.max(1, y === 1 ? positives : rows.length - positives);
  const squares = new Float64Array(weights.length).fill(1e-6);
  for (let round_ = 0; round_ < ROUNDS; round_ += 1) {
    const gradient = new Float64Array(weights.length);
    for (const { x, y } of rows) {
      const error =
        (1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0))) - y) *
        shareOf(y);
      x.forEach((value, at) => (gradient[at] = (gradient[at] ?? 0) + error * value));
    }
    weights.forEach((weight, at) => {
      const slope = (gradient[at] ?? 0) + DECAY * weight;
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = weight - (RATE * slope) / Math.sqrt(squares[at] ?? 1);
    });
  }
  const weightOf = (at: number): number => Math.round((weights[at] ?? 0) * 100) / 100;
  const named = Object.fromEntries(signalNames.map((name, at) => [name, weightOf(at)]));
  return calibrationSchema.shape.weights.shape.right.parse({
    ...named,
    constant: weightOf(signalNames.length),
  });
}

/** What each threshold for answering does, at one threshold for being about our matters. */
function curveOf(sure: readonly Sure[], about: number): readonly CurvePoint[] {
  const inScope = sure.filter((one) => one.about);
  const foreign = sure.filter((one) => !one.about);
  return steps(0, 1).map((threshold) => {
    const answers = ({ cued, sureRight, sureAbout }: Sure): boolean =>
      sureRight >= (cued ? threshold : threshold + UNCUED) && sureAbout >= about;
    const answered = inScope.filter(answers);
    return {
      threshold,
      answered: answered.length / inScope.length,
      wrong: answered.filter(({ right }) => !right).length / inScope.length,
      foreignAnswered: foreign.filter(answers).length / foreign.length,
    };
  });
}

function steps(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.round((to - from) / STEP) + 1 }, (_, at) => round(from + at * STEP));
}

function shuffled<Item>(list: readonly Item[]): readonly Item[] {
  const random = seededRandom(list.length);
  return list
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
