import { cleanText } from './foldText.js';
import type { None } from './Reading.js';

export type PhoneProblem = 'too_short' | 'too_long' | 'old_11_digit' | 'unknown_area' | 'not_vietnamese';

/** A Vietnamese number in its national form ("0912345678"), or why what was typed is none. */
export type PhoneReading =
  | {
      readonly status: 'value';
      readonly value: string;
      readonly kind: 'mobile' | 'landline';
      readonly matched: string;
    }
  | { readonly status: 'invalid'; readonly reason: PhoneProblem; readonly matched: string }
  | None;

/** Prefixes of the numbering plan in force since 2018. */
const MOBILE = /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$/u;
/** Area codes of the provinces as they were numbered in 2017, which merging provinces didn't change. */
const LANDLINE = /^02(?:[48]\d|0[3-9]|1[0-689]|2[0-25-9]|3[2-9]|5[124-9]|6[0-39]|7[0-7]|9[0-4679])\d{7}$/u;
const LANDLINE_LENGTH = /^02\d{9}$/u;
/** Mobile numbers of eleven digits, shortened to ten in 2018. */
const OLD_MOBILE = /^01(?:2[0-9]|6[2-9]|8[68]|99)\d{7}$/u;

/**
 * The phone number in a message: ten-digit mobiles and landlines, with +84, 84, 0084 or 0 before them, blanks, dots or
 * hyphens between, a left-out leading 0, a letter O for a zero. Returns the form with 0 and digits only.
 */
export function readPhone(text: string): PhoneReading {
  const clean = cleanText(text.slice(0, 4000)).replace(
    /(?<=[\d.\s])[oO](?=\d)|(?<![\p{L}])[oO](?=\d{2})/gu,
    '0',
  );
  const runs = [...clean.matchAll(/(?<![\p{L}\d])\+?\(?\d(?:[\s.\-()]{0,2}\d)*/gu)].map((run) => run[0]);
  for (const run of runs) {
    const number = validPart(run);
    if (number) return number;
  }
  const longest = runs
    .map((run) => run.replace(/\D/gu, ''))
    .reduce((long, run) => (run.length > long.length ? run : long), '');
  const alone = clean.replace(/[\d\s.\-()+]/gu, '') === '';
  const international = runs.find((run) => /^\+(?!84)/u.test(run) && run.replace(/\D/gu, '').length >= 8);
  if (international) return { status: 'invalid', reason: 'not_vietnamese', matched: international };
  if (longest.length < (alone ? 3 : 7)) return { status: 'none' };
  return { status: 'invalid', reason: problem(longest), matched: longest };
}

/** The first join of neighbouring groups of digits that makes a number: "8 0912 345 678" holds one. */
function validPart(run: string): PhoneReading | undefined {
  if (/^\+(?!84)/u.test(run)) return undefined;
  const groups = [...run.matchAll(/\+?\d+/gu)].map((group) => group[0]).slice(0, 40);
  for (let from = 0; from < groups.length; from += 1) {
    for (let to = Math.min(groups.length, from + 8); to > from; to -= 1) {
      const typed = groups.slice(from, to).join('');
      const value = typed.length > 16 ? undefined : national(typed);
      if (value && (MOBILE.test(value) || LANDLINE.test(value))) {
        return {
          status: 'value',
          value,
          kind: value.startsWith('02') ? 'landline' : 'mobile',
          matched: run.trim(),
        };
      }
    }
  }
  return undefined;
}

function national(typed: string): string | undefined {
  const digits = typed.replace(/\D/gu, '');
  if (typed.startsWith('+') && !digits.startsWith('84')) return undefined;
  if (/^(?:00)?84/u.test(digits)) {
    const rest = digits.replace(/^(?:00)?84/u, '').replace(/^0/u, '');
    if (rest.length === 9 || rest.length === 10) return `0${rest}`;
  }
  if (digits.startsWith('0')) return digits;
  return digits.length === 9 ? `0${digits}` : undefined;
}

function problem(digits: string): PhoneProblem {
  const local = digits.replace(/^(?:00)?84(?=\d{8})/u, '0');
  if (OLD_MOBILE.test(local)) return 'old_11_digit';
  if (LANDLINE_LENGTH.test(local)) return 'unknown_area';
  if (local.length < 10) return 'too_short';
  return local.length > 11 || (local.length === 11 && !/^0[12]/u.test(local)) ? 'too_long' : 'not_vietnamese';
}
