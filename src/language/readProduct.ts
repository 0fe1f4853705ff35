import { NONE, type None, type Unclear, type Value } from './Reading.js';
import { plainText } from './words.js';

/** Voluntary social insurance, or household health insurance. */
export type Product = 'vsi' | 'hhi';

export type ProductReading = Value<Product> | Unclear<Product, 'both'> | None;

const HEALTH =
  /\bbh ?yt\b|\by te\b|\bbao hiem (?:suc khoe )?ho gia dinh\b|\bho gia dinh\b|\bhgd\b|\bkham (?:chua )?benh\b|\bkham b[ei]nh\b|\bhealth\b|\bhhi\b/u;
const SOCIAL =
  /\bbh ?xh(?: ?tn)?\b|\bxa hoi\b|\btu nguyen\b|\bbh ?tn\b|\bluong huu\b|\bhuu tri\b|\bxh ?tn\b|\bsocial\b|\bpension\b|\bvoluntary\b|\bvsi\b|\btn\b/u;
const BOTH = /^(?:ca hai|ca 2|hai cai|2 cai|ca hai loai|both)$/u;

/** The scheme a message is about; `unclear` when it names both. */
export function readProduct(text: string): ProductReading {
  const said = plainText(text);
  const health = HEALTH.test(said);
  const social = SOCIAL.test(said.replace(/\bco quan (?:bhxh|bao hiem xa hoi)\b/gu, ' '));
  if ((health && social) || BOTH.test(said)) return { status: 'unclear', reason: 'both', matched: said };
  if (health) return { status: 'value', value: 'hhi', matched: said };
  return social ? { status: 'value', value: 'vsi', matched: said } : NONE;
}
