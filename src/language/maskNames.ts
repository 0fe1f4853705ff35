import { stripMarks } from './foldText.js';

/** The surnames of nearly all people in Vietnam, unmarked. */
const SURNAMES = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong mai trinh dao doan vuong luong luu ta kieu thach trieu'.split(
    ' ',
  ),
);
const MIDDLE = /^(?:van|thi)$/u;
const WORD = /[\p{L}\p{M}]+/gu;
const LONGEST_NAME = 4;
/** "Tên tôi là …": what follows is a name, however it is written. */
const INTRODUCTION =
  /(?:\bten(?: (?:toi|em|chau|con|minh|me|bo|vo|chong))?(?: la|:)|\bmy name is|\bho va ten(?: la|:)?)\s+$/u;
const NO_NAME = /^(?:gi|ai|sao|nao|what|who)$/u;
/** Streets, communes and provinces bear names of people. */
const PLACE =
  /\b(?:tp|thanh pho|tinh|huyen|quan|xa|phuong|thi tran|duong|pho|cho|truong|benh vien|cho ray|street|city)\.? $/u;
const CITY = 'ho chi minh';
const MASK = '[…]';

/**
 * The text with names of people replaced by "[…]": what follows "tên là", and a surname with its other parts where capitals or a
 * middle "văn", "thị" show that it is one ("Nguyễn Văn An", "tran thi b"). A name alone can't be told from a word and stays.
 */
export function maskNames(text: string): string {
  const words = [...text.matchAll(WORD)].map((match) => ({
    raw: match[0],
    plain: stripMarks(match[0].toLowerCase()),
    start: match.index,
    end: match.index + match[0].length,
  }));
  let masked = '';
  let at = 0;
  for (let index = 0; index < words.length; index += 1) {
    const count = nameAt(text, words, index);
    const [first, last] = [words[index], words[index + count - 1]];
    if (count === 0 || first === undefined || last === undefined) continue;
    masked += text.slice(at, first.start) + MASK;
    at = last.end;
    index += count - 1;
  }
  return masked + text.slice(at);
}

type NameWord = Readonly<{ raw: string; plain: string; start: number; end: number }>;

/** How many words from here on are a name; 0 for none. */
function nameAt(text: string, words: readonly NameWord[], index: number): number {
  const run = adjacent(text, words.slice(index, index + LONGEST_NAME));
  const capitals = run.findIndex(({ raw }) => !/^\p{Lu}/u.test(raw));
  const capital = capitals === -1 ? run.length : capitals;
  const [first, second] = run;
  if (first === undefined) return 0;
  const before = stripMarks(text.slice(Math.max(0, first.start - 24), first.start).toLowerCase());
  if (INTRODUCTION.test(before) && !NO_NAME.test(first.plain))
    return Math.max(capital, second !== undefined && MIDDLE.test(second.plain) ? 3 : 1);
  if (!SURNAMES.has(first.plain) || PLACE.test(before)) return 0;
  if (
    run
      .map(({ plain }) => plain)
      .join(' ')
      .startsWith(CITY)
  )
    return 0;
  if (second !== undefined && MIDDLE.test(second.plain)) return Math.max(capital, Math.min(run.length, 3));
  return capital >= 2 ? capital : 0;
}

/** The words that follow one another with nothing but a blank between. */
function adjacent(text: string, words: readonly NameWord[]): readonly NameWord[] {
  const broken = words.findIndex(
    ({ start }, at) => at > 0 && text.slice(words[at - 1]?.end, start).trim() !== '',
  );
  return broken === -1 ? words : words.slice(0, broken);
}
