import { COMMANDS, type Command } from './commandPhrases.js';
import { stripMarks } from './foldText.js';
import { splitWords } from './words.js';

export type { Command } from './commandPhrases.js';

/** The command a message gives, if it gives one. */
export type CommandReading =
  { readonly status: 'value'; readonly value: Command } | { readonly status: 'none' };

const POLITE = new Set(
  'a ah da vang nhe nha nhen di oi ad ban em anh chi voi cho giup dum gium ho luon nua thoi nao ne hen please dung vui long xin hay muon can duoc khong ko toi minh tui'.split(
    ' ',
  ),
);

const NAMES = [
  'cancel',
  'back',
  'restart',
  'person',
  'help',
  'english',
  'vietnamese',
  'delete_data',
  'my_data',
  'more',
  'why',
  'continue',
  'skip',
] as const satisfies readonly Command[];

const BY_PHRASE: ReadonlyMap<string, Command> = new Map(
  NAMES.flatMap((command) => COMMANDS[command].map((phrase): [string, Command] => [phrase, command])),
);

/**
 * The command a whole message gives ("dung", "quay lại", "gặp người", "/help"), polite words around it left out. A sentence
 * that only holds such a word ("muốn dừng đóng thì sao") is none.
 */
export function readCommand(text: string): CommandReading {
  if (text.length > 120) return { status: 'none' };
  const { words } = splitWords(text);
  const spoken = words.filter((word) => word.kind !== 'mark');
  // "đúng" (right) and "dùng" (use) are no "dừng" (stop).
  if (spoken.length === 1 && /^(?:đúng|dùng|đứng|ngủng|dụng)$/u.test(spoken[0]?.raw ?? ''))
    return { status: 'none' };
  for (const form of [spoken.map((word) => stripMarks(word.raw)), spoken.map((word) => word.text)]) {
    const command =
      BY_PHRASE.get(form.join(' ')) ??
      BY_PHRASE.get(trimPolite(form).join(' ')) ??
      BY_PHRASE.get(trimEnd(form).join(' '));
    if (command) return { status: 'value', value: command };
  }
  return { status: 'none' };
}

function trimPolite(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length - 1 && POLITE.has(words[from] ?? '')) from += 1;
  return trimEnd(words.slice(from));
}

function trimEnd(words: readonly string[]): readonly string[] {
  let to = words.length;
  while (to > 1 && POLITE.has(words[to - 1] ?? '')) to -= 1;
  return words.slice(0, to);
}
