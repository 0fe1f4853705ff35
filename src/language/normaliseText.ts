import { stripMarks } from './foldText.js';
import { joinPhrases } from './joinPhrases.js';
import { lately } from './lately.js';
import type { Lexicon } from './lexicon.js';
import { splitWords, type Word } from './words.js';

/**
 * A message in ordinary spelling: with marks as far as typed, without marks, and word by word both ways (`tokens` unmarked,
 * `marked` of the same length with the marks that were typed). `words` are the unmarked words before phrases were joined.
 */
export interface NormalisedText {
  readonly text: string;
  readonly folded: string;
  readonly tokens: readonly string[];
  readonly marked: readonly string[];
  readonly words: readonly string[];
}

/** Puts right what it knows in a row of unmarked words; returns as many words. */
export type WordRepair = (words: readonly string[]) => readonly string[];

/**
 * A message with abbreviations, teencode and dialect written out, held keys and Telex or VNI slips repaired: "bhxh tn bn 1 th"
 * → "bảo hiểm xã hội tự nguyện bao nhiêu 1 tháng". Numbers stay as typed, split from the letters glued to them. `repair` may put
 * words right before phrases are looked for.
 */
export function normaliseText(
  text: string,
  lexicon: Pick<Lexicon, 'spellings' | 'phrases'>,
  repair: WordRepair = (words) => words,
): NormalisedText {
  const { plain, folded } = spellerOf(lexicon.spellings)(text);
  const words = repair(folded);
  const repaired = plain.map((word, at) => (words[at] === folded[at] ? word : (words[at] ?? word)));
  const { tokens, marked } = joinPhrases(repaired, words, lexicon.phrases);
  return { text: repaired.join(' '), folded: tokens.join(' '), tokens, marked, words: words };
}

/** The words of a message in ordinary spelling, with the marks that were typed and without. */
type Spelled = Readonly<{ plain: readonly string[]; folded: readonly string[] }>;
type Spellings = Lexicon['spellings'];

const spellers = new WeakMap<Spellings, (text: string) => Spelled>();

function spellerOf(spellings: Spellings): (text: string) => Spelled {
  const known = spellers.get(spellings) ?? lately((text) => spellAll(text, spellings));
  spellers.set(spellings, known);
  return known;
}

function spellAll(text: string, spellings: Spellings): Spelled {
  const spelled = splitWords(text.replaceAll('%', ' phần trăm '))
    .words.filter((word) => word.kind !== 'mark')
    .map((word, at, all) => spell(word, at, all, spellings));
  const plain = spelled.flatMap((word) => word.split(' ')).filter((word) => word !== '');
  return { plain, folded: plain.map(stripMarks) };
}

function spell(
  word: Word,
  at: number,
  all: readonly Word[],
  spellings: Readonly<Record<string, string>>,
): string {
  if (word.kind === 'number') return word.raw;
  const byContext = inContext(word, all[at - 1], all[at + 1]);
  if (byContext !== undefined) return byContext;
  const own = Object.hasOwn(spellings, word.raw) ? spellings[word.raw] : undefined;
  if (own !== undefined) return own;
  const unmarked = stripMarks(word.raw);
  const folded =
    Object.hasOwn(spellings, word.text) && (word.raw === unmarked || word.text !== unmarked)
      ? spellings[word.text]
      : undefined;
  if (folded !== undefined) return folded;
  return word.text === unmarked ? word.raw : word.text;
}

/** Short forms whose meaning hangs on the words beside them. */
function inContext(word: Word, before: Word | undefined, after: Word | undefined): string | undefined {
  const counted = before?.kind === 'number';
  const [prior, next] = [before?.text ?? '', after?.text ?? ''];
  switch (word.raw) {
    case 'k':
      return counted && word.glued ? 'nghìn' : 'không';
    case 'h':
      return counted ? 'giờ' : 'giờ';
    case 't':
      return counted && word.glued ? 'tuổi' : after?.kind === 'number' ? 'tháng' : 'tôi';
    case 'c':
      // "c1", "c2": the levels of school.
      return after?.glued && /^[123]$/u.test(next) ? 'cấp' : undefined;
    case 'm':
      return after?.glued && /^(?:[1-9]|10)$/u.test(next) ? 'mùng' : undefined;
    case 'chăm':
      return /^(?:ngan|nghin|trieu|k|ruoi)$/u.test(next) ? 'trăm' : undefined;
    case 'mk':
      return /^(?:quen|doi|mat|sai|nhap|nho|lay|quenn|cap)$/u.test(prior) ||
        /^(?:vssid|app|vneid|khau|dang|tk)$/u.test(next)
        ? 'mật khẩu'
        : 'mình';
    case 'tk':
      return 'tài khoản';
    case 'hk':
      return /^(?:so|dang|nhap|chuyen|cat|tach)$/u.test(prior) ? 'hộ khẩu' : 'không';
    case 'tn':
      return /^(?:that|tro|huong|bh)$/u.test(prior) && prior !== 'bhxh'
        ? prior === 'bh'
          ? 'tự nguyện'
          : 'nghiệp'
        : 'tự nguyện';
    case 'dk':
    case 'đk':
      return /^(?:duoc|dc|ko|khong|k)$/u.test(next) || (/^(?:co|ko|khong)$/u.test(prior) && next === '')
        ? 'được'
        : /^(?:du|nhung|cac|ve)$/u.test(prior) || /^(?:huong|de|nao)$/u.test(next)
          ? 'điều kiện'
          : 'đăng ký';
    case 'bh':
      return counted || (next === '' && prior !== '' && !/^(?:mua|dong|the|so|tien|co|loai)$/u.test(prior))
        ? 'bao giờ'
        : 'bảo hiểm';
    case 'răng':
      return /^(?:kham|nho|trong|boc|nieng|dau|sau|tram|lam|cao|nha|ham|rut)$/u.test(prior) ||
        /^(?:su|ham|mat|gia|khon|sau|mieng|hong)$/u.test(next)
        ? 'răng'
        : 'sao';
    case 'nhiêu':
    case 'nhiu':
      return prior === 'bao' ? 'nhiêu' : undefined;
    case 'nha':
      // At the end it only makes a request friendly; anywhere else it is the house or the household.
      return next === '' || /^(?:em|anh|chi|ad|ban|a|b|c|e)$/u.test(next) ? 'nhé' : 'nhà';
    case 'chi':
      return /^(?:tra|phi|nhanh|tieu|bao|em|gai|ho|tiet|oi|bo)$/u.test(next) ||
        /^(?:anh|kham)$/u.test(prior) ||
        word.glued
        ? undefined
        : 'gì';
    default:
      return undefined;
  }
}
