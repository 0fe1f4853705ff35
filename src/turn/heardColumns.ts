import type { InboundMessage } from './acceptMessage.js';
import { readEntry } from './readEntry.js';

/** What a message changes of its conversation besides the numbers. `now`: epoch milliseconds. */
export function heardColumns({ activity, address }: InboundMessage, now: number) {
  return {
    ...(activity.type === 'message' ? { opted_out_at: null } : {}),
    // The newest link, poster or event by which somebody came is the one that brought them.
    ...readEntry(activity.channelData?.ref),
    // Who writes can be reached again.
    ...(address === undefined ? {} : { address, heard_at: now, unreachable_since: null }),
  };
}
