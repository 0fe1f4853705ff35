import { joinWords, splitWords, type Word } from './words.js';

/** What a message puts right in what was said before, without the words that only say so. */
export type CorrectionReading =
  | {
      readonly status: 'value';
      /** Everything after "sửa", "à nhầm": "tuổi thành 47". */
      readonly rest: string;
      /** What stands before "thành", unmarked, and what stands after it; absent without such a word. */
      readonly change?: { readonly what: string; readonly to: string };
    }
  | { readonly status: 'none' };

const LONGEST = 160;

/** Words that may stand before the one that corrects. */
const LEAD_IN = new Set(
  'a ah da oi ui chet xin loi em toi minh tui anh chi con chau cho giup dum muon can hay ban y la lai phai i please want would like to sorry no oh let me you'.split(
    ' ',
  ),
);
/** What alone says that something said before gives way; longer ones first. */
const CORRECTS: readonly (readonly string[])[] = [
  'sua lai giup',
  'sua lai cho dung',
  'chinh sua lai',
  'thay doi lai',
  'viet nham roi',
  'noi nham roi',
  'go nham roi',
  'nham lan roi',
  'cho sua lai',
  'go nham',
  'viet nham',
  'ghi nham',
  'noi nham',
  'bam nham',
  'chon nham',
  'nham roi',
  'lon roi',
  'noi lon',
  'sai roi',
  'sua lai',
  'chinh lai',
  'chinh sua',
  'dieu chinh',
  'thay doi',
  'doi lai',
  'cap nhat',
  'thay lai',
  'a khong',
  'a ko',
  'oh no',
  'nham',
  'sua',
  'doi',
  'chinh',
  'y toi la',
  'y em la',
  'y minh la',
  'change',
  'correct',
  'correction',
  'update',
  'make',
  'set',
  'i meant',
  'actually',
].map((phrase) => phrase.split(' '));
/** Words between what is corrected and what it becomes. */
const INTO: readonly (readonly string[])[] = [
  'thanh ra',
  'lai thanh',
  'lai la',
  'thanh',
  'sang',
  'xuong con',
  'xuong',
  'len thanh',
  'len',
  'phai la',
  'moi dung la',
  'la',
  'to',
  'into',
  'is',
].map((phrase) => phrase.split(' '));

const NOT = [
  ['khong', 'phai'],
  ['ko', 'phai'],
];

/**
 * Whether a message corrects something said before: "sửa tuổi thành 47", "đổi mức sang 3 triệu", "à nhầm, 5 người", "ý em là 6
 * tháng", "change my income to 3 million". A question ("đổi mức đóng thế nào") is none.
 */
export function readCorrection(text: string): CorrectionReading {
  if (text.length > LONGEST || text.includes('?')) return { status: 'none' };
  const message = splitWords(text);
  const words = message.words.filter((word) => word.kind !== 'mark');
  let at = 0;
  while (at < words.length && verbAt(words, at) === 0 && isLeadIn(words[at])) at += 1;
  const verb = verbAt(words, at);
  const left = verb === 0 ? contrasted(words) : words.slice(at + verb);
  if (left === undefined || asks(left)) return { status: 'none' };
  const [first, last] = [left[0], left.at(-1)];
  if (first === undefined || last === undefined) return { status: 'value', rest: '' };
  const rest = message.text.slice(first.start, last.end);
  const change = changeIn(left, (from, to) => message.text.slice(from, to));
  return change === undefined ? { status: 'value', rest } : { status: 'value', rest, change };
}

/** "47 tuổi chứ không phải 45", "không phải 45 mà là 47 tuổi": what it is said to be. */
function contrasted(words: readonly Word[]): readonly Word[] | undefined {
  for (let at = 1; at < words.length; at += 1) {
    if (
      phraseAt(words, at, [
        ['chu', 'khong', 'phai'],
        ['chu', 'ko', 'phai'],
        ['moi', 'dung'],
      ]) > 0
    )
      return words.slice(0, at);
    const than = phraseAt(words, at, [
      ['ma', 'la'],
      ['moi', 'phai'],
    ]);
    const denied = words.slice(0, at).some((_word, from) => phraseAt(words, from, NOT) > 0);
    if (than > 0 && denied) return words.slice(at + than);
  }
  return undefined;
}

function verbAt(words: readonly Word[], at: number): number {
  // "đội", "đợi", "đôi", "đời" are no "đổi"; "sữa", "sừa" no "sửa"; "chính" no "chỉnh".
  if (/^(?:đội|đợi|đôi|đời|dội|sữa|chính|năm|mạch)$/u.test(words[at]?.raw ?? '')) return 0;
  return phraseAt(words, at, CORRECTS);
}

function phraseAt(words: readonly Word[], at: number, phrases: readonly (readonly string[])[]): number {
  const found = phrases
    .filter((phrase) => phrase.every((part, index) => isWord(words[at + index], part)))
    .map(({ length }) => length);
  return Math.max(0, ...found);
}

function isLeadIn(word: Word | undefined): boolean {
  return word !== undefined && (LEAD_IN.has(word.text) || LEAD_IN.has(word.raw));
}

/** English words are looked for as typed: repairing makes Vietnamese of them. */
function isWord(word: Word | undefined, part: string): boolean {
  return word?.text === part || word?.raw === part;
}

/** "đổi mức đóng thế nào", "sửa ở đâu", "đổi được không" ask how, and change nothing. */
function asks(words: readonly Word[]): boolean {
  const said = words.map(({ text }) => text).join(' ');
  return /\b(?:the nao|nhu nao|ra sao|lam sao|o dau|khi nao|bao gio|bao lau|duoc khong|duoc ko|co duoc|gi|how|where|when|what|can i)\b|\b(?:khong|ko) (?:a|vay|ad)?$/.test(
    said,
  );
}

function changeIn(
  words: readonly Word[],
  slice: (from: number, to: number) => string,
): { what: string; to: string } | undefined {
  for (let at = 1; at < words.length; at += 1) {
    const length = phraseAt(words, at, INTO);
    const [first, last] = [words[at + length], words.at(-1)];
    // "thành viên" and "thành phố" are names.
    const isName = words[at]?.text === 'thanh' && /^(?:vien|pho)$/.test(first?.text ?? '');
    if (length === 0 || isName || first === undefined || last === undefined) continue;
    return { what: joinWords(words.slice(0, at)), to: slice(first.start, last.end) };
  }
  return undefined;
}
