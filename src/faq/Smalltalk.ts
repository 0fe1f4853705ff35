import { cleanText, plainText } from '../language/index.js';
import { smalltalkKinds, type Negatives, type SmalltalkKind } from './negatives.js';

/** Words that change nothing about a greeting or thanks. */
const POLITE = new Set(
  'a ah da vang nhe nha nhen hen ad ban em anh chi co chu bac minh toi oi admin cac shop voi nhieu lam qua that roi ok the va thi la ne ha day do vay z v thoi'.split(
    ' ',
  ),
);
const LONGEST = 9;

/** Knows small talk: a message that holds nothing but known greetings, thanks and the like. */
export class Smalltalk {
  private readonly kinds = new Map<string, SmalltalkKind>();

  constructor(negatives: Negatives) {
    for (const kind of smalltalkKinds) {
      for (const sentence of negatives.smalltalk[kind]) {
        const [plain, trimmed] = forms(sentence);
        // What is left of a short greeting without its polite words may be any word.
        const telling = trimmed?.includes(' ') === true ? [plain, trimmed] : [plain];
        for (const form of telling)
          if (form !== undefined && !this.kinds.has(form)) this.kinds.set(form, kind);
      }
    }
  }

  /** The kind of small talk a message is, where it says nothing else. */
  kindOf(text: string): SmalltalkKind | undefined {
    for (const form of forms(text)) {
      const kind = this.kinds.get(form);
      if (kind) return kind;
    }
    const words = plainText(text)
      .split(' ')
      .filter((word) => word !== '');
    return words.length > 0 && words.length <= LONGEST ? this.inParts(words) : undefined;
  }

  /** "chào em, cảm ơn nhé": small talk after small talk, polite words between; the last part names the kind. */
  private inParts(words: readonly string[]): SmalltalkKind | undefined {
    let kind: SmalltalkKind | undefined;
    for (let at = 0; at < words.length;) {
      const size = this.longestPart(words, at);
      if (size > 0) {
        kind = this.kinds.get(words.slice(at, at + size).join(' ')) ?? kind;
        at += size;
      } else if (POLITE.has(words[at] ?? '')) at += 1;
      else return undefined;
    }
    return kind;
  }

  private longestPart(words: readonly string[], at: number): number {
    for (let size = words.length - at; size > 0; size -= 1) {
      if (this.kinds.has(words.slice(at, at + size).join(' '))) return size;
    }
    return 0;
  }
}

function forms(text: string): readonly string[] {
  const plain = plainText(text);
  const words = plain.split(' ');
  const trimmed = words.filter((word) => !POLITE.has(word)).join(' ');
  return [plain === '' ? cleanText(text) : plain, trimmed].filter((form) => form !== '');
}
