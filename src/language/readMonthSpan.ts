import { NONE, type None, type Unclear, type Value } from './Reading.js';
import { splitWords, type Word } from './words.js';

/** The months from one to another, both counted; `YYYY-MM`. A list of months may have gaps: `months` counts those named. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

export type MonthSpanReading = Value<MonthSpan> | Unclear<MonthSpan, 'out_of_range'> | None;

const OLDEST = 1950;
const NEWEST = 2099;

const TO = '(?:-|–|—|~|->|→|>| den (?:het )?| toi (?:het )?)';
const MONTH = '(?: ?(?:thang|th|t) )?(\\d{1,2})';
const YEAR = '(?:[/.-]| nam )(\\d{4}|\\d{2})(?!\\d)';
/** Tried in this order; each gives the first month, its year (or none), the last month and its year. */
const FORMS: readonly Readonly<{
  form: RegExp;
  places: readonly [month: number, year: number, lastMonth: number, lastYear: number];
}>[] = [
  // "10/1-09/7/2022": days and months, the year once.
  {
    form: /(?<![\d/])\d{1,2}\/(\d{1,2})(?:-|–| den | toi )\d{1,2}\/(\d{1,2})\/(\d{4})(?!\d)/u,
    places: [1, 3, 2, 3],
  },
  {
    form: /(?<![\d/])\d{1,2}\/(\d{1,2})\/(\d{4})(?:-|–| den | toi )\d{1,2}\/(\d{1,2})\/(\d{4})(?!\d)/u,
    places: [1, 2, 3, 4],
  },
  // "6/2021 - 07/2023", "tháng 3 năm 2022 tới tháng 8/22".
  { form: new RegExp(`(?<![\\d/.])${MONTH}${YEAR}${TO}${MONTH}${YEAR}`, 'u'), places: [1, 2, 3, 4] },
  // "tháng 1-4 năm 2021", "từ tháng 1 đến tháng 6/2023".
  { form: new RegExp(`(?: thang | th | t )(\\d{1,2})${TO}${MONTH}${YEAR}`, 'u'), places: [1, 3, 2, 3] },
];
const LIST = /(?: thang | th | t )(\d{1,2}(?:(?:[,+;]| va )\d{1,2})+)(?:[/.-]| nam )(\d{4})(?!\d)/u;

/**
 * Months named by their first and last ("6/2021 - 07/2023", "tháng 1-4 năm 2021", "10/1-09/7/2022") or one by one ("tháng 4,5,6
 * năm 2022"). An end before the beginning, and months over 12, are `out_of_range`.
 */
export function readMonthSpan(text: string): MonthSpanReading {
  const { text: matched, words } = splitWords(text);
  const said = words.map(written).join('').replace(/ {2,}/gu, ' ');
  for (const { form, places } of FORMS) {
    const found = form.exec(said);
    if (!found) continue;
    const [month, year, lastMonth, lastYear] = places.map((place) => Number(found[place]));
    return toSpan(matched, [month ?? 0, fullYear(year ?? 0)], [lastMonth ?? 0, fullYear(lastYear ?? 0)]);
  }
  const list = LIST.exec(said);
  if (!list) return NONE;
  const named = [...new Set((list[1] ?? '').split(/[,+;]| va /u).map(Number))].toSorted((a, b) => a - b);
  const span = toSpan(matched, [named[0] ?? 0, Number(list[2])], [named.at(-1) ?? 0, Number(list[2])]);
  return span.status === 'value' ? { ...span, value: { ...span.value, months: named.length } } : span;
}

function written(word: Word): string {
  return word.kind === 'word' ? ` ${word.text} ` : word.raw;
}

type Month = readonly [month: number, year: number];

function toSpan(matched: string, first: Month, last: Month): MonthSpanReading {
  const months = numberOf(last) - numberOf(first) + 1;
  if (!exists(first) || !exists(last) || months < 1)
    return { status: 'unclear', reason: 'out_of_range', matched };
  return { status: 'value', value: { from: format(first), to: format(last), months }, matched };
}

function numberOf([month, year]: Month): number {
  return year * 12 + month;
}

function exists([month, year]: Month): boolean {
  return month >= 1 && month <= 12 && year >= OLDEST && year <= NEWEST;
}

function format([month, year]: Month): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
