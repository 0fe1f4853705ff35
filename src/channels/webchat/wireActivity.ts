import type { LoggedActivity } from '../../turn/index.js';
import { withAddress } from '../withAddress.js';

/** A set of activities as Direct Line clients read it; `watermark` is the number up to which the client has seen everything. */
export type ActivitySet = Readonly<{ activities: readonly Record<string, unknown>[]; watermark: string }>;

/** Turns logged messages into an activity set; `after` is where the reader stood before, `publicUrl` where pictures are. */
export function toActivitySet(
  conversationId: string,
  logged: readonly LoggedActivity[],
  after: number,
  publicUrl: string,
): ActivitySet {
  return {
    activities: logged.map((entry) => toWire(conversationId, entry, publicUrl)),
    watermark: String(logged.at(-1)?.seq ?? after),
  };
}

/** Where a client stands: a watermark of ours, or the beginning for anything else. */
export function readWatermark(watermark: string | undefined): number {
  return watermark !== undefined && /^\d{1,15}$/.test(watermark) ? Number(watermark) : 0;
}

function toWire(conversationId: string, entry: LoggedActivity, publicUrl: string): Record<string, unknown> {
  const { id, seq, at } = entry;
  const activity = entry.direction === 'in' ? entry.activity : withAddress(entry.activity, publicUrl);
  return {
    ...activity,
    id,
    timestamp: at.toISOString(),
    channelId: 'directline',
    conversation: { id: conversationId },
    from: entry.direction === 'in' ? { ...entry.activity.from, role: 'user' } : entry.from,
    // Web Chat sorts by this number rather than by clocks.
    channelData: { ...activity.channelData, 'webchat:sequence-id': seq },
  };
}
