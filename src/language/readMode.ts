import { NONE, type None, type Unclear, type Value } from './Reading.js';
import { readYears } from './readMonths.js';
import { plainText } from './words.js';

/** How often a person pays voluntary social insurance. */
export type PaymentMode = 'monthly' | 'quarterly' | 'half_yearly' | 'yearly' | 'advance' | 'arrears';

/** `years` is the number of years paid ahead (2 to 5), where the message names it. */
export interface ModeValue {
  readonly mode: PaymentMode;
  readonly years?: number;
}

export type ModeReading = Value<ModeValue> | Unclear<ModeValue, 'out_of_range' | 'several'> | None;

const ARREARS =
  /\b(?:nam|thang) (?:con )?thieu\b|\bcon thieu\b|\bdong bu\b|\bcho du (?:15|muoi lam) nam\b|\bmot lan cho du\b/u;
const ADVANCE =
  /\bdong truoc\b|\bnhieu nam\b|\bdong luon\b|\bve sau\b|\btra truoc\b|\bnop truoc\b|\bnam mot lan\b|\bnam 1 lan\b|\bmot lan\b|\b1 lan\b|\btruoc (?:2|3|4|5|hai|ba|bon|nam) nam\b/u;
const MODES: readonly (readonly [PaymentMode, RegExp])[] = [
  ['half_yearly', /\b(?:6|06|sau) ?(?:thang|th|t)\b|\bnua nam\b|\bban nien\b|\bhalf ?year(?:ly)?\b/u],
  [
    'quarterly',
    /\b(?:3|03|ba) ?(?:thang|th|t)\b|\b(?:hang|moi|tung|theo|mot|1|ca)? ?(?:quy|qui)\b|\bquarter(?:ly)?\b/u,
  ],
  [
    'yearly',
    /\b(?:12|muoi hai) ?(?:thang|th|t)\b|\b(?:hang|moi|tung|theo|mot|1|ca|nguyen|tron) ?nam\b|\b1n\b|\b(?:yearly|annual(?:ly)?|per year|a year)\b/u,
  ],
  [
    'monthly',
    /\b(?:hang|moi|tung|theo|mot|1|01) ?(?:thang|th)\b|\bthang nao dong thang (?:do|nay)\b|\b(?:monthly|per month|a month|every month)\b/u,
  ],
];
const WHOLE: Readonly<Record<string, PaymentMode>> = {
  thang: 'monthly',
  quy: 'quarterly',
  qui: 'quarterly',
  nam: 'yearly',
  'theo nam': 'yearly',
  'nua nam': 'half_yearly',
};

/**
 * The way of paying a message names. Several years ahead come first ("đóng luôn 5 năm"), then paying for missing years, then
 * the shorter periods; a number of years that cannot be paid ahead is `out_of_range`.
 */
export function readMode(text: string): ModeReading {
  const said = plainText(text);
  const value = (mode: PaymentMode, years?: number): ModeReading => ({
    status: 'value',
    value: years === undefined ? { mode } : { mode, years },
    matched: said,
  });
  const whole = WHOLE[said];
  if (whole) return value(whole);
  if (ARREARS.test(said)) return value('arrears');
  const years = readYears(text);
  const ahead = ADVANCE.test(said);
  if (years.status === 'value' && /\bnam\b|\d ?n\b/u.test(said)) {
    if (Number.isInteger(years.value) && years.value >= 2 && years.value <= 5 && (ahead || isShort(said)))
      return value('advance', years.value);
    if (ahead && years.value > 5)
      return { status: 'unclear', reason: 'out_of_range', matched: years.matched };
  }
  const found = MODES.filter(([, pattern]) => pattern.test(said));
  const first = found[0];
  // "1 tháng" is often the price asked for ("2 triệu 1 tháng"), so a longer period said beside it counts.
  const chosen = found.length > 1 ? found.filter(([mode]) => mode !== 'monthly') : found;
  if (first && chosen.length > 1) return { status: 'unclear', reason: 'several' };
  if (chosen[0]) return value(chosen[0][0]);
  return /\bdong truoc\b|\bnhieu nam\b|\btra truoc\b/u.test(said) ? value('advance') : NONE;
}

function isShort(said: string): boolean {
  return said.split(' ').length <= 5;
}
