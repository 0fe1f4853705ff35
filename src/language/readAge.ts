import { readQuantity, readQuantityOf } from './quantity.js';
import { NONE, type Reading } from './Reading.js';
import { slice, splitWords, type Message, type Word } from './words.js';

const AGE_UNIT = /^(?:tuoi|tui|tuoii|tuoj|years?|yo)$/u;
const BOUND = /^(?:tren|hon|ngoai|duoi|qua|chua)$/u;

/**
 * A person's age in years: "45 tuổi", "bốn lăm tuổi", "45t", "năm nay 45", or just "45". A year of birth is
 * `looks_like_year`; "trên 50 tuổi" and "U50" are unclear.
 */
export function readAge(text: string): Reading<number> {
  const message = splitWords(text);
  const { words } = message;
  const ages = words.map((_, at) => ageAt(message, at)).filter((age) => age !== undefined);
  const first = ages[0];
  if (first) {
    const same = ages.every(
      (age) => JSON.stringify({ ...age, matched: '' }) === JSON.stringify({ ...first, matched: '' }),
    );
    return same ? first : { status: 'unclear', reason: 'several' };
  }
  return wholeAge(message);
}

function ageAt(message: Message, at: number): Reading<number> | undefined {
  const { words } = message;
  const before = words[at - 1]?.text ?? '';
  if (before === 'u' && words[at]?.glued)
    return { status: 'unclear', reason: 'bound', matched: slice(message, at - 1, at + 1) };
  const quantity = readQuantityOf(words, at, isAgeUnit);
  if (!quantity || inner(words, at)) return undefined;
  const upper = /^(?:-|–|den|toi)$/u.test(words[quantity.next]?.text ?? '')
    ? readQuantity(words, quantity.next + 1)
    : undefined;
  const end = upper?.next ?? quantity.next;
  const unit = words[end];
  const named = isAgeUnit(unit);
  const short = unit?.text === 't' && unit.glued && Number.isInteger(quantity.value) && quantity.value >= 15;
  const said = before === 'tuoi' || (before === 'nay' && !unit);
  if (!(named || short || said)) return undefined;
  const matched = slice(message, at, named || short ? end + 1 : end);
  if (named && /^thang$/u.test(words[end]?.text ?? '')) return undefined;
  if (quantity.value > 120 || !Number.isInteger(quantity.value))
    return { status: 'unclear', reason: 'out_of_range', matched };
  if (upper) return { status: 'range', from: quantity.value, to: upper.value, matched };
  if (BOUND.test(before)) return { status: 'unclear', reason: 'bound', suggestion: quantity.value, matched };
  const approximate = /^(?:gan|khoang|tam|chung)$/u.test(before);
  return { status: 'value', value: quantity.value, matched, ...(approximate ? { approximate: true } : {}) };
}

function isAgeUnit(word: Word | undefined): boolean {
  return AGE_UNIT.test(word?.text ?? '') && !(word?.text === 'tui' && word.raw === 'túi');
}

/** A place inside a longer number in words ("mươi lăm" of "bốn mươi lăm") begins no number of its own. */
function inner(words: readonly Word[], at: number): boolean {
  for (let back = 1; back <= 4; back += 1) {
    const longer = readQuantityOf(words, at - back, isAgeUnit);
    if (longer && longer.next > at) return true;
  }
  const joint = words[at - 1]?.text ?? '';
  return /^(?:-|–|den|toi)$/u.test(joint) && words[at - 2]?.kind === 'number';
}

function wholeAge(message: Message): Reading<number> {
  const spoken = message.words.filter(
    (word) =>
      (word.kind !== 'mark' && !/^(?:a|da|em|toi|minh|tui|anh|chi|nam|nay|duoc|roi|nhe)$/u.test(word.text)) ||
      (word.raw === 'năm' && message.words.length === 1),
  );
  const quantity = readQuantity(spoken, 0);
  if (!quantity || quantity.next !== spoken.length) return NONE;
  const matched = message.text;
  if (quantity.value >= 1900 && quantity.value <= 2100)
    return { status: 'unclear', reason: 'looks_like_year', matched };
  if (!Number.isInteger(quantity.value) || quantity.value > 120)
    return { status: 'unclear', reason: 'out_of_range', matched };
  return { status: 'value', value: quantity.value, matched };
}
