/**
 * Splits a text into parts of at most `limit` UTF-16 units: between paragraphs where it can, else lines, sentences, words, and
 * never inside a letter with its marks. A text is put into composed Unicode first, as platforms count it. Bold that spans a
 * cut is closed and opened again.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const composed = text.normalize('NFC').trim();
  if (composed.length <= limit) return composed === '' ? [] : [composed];
  // Closing and opening bold at a cut needs four signs.
  return balanceBold(cut(composed, limit - 4));
}

function cut(text: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = lastBreak(rest, limit);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** Below this share of the limit a better kind of break isn't worth a much shorter part. */
const leastShare = 0.4;

function lastBreak(text: string, limit: number): number {
  const least = limit * leastShare;
  for (const boundary of [/\n\s*\n/g, /\n/g, sentenceEnd, /\s+/g]) {
    const at = lastMatch(text, boundary, limit);
    if (at >= least) return at;
  }
  return hardBreak(text, limit);
}

// A number in a list ("1. ") and an abbreviation ("P. 5", "TP. Huế") end no sentence.
const sentenceEnd = /(?<!(?:^|\s)(?:\d{1,2}|\p{Lu}{1,2}))[.!?…]["”’)]?\s+/gu;

/** Where the text goes on after the last boundary that leaves a part within the limit; 0 when there is none. */
function lastMatch(text: string, boundary: RegExp, limit: number): number {
  let last = 0;
  for (const match of text.slice(0, limit + 1).matchAll(boundary)) {
    const at = match.index + match[0].trimEnd().length;
    if (at <= limit && at > 0) last = at;
  }
  return last;
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

function hardBreak(text: string, limit: number): number {
  let at = 0;
  for (const { index, segment } of letters.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit) break;
    at = index + segment.length;
  }
  // One letter longer than a whole message is no text.
  return at === 0 ? limit : at;
}

function balanceBold(parts: readonly string[]): readonly string[] {
  let open = false;
  return parts.map((part) => {
    const begun = open ? `**${part}` : part;
    open = begun.split('**').length % 2 === 0;
    return open ? `${begun}**` : begun;
  });
}
