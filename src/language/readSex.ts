import { NONE, type None, type Unclear, type Value } from './Reading.js';
import { splitWords } from './words.js';

export type Sex = 'female' | 'male';

export type SexReading = Value<Sex> | Unclear<Sex, 'several'> | None;

const FEMALE = /^(?:nu|female|woman|gai|f)$/u;
const NOT_A_MAN_BEFORE =
  /^(?:viet|mien|dong|tay|mot|hai|ba|bon|sau|bay|tam|chin|muoi|may|nhieu|moi|hang|nua|quang|ha|ca|trong|cua|sinh|1|2|thang|tung|theo|den|tu)$/u;

/** Whether a message says a woman or a man: "nữ", "nam", "con trai", "đàn bà". "năm" and "Việt Nam" are no man. */
export function readSex(text: string): SexReading {
  const { words } = splitWords(text);
  const found = new Set<Sex>();
  words.forEach((word, at) => {
    const [before, after] = [words[at - 1], words[at + 1]];
    if (
      FEMALE.test(word.text) &&
      (word.text !== 'gai' || before?.text === 'con') &&
      (word.text !== 'nu' || before?.text !== 'thieu')
    )
      found.add('female');
    if ((word.text === 'phu' && after?.text === 'nu') || (word.text === 'dan' && after?.text === 'ba'))
      found.add('female');
    if (word.text === 'male' || word.text === 'man' || (word.text === 'trai' && before?.text === 'con'))
      found.add('male');
    if (word.text === 'dan' && after?.text === 'ong') found.add('male');
    if (
      word.raw === 'nam' &&
      isMan(
        before?.text ?? '',
        before?.kind === 'number',
        after?.kind === 'number',
        words[at + 2]?.text ?? '',
      )
    )
      found.add('male');
  });
  const [first] = found;
  if (!first) return NONE;
  return found.size > 1
    ? { status: 'unclear', reason: 'several' }
    : { status: 'value', value: first, matched: text.trim() };
}

function isMan(before: string, counted: boolean, numberAfter: boolean, afterNumber: string): boolean {
  if (counted || NOT_A_MAN_BEFORE.test(before)) return false;
  return !numberAfter || /^(?:tuoi|t)$/u.test(afterNumber);
}
