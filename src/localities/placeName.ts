import { cleanText, foldText } from '../language/index.js';

/** What stands before the name of a commune, present and former types, unmarked; what it means today where that is known. */
const communeTypes: Readonly<Record<string, string>> = {
  xa: 'xa',
  x: 'xa',
  commune: 'xa',
  phuong: 'phuong',
  p: 'phuong',
  f: 'phuong',
  ph: 'phuong',
  ward: 'phuong',
  'dac khu': 'dac khu',
  'thi tran': 'thi tran',
  tt: 'thi tran',
};
const provinceTypes = /^(?:tinh|thanh pho|tp|t p|province(?: of)?|city(?: of)?)[. ]+/u;
const typePattern = /^(dac khu|thi tran|phuong|commune|ward|xa|tt|ph|p|x|f)(?:[. ]+|(?=\d))/u;

/** A place's name taken apart for comparing: nothing here knows whether such a place exists. */
export type PlaceName = Readonly<{
  /** `xa`, `phuong`, `dac khu`, `thi tran`; undefined where none was said. */
  type: string | undefined;
  /** Letters and digits only, unmarked: `Ea H'Leo` and "ea hleo" are both `eahleo`. */
  key: string;
  /** With its marks, tone marks in one place whatever the typist's habit; letters and digits only. */
  marked: string;
  /** Whether any mark was typed: then marks tell places apart. */
  hasMarks: boolean;
}>;

/** "x. Tam Hai" → type `xa`, key `tamhai`. */
export function takeApart(typed: string): PlaceName {
  const text = cleanText(typed).toLocaleLowerCase('vi');
  const folded = foldText(text);
  const type = typePattern.exec(folded);
  const kind = type?.[1];
  // Marks change no count of letters in composed text, so that both are cut at the same place.
  const name = text.slice(type?.[0].length ?? 0);
  return { type: kind === undefined ? undefined : communeTypes[kind], ...compared(name) };
}

/** The same where what looks like a type belongs to the name: "Phương Liệt". Undefined where nothing does. */
export function wholeName(typed: string): PlaceName | undefined {
  const text = cleanText(typed).toLocaleLowerCase('vi');
  return typePattern.test(foldText(text)) ? { type: undefined, ...compared(text) } : undefined;
}

function compared(name: string): Omit<PlaceName, 'type'> {
  const key = letters(foldText(name));
  const marked = letters(oneToneStyle(name));
  return { key, marked, hasMarks: marked !== key };
}

/** The key of a province's name without its type. */
export function provinceKey(typed: string): string {
  return letters(foldText(typed).replace(provinceTypes, ''));
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** "hoà" and "hòa", "thuỷ" and "thủy" are one word: the mark is taken off its letter and set behind the syllable. */
function oneToneStyle(text: string): string {
  return text
    .split(/\s+/u)
    .map((word) => {
      const apart = word.normalize('NFD');
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(apart)?.[0] ?? '';
      const bare = apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '').normalize('NFC');
      return bare + (toneLetters[tone] ?? '');
    })
    .join(' ');
}

/** A letter for each tone mark, so that what is left is made of letters only. */
const toneLetters: Readonly<Record<string, string>> = {
  '': '',
  '\u0300': 'F',
  '\u0301': 'S',
  '\u0303': 'X',
  '\u0309': 'R',
  '\u0323': 'J',
};
