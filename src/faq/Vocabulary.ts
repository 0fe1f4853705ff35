import { isSyllable } from '../language/index.js';
import type { Analysis } from './Analyser.js';

const SHORTEST = 3;
const LONGEST = 12;
/** A word used this often may stand for a mistyped one. */
const USUAL = 3;
/** A pair of neighbours seen this often speaks for a word. */
const USUAL_PAIR = 2;

/** The words the entries use and the words that stand side by side in them; puts mistyped words right by both. */
export class Vocabulary {
  private readonly tokens = new Set<string>();
  private readonly counts = new Map<string, number>();
  private readonly pairs = new Map<string, number>();
  private readonly near = new Map<string, string[]>();
  private readonly others = new Set<string>();

  /** `foreign` are messages about other matters: their words are known too, but nothing is put right to them. */
  constructor(own: readonly Analysis[], foreign: readonly Analysis[]) {
    for (const { tokens, words } of own) {
      for (const token of tokens) this.tokens.add(token);
      words.forEach((word, at) => {
        add(this.counts, word);
        const next = words[at + 1];
        if (next !== undefined) add(this.pairs, `${word} ${next}`);
      });
    }
    for (const { words } of foreign) for (const word of words) this.others.add(word);
    for (const [word, count] of this.counts) {
      if (count < USUAL || !/^[a-z]{2,12}$/u.test(word)) continue;
      for (const variant of deletions(word))
        this.near.set(variant, [...(this.near.get(variant) ?? []), word]);
    }
  }

  /** Whether any entry uses the token. */
  has(token: string): boolean {
    return this.tokens.has(token);
  }

  /**
   * The words with what nobody says put right: a word that no text holds becomes a usual word one letter away, if that word is
   * often seen beside its neighbours, or if the typed one is no Vietnamese syllable at all.
   */
  readonly repair = (words: readonly string[]): readonly string[] =>
    words.map((word, at) => this.repairOne(word, words[at - 1], words[at + 1]));

  private repairOne(word: string, before: string | undefined, after: string | undefined): string {
    if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/u.test(word)) return word;
    if (this.counts.has(word) || this.others.has(word)) return word;
    const support = (candidate: string): number =>
      (this.pairs.get(`${before ?? ''} ${candidate}`) ?? 0) +
      (this.pairs.get(`${candidate} ${after ?? ''}`) ?? 0);
    let [best, highest] = [word, 0];
    const possible = !isSyllable(word) && word.length > SHORTEST;
    for (const candidate of this.candidates(word)) {
      const seen = support(candidate);
      const score = seen >= USUAL_PAIR ? 1000 * seen : possible ? (this.counts.get(candidate) ?? 0) : 0;
      if (score > highest) [best, highest] = [candidate, score];
    }
    return best;
  }

  /** Usual words one letter away: one more, one less, another one, or two changed about. */
  private candidates(word: string): ReadonlySet<string> {
    const found = new Set<string>(this.near.get(word) ?? []);
    for (const variant of deletions(word)) {
      if ((this.counts.get(variant) ?? 0) >= USUAL) found.add(variant);
      for (const other of this.near.get(variant) ?? [])
        if (Math.abs(other.length - word.length) <= 1) found.add(other);
    }
    return found;
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function deletions(word: string): readonly string[] {
  return [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));
}
