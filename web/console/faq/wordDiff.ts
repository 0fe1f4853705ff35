export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many comparisons the changed middle is shown as replaced as a whole. */
const mostComparisons = 4_000_000;

/**
 * What changed from `before` to `after`, word by word; in Vietnamese a word is a syllable. A template reference, a figure
 * and a date count as one word. Joining the parts that aren't `added` gives `before`, those that aren't `removed` gives `after`.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const a = toWords(before);
  const b = toWords(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = compare(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const parts: DiffPart[] = [
    ...a.slice(0, start).map((text) => ({ kind: 'same', text }) as const),
    ...middle,
    ...a.slice(a.length - end).map((text) => ({ kind: 'same', text }) as const),
  ];
  return join(bridgeSpaces(parts));
}

/** References, figures and dates with their dots, commas and slashes, syllables, and everything else by itself. */
const words = /\{\{.*?\}\}|\{%.*?%\}|\p{N}+(?:[.,/]\p{N}+)+|[\p{L}\p{M}\p{N}_]+|\s|[^\s]/gsu;

function toWords(text: string): readonly string[] {
  return text.normalize('NFC').match(words) ?? [];
}

/** Longest common subsequence by dynamic programming; texts here have a few hundred words. */
function compare(a: readonly string[], b: readonly string[]): DiffPart[] {
  if (a.length * b.length > mostComparisons) {
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ];
  }
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      parts.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'removed', text: left ?? '' });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: right });
      j += 1;
    }
  }
  return parts;
}

/** A space between two changed words belongs to the change; otherwise old and new words alternate and can't be read. */
function bridgeSpaces(parts: readonly DiffPart[]): readonly DiffPart[] {
  const result: DiffPart[] = [];
  let removed = '';
  let added = '';
  const close = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  parts.forEach((part, index) => {
    const next = parts[index + 1];
    const bridges =
      /^[^\S\n]$/.test(part.text) &&
      removed !== '' &&
      added !== '' &&
      next !== undefined &&
      next.kind !== 'same';
    if (part.kind === 'removed') removed += part.text;
    else if (part.kind === 'added') added += part.text;
    else if (bridges) {
      removed += part.text;
      added += part.text;
    } else {
      close();
      result.push(part);
    }
  });
  close();
  return result;
}

function join(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === part.kind)
      joined[joined.length - 1] = { kind: part.kind, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}
