import { cleanText, stripMarks } from './foldText.js';
import { NONE, type None, type Unclear, type Value } from './Reading.js';
import { repairWord } from './syllable.js';

export type NameReading = Value<string> | Unclear<string, 'ambiguous'> | None;

const LEAD =
  /^(?:(?:da|a|vang|thua|chao|alo|toi|em|minh|tui|tao|chau|con|anh|chi|co|chu|bac|ong|ba) )*(?:ho (?:va|vs) ten|ho ten|ten|name)(?: (?:day du|that|cua))?(?: (?:toi|em|minh|tui|chau|con|anh|chi|co|chu|bac|ong|ba|day du))*(?: (?:la|:))? /u;
const I_AM = /^(?:(?:da|vang|chao) )*(?:toi|em|minh|tui|chau|con) (?:la|ten) /u;
const TITLES = new Set('anh chi co chu bac em ong ba chau di cau mo ms mr mrs'.split(' '));
const FILLERS = new Set('da vang a ah nhe nha ok oke day nay do nhen hen voi thoi'.split(' '));
/** From one of these on, the message speaks of something else than the name. */
const STOP = new Set(
  'so sdt dt sđt phone dien tel goi lien he buoi sang chieu toi trua luc sau truoc xa phuong thi tinh huyen quan thon ap khu o tai sinh nam muon can hoi xin nho va hoac nhung thuoc dia que khoang zalo email cho dong mua ho'.split(
    ' ',
  ),
);
const NO_NAME =
  /\b(?:bao nhieu|the nao|khi nao|o dau|lam sao|duoc khong|la gi|khong|ko|bao hiem|bhxh|bhyt|luong|dong|tien|ai|tai sao|vi sao|muon|can|hoi)\b/u;

/**
 * The name a person gives: after "tên em là", "tôi là", or what is left of "huong 0912 345 678, gọi buổi tối" without number,
 * time and place. Titles before it fall away; every word begins with a capital. A question or a sentence is no name.
 */
export function readName(text: string): NameReading {
  const clean = cleanText(text.slice(0, 1000)).replace(/\+?\d[\d\s.\-()]{5,}\d/gu, ' , ');
  for (const part of clean.split(/[,;:\n/|.–]+|\s-\s/u)) {
    const reading = nameIn(part);
    if (reading.status !== 'none') return reading;
  }
  return NONE;
}

function nameIn(part: string): NameReading {
  const words = part.split(/\s+/u).filter((word) => word !== '');
  const folded = words.map((word) => repairWord(stripMarks(word).replace(/[^\p{L}\p{N}']/gu, '')));
  const introduced = leadLength(folded);
  let from = introduced;
  while (from < folded.length && FILLERS.has(folded[from] ?? '')) from += 1;
  const beforeTitles = from;
  while (from < folded.length - 1 && TITLES.has(folded[from] ?? '') && !STOP.has(folded[from + 1] ?? ''))
    from += 1;
  let to = from;
  while (to < folded.length && isNameWord(words[to], folded[to], to - from)) to += 1;
  while (to > from + 1 && FILLERS.has(folded[to - 1] ?? '')) to -= 1;
  const name = words.slice(from, to);
  if (name.length === 0) return NONE;
  const left = folded.slice(to).join(' ');
  if (introduced === 0 && /^\d/u.test(left)) return NONE;
  if (introduced === 0 && (NO_NAME.test(folded.slice(from, to).join(' ')) || NO_NAME.test(left))) return NONE;
  if (name.length === 1 && from === beforeTitles && introduced === 0 && TITLES.has(folded[from] ?? ''))
    return NONE;
  if (name.length > 6 || name.join(' ').length > 60)
    return introduced > 0 ? { status: 'unclear', reason: 'ambiguous', matched: part.trim() } : NONE;
  return { status: 'value', value: name.map(titleCase).join(' '), matched: part.trim() };
}

function leadLength(folded: readonly string[]): number {
  const said = `${folded.join(' ')} `;
  const lead = LEAD.exec(said) ?? I_AM.exec(said);
  return lead ? lead[0].trim().split(' ').length : 0;
}

function isNameWord(word: string | undefined, folded: string | undefined, position: number): boolean {
  if (!word || !folded || !/^[\p{L}\p{M}']+[.!]?$/u.test(word)) return false;
  // A first word such as "Sang" or "Tới" can be a name; later it begins what follows.
  if (STOP.has(folded))
    return (
      /^\p{Lu}/u.test(word) &&
      (position > 0 || !/^(?:so|sdt|dt|goi|xa|phuong|buoi|lien)$/u.test(folded)) &&
      !/^(?:xa|phuong|goi|so|sdt|buoi|lien)$/u.test(folded)
    );
  return true;
}

function titleCase(word: string): string {
  const plain = word.replace(/[.!]$/u, '').normalize('NFC');
  return plain.charAt(0).toLocaleUpperCase('vi') + plain.slice(1).toLocaleLowerCase('vi');
}
