/**
 * What became of a sending, by who must act.
 * `retry`: the platform is busy or away; again later, after `afterMs` where it said so, and the whole channel waits with
 * `channelWide`. `unknown`: it may have been delivered; once more and no more. `reschedule`: not allowed now, allowed later.
 * `stop`: the person can't be reached until they write again. `refused`: the platform doesn't take this message, whose form is
 * a bug of ours. `operator`: nothing goes out on this channel until somebody puts it right.
 * `reason` is a code of the platform or of ours, never what was said.
 */
export type SendResult =
  | Readonly<{ status: 'sent' }>
  | Readonly<{ status: 'retry'; reason: string; afterMs?: number; channelWide?: boolean }>
  | Readonly<{ status: 'unknown'; reason: string }>
  | Readonly<{ status: 'reschedule'; reason: string; afterMs: number }>
  | Readonly<{ status: 'stop'; reason: string }>
  | Readonly<{ status: 'refused'; reason: string }>
  | Readonly<{ status: 'operator'; reason: string }>;
