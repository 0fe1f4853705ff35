/** A reply that could not be sent and was given up. */
export interface DeadLetter {
  readonly id: string;
  readonly channel: string;
  /** A code of ours, or the platform's own. */
  readonly failure: string;
  readonly attempts: number;
  readonly failedAt: string;
  readonly createdAt: string;
  /** Masked; null where it can't be read. */
  readonly text: string | null;
}

/** Reasons that have a sentence of their own; any other is the platform's and is shown as it came. */
export const knownFailures: readonly string[] = [
  'unreachable',
  'no_address',
  'expired',
  'window_closed',
  'fault',
];
