import type { Row } from './FeatureSpace.js';

/** One training example: its features and its class. */
export interface Example {
  readonly row: Row;
  readonly label: number;
}

/** The weights of all features: feature after feature, its classes in the order of their learning, and their weights. */
export interface Weights {
  readonly classes: number;
  /** How many classes each feature has a weight for. */
  readonly sizes: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Gradients below this are noise and cost most of the time. */
const SMALL = 0.02;
const RATE = 0.5;
/** Where a gradient's history begins, so that the first step isn't divided by nothing. */
const FIRST_SQUARE = 1e-4;

// Looked up once: the inner loops run millions of times.
const { exp, sqrt } = Math;

/**
 * Multinomial logistic regression over binary features, trained with AdaGrad. A feature knows few classes, so only those are
 * kept: with a thousand topics a table of all would not fit.
 */
export class Classifier {
  private constructor(
    private readonly rows: readonly WeightRow[],
    private readonly classes: number,
  ) {}

  /**
   * Trains on one set of examples after the other (an epoch each), in the order that `random` gives; the same input gives the
   * same weights.
   */
  static train(
    epochs: readonly (readonly Example[])[],
    features: number,
    classes: number,
    random: () => number,
  ): Classifier {
    const rows = Array.from({ length: features }, () => new WeightRow());
    const scores = new Float32Array(classes);
    for (const examples of epochs) {
      for (const at of shuffled(examples.length, random)) {
        const example = examples[at];
        if (example) step(example, rows, scores);
      }
    }
    return new Classifier(rows, classes);
  }

  /** Weights read again. @throws RangeError when the lists don't belong together. */
  static restore({ classes, sizes, ids, values }: Weights): Classifier {
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (ids.length !== total || values.length !== total || ids.some((id) => id < 0 || id >= classes)) {
      throw new RangeError('The weights are damaged.');
    }
    let at = 0;
    const rows = Array.from(sizes, (size) => {
      at += size;
      return WeightRow.of(ids.slice(at - size, at), values.slice(at - size, at));
    });
    return new Classifier(rows, classes);
  }

  weights(): Weights {
    return {
      classes: this.classes,
      sizes: Int32Array.from(this.rows, ({ size }) => size),
      ids: Int32Array.from(this.rows.flatMap(({ ids, size }) => [...ids.subarray(0, size)])),
      values: Float32Array.from(this.rows.flatMap(({ values, size }) => [...values.subarray(0, size)])),
    };
  }

  /** The probability of each class. */
  predict(row: Row): Float32Array {
    const scores = new Float32Array(this.classes);
    score(row, this.rows, scores);
    softmax(scores);
    return scores;
  }
}

/** The classes one feature has a weight for. */
class WeightRow {
  ids = new Int32Array(4);
  values = new Float32Array(4);
  squares = new Float32Array(4);
  size = 0;

  static of(ids: Int32Array, values: Float32Array): WeightRow {
    const row = new WeightRow();
    row.ids = Int32Array.from(ids);
    row.values = Float32Array.from(values);
    row.size = ids.length;
    return row;
  }

  /** The place of a class, made when it has none yet. */
  placeOf(id: number): number {
    for (let at = 0; at < this.size; at += 1) if (this.ids[at] === id) return at;
    if (this.size === this.ids.length) this.grow();
    this.ids[this.size] = id;
    this.squares[this.size] = FIRST_SQUARE;
    this.size += 1;
    return this.size - 1;
  }

  private grow(): void {
    const [{ ids, values, squares }, length] = [this, this.size * 2];
    this.ids = new Int32Array(length);
    this.values = new Float32Array(length);
    this.squares = new Float32Array(length);
    this.ids.set(ids);
    this.values.set(values);
    this.squares.set(squares);
  }
}

function step({ row, label }: Example, rows: readonly WeightRow[], scores: Float32Array): void {
  scores.fill(0);
  score(row, rows, scores);
  softmax(scores);
  for (let other = 0; other < scores.length; other += 1) {
    const error = (scores[other] ?? 0) - (other === label ? 1 : 0);
    if (error < SMALL && error > -SMALL) continue;
    const gradient = error * row.scale;
    for (const id of row.ids) {
      const weights = rows[id];
      if (weights === undefined) continue;
      const at = weights.placeOf(other);
      const square = (weights.squares[at] ?? 0) + gradient * gradient;
      weights.squares[at] = square;
      weights.values[at] = (weights.values[at] ?? 0) - (RATE * gradient) / sqrt(square);
    }
  }
}

function score(row: Row, rows: readonly WeightRow[], scores: Float32Array): void {
  for (const id of row.ids) {
    const weights = rows[id];
    if (weights === undefined) continue;
    const { ids, values, size } = weights;
    for (let at = 0; at < size; at += 1) {
      const other = ids[at] ?? 0;
      scores[other] = (scores[other] ?? 0) + (values[at] ?? 0) * row.scale;
    }
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
