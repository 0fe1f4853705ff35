import type { Instant } from '../schema.js';

/** A month (UTC) as its first moment, the first moment after it, and how a partition is called after it. */
export type Month = Readonly<{ from: Instant; to: Instant; name: string }>;

/** The month in which a moment lies, or the one that many months later. */
export function monthOf(at: Instant, later = 0): Month {
  const date = new Date(at);
  const first = (months: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const from = first(later);
  return { from, to: first(later + 1), name: new Date(from).toISOString().slice(0, 7).replace('-', '_') };
}
