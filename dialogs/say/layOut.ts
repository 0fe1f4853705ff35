/** A bubble that a small telephone shows whole, in characters. */
const longestBubble = 320;
const mostBubbles = 3;

/** What has to be said in one turn: everything in `texts`, of `notes` as many as there is room for, and `source` at the end. */
export type Content = Readonly<{
  texts: readonly string[];
  /** Heads the notes. */
  mind?: string;
  notes?: readonly string[];
  source?: string;
  /** Where all of it can be kept; the last line. */
  link?: string;
  /** Announces the notes that are left out. */
  more?: (left: number) => string;
}>;

/** Bubbles in their order, and how many notes they hold; the others have to be offered. */
export type Layout = Readonly<{ bubbles: readonly string[]; notes: number }>;

/** Lays a turn out in at most three short bubbles; a text is never cut, and one too long for a bubble stands alone. */
export function layOut({ texts, mind = '', notes = [], source, link, more }: Content): Layout {
  for (let count = notes.length; ; count -= 1) {
    const lines = notes.slice(0, count).map((note) => `- ${note}`);
    const parts = [
      ...texts.map((text) => ({ text, joint: '\n\n' })),
      ...lines.map((text, index) =>
        index === 0 ? { text: `${mind}\n${text}`, joint: '\n\n' } : { text, joint: '\n' },
      ),
      ...(more === undefined || count === notes.length
        ? []
        : [{ text: more(notes.length - count), joint: '\n\n' }]),
      ...(source === undefined ? [] : [{ text: source, joint: '\n\n' }]),
      ...(link === undefined ? [] : [{ text: link, joint: '\n\n' }]),
    ];
    const bubbles = pack(parts);
    if (bubbles.length <= mostBubbles || count === 0) return { bubbles, notes: count };
  }
}

/** Lines one under the other in as few bubbles as their length allows. */
export function layOutLines(lines: readonly string[]): readonly string[] {
  return pack(lines.map((text) => ({ text, joint: '\n' })));
}

function pack(parts: readonly Readonly<{ text: string; joint: string }>[]): readonly string[] {
  const bubbles: string[] = [];
  for (const { text, joint } of parts) {
    const last = bubbles.at(-1);
    const joined = last === undefined ? text : `${last}${joint}${text}`;
    if (last === undefined || joined.length > longestBubble) bubbles.push(text);
    else bubbles[bubbles.length - 1] = joined;
  }
  return bubbles;
}
