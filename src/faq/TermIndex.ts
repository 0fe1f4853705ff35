/** A document as numbers of terms: which there are, and how often each stands in each field. */
export interface TermCounts {
  readonly terms: Int32Array;
  /** Term after term, the fields of each in their order. */
  readonly counts: Int32Array;
  /** Different terms of each field. */
  readonly lengths: readonly number[];
}

/** How well a document fits, and its place among the documents. */
export interface Found {
  readonly id: number;
  readonly score: number;
}

/** Numbers terms; it only grows, so that what was counted of an unchanged document holds in every later index. */
export class TermNumbers {
  private readonly numbers = new Map<string, number>();

  get size(): number {
    return this.numbers.size;
  }

  of(term: string): number | undefined {
    return this.numbers.get(term);
  }

  /** Counts the terms of a document, given field by field. */
  count(fields: readonly (readonly string[])[]): TermCounts {
    const counts = new Map<number, number[]>();
    fields.forEach((terms, field) => {
      for (const term of terms) {
        const number = this.numberOf(term);
        const own = counts.get(number) ?? fields.map(() => 0);
        own[field] = (own[field] ?? 0) + 1;
        counts.set(number, own);
      }
    });
    return {
      terms: Int32Array.from(counts.keys()),
      counts: Int32Array.from([...counts.values()].flat()),
      lengths: fields.map((terms) => new Set(terms).size),
    };
  }

  private numberOf(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    this.numbers.set(term, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** Saturation of repetitions, weight of a field's length, and what any hit is worth: as BM25+ is usually set. */
const [K, B, D] = [1.2, 0.7, 0.5];

/**
 * Full text by BM25+, a score being multiplied by how many of the question's terms were found. The documents stay as they are, so
 * what a term is worth in each of them is worked out once, when the index is made: a question only adds up.
 */
export class TermIndex {
  private constructor(
    private readonly numbers: TermNumbers,
    private readonly size: number,
    /** Where the documents of each term begin. */
    private readonly starts: Int32Array,
    private readonly documents: Int32Array,
    private readonly weights: Float64Array,
  ) {}

  /** @param boosts what each field is worth */
  static of(documents: readonly TermCounts[], numbers: TermNumbers, boosts: readonly number[]): TermIndex {
    const fields = boosts.length;
    const spread = new Int32Array(numbers.size * fields);
    const starts = new Int32Array(numbers.size + 1);
    for (const { terms, counts } of documents) {
      for (let at = 0; at < terms.length; at += 1) {
        const term = terms[at] ?? 0;
        starts[term + 1] = (starts[term + 1] ?? 0) + 1;
        for (let field = 0; field < fields; field += 1)
          if ((counts[at * fields + field] ?? 0) > 0)
            spread[term * fields + field] = (spread[term * fields + field] ?? 0) + 1;
      }
    }
    for (let term = 0; term < numbers.size; term += 1)
      starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    const total = starts[numbers.size] ?? 0;
    const index = new TermIndex(
      numbers,
      documents.length,
      starts,
      new Int32Array(total),
      new Float64Array(total),
    );
    index.fill(documents, spread, boosts);
    return index;
  }

  /** The documents that hold any of the terms, best first; a term given twice counts twice. */
  search(terms: readonly string[], most: number): readonly Found[] {
    const scores = new Float64Array(this.size);
    const matched = new Int32Array(this.size);
    const seen = new Set<number>();
    for (const term of terms) {
      const number = this.numbers.of(term);
      // The numbers may know terms of a later index.
      if (number === undefined || number >= this.starts.length - 1) continue;
      const isNew = seen.has(number) ? 0 : 1;
      seen.add(number);
      const end = this.starts[number + 1] ?? 0;
      for (let at = this.starts[number] ?? 0; at < end; at += 1) {
        const id = this.documents[at] ?? 0;
        scores[id] = (scores[id] ?? 0) + (this.weights[at] ?? 0);
        matched[id] = (matched[id] ?? 0) + isNew;
      }
    }
    const best: Found[] = [];
    for (let id = 0; id < this.size; id += 1) {
      const times = matched[id] ?? 0;
      if (times === 0) continue;
      const score = (scores[id] ?? 0) * times;
      if (best.length === most && score <= (best[most - 1]?.score ?? 0)) continue;
      if (best.length === most) best.pop();
      let place = best.length;
      while (place > 0 && (best[place - 1]?.score ?? 0) < score) place -= 1;
      best.splice(place, 0, { id, score });
    }
    return best;
  }

  private fill(documents: readonly TermCounts[], spread: Int32Array, boosts: readonly number[]): void {
    const fields = boosts.length;
    const usual = boosts.map(
      (_, field) =>
        documents.reduce((sum, { lengths }) => sum + (lengths[field] ?? 0), 0) / (documents.length || 1),
    );
    const next = Int32Array.from(this.starts);
    documents.forEach(({ terms, counts, lengths }, id) => {
      const length = lengths.map((own, field) => 1 - B + (B * own) / (usual[field] || 1));
      for (let at = 0; at < terms.length; at += 1) {
        const term = terms[at] ?? 0;
        let weight = 0;
        for (let field = 0; field < fields; field += 1) {
          const count = counts[at * fields + field] ?? 0;
          if (count === 0) continue;
          const holding = spread[term * fields + field] ?? 0;
          const rarity = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
          weight +=
            (boosts[field] ?? 0) * rarity * (D + (count * (K + 1)) / (count + K * (length[field] ?? 1)));
        }
        const place = next[term] ?? 0;
        next[term] = place + 1;
        this.documents[place] = id;
        this.weights[place] = weight;
      }
    });
  }
}
