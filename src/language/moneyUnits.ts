import type { Word } from './words.js';

export const BILLION = 1_000_000_000;
export const MILLION = 1_000_000;
export const THOUSAND = 1_000;

/** Units of money as people write them, unmarked, in đồng. */
export const UNITS: Readonly<Record<string, number>> = {
  ty: BILLION,
  ti: BILLION,
  tyr: BILLION,
  trieu: MILLION,
  tr: MILLION,
  triu: MILLION,
  trieo: MILLION,
  tieu: MILLION,
  trueu: MILLION,
  trie: MILLION,
  trr: MILLION,
  cu: MILLION,
  nghin: THOUSAND,
  ngan: THOUSAND,
  ngin: THOUSAND,
  nghan: THOUSAND,
  k: THOUSAND,
  ka: THOUSAND,
  nghinf: THOUSAND,
};
/** Units only when glued to digits ("330ng", "20n", "3m"). */
export const GLUED_UNITS: Readonly<Record<string, number>> = { ng: THOUSAND, n: THOUSAND, m: MILLION };
/** Slang whose size differs by place and company: asked back. */
export const SLANG: Readonly<Record<string, number>> = {
  chai: MILLION,
  qua: MILLION,
  lit: 100_000,
  loet: 100_000,
  xi: 100_000,
  lop: 100_000,
  canh: THOUSAND,
};
export const GOODS = /^(?:xang|dau|nuoc|bia|ruou|sua|mam|cay|hoa|trai|trung|bong|ga|vit)$/u;
export const DONG = /^(?:d|dong|vnd|vn)$/u;
const FOREIGN = /^(?:\$|€|do|dola|usd|dollar|dollars|euro|eur|yen|won|te|bang|bath|baht)$/u;
export const PERSON_OR_THING =
  /^(?:nguoi|ng|dua|con|vo|vk|vc|chong|ck|chau|be|anh|chi|em|me|ba|bo|ong|thang|nam|ngay|quy|tuan|cai|suat|lan|gio|ca|tuoi|nhan|thanh|cap|tram|muoi|chuc|k|loai|muc|so|hop|mon|bua|cay|nha|ho)$/u;
export const VAGUE = /^(?:vai|may|dam|nhieu|bao)$/u;

/** Whether a word names another currency: "đô", "usd"; "đổ lại" and "đổ xuống" only say "at most". */
export function isForeign(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !FOREIGN.test(word.text)) return false;
  return word.raw !== 'đổ' && !/^(?:lai|xuong|len)$/u.test(words[at + 1]?.text ?? '');
}
