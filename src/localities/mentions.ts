import { cleanText, foldText } from '../language/index.js';
import type { Gazetteer, KnownCommune } from './Gazetteer.js';
import { takeApart, wholeName, type PlaceName } from './placeName.js';
import type { Province } from './Province.js';

type Row = Readonly<{ from: number; to: number }>;
type CommuneRow = Row & Readonly<{ name: PlaceName; communes: readonly KnownCommune[] }>;
type ProvinceRow = Row & Readonly<{ province: Province; former: boolean }>;

/** A reading of a message as a place: the communes that one row of its words names, and the province beside it. */
export type Mention = Readonly<{
  name: PlaceName;
  communes: readonly KnownCommune[];
  province: Province | undefined;
  /** The province was called by the name of one that was merged into it. */
  former: boolean;
  /** Another province is named, in which there is no such commune: then another place is meant. */
  contradicted: boolean;
  /** A word stands right behind the name that may belong to it: "Quy Nhơn Bcắ". */
  followed: boolean;
  /** Words that are neither: "gần chợ" of "gần chợ Tam Hải". */
  left: number;
}>;

const longestName = 7;
const longestProvince = 6;
/** A message is a place, or a few sentences with one; nobody reads on for it. */
const mostWords = 60;
const fewestLetters = 2;
/** Words beside a name of one syllable up to which it still is one. */
const mostBeside = 2;
/** Words around a place that say nothing of which it is. */
const around =
  /^(?:da|em|o|toi|tui|minh|nha|anh|chi|con|chau|hien|dang|song|thuoc|la|que|ben|tai|a|nhe|nha|nhen|do|i|live|in|toi|vang|gio|nay)$/u;
/** From one of these to the next comma runs a hamlet, a street or a district: passed over. */
const between = /^(?:huyen|quan|thon|ap|to|khu|xom|ban|lang|duong|so|ngo|hem|h|q)$/u;

/** The best reading of a message as a commune of the list; undefined where no row of its words is one. */
export function bestMention(gazetteer: Gazetteer, text: string): Mention | undefined {
  const words = splitPlaces(text);
  const communes = rowsOf(words, longestName).flatMap((row) => communeRow(gazetteer, words, row));
  if (communes.length === 0) return undefined;
  const provinces = provinceRows(gazetteer, words);
  const readings = communes.flatMap((commune) => [
    ...readAlone(gazetteer, words, commune, provinces),
    ...provinces.flatMap((province) => readWith(words, commune, province)),
  ]);
  return readings.toSorted((one, other) => other.score - one.score)[0]?.mention;
}

/** The province that a message names last. */
export function provinceIn(gazetteer: Gazetteer, text: string): ProvinceRow | undefined {
  const rows = provinceRows(gazetteer, splitPlaces(text));
  return rows.toSorted((one, other) => other.to - one.to || one.from - other.from)[0];
}

type Reading = Readonly<{ score: number; mention: Mention }>;

function readAlone(
  gazetteer: Gazetteer,
  words: readonly string[],
  { from, to, name, communes }: CommuneRow,
  provinces: readonly ProvinceRow[],
): readonly Reading[] {
  // "Hòa Bình" by itself is rather the former province than a ward of its name.
  const isProvince =
    name.type === undefined && gazetteer.province(words.slice(from, to).join(' ')) !== undefined;
  if (isProvince) return [];
  const left = leftOver(words, [{ from, to }]);
  const contradicted = provinces.some((row) => row.to <= from || row.from >= to);
  const followed = isFollowed(words, to, undefined);
  const mention = { name, communes, province: undefined, former: false, contradicted, followed, left };
  return [{ score: weight(name) - left, mention }];
}

function readWith(
  words: readonly string[],
  commune: CommuneRow,
  { province, former, ...row }: ProvinceRow,
): readonly Reading[] {
  if (commune.from < row.to && row.from < commune.to) return [];
  const communes = commune.communes.filter((known) => known.province === province);
  if (communes.length === 0) return [];
  const left = leftOver(words, [commune, row]);
  // The province that stands behind the name is the one that is meant; a comma between them is usual.
  const behind = row.from >= commune.to ? 5 : 0;
  const score = weight(commune.name) + (row.to - row.from) * 2 + behind + 10 - left;
  const followed = isFollowed(words, commune.to, row);
  const { name } = commune;
  return [{ score, mention: { name, communes, province, former, contradicted: false, followed, left } }];
}

function weight({ key, type }: PlaceName): number {
  return key.length + (type === undefined ? 0 : 3);
}

function communeRow(gazetteer: Gazetteer, words: readonly string[], row: Row): readonly CommuneRow[] {
  const typed = words.slice(row.from, row.to).join(' ');
  return [takeApart(typed), wholeName(typed)].flatMap((name) => {
    const communes = name === undefined || name.key.length < fewestLetters ? [] : gazetteer.named(name.key);
    if (name === undefined || communes.length === 0) return [];
    // One word alone is a place only behind its type, or when nothing else is said.
    const bare = name.type === undefined && row.to - row.from === 1;
    return bare && leftOver(words, [row]) > mostBeside ? [] : [{ ...row, name, communes }];
  });
}

function provinceRows(gazetteer: Gazetteer, words: readonly string[]): readonly ProvinceRow[] {
  return rowsOf(words, longestProvince).flatMap((row) => {
    const found = gazetteer.province(words.slice(row.from, row.to).join(' '));
    return found === undefined ? [] : [{ ...row, ...found }];
  });
}

/** Words, and commas as words of their own: no name reaches over one. */
function splitPlaces(text: string): readonly string[] {
  return cleanText(text.slice(0, 1_000))
    .replace(/[,;()/\n]+|\s[-–]\s(?=\S)|[.!?]+(?=\s|$)/gu, (mark) => (/^\s?[-–]/u.test(mark) ? ' - ' : ' , '))
    .replace(/\b(p|x|f|tt|tp|tx)\.?\s?,\s/giu, '$1. ')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords);
}

function rowsOf(words: readonly string[], longest: number): readonly Row[] {
  return words.flatMap((_, from) => {
    const rows: Row[] = [];
    for (let to = from + 1; to <= Math.min(words.length, from + longest); to += 1) {
      const last = words[to - 1] ?? '';
      if (last === ',') break;
      if (last !== '-' && words[from] !== '-') rows.push({ from, to });
    }
    return rows;
  });
}

function isFollowed(words: readonly string[], at: number, province: Row | undefined): boolean {
  const next = words[at];
  if (next === undefined || at === province?.from) return false;
  const folded = foldText(next);
  return /[\p{L}\p{N}]/u.test(next) && !around.test(folded) && !between.test(folded);
}

function leftOver(words: readonly string[], taken: readonly Row[]): number {
  let left = 0;
  let passing = false;
  words.forEach((word, at) => {
    const folded = foldText(word);
    const isTaken = taken.some(({ from, to }) => at >= from && at < to);
    if (word === ',' || isTaken) passing = false;
    else if (between.test(folded)) passing = true;
    if (!isTaken && !passing && /[\p{L}\p{N}]/u.test(word) && !around.test(folded)) left += 1;
  });
  return left;
}
