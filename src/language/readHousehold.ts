import { countCovered, type Covered } from './coveredMembers.js';
import { digitWord, readQuantity } from './quantity.js';
import { NONE, type None, type Unclear, type Value } from './Reading.js';
import { joinWords, splitWords, type Word } from './words.js';

export type { Covered } from './coveredMembers.js';

/** How many people a household has, and how many of them have health insurance in another way. */
export interface Household {
  /** Null where the message only says who is covered already. */
  readonly people: number | null;
  readonly covered: Covered;
}

export type HouseholdReading =
  Value<Household> | (Unclear<Household, 'ambiguous' | 'out_of_range' | 'vague'> & {}) | None;

const PEOPLE_UNIT =
  /^(?:nguoi|ng|ngui|nguoii|ngioi|khau|mieng|thanh|mang|nhan|nhankhau|people|persons|members|ngừoi)$/u;
const CHILD = /^(?:con|dua|chau|be|nhoc|em be|tre|kid|kids|child|children)$/u;
const PARENT = /^(?:me|ma|mę|bo|ba|cha|tia|u|thay|bu|bame|bome)$/u;
const LARGEST = 30;
/** A household is told in fewer words than these. */
const MOST_WORDS = 200;

/**
 * The household a message tells of: "nhà 4 người", "5 nhân khẩu", "2 vợ chồng 2 con", "hai mẹ con", "tôi với vợ và mẹ già", and
 * who has a card already ("chồng đi công ty, đứa lớn lớp 8, đứa nhỏ 4 tuổi"). "ba mẹ con" is three people or father, mother
 * and child: `ambiguous`, suggestion three. "người thứ 3" is no count.
 */
export function readHousehold(text: string): HouseholdReading {
  const message = splitWords(text);
  const words = message.words.slice(0, MOST_WORDS).flatMap(abbreviated);
  const covered = countCovered(words);
  const count = counted(words) ?? summed(words) ?? wholeCount(words);
  if (count === undefined) {
    if (/\b(?:may|vai|nhieu) nguoi\b/u.test(joinWords(words)) && /\bnha\b/u.test(joinWords(words)))
      return { status: 'unclear', reason: 'vague' };
    return covered ? { status: 'value', value: { people: null, covered }, matched: message.text } : NONE;
  }
  const value: Household = { people: count.people, covered: covered ?? { worker: 0, pupil: 0, child: 0 } };
  if (count.people < 1 || count.people > LARGEST)
    return { status: 'unclear', reason: 'out_of_range', matched: message.text };
  if (count.doubt)
    return { status: 'unclear', reason: 'ambiguous', suggestion: value, matched: message.text };
  return { status: 'value', value, matched: message.text };
}

interface Count {
  readonly people: number;
  readonly doubt?: boolean;
}

/** "nhà 4 người", "gia đình có 5 nhân khẩu", "4 khẩu", "nhà 4". */
function counted(words: readonly Word[]): Count | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const before = words[at - 1]?.text ?? '';
    if (/^(?:thu|lop|so|nam|thang|the)$/u.test(before)) continue;
    const quantity = readQuantity(words, at);
    if (!quantity || !Number.isInteger(quantity.value)) continue;
    const unit = words[quantity.next];
    if (
      unit &&
      PEOPLE_UNIT.test(unit.text) &&
      (unit.text !== 'mieng' || words[quantity.next + 1]?.text === 'an') &&
      (unit.text !== 'thanh' || words[quantity.next + 1]?.text === 'vien') &&
      (unit.text !== 'nhan' || words[quantity.next + 1]?.text === 'khau')
    ) {
      // "mỗi người", "1 người bao nhiêu": a price for one is asked, unless it is said of the house.
      if (words[quantity.next + 1]?.text === 'thu') continue;
      if (quantity.value >= 1) return { people: quantity.value + childrenBeside(words, quantity.next + 1) };
    }
    const house = /^(?:nha|ho)$/u.test(before) && !/^(?:ngheo|can)$/u.test(unit?.text ?? '');
    if (house && !unit && quantity.value <= LARGEST) return { people: quantity.value };
  }
  return undefined;
}

/** "4 người lớn 2 trẻ em", "2 người lớn với 3 đứa nhỏ": the children are told beside the adults, whose last word is at `at`. */
function childrenBeside(words: readonly Word[], at: number): number {
  if (words[at]?.text !== 'lon') return 0;
  for (let next = at + 1; next <= at + 3; next += 1) {
    const quantity = readQuantity(words, next);
    if (!quantity) continue;
    const counts = Number.isInteger(quantity.value) && CHILD.test(words[quantity.next]?.text ?? '');
    return counts ? quantity.value : 0;
  }
  return 0;
}

/** Kin terms added up: "hai vợ chồng với mẹ già và 2 con". */
function summed(words: readonly Word[]): Count | undefined {
  let people = 0;
  let doubt = false;
  let couple = false;
  let spouse = false;
  let grouped = false;
  let self = false;
  for (let at = 0; at < words.length;) {
    const [first, second, third] = [words[at], words[at + 1], words[at + 2]];
    const number = readQuantity(words, at);
    const next = number ? words[number.next] : undefined;
    const afterNext = number ? words[number.next + 1] : undefined;
    if (isCouple(first, second)) {
      if (!couple) people += 2;
      couple = true;
      at += 2;
    } else if (number && number.value === 2 && isCouple(next, afterNext)) {
      if (!couple) people += 2;
      couple = true;
      at = number.next + 2;
    } else if (
      number &&
      next &&
      isGroup(next, afterNext) &&
      Number.isInteger(number.value) &&
      number.value > 1
    ) {
      // "ba mẹ con" may be three people or father, mother and child.
      doubt ||= number.value === 3 && first?.text === 'ba' && PARENT.test(next.text);
      people += number.value;
      grouped = true;
      at = number.next + 2;
    } else if (
      number &&
      next &&
      CHILD.test(next.text) &&
      !ageFollows(words, number.next + 1) &&
      Number.isInteger(number.value) &&
      isCount(words, at)
    ) {
      people += number.value;
      grouped = true;
      at = number.next + (/^(?:con|nho|nhoc|be)$/u.test(afterNext?.text ?? '') ? 2 : 1);
    } else if (
      number &&
      /^(?:me|bo|ong|ba|cu|anh|chi)$/u.test(next?.text ?? '') &&
      number.value <= 4 &&
      !number.spelled
    ) {
      people += number.value;
      grouped = true;
      at = number.next + 1;
    } else if (isParents(first, second)) {
      people += 2;
      grouped = true;
      at += 2;
    } else if (first && isSpouse(first, words[at - 1], second)) {
      people += 1;
      spouse = true;
      at += 1;
    } else if (first && isSingleKin(first, words, at)) {
      people += 1;
      at +=
        second?.text === 'gia' || second?.text === 'noi' || second?.text === 'ngoai' || second?.text === 'nho'
          ? 2
          : 1;
    } else {
      self ||= isSelf(words, at);
      at += 1;
      if (first?.text === 'mot' && second?.text === 'minh' && third === undefined) return { people: 1 };
    }
  }
  if (people === 0)
    return /\b(?:chi )?(?:co )?(?:minh|mot minh|moi|1 minh) (?:toi|em|tui|minh)\b|\b(?:toi|em|tui) (?:mot|1) minh\b/u.test(
      joinWords(words),
    )
      ? { people: 1 }
      : undefined;
  if (!couple && !grouped && !self) return undefined;
  const withSelf = (spouse && !couple && !self) || (self && !couple) ? people + 1 : people;
  return { people: withSelf, ...(doubt ? { doubt } : {}) };
}

function isCouple(first: Word | undefined, second: Word | undefined): boolean {
  return (
    (/^(?:vo|bo)$/u.test(first?.text ?? '') && second?.text === 'chong') ||
    (first?.text === 'chong' && second?.text === 'vo') ||
    (first?.text === 'husband' && second?.text === 'wife')
  );
}

/** "mẹ con", "bố con", "bà cháu", "anh em", "cha con", "ông bà". */
function isGroup(first: Word, second: Word | undefined): boolean {
  const pair = `${first.text} ${second?.text ?? ''}`;
  return (
    /^(?:me con|ma con|bo con|ba con|cha con|ba chau|ong chau|anh em|chi em|ong ba|bo me|ba ma|cha me|ba me|me chau)$/u.test(
      pair,
    ) && !(pair === 'ba con' && first.raw === 'bà')
  );
}

function isParents(first: Word | undefined, second: Word | undefined): boolean {
  return /^(?:bo me|ba me|cha me|ba ma|tia ma|ong ba|me bo|thay u)$/u.test(
    `${first?.text ?? ''} ${second?.text ?? ''}`,
  );
}

function isSpouse(word: Word, before: Word | undefined, after: Word | undefined): boolean {
  return (
    (word.text === 'vo' && after?.text !== 'chong' && word.raw !== 'vô' && word.raw !== 'vỡ') ||
    (word.text === 'chong' && before?.text !== 'vo') ||
    (word.text === 'xa' && /^(?:ba|ong)$/u.test(before?.text ?? ''))
  );
}

function isSingleKin(word: Word, words: readonly Word[], at: number): boolean {
  const after = words[at + 1]?.text ?? '';
  const before = words[at - 1]?.text ?? '';
  if (/^(?:me|ma)$/u.test(word.text) && word.raw !== 'mà' && word.raw !== 'mã')
    return word.raw !== 'ma' || after === 'gia';
  if (/^(?:bo|cha|tia)$/u.test(word.text)) return word.raw !== 'bỏ' && word.raw !== 'bộ' && before !== 'an';
  if (/^(?:ba|ong)$/u.test(word.text))
    return /^(?:noi|ngoai|gia)$/u.test(after) || word.raw === 'bà' || word.raw === 'ông';
  return word.text === 'em' && /^(?:trai|gai|ruot|ut)$/u.test(after);
}

/** "tôi với vợ", "vợ và tôi": the speaker is one of those told of. */
function isSelf(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1]?.text ?? '', words[at]?.text ?? '', words[at + 1]?.text ?? ''];
  const joint = /^(?:va|voi|cung|,)$/u;
  if (!/^(?:toi|em|tui|minh|con|chau|me|i)$/u.test(word)) return false;
  const owner = /^(?:nha|chong|vo|con|me|bo|cua)$/u.test(before);
  return !owner && (joint.test(after) || (/^(?:va|voi|cung)$/u.test(before) && at === words.length - 1));
}

/** A number before "con" counts children unless it is a place in a date, an age or an ordinal. */
function isCount(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text ?? '';
  const word = words[at];
  if (/^(?:thu|lop|thang|nam|ngay|muc|so|\/|-)$/u.test(before)) return false;
  return word?.kind === 'number' ? word.value >= 1 && word.value <= 15 : digitWord(word) !== 0;
}

function ageFollows(words: readonly Word[], at: number): boolean {
  return words[at]?.text === 'tuoi' || words[at]?.text === 'thang';
}

function wholeCount(words: readonly Word[]): Count | undefined {
  const spoken = words.filter(
    (word) => word.kind !== 'mark' && !/^(?:a|da|co|nha|em|toi|minh|thoi)$/u.test(word.text),
  );
  // "Nam" alone is a man as well as five without its mark.
  if (spoken.length === 1 && spoken[0]?.raw === 'nam') return undefined;
  const quantity = readQuantity(spoken, 0);
  return quantity && quantity.next === spoken.length && Number.isInteger(quantity.value)
    ? { people: quantity.value }
    : undefined;
}

/** "2vc" and "vkck" as the words they stand for. */
function abbreviated(word: Word): readonly Word[] {
  const full: Readonly<Record<string, readonly string[]>> = {
    vk: ['vo'],
    ck: ['chong'],
    vc: ['vo', 'chong'],
    vck: ['vo', 'chong'],
    vkck: ['vo', 'chong'],
    ng: ['nguoi'],
    nhok: ['nhoc'],
  };
  return full[word.text]?.map((text) => ({ ...word, text, raw: text })) ?? [word];
}
