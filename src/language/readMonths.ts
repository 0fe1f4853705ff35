import { readQuantity, readQuantityOf } from './quantity.js';
import { NONE, type Reading } from './Reading.js';
import { readMonthSpan } from './readMonthSpan.js';
import { slice, splitWords, type Message, type Word } from './words.js';

interface Span {
  readonly months: number;
  readonly upTo?: number;
  readonly from: number;
  readonly next: number;
  readonly approximate: boolean;
  readonly unit: 'month' | 'year';
}

/**
 * A length of time in months: "6 tháng", "1 năm" (12), "nửa năm", "2 quý", "3 năm 6 tháng", "tháng rưỡi" (1.5), "cả năm", or
 * just "12" as the whole message; months named by the first and the last ("6/2021 - 07/2023") are counted. The name of a month ("tháng 9") and a year ("năm 1975") are no length.
 */
export function readMonths(text: string): Reading<number> {
  const message = splitWords(text);
  const spans = findSpans(message.words);
  const whole = wholeNumber(message);
  // First of all: in "tu thang 1 den thang 6/2023" the "tu" is no four.
  const named = readMonthSpan(text);
  if (named.status === 'value') return { ...named, value: named.value.months };
  if (spans.length === 0)
    return whole === undefined ? vagueOrNone(message.words) : within(whole, 1, 120, message.text);
  return toReading(message, spans, 1);
}

/**
 * A length of time in years: "5 năm", "dong luon 5 nam", "năm năm", "một năm rưỡi" (1.5), "60 tháng" (5), or just "5" as the
 * whole message.
 */
export function readYears(text: string): Reading<number> {
  const message = splitWords(text);
  const spans = findSpans(message.words).filter((span) => span.unit === 'year' || span.months % 12 === 0);
  const whole = wholeNumber(message);
  if (spans.length === 0)
    return whole === undefined ? vagueOrNone(message.words) : within(whole, 1, 60, message.text);
  return toReading(message, spans, 12);
}

function toReading(message: Message, spans: readonly Span[], unit: number): Reading<number> {
  const first = spans[0];
  if (!first) return NONE;
  if (spans.some((span) => span.months !== first.months || span.upTo !== first.upTo))
    return { status: 'unclear', reason: 'several' };
  const matched = slice(message, first.from, first.next);
  if (first.upTo !== undefined)
    return { status: 'range', from: first.months / unit, to: first.upTo / unit, matched };
  return {
    status: 'value',
    value: first.months / unit,
    matched,
    ...(first.approximate ? { approximate: true } : {}),
  };
}

function findSpans(words: readonly Word[]): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < words.length;) {
    const span = spanAt(words, at);
    if (span) spans.push(span);
    at = span ? span.next : at + 1;
  }
  return spans;
}

function spanAt(words: readonly Word[], at: number): Span | undefined {
  const before = words[at - 1]?.text ?? '';
  if (/^(?:thang|th|t|ngay|nam|lop|quy|sinh|thu)$/u.test(before) && words[at]?.kind === 'number') {
    // "tháng 3", "năm 2027": a date, unless a unit of time follows ("mỗi năm 3 tháng").
    if (!isUnit(words[at + 1])) return undefined;
  }
  const approximate = /^(?:gan|khoang|tam|chung|hon)$/u.test(before);
  const half = halfUnit(words, at);
  if (half) return { ...half, from: at, approximate };
  const quantity = readQuantityOf(words, at, isUnit);
  if (!quantity || quantity.value > 600) return undefined;
  const range = rangeAfter(words, quantity.next, quantity.value);
  const unitAt = range ? range.next : quantity.next;
  const unit = words[unitAt];
  const size = unitSize(unit, quantity.spelled);
  if (!size || isDateAfter(words, unitAt)) return undefined;
  let months = quantity.value * size;
  let next = unitAt + 1;
  if (range)
    return {
      months,
      upTo: range.to * size,
      from: at,
      next,
      approximate,
      unit: size === 12 ? 'year' : 'month',
    };
  if (words[next]?.text === 'ruoi') {
    months += size / 2;
    next += 1;
  }
  const rest = size === 12 ? readQuantity(words, words[next]?.text === 'va' ? next + 1 : next) : undefined;
  if (rest && rest.value < 12 && unitSize(words[rest.next], rest.spelled) === 1) {
    months += rest.value;
    next = rest.next + 1;
  }
  const more = words[next]?.text === 'may' && isUnit(words[next + 1]);
  return { months, from: at, next, approximate: approximate || more, unit: size === 12 ? 'year' : 'month' };
}

/** "tháng rưỡi", "năm rưỡi", "cả năm", "nguyên năm", "một quý" said as "quý". */
function halfUnit(
  words: readonly Word[],
  at: number,
): { months: number; next: number; unit: 'month' | 'year' } | undefined {
  const [first, second] = [words[at]?.text ?? '', words[at + 1]?.text ?? ''];
  const counted = words[at - 1]?.kind === 'number';
  if (!counted && second === 'ruoi' && (first === 'thang' || first === 'nam'))
    return { months: first === 'thang' ? 1.5 : 18, next: at + 2, unit: first === 'thang' ? 'month' : 'year' };
  if (/^(?:ca|nguyen|tron|het)$/u.test(first) && second === 'nam' && words[at + 2]?.kind !== 'number')
    return { months: 12, next: at + 2, unit: 'year' };
  if (/^(?:hang|moi|theo|tung|ca)$/u.test(first) && (second === 'quy' || second === 'qui'))
    return { months: 3, next: at + 2, unit: 'month' };
  return undefined;
}

function rangeAfter(
  words: readonly Word[],
  at: number,
  low: number,
): { to: number; next: number } | undefined {
  const joint = words[at]?.text ?? '';
  const comma = /^(?:-|–|den|toi|hoac|hay)$/u.test(joint);
  const upper = readQuantity(words, comma ? at + 1 : at);
  if (!upper || upper.value <= low || upper.value > 600) return undefined;
  if (!comma && !(words[at]?.kind === 'number' || upper.spelled)) return undefined;
  return unitSize(words[upper.next], upper.spelled) ? { to: upper.value, next: upper.next } : undefined;
}

function unitSize(word: Word | undefined, spelled: boolean): number | undefined {
  if (!word || word.kind !== 'word') return undefined;
  if (/^(?:thang|thag|thg|th|thangs|month|months)$/u.test(word.text)) return 1;
  if (/^(?:quy|qui)$/u.test(word.text)) return 3;
  // "nam" with marks other than "năm" is "nam" (male, south).
  if (word.text === 'nam' || word.text === 'year' || word.text === 'years')
    return word.raw === 'nạm' ? undefined : 12;
  return !spelled && word.glued && (word.text === 'n' || word.text === 't')
    ? word.text === 'n'
      ? 12
      : 1
    : undefined;
}

function isUnit(word: Word | undefined): boolean {
  return unitSize(word, true) !== undefined;
}

/** "2 năm 2024"? The unit belongs to a date when a year or a month's number follows and no count stands before it. */
function isDateAfter(words: readonly Word[], unitAt: number): boolean {
  const after = words[unitAt + 1];
  return after?.kind === 'number' && after.value >= 1900 && after.value <= 2100;
}

function wholeNumber(message: Message): number | undefined {
  const spoken = message.words.filter(
    (word) => word.kind !== 'mark' && !/^(?:a|da|vang|thoi|nhe|nha|di)$/u.test(word.text),
  );
  // "năm" alone is rather the unit than the number.
  if (spoken.length === 1 && spoken[0]?.text === 'nam') return undefined;
  const quantity = readQuantity(spoken, 0);
  return quantity && quantity.next === spoken.length ? quantity.value : undefined;
}

function within(value: number, least: number, most: number, matched: string): Reading<number> {
  return value >= least && value <= most && Number.isInteger(value)
    ? { status: 'value', value, matched }
    : { status: 'unclear', reason: 'out_of_range', matched };
}

function vagueOrNone(words: readonly Word[]): Reading<number> {
  const vague = words.some(
    (word, at) =>
      /^(?:vai|may|nhieu|dam)$/u.test(word.text) && isUnit(words[at + 1]) && words[at - 1]?.text !== 'bao',
  );
  return vague ? { status: 'unclear', reason: 'vague' } : NONE;
}
