import { cleanText, stripMarks } from './foldText.js';
import { readPhone } from './readPhone.js';

export type PersonalIdKind =
  | 'citizen_id'
  | 'old_identity_number'
  | 'social_insurance_number'
  | 'health_card'
  | 'bank_card'
  | 'bank_account'
  | 'email'
  | 'phone';

/** A personal identifier in a message: where it stands in the given text, end exclusive. */
export interface PersonalId {
  readonly kind: PersonalIdKind;
  readonly start: number;
  readonly end: number;
}

export interface PersonalIdOptions {
  /** Also find phone numbers; off where a phone number was asked for. */
  readonly phones?: boolean;
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
const HEALTH_CARD = /(?<![\p{L}\d])[a-z]{2}[\s.-]?\d(?:[\s.-]?\d){12}(?![\d])/giu;
const DIGIT_RUN = /(?<![\p{L}\d])\p{Nd}(?:[ .\-\u00a0]?\p{Nd}){7,24}(?!\p{Nd})/gu;
const MONEY_AFTER =
  /^\s*(?:đ|d\b|đồng|dong|vnd|vnđ|tr\b|triệu|trieu|nghìn|nghin|ngàn|ngan|k\b|tỷ|ty\b|tỉ|củ)/iu;
const LONGEST_SEARCHED = 20_000;

/**
 * Citizen ids (12 digits), old identity numbers (9, where named), social insurance numbers (10), health and bank cards, bank
 * accounts (where named) and e-mail addresses in a message. Money, years and dates are none; phone numbers only when asked for.
 */
export function findPersonalIds(text: string, options: PersonalIdOptions = {}): readonly PersonalId[] {
  const searched = text.slice(0, LONGEST_SEARCHED);
  const found: PersonalId[] = [];
  const add = (kind: PersonalIdKind, start: number, end: number): void => {
    if (!found.some((other) => start < other.end && other.start < end)) found.push({ kind, start, end });
  };
  for (const match of searched.matchAll(EMAIL)) add('email', match.index, match.index + match[0].length);
  for (const match of searched.matchAll(HEALTH_CARD))
    add('health_card', match.index, match.index + match[0].length);
  for (const match of searched.matchAll(DIGIT_RUN)) {
    for (const part of parts(match[0])) {
      const start = match.index + part.start;
      const end = start + part.length;
      const kind = kindOf(
        plainDigits(searched.slice(start, end)),
        searched.slice(start, end),
        stripMarks(searched.slice(Math.max(0, start - 40), start)),
        searched.slice(end, end + 12),
      );
      if (kind && (kind !== 'phone' || options.phones === true)) add(kind, start, end);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with every personal identifier replaced by "[…]"; nothing else changes. */
export function maskPersonalData(text: string, options: PersonalIdOptions = {}): string {
  let masked = '';
  let at = 0;
  for (const id of findPersonalIds(text, options)) {
    masked += `${text.slice(at, id.start)}[…]`;
    at = id.end;
  }
  return masked + text.slice(at);
}

/** A run of digits may hold several numbers with blanks between ("079… 0912…"); each group pattern is tried in turn. */
function parts(run: string): readonly { start: number; length: number }[] {
  const groups = [...run.matchAll(/\p{Nd}+(?:[.-]\p{Nd}+)*/gu)];
  if (groups.length < 2 || !groups.some((group) => plainDigits(group[0]).length >= 9))
    return [{ start: 0, length: run.length }];
  return groups.map((group) => ({ start: group.index, length: group[0].length }));
}

function kindOf(digits: string, typed: string, before: string, after: string): PersonalIdKind | undefined {
  const money = MONEY_AFTER.test(after) || /^[1-9]\d{0,2}(?:\.\d{3})+$/u.test(typed);
  const cue = (pattern: RegExp): boolean => pattern.test(before);
  const identity = cue(/(?:cccd|can cuoc|cmnd|cmt|chung minh|dinh danh|ccdc)[^\d]{0,20}$/u);
  const insurance = cue(/(?:bhxh|ma so|so so|ma bh|msbh|bao hiem)[^\d]{0,20}$/u);
  const account = cue(/(?:stk|so tai khoan|tai khoan|so tk)[^\d]{0,20}$/u);
  const phoneCue = cue(/(?:sdt|so dien thoai|dien thoai|dt|zalo|goi|lien he|so phone|phone)[^\d]{0,15}$/u);
  if (digits.length === 12 && (/^0\d{2}[0-9]\d{8}$/u.test(digits) || identity) && !money) return 'citizen_id';
  if (digits.length === 9 && identity) return 'old_identity_number';
  if (account && digits.length >= 8 && digits.length <= 19 && !money) return 'bank_account';
  if (digits.length >= 13 && digits.length <= 19 && !money && passesLuhn(digits)) return 'bank_card';
  if (digits.length === 10 && insurance && !phoneCue && !money) return 'social_insurance_number';
  if (readPhone(typed).status === 'value' && !money) return 'phone';
  if (digits.length === 10 && !money && !digits.endsWith('00000') && !phoneCue)
    return 'social_insurance_number';
  return undefined;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

function plainDigits(text: string): string {
  return cleanText(text).replace(/\D/gu, '');
}
