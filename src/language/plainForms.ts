import { stripMarks } from './foldText.js';
import { splitWords } from './words.js';

/** The unmarked words of a message twice: as they were typed, English among them, and with typing slips repaired. */
export function plainForms(text: string): readonly (readonly string[])[] {
  const words = splitWords(text).words.filter(({ kind }) => kind !== 'mark');
  return [words.map(({ raw }) => stripMarks(raw)), words.map((word) => word.text)];
}
