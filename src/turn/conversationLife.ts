import type { Instant } from '../records/index.js';

/** Clocks of two instances are never this far apart, nor were those of an earlier version that took the time as it came. */
const marginMs = 31 * 24 * 60 * 60 * 1000;

/**
 * No message of a conversation lies before this, so that looking for one takes no more months than the conversation is old: PostgreSQL
 * plans each of them anew in every statement (docs/growth.md has the figures).
 */
export function beginOf(conversation: Readonly<{ created_at: Instant }>): Instant {
  return conversation.created_at - marginMs;
}

/** The time of a message that comes or goes now: by a clock that is behind it would lie before its conversation, and not be found. */
export function timeIn(conversation: Readonly<{ created_at: Instant }>, now: Instant): Instant {
  return Math.max(now, conversation.created_at);
}
