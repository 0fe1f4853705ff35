/** By what a citizen came: a campaign, and where it was met: a stall, a poster, a meeting. */
export type Entry = Readonly<{ campaign: string; event: string | null }>;

const longestCode = 40;
const code = /^[A-Z0-9](?:[A-Z0-9_.]|-(?!-))*$/;

/**
 * Reads a `ref` as links and posters carry it, `TN01` or `TN01--CHO-MOI`: the campaign, and behind two hyphens the event. Both
 * have up to 40 letters, digits and single hyphens, which every platform lets pass; case doesn't count. Undefined for anything
 * else: what somebody typed into an address is kept nowhere.
 */
export function readEntry(ref: unknown): Entry | undefined {
  if (typeof ref !== 'string') return undefined;
  const [campaign = '', event, ...more] = ref.trim().toUpperCase().split('--');
  if (more.length > 0 || !isCode(campaign) || (event !== undefined && !isCode(event))) return undefined;
  return { campaign, event: event ?? null };
}

function isCode(text: string): boolean {
  return text.length <= longestCode && code.test(text);
}
