/** Shorter names are too close to each other for a slip to be told from another place. */
const fewestLetters = 5;
const lettersForTwoSlips = 9;

/** The keys that differ from `key` by the fewest slips: one, or two in a long name; a slip adds, drops, changes or swaps. */
export function nearestKeys(key: string, keys: Iterable<string>): readonly string[] {
  if (key.length < fewestLetters) return [];
  let most = key.length >= lettersForTwoSlips ? 2 : 1;
  let nearest: string[] = [];
  for (const other of keys) {
    if (Math.abs(other.length - key.length) > most || other.length < fewestLetters - 1) continue;
    const slips = slipsBetween(key, other, most);
    if (slips > most) continue;
    if (slips < most) nearest = [];
    most = slips;
    nearest.push(other);
  }
  return nearest;
}

/** Damerau-Levenshtein distance of neighbouring swaps; anything over `most` is just over it. */
function slipsBetween(one: string, other: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let lowest = row;
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      let slips = Math.min(
        (above[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (above[at - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (swapped) slips = Math.min(slips, (before[at - 2] ?? 0) + 1);
      current.push(slips);
      lowest = Math.min(lowest, slips);
    }
    if (lowest > most) return most + 1;
    before = above;
    above = current;
  }
  return above[other.length] ?? most + 1;
}
