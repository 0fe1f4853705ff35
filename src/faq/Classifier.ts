import type { FeatureSpace, Row } from './FeatureSpace.js';

/** One training example: its features and its class. */
export interface Example {
  readonly row: Row;
  readonly label: number;
}

/** Gradients below this are noise and cost most of the time. */
const SMALL = 0.02;
const RATE = 0.5;

// Looked up once: the inner loops run millions of times.
const { exp, sqrt } = Math;

/** Multinomial logistic regression over binary features, trained with AdaGrad. */
export class Classifier {
  private constructor(
    private readonly weights: Float32Array,
    private readonly classes: number,
  ) {}

  /**
   * Trains on one set of examples after the other (an epoch each), in the order that `random` gives; the same input gives the
   * same weights.
   */
  static train(
    epochs: readonly (readonly Example[])[],
    space: FeatureSpace,
    classes: number,
    random: () => number,
  ): Classifier {
    const weights = new Float32Array(space.size * classes);
    const squares = new Float32Array(space.size * classes).fill(1e-4);
    const state: State = { weights, squares, scores: new Float32Array(classes) };
    for (const examples of epochs) {
      for (const at of shuffled(examples.length, random)) {
        const example = examples[at];
        if (example) step(example, state);
      }
    }
    return new Classifier(weights, classes);
  }

  /** The probability of each class. */
  predict(row: Row): Float32Array {
    const scores = new Float32Array(this.classes);
    score(row, this.weights, scores);
    softmax(scores);
    return scores;
  }
}

interface State {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly scores: Float32Array;
}

function step({ row, label }: Example, { weights, squares, scores }: State): void {
  const classes = scores.length;
  scores.fill(0);
  score(row, weights, scores);
  softmax(scores);
  for (let other = 0; other < classes; other += 1) {
    const error = (scores[other] ?? 0) - (other === label ? 1 : 0);
    if (error < SMALL && error > -SMALL) continue;
    const gradient = error * row.scale;
    for (const id of row.ids) {
      const at = id * classes + other;
      const square = (squares[at] ?? 0) + gradient * gradient;
      squares[at] = square;
      weights[at] = (weights[at] ?? 0) - (RATE * gradient) / sqrt(square);
    }
  }
}

function score(row: Row, weights: Float32Array, scores: Float32Array): void {
  const classes = scores.length;
  for (const id of row.ids) {
    const base = id * classes;
    for (let at = 0; at < classes; at += 1)
      scores[at] = (scores[at] ?? 0) + (weights[base + at] ?? 0) * row.scale;
  }
}

function softmax(scores: Float32Array): void {
  let highest = -Infinity;
  for (let at = 0; at < scores.length; at += 1) {
    const value = scores[at] ?? 0;
    if (value > highest) highest = value;
  }
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const value = exp((scores[at] ?? 0) - highest);
    scores[at] = value;
    sum += value;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}

function shuffled(size: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, at) => at);
  for (let at = size - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
