import type { Lexicon } from '../language/index.js';
import type { FaqLocale } from './FaqEntry.js';

/** A run of words, unmarked and as typed. */
export interface Tokens {
  readonly tokens: readonly string[];
  readonly marked: readonly string[];
}

interface Phrase extends Tokens {
  readonly concepts: Set<string>;
}

/**
 * Finds the concepts a message names; a phrase inside a longer known phrase does not count. A single word with other marks is
 * another word ("tính" is no "tỉnh"); a phrase of several words is known without its marks too.
 */
export class ConceptFinder {
  private readonly byFirst = new Map<string, Phrase[]>();

  constructor(lexicon: Lexicon, locale: FaqLocale, tokenise: (text: string) => Tokens) {
    const known = new Map<string, Phrase>();
    for (const concept of lexicon.concepts) {
      for (const phrase of concept[locale]) {
        const said = tokenise(phrase);
        const first = said.tokens[0];
        if (first === undefined) continue;
        const key = said.marked.join(' ');
        const entry = known.get(key) ?? { ...said, concepts: new Set<string>() };
        if (!known.has(key)) {
          known.set(key, entry);
          this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), entry]);
        }
        entry.concepts.add(concept.id);
      }
    }
  }

  /** Concept ids in order of appearance, each once. */
  find({ tokens, marked }: Tokens): readonly string[] {
    const spans: { from: number; to: number; concepts: ReadonlySet<string> }[] = [];
    tokens.forEach((token, at) => {
      for (const phrase of this.byFirst.get(token) ?? []) {
        if (!phrase.tokens.every((word, offset) => tokens[at + offset] === word)) continue;
        if (phrase.tokens.length === 1 && !sameMarks(marked[at] ?? token, token, phrase.marked[0] ?? token))
          continue;
        spans.push({ from: at, to: at + phrase.tokens.length, concepts: phrase.concepts });
      }
    });
    const outer = spans.filter(
      (span) =>
        !spans.some(
          (other) =>
            other.from <= span.from && other.to >= span.to && other.to - other.from > span.to - span.from,
        ),
    );
    return [...new Set(outer.flatMap((span) => [...span.concepts]))];
  }
}

/** Typed without marks, or with the same ones; hỏi and ngã are confused too often to tell words apart. */
function sameMarks(typed: string, folded: string, phrase: string): boolean {
  return typed === folded || withoutHookOrTilde(typed) === withoutHookOrTilde(phrase);
}

function withoutHookOrTilde(word: string): string {
  return word.normalize('NFD').replace(/[\u0309\u0303]/gu, '~');
}
