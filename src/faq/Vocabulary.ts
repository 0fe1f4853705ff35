import { isSyllable } from '../language/index.js';
import type { Analysis } from './features.js';

const SHORTEST = 4;
const LONGEST = 12;

/** The words the entries use, and the nearest of them for a word mistyped by one letter. */
export class Vocabulary {
  private readonly counts = new Map<string, number>();
  private readonly near = new Map<string, string>();

  constructor(analyses: readonly Analysis[]) {
    for (const { tokens } of analyses) for (const token of tokens) this.counts.set(token, (this.counts.get(token) ?? 0) + 1);
    for (const [token, count] of [...this.counts].sort((a, b) => b[1] - a[1])) {
      if (count < 2 || !/^[a-z]{3,12}$/u.test(token)) continue;
      for (const variant of deletions(token)) if (!this.near.has(variant)) this.near.set(variant, token);
    }
  }

  has(token: string): boolean {
    return this.counts.has(token);
  }

  /** A word that is no Vietnamese syllable and that no entry uses is taken for the known word one letter away. */
  repair(token: string): string {
    if (this.counts.has(token) || token.length < SHORTEST || token.length > LONGEST) return token;
    if (!/^[a-z]+$/u.test(token) || isSyllable(token)) return token;
    const direct = this.near.get(token);
    if (direct !== undefined) return direct;
    for (const variant of deletions(token)) {
      if (this.counts.has(variant) && variant.length >= 3) return variant;
      const other = this.near.get(variant);
      if (other !== undefined && Math.abs(other.length - token.length) <= 1) return other;
    }
    return token;
  }
}

function deletions(word: string): readonly string[] {
  return [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));
}
