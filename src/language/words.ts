import { cleanText, stripMarks } from './foldText.js';
import { lately } from './lately.js';
import { isSyllable, repairWord } from './syllable.js';

/** One word, number or punctuation mark of a message, in reading order. */
export interface Word {
  readonly kind: 'word' | 'number' | 'mark';
  /** As typed, lower case, with marks. */
  readonly raw: string;
  /** Without marks, typing slips repaired; for a number its digits and separators. */
  readonly text: string;
  /** The number's value, decimal comma or point understood; NaN for what is no number. */
  readonly value: number;
  /** No blank stands before it. */
  readonly glued: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Message {
  /** The cleaned message that `start` and `end` of its words count in. */
  readonly text: string;
  readonly words: readonly Word[];
}

/** Readers look at the beginning of a message only, so that a pasted page costs no more than a letter. */
const LONGEST_READ = 4000;

/** Cuts a message into words, numbers and marks: "2tr5/tháng" → 2 · tr · 5 · / · tháng. A dozen readers look at the same message. */
export const splitWords = lately(splitAnew);

function splitAnew(input: string): Message {
  const text = cleanText(input.slice(0, LONGEST_READ));
  const words: Word[] = [];
  let last = -1;
  for (const match of text.matchAll(
    /[1-9]\d{0,2}(?: \d{3}){2,}(?!\d)|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu,
  )) {
    const raw = match[0].toLowerCase().replace(/ /gu, '');
    const start = match.index;
    const end = start + match[0].length;
    const kind = /^\d/u.test(raw) ? 'number' : /^[\p{L}\p{M}]/u.test(raw) ? 'word' : 'mark';
    const text = kind === 'word' ? readable(stripMarks(raw)) : raw;
    words.push({
      kind,
      raw,
      text,
      value: kind === 'number' ? numberValue(raw) : NaN,
      glued: start === last,
      start,
      end,
    });
    last = end;
  }
  return { text, words: repairVni(words) };
}

/** The unmarked, repaired words of a message in one string, marks left out: for whole-message comparison. */
export function plainText(input: string): string {
  return joinWords(splitWords(input).words);
}

/** Words and numbers joined by single blanks. */
export function joinWords(words: readonly Word[]): string {
  return words
    .filter((word) => word.kind !== 'mark')
    .map((word) => word.text)
    .join(' ');
}

/** The part of the message from one word to another, as typed. */
export function slice(message: Message, from: number, to: number): string {
  const first = message.words[from];
  const last = message.words[to - 1];
  return first && last ? message.text.slice(first.start, last.end) : '';
}

function readable(folded: string): string {
  return folded.length > 1 ? repairWord(folded) : folded;
}

function numberValue(raw: string): number {
  if (/^\d+$/u.test(raw)) return Number(raw);
  if (/^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/u.test(raw)) return Number(raw.replace(/[.,]/gu, ''));
  const decimal = /^(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)[.,](\d{1,2}|\d{4,})$/u.exec(raw);
  if (!decimal) return NaN;
  return Number(`${(decimal[1] ?? '').replace(/[.,]/gu, '')}.${decimal[2] ?? ''}`);
}

/**
 * VNI typing leaves digits in words ("bao3 hie6m3"). The tokens are joined again when a digit stands inside a word, or when
 * at least two words end in a digit that makes no sense as a number there.
 */
function repairVni(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  let repaired = 0;
  let inside = false;
  for (let at = 0; at < words.length;) {
    const run = [words[at]].filter((word) => word !== undefined);
    let next = at + 1;
    while (run[0]?.kind === 'word' && words[next]?.glued && words[next]?.kind !== 'mark') {
      const word = words[next];
      if (word) run.push(word);
      next += 1;
    }
    const merged = run.length > 1 ? merge(run) : undefined;
    if (merged) {
      repaired += 1;
      inside ||= run.length > 2;
      joined.push(merged);
    } else joined.push(...run);
    at = next;
  }
  return inside || repaired > 1 ? joined : words;
}

/** Words that a number is glued to in earnest: "lop8", "thang3". */
const COUNTED = new Set(
  'thang quy nam lop phuong quan nguoi thu muc so to khu ap thon xom hang loai nhom bac cap con ngay tuoi nha cau dot'.split(
    ' ',
  ),
);

function merge(run: readonly Word[]): Word | undefined {
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last || run.some((word) => word.kind === 'number' && !/^[1-9]{1,2}$/u.test(word.text)))
    return undefined;
  if (run.length === 2 && COUNTED.has(first.text)) return undefined;
  const letters = run.map((word) => (word.kind === 'word' ? word.text : '')).join('');
  if (letters.length < 2 || !isSyllable(letters)) return undefined;
  return { ...first, raw: letters, text: letters, end: last.end };
}
