/**
 * The sentences in which two texts differ, in order; whole paragraphs where their sentences don't correspond, and the whole
 * texts where their paragraphs don't.
 */
export function differingSentences(
  before: string,
  after: string,
): Readonly<{ before: string; after: string }> {
  const paragraphs = pairsOf(before.split('\n\n'), after.split('\n\n'));
  if (paragraphs === undefined) return { before, after };
  const differing = paragraphs.flatMap(([old, next]) => {
    if (old === next) return [];
    const sentences = pairsOf(toSentences(old), toSentences(next)) ?? [[old, next] as const];
    return sentences.filter(([one, other]) => one !== other);
  });
  return {
    before: differing.map(([old]) => old).join(' '),
    after: differing.map(([, next]) => next).join(' '),
  };
}

/** A full stop within a figure has no space after it. */
function toSentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?…:])\s+/u);
}

/** Two lists side by side; undefined where one is longer. */
function pairsOf(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [string, string])[] | undefined {
  if (before.length !== after.length) return undefined;
  return before.map((text, index) => [text, after[index] ?? ''] as const);
}
