/** A choice of a message: the message's number in its conversation, and the place of the choice from 0. */
export type ChoiceReference = Readonly<{ seq: number; index: number }>;

/** As it travels with a button, `#12.1`: short enough for every platform, and it tells a late tap from a fresh one. */
export function writeChoice({ seq, index }: ChoiceReference): string {
  return `#${seq}.${index + 1}`;
}

/** Reads a reference at the end of a text and gives what stands before it; undefined when there is none. */
export function readChoiceReference(
  text: string,
): Readonly<{ reference: ChoiceReference; before: string }> | undefined {
  const match = /^(.*?)\s*#(\d{1,15})\.(\d{1,3})$/s.exec(text.trim());
  if (match === null) return undefined;
  const [, before = '', seq, place] = match;
  const index = Number(place) - 1;
  return index < 0 ? undefined : { reference: { seq: Number(seq), index }, before };
}
