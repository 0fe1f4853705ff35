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
 * kept: with a thousand topics a table of all would not fit. What was learnt lies in three long lists: hundreds of thousands of
 * features with a list each would take five times the memory.
 */
export class Classifier {
  /** Where each feature's weights begin, and at last where they end. */
  private readonly starts: Int32Array;

  private constructor(private readonly packed: Weights) {
    this.starts = new Int32Array(packed.sizes.length + 1);
    packed.sizes.forEach((size, at) => (this.starts[at + 1] = (this.starts[at] ?? 0) + size));
  }

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
    return new Classifier(pack(rows, classes));
  }

  /** Weights read again. @throws RangeError when the lists don't belong together. */
  static restore({ classes, sizes, ids, values }: Weights): Classifier {
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const fits = ids.length === total && values.length === total && sizes.every((size) => size >= 0);
    if (!fits || ids.some((id) => id < 0 || id >= classes)) {
      throw new RangeError('The weights are damaged.');
    }
    return new Classifier({ classes, sizes, ids, values });
  }

  weights(): Weights {
    return this.packed;
  }

  /** The probability of each class. */
  predict(row: Row): Float32Array {
    const { classes, ids, values } = this.packed;
    const scores = new Float32Array(classes);
    for (const id of row.ids) {
      const end = this.starts[id + 1] ?? 0;
      for (let at = this.starts[id] ?? 0; at < end; at += 1) {
        const other = ids[at] ?? 0;
        scores[other] = (scores[other] ?? 0) + (values[at] ?? 0) * row.scale;
      }
    }
    softmax(scores);
    return scores;
  }
}

function pack(rows: readonly WeightRow[], classes: number): Weights {
  const sizes = Int32Array.from(rows, ({ size }) => size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const ids = new Int32Array(total);
  const values = new Float32Array(total);
  let at = 0;
  for (const row of rows) {
    ids.set(row.ids.subarray(0, row.size), at);
    values.set(row.values.subarray(0, row.size), at);
    at += row.size;
  }
  return { classes, sizes, ids, values };
}

/** The classes one feature has a weight for, while it is being learnt. */
class WeightRow {
  ids = new Int32Array(4);
  values = new Float32Array(4);
  squares = new Float32Array(4);
  size = 0;

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
