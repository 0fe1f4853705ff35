import { readQuantity } from './quantity.js';
import { NONE, type None, type Unclear, type Value } from './Reading.js';
import { splitWords, type Word } from './words.js';

/** Year (four digits) and month (1 to 12) of birth, as far as said. */
export interface Birth {
  readonly year: number | null;
  readonly month: number | null;
}

export type BirthReading = Value<Birth> | Unclear<Birth, 'out_of_range' | 'no_unit'> | None;

const OLDEST = 1900;
const NEWEST = 2099;

/**
 * Year and month of birth: "sinh năm 75", "sn 85", "2k2", "12/5/1980" (day first), "05/1976", "tháng 5 năm 1976",
 * "tháng 5" (month only), "1979", "bảy hai". A month over 12 is `out_of_range`.
 */
export function readBirth(text: string): BirthReading {
  const { text: matched, words } = splitWords(text);
  const found = fromDate(words) ?? fromPhrases(words) ?? fromWhole(words);
  if (!found) return NONE;
  if (found === 'out_of_range') return { status: 'unclear', reason: 'out_of_range', matched };
  return { status: 'value', value: found, matched };
}

type Found = Birth | 'out_of_range' | undefined;

/** d/m/y, m/y, y-m, with "/", "-" or "." between. */
function fromDate(words: readonly Word[]): Found {
  const said = words.map((word) => (word.kind === 'word' ? ` ${word.text} ` : word.raw)).join('');
  const date = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/u.exec(said) ?? undefined;
  if (date) return birth(year(Number(date[3])), Number(date[2]), Number(date[1]));
  const iso = /(?<!\d)(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?(?!\d)/u.exec(said);
  if (iso) return birth(year(Number(iso[1])), Number(iso[2]), Number(iso[3] ?? 1));
  const monthly =
    /(?<!\d)(\d{1,2})[/.-](\d{4})(?!\d)/u.exec(said) ??
    // "5/80": what can't be a day of a month is a year.
    /(?<![\d/.-])(\d{1,2})[/.-](3[2-9]|[4-9]\d)(?![\d/.-])/u.exec(said);
  return monthly ? birth(year(Number(monthly[2])), Number(monthly[1])) : undefined;
}

function fromPhrases(words: readonly Word[]): Found {
  const month = monthOf(words);
  const spelled = yearOf(words);
  if (month === undefined && spelled === undefined) return undefined;
  if (month !== undefined && (month < 1 || month > 12)) return 'out_of_range';
  if (spelled === 'out_of_range') return 'out_of_range';
  return { year: spelled ?? null, month: month ?? null };
}

function monthOf(words: readonly Word[]): number | undefined {
  for (let at = 0; at < words.length; at += 1) {
    if (!/^(?:thang|thag|th|t)$/u.test(words[at]?.text ?? '')) continue;
    // "3 tháng" is a length, "ngày 2 tháng 3" and "2 tháng 3 năm 1990" are dates.
    const dated = /^(?:ngay|mung|mong)$/u.test(words[at - 2]?.text ?? '') || words[at + 2]?.text === 'nam';
    if (words[at - 1]?.kind === 'number' && !dated) continue;
    if (words[at + 1]?.text === 'gieng') return 1;
    if (words[at + 1]?.text === 'chap') return 12;
    // "t3+4", "tháng 4,5": months of something else.
    if (/^[+,]$/u.test(words[at + 2]?.text ?? '') && words[at + 3]?.kind === 'number') continue;
    const quantity = readQuantity(words, at + 1);
    if (quantity && Number.isInteger(quantity.value) && quantity.value <= 99) return quantity.value;
    if (words[at + 1]?.text === 'tu') return 4;
  }
  return undefined;
}

function yearOf(words: readonly Word[]): number | 'out_of_range' | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const before = words[at - 1]?.text ?? '';
    const short = millennial(words, at);
    if (short !== undefined) return short;
    const cued =
      /^(?:sn|sinh|nam|ns)$/u.test(before) ||
      (before === ':' && /^(?:sn|sinh|nam)$/u.test(words[at - 2]?.text ?? ''));
    if (word?.kind === 'number' && /^\d{4}$/u.test(word.raw)) {
      if (word.value >= OLDEST && word.value <= NEWEST) return word.value;
      if (cued) return 'out_of_range';
    }
    // "sinh năm bảy lăm": the year follows. "sinh 5/12" is a day, or who knows.
    if (word?.text === 'nam' && (words[at + 1]?.kind === 'number' || /^(?:sinh|sn|ns|de)$/u.test(before)))
      continue;
    if (/^[/.-]$/u.test(words[at + 1]?.text ?? '') && words[at + 2]?.kind === 'number') continue;
    const bornBefore =
      (before === ':' && cued) ||
      /^(?:sn|sinh|ns)$/u.test(before) ||
      (before === 'nam' &&
        (/^(?:sinh|thang|de)$/u.test(words[at - 2]?.text ?? '') ||
          words[at - 2]?.kind === 'number' ||
          at === 1));
    const quantity = bornBefore ? readQuantity(words, at) : undefined;
    if (
      quantity &&
      quantity.value < 100 &&
      Number.isInteger(quantity.value) &&
      !/^(?:tuoi|thang|nguoi|con|nam|dua|trieu|tr)$/u.test(words[quantity.next]?.text ?? '')
    )
      return year(spokenYear(words, at) ?? quantity.value);
  }
  return undefined;
}

/** "2k2" is 2002. */
function millennial(words: readonly Word[], at: number): number | undefined {
  const [two, k, digit] = [words[at], words[at + 1], words[at + 2]];
  if (two?.raw === '2' && k?.raw === 'k' && k.glued && digit?.glued && /^\d{1,2}$/u.test(digit.raw))
    return 2000 + digit.value;
  return two?.raw === '2' && k?.raw === 'k' && k.glued && !digit && at === 0 ? 2000 : undefined;
}

/** The whole message is a year: "1979", "79", "bảy hai", "tám mươi lăm". */
function fromWhole(words: readonly Word[]): Found {
  const spoken = words.filter((word) => word.kind !== 'mark' && !/^(?:a|da|em|toi|minh)$/u.test(word.text));
  const spelled = spokenYear(spoken, 0);
  if (spelled !== undefined && spoken.length === 2) return { year: year(spelled), month: null };
  const quantity = readQuantity(spoken, 0);
  if (!quantity || quantity.next !== spoken.length || !Number.isInteger(quantity.value)) return undefined;
  if (quantity.value < 100 && quantity.value >= 13) return { year: year(quantity.value), month: null };
  return quantity.value >= OLDEST && quantity.value <= NEWEST
    ? { year: quantity.value, month: null }
    : undefined;
}

/** Two digits said one after the other: "bảy hai" → 72. */
function spokenYear(words: readonly Word[], at: number): number | undefined {
  const quantities = [readQuantity(words, at), readQuantity(words, at + 1)];
  const [tens, unit] = quantities;
  if (!tens?.spelled || !unit?.spelled || tens.value > 9 || unit.value > 9 || tens.next !== at + 1)
    return undefined;
  return tens.value * 10 + unit.value;
}

/** Two digits are a year of the last hundred years: 76 → 1976, 05 → 2005. */
function year(value: number): number {
  if (value >= 100) return value;
  return value <= 25 ? 2000 + value : 1900 + value;
}

function birth(yearOfBirth: number, month: number, day = 1): Found {
  const possible =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && yearOfBirth >= OLDEST && yearOfBirth <= NEWEST;
  return possible ? { year: yearOfBirth, month } : 'out_of_range';
}
