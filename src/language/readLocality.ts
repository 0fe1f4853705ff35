import { cleanText, stripMarks } from './foldText.js';
import { PROVINCE_NAMES } from './provinceNames.js';

/** A place as typed, type and name in one ("xã Tam Hải"); nothing is looked up. */
export interface Locality {
  readonly commune?: string;
  readonly province?: string;
}

export type LocalityReading =
  | { readonly status: 'value'; readonly value: Locality; readonly matched: string }
  | { readonly status: 'none' };

const LEAD =
  /^(?:(?:dạ|da(?! (?:nang|nẵng|lat|lạt)(?:[^\p{L}]|$))|ở|o|tại|tai|em|tôi|toi|tui|mình|minh|nhà|nha|con|cháu|chau|hiện|hien|đang|dang|sống|song|thuộc|thuoc|là|la|quê|que|địa chỉ|dia chi|bên|ben|trú|tru|thường|thuong|i live in|in)\s+)+/iu;
const TAIL = /\s+(?:ạ|a|nhé|nhe|nha|đó|do|ad)\s*[.!]*$/iu;
const COMMUNE = /^(?:xa|phuong|thi tran|dac khu|p|x|tt|ward|commune|f)(?:[. ]|(?=\d))/u;
const PROVINCE = /^(?:tinh|thanh pho|tp|t p|province|city)[. ]/u;
/** A full stop ends a part, unless it belongs to a short form: "x. Tam Hải, tp. Đà Nẵng". */
const PART_END = /\s*(?:[,;\n/]|\s-\s|(?<!(?:^|[\s,])(?:p|x|f|q|h|tt|tp|ph|kp))\.\s)\s*/iu;
/** A phone or personal number is no place. */
const LONG_NUMBER = /(?:\d[ .]?){6}/u;
const MIDDLE = /^(?:huyen|quan|thi xa|thon|ap|khu pho|khu|to|xom|ban|lang|duong|so nha|so|q|h|kp)[. \d]/u;

/**
 * The commune and province a person names, as typed: "xã Tam Hải, Đà Nẵng" → { commune: "xã Tam Hải", province: "Đà Nẵng" },
 * "phuong 5" → { commune: "phuong 5" }. Hamlets, districts and streets are passed over.
 */
export function readLocality(text: string): LocalityReading {
  const clean = cleanText(text.slice(0, 500)).replace(LEAD, '').replace(TAIL, '').trim();
  if (clean === '' || clean.includes('?') || !/\p{L}/u.test(clean)) return { status: 'none' };
  const parts = clean
    .split(PART_END)
    .flatMap(splitAtTypes)
    .flatMap(splitAtProvince)
    .filter((part) => part !== '');
  // A part that says what it is counts before any other: "Lan 0905… xã Hòa Tiến" tells a name first.
  let commune = parts.find((part) => COMMUNE.test(stripMarks(part)));
  let province: string | undefined;
  parts.forEach((part, index) => {
    const folded = stripMarks(part);
    const name = folded.replace(PROVINCE, '').trim();
    if (COMMUNE.test(folded)) return;
    if (PROVINCE.test(folded) || (PROVINCE_NAMES.has(name) && (index > 0 || parts.length === 1)))
      province = part;
    else if (MIDDLE.test(folded)) return;
    else if (index > 0 && index === parts.length - 1 && commune !== undefined)
      province ??= LONG_NUMBER.test(folded) ? undefined : part;
    else commune ??= isPlace(folded) ? part : undefined;
  });
  if (commune === undefined && province === undefined) return { status: 'none' };
  return {
    status: 'value',
    value: { ...(commune ? { commune } : {}), ...(province ? { province } : {}) },
    matched: clean,
  };
}

/** "xã Tam Hải tỉnh Quảng Nam": a type in the middle begins a new part. */
function splitAtTypes(part: string): readonly string[] {
  return part
    .split(
      /\s+(?=(?:xã|xa|phường|phuong|thị trấn|thi tran|tỉnh|tinh|thành phố|thanh pho|tp|huyện|huyen|quận|quan|đặc khu|dac khu)[.\s]\s*\S)/iu,
    )
    .map((piece) => piece.trim());
}

/** "xa tam hai da nang": the name of a province at the end begins a part of its own. */
function splitAtProvince(part: string): readonly string[] {
  const words = part.split(' ');
  for (let size = Math.min(4, words.length - 1); size >= 1; size -= 1) {
    const tail = stripMarks(words.slice(-size).join(' ')).replace(/[.!]$/u, '');
    const head = words.slice(0, -size);
    if (
      PROVINCE_NAMES.has(tail) &&
      !PROVINCE.test(`${stripMarks(head.join(' '))} `) &&
      !/^(?:xa|phuong|tinh|thi tran|tp|thanh pho|huyen|quan)$/u.test(stripMarks(head.join(' ')))
    ) {
      return [head.join(' '), words.slice(-size).join(' ')];
    }
  }
  return [part];
}

function isPlace(folded: string): boolean {
  const words = folded.split(' ');
  return (
    words.length <= 5 &&
    /^[\p{L}\d' .]+$/u.test(folded) &&
    !LONG_NUMBER.test(folded) &&
    !/\b(?:khong|bao nhieu|muon|dong|tien|goi|gi|biet|toi|em|bao hiem|nao|duoc|lam|sao)\b/u.test(folded)
  );
}
