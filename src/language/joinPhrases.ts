import { stripMarks } from './foldText.js';

type Phrases = Readonly<Record<string, string>>;

interface Words {
  readonly tokens: readonly string[];
  readonly marked: readonly string[];
}

/**
 * Replaces runs of words by what the phrases of a lexicon make of them, the longest run first. A phrase with marks is known only
 * as written ("đẻ con" is no "để con"), one without marks however its words are marked.
 */
export function joinPhrases(marked: readonly string[], folded: readonly string[], phrases: Phrases): Words {
  const longest = longestByFirst(phrases);
  const out: { tokens: string[]; marked: string[] } = { tokens: [], marked: [] };
  for (let at = 0; at < folded.length;) {
    const found = phraseAt(marked, folded, at, phrases, longest.get(folded[at] ?? '') ?? 0);
    out.tokens.push(...(found?.words ?? folded.slice(at, at + 1)));
    out.marked.push(...(found?.words ?? marked.slice(at, at + 1)));
    at += found?.size ?? 1;
  }
  return out;
}

function phraseAt(
  marked: readonly string[],
  folded: readonly string[],
  at: number,
  phrases: Phrases,
  most: number,
): { readonly words: readonly string[]; readonly size: number } | undefined {
  for (let size = Math.min(most, folded.length - at); size > 0; size -= 1) {
    const asTyped = marked.slice(at, at + size).join(' ');
    const plain = folded.slice(at, at + size).join(' ');
    const key = [asTyped, plain].find((phrase) => Object.hasOwn(phrases, phrase));
    if (key !== undefined)
      return {
        words: stripMarks(phrases[key] ?? '')
          .split(' ')
          .filter((word) => word !== ''),
        size,
      };
  }
  return undefined;
}

const byFirstWord = new WeakMap<object, ReadonlyMap<string, number>>();

/** The length of the longest phrase that begins with an unmarked word; kept per lexicon. */
function longestByFirst(phrases: Phrases): ReadonlyMap<string, number> {
  const known = byFirstWord.get(phrases);
  if (known) return known;
  const longest = new Map<string, number>();
  for (const phrase of Object.keys(phrases)) {
    const words = phrase.split(' ');
    const first = stripMarks(words[0] ?? '');
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  byFirstWord.set(phrases, longest);
  return longest;
}
