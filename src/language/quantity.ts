import type { Word } from './words.js';

/** A number as digits or in words, at a place in a message. */
export interface Quantity {
  readonly value: number;
  /** Index of the first word after it. */
  readonly next: number;
  /** Written in words. */
  readonly spelled: boolean;
  /** Said with "trăm": without a unit it means hundreds of thousands. */
  readonly hundreds: boolean;
}

const DIGITS: Readonly<Record<string, number>> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  bẩy: 7,
  tam: 8,
  chin: 9,
};
/** Forms that stand only after tens: "hai mươi mốt", "bốn lăm". After tens "năm" is a year: five is "lăm" there. */
const LAST_DIGITS: Readonly<Record<string, number>> = { mot: 1, tu: 4, lam: 5, nham: 5 };
/** "rưỡi" as it is written by ear. */
const HALF = new Set(['ruoi', 'rui', 'ruoj', 'ruoii']);
const HUNDRED = new Set(['tram', 'cham', 'tramm']);

/**
 * The number that begins at word `at`: digits ("45", "5 trăm"), or words up to 999 ("hai mươi lăm", "bốn lăm", "hăm hai",
 * "ba trăm rưỡi", "nửa", "chục", "trăm"). Undefined where none begins.
 */
export function readQuantity(words: readonly Word[], at: number): Quantity | undefined {
  const word = words[at];
  if (!word || word.kind === 'mark') return undefined;
  const head = readUnderHundred(words, at);
  const next = head ? head.next : at;
  if (!HUNDRED.has(words[next]?.text ?? '')) {
    if (head) return withDecimal(words, head);
    if (word.text === 'nua') return { value: 0.5, next: at + 1, spelled: true, hundreds: false };
    return undefined;
  }
  const hundreds = (head?.value ?? 1) * 100;
  return readAfterHundred(words, next + 1, hundreds, head?.spelled ?? true);
}

/** The number at `at` before a unit: there "hai bảy tuổi" is twenty-seven. Elsewhere as `readQuantity` reads it. */
export function readQuantityOf(
  words: readonly Word[],
  at: number,
  isUnit: (word: Word | undefined, number: Quantity) => boolean,
): Quantity | undefined {
  const pair = pairOfDigits(words, at);
  return pair && isUnit(words[pair.next], pair) ? pair : readQuantity(words, at);
}

/** "3 phẩy 5", "ba phẩy năm". */
function withDecimal(words: readonly Word[], head: Quantity): Quantity {
  const decimal = words[head.next]?.text === 'phay' ? words[head.next + 1] : undefined;
  const digits = decimal?.kind === 'number' ? decimal.raw : String(digitWord(decimal) ?? '');
  if (!/^\d{1,2}$/u.test(digits)) return head;
  return { ...head, value: head.value + Number(digits) / 10 ** digits.length, next: head.next + 2 };
}

/** "rưỡi", "rưởi", "rữi": half a unit more; "rủi" is a risk. */
export function saysHalf(word: Word | undefined): boolean {
  return word !== undefined && HALF.has(word.text) && word.raw !== 'rủi' && word.raw !== 'rui';
}

/** One digit said as a word at `at` ("ba" → 3), or undefined. */
export function digitWord(word: Word | undefined): number | undefined {
  if (!word || word.kind !== 'word') return undefined;
  // "năm", "ba", "tư", "sáu" … with other marks are other words: "nam" (male), "bà", "từ", "sau" (after).
  const marked = /[^a-z]/u.test(word.raw);
  if (marked && !/^(?:không|khong|một|mot|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mốt)$/u.test(word.raw))
    return undefined;
  return DIGITS[word.text];
}

/** "bốn bảy" is forty-seven; digits that follow each other ("hai ba") are from–to, and "năm" before or after is a year. */
function pairOfDigits(words: readonly Word[], at: number): Quantity | undefined {
  const [tens, unit] = [digitWord(words[at]), digitWord(words[at + 1])];
  if (tens === undefined || tens < 2 || !unit || unit === tens + 1) return undefined;
  if (words[at]?.text === 'nam' || words[at + 1]?.text === 'nam') return undefined;
  return { value: tens * 10 + unit, next: at + 2, spelled: true, hundreds: false };
}

function readUnderHundred(words: readonly Word[], at: number): Quantity | undefined {
  const word = words[at];
  if (!word) return undefined;
  if (word.kind === 'number') {
    if (Number.isNaN(word.value)) return undefined;
    const tens = words[at + 1]?.text === 'chuc';
    return {
      value: tens ? word.value * 10 : word.value,
      next: tens ? at + 2 : at + 1,
      spelled: false,
      hundreds: false,
    };
  }
  const spelled = (value: number, next: number): Quantity => ({
    value,
    next,
    spelled: true,
    hundreds: false,
  });
  // "mươi" without a digit before it is "some ten".
  if ((word.text === 'muoi' && word.raw !== 'mươi') || word.text === 'chuc') {
    const unit = lastDigit(words[at + 1]);
    return unit === undefined ? spelled(10, at + 1) : spelled(10 + unit, at + 2);
  }
  if (word.text === 'ham') {
    const unit = lastDigit(words[at + 1]);
    return unit === undefined ? undefined : spelled(20 + unit, at + 2);
  }
  const digit = digitWord(word);
  if (digit === undefined) return undefined;
  const second = words[at + 1];
  if (second?.text === 'muoi' || second?.text === 'chuc') {
    const unit = lastDigit(words[at + 2]);
    return unit === undefined ? spelled(digit * 10, at + 2) : spelled(digit * 10 + unit, at + 3);
  }
  // "bốn lăm" is 45; "lăm", "nhăm", "mốt" say nothing else.
  if (digit > 1 && (second?.text === 'lam' || second?.text === 'nham'))
    return spelled(digit * 10 + 5, at + 2);
  if (digit > 1 && second?.raw === 'mốt') return spelled(digit * 10 + 1, at + 2);
  if (digit > 1 && second?.raw === 'tư' && digit !== 3) return spelled(digit * 10 + 4, at + 2);
  return spelled(digit, at + 1);
}

function lastDigit(word: Word | undefined): number | undefined {
  if (!word) return undefined;
  if (word.kind === 'number' || word.text === 'nam') return undefined;
  return LAST_DIGITS[word.text] ?? (digitWord(word) || undefined);
}

function readAfterHundred(words: readonly Word[], at: number, hundreds: number, spelled: boolean): Quantity {
  const found = (value: number, next: number): Quantity => ({ value, next, spelled, hundreds: true });
  const word = words[at];
  if (saysHalf(word)) return found(hundreds + 50, at + 1);
  if (word?.text === 'linh' || word?.text === 'le') {
    const digit = digitWord(words[at + 1]);
    return digit === undefined ? found(hundreds, at) : found(hundreds + digit, at + 2);
  }
  const tenth = tensDigit(word);
  if (tenth !== undefined && isEndOrUnit(words[at + 1])) return found(hundreds + tenth * 10, at + 1);
  if (word?.kind === 'number' && word.value < 100 && Number.isInteger(word.value)) {
    const unit = words[at + 1]?.text ?? '';
    return THOUSAND_LIKE.has(unit) ? found(hundreds + word.value, at + 1) : found(hundreds, at);
  }
  const tens = word?.kind === 'word' ? readUnderHundred(words, at) : undefined;
  if (tens && tens.value >= 10) return found(hundreds + tens.value, tens.next);
  return found(hundreds, at);
}

const THOUSAND_LIKE = new Set(['nghin', 'ngan', 'ngin', 'k', 'dong', 'd']);

/** "hai trăm hai" is 220. "năm" may be a year there, and "một" count what follows. */
function tensDigit(word: Word | undefined): number | undefined {
  if (word?.kind === 'number') return /^[1-9]$/u.test(word.raw) && !word.glued ? word.value : undefined;
  if (word?.raw === 'mốt') return 1;
  const digit = word?.text === 'nam' || word?.text === 'mot' ? undefined : digitWord(word);
  return digit === undefined || digit === 0 ? undefined : digit;
}

function isEndOrUnit(word: Word | undefined): boolean {
  return !word || word.kind === 'mark' || THOUSAND_LIKE.has(word.text);
}
