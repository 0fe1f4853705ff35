import type { Amount } from './moneyContext.js';
import { DONG, isForeign, MILLION, PERSON_OR_THING, THOUSAND } from './moneyUnits.js';
import type { UnclearReason } from './Reading.js';
import type { Word } from './words.js';

const COUNTED_BEFORE =
  /^(?:so|thu|phuong|quan|lop|dieu|khoan|thang|nam|ngay|cau|muc|cap|tuoi|luat|mau|hang)$/u;

/** A number with nothing beside it that could be thousands or millions: never used without asking. */
export function bareAmountAt(words: readonly Word[], at: number): Amount | undefined {
  const word = words[at];
  if (word?.kind !== 'number' || Number.isNaN(word.value) || isInDate(words, at)) return undefined;
  const plain = word.raw.replace(/[.,]/gu, '');
  const whole = words.every((other, index) => index === at || other.kind === 'mark');
  if (plain.startsWith('0') || word.value >= 10_000) return undefined;
  const [before, next] = [words[at - 1], words[at + 1]];
  if (next?.text === '%' || next?.kind === 'number' || before?.kind === 'number') return undefined;
  if (isForeign(words, at + 1)) return doubtful(at, at + 2, 0, 'foreign_currency');
  if (word.value >= 1900 && word.value <= 2100 && plain === word.raw && !DONG.test(next?.text ?? ''))
    return undefined;
  if (next?.glued && next.kind === 'word' && !DONG.test(next.text)) {
    const isAll = whole || (words.length === 2 && next.text === 't');
    return isAll ? doubtful(at, at + 2, word.value * MILLION, 'ambiguous') : undefined;
  }
  if (next && countsAt(words, at + 1)) return undefined;
  const isLevel = before?.text === 'muc';
  if (before && COUNTED_BEFORE.test(before.text) && !whole && !isLevel) return undefined;
  if (!whole && !isLevel && word.value < 100) return undefined;
  return doubtful(at, at + 1, guess(word.value), 'no_unit');
}

/** Whether what stands there is counted by the number before it: people, things, times. */
export function countsAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word?.kind === 'word' && PERSON_OR_THING.test(word.text);
}

/** Whether a number is part of a date: "12/05", "2024-10". */
export function isInDate(words: readonly Word[], at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  const joins = (mark: Word | undefined, number: Word | undefined): boolean =>
    mark !== undefined && /^[/-]$/u.test(mark.text) && number?.kind === 'number';
  return joins(before, words[at - 2]) || joins(after, words[at + 2]);
}

/** "500" is likely 500 thousand, "3" likely 3 million. */
function guess(value: number): number {
  return value < 100 ? Math.round(value * MILLION) : value * THOUSAND;
}

function doubtful(from: number, next: number, value: number, doubt: UnclearReason): Amount {
  return { value, from, next, doubt };
}
