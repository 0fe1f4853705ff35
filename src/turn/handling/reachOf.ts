import type { ConversationsTable } from '../../records/index.js';
import type { Selectable } from 'kysely';

/** `windowMs`: so long after the person's last message something may be sent. `freeMs`: so long it costs nothing. */
export type ChannelWindow = Readonly<{ windowMs: number | undefined; freeMs?: number | undefined }>;

/**
 * Whether an officer may write to the person now.
 * `closed`: `window` the platform lets nobody write so long after the person's last message; `unreachable` they blocked us or
 * left; `opted_out` they took consent back and haven't written since; `forgotten` they closed the conversation for good;
 * `no_channel` the channel has no settings any more. `closesAt` and `freeUntil` in milliseconds since 1970.
 */
export type Reach =
  | Readonly<{ status: 'open'; closesAt?: number; freeUntil?: number }>
  | Readonly<{
      status: 'closed';
      reason: 'window' | 'unreachable' | 'opted_out' | 'forgotten' | 'no_channel';
    }>;

type Row = Readonly<
  Pick<Selectable<ConversationsTable>, 'heard_at' | 'unreachable_since' | 'opted_out_at' | 'forgotten_at'>
>;

/** See `Reach`. `window` is undefined for a channel that is not there. */
export function reachOf(row: Row, window: ChannelWindow | undefined, at: number): Reach {
  if (row.forgotten_at !== null) return { status: 'closed', reason: 'forgotten' };
  if (row.unreachable_since !== null) return { status: 'closed', reason: 'unreachable' };
  if (row.opted_out_at !== null) return { status: 'closed', reason: 'opted_out' };
  if (window === undefined) return { status: 'closed', reason: 'no_channel' };
  const { windowMs, freeMs } = window;
  if (row.heard_at === null || windowMs === undefined) return { status: 'open' };
  const closesAt = row.heard_at + windowMs;
  if (at > closesAt) return { status: 'closed', reason: 'window' };
  return {
    status: 'open',
    closesAt,
    ...(freeMs === undefined ? {} : { freeUntil: row.heard_at + freeMs }),
  };
}
