/** How the box should behave for the value asked: which keyboard, and what the phone may fill in by itself. */
export interface InputHints {
  readonly inputmode: 'text' | 'tel' | 'numeric';
  readonly autocomplete: string;
}

const plain: InputHints = { inputmode: 'text', autocomplete: 'off' };

// Not for incomes: they are written with words ("2 triệu rưỡi", "5 củ"), digits alone would not do.
const hints: ReadonlyMap<string, InputHints> = new Map<string, InputHints>([
  ['phone', { inputmode: 'tel', autocomplete: 'tel' }],
  ['name', { inputmode: 'text', autocomplete: 'name' }],
  ['members', { inputmode: 'numeric', autocomplete: 'off' }],
  ['months', { inputmode: 'numeric', autocomplete: 'off' }],
]);

/** The hints for `channelData.expects`; plain text for what is not listed. */
export function inputHints(expects: string | undefined): InputHints {
  return hints.get(expects ?? '') ?? plain;
}

/** Longest message the box sends, in UTF-16 units. */
export const maxMessageLength = 1000;

/** Longest message of a plain form: what the script would refuse to send gets a polite answer instead. */
export const longestFormMessage = 4_000;
