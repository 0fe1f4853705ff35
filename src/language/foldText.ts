import { lately } from './lately.js';

/**
 * Characters that carry no meaning for reading: controls, zero-width and direction marks, variation selectors, the
 * byte-order mark, Unicode tag characters and lone surrogates. They are typed by accident or to hide text.
 */
const INVISIBLE =
  /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}]|\u034f|\u115f|\u1160|\u17b4|\u17b5|[\u180b-\u180d]|\u3164|\uffa0|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/**
 * Text as a person sees it: NFC, full-width letters and digits made plain, invisible characters removed, white space
 * (line ends too) collapsed to single blanks. Case and Vietnamese marks stay.
 */
export function cleanText(text: string): string {
  // Most messages are plain letters already; putting them right costs more than looking.
  if (/^(?:[!-~]+(?: [!-~]+)*)?$/u.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/**
 * Text for comparing: cleaned, lower case, without Vietnamese marks, `đ` as `d`. `foldText(foldText(x)) === foldText(x)`.
 */
export function foldText(text: string): string {
  return cleanText(stripMarks(cleanText(text)));
}

/** Lower case without combining marks and with `đ` as `d`; for text that is already clean. */
export function stripMarks(text: string): string {
  const lower = text.toLowerCase();
  // Most words of a message are plain letters; normalising costs more than looking.
  if (/^[ -~]*$/u.test(lower)) return lower;
  return isWord.test(lower) ? stripWord(lower) : stripAnew(lower);
}

/**
 * Words are few and come again and again, above all when thousands of wordings are read for an index. Only single ones are kept: a whole
 * name or a number is not to stay here.
 */
const isWord = /^\p{L}{1,12}$/u;
const mostWords = 20_000;
const stripWord = lately(stripAnew, mostWords);

function stripAnew(lower: string): string {
  return lower
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/gu, 'd')
    .normalize('NFC');
}
