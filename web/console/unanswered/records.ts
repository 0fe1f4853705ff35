import { isRecord } from '../common/isRecord.js';

export const outcomes = ['handoff', 'clarify', 'other_matter'] as const;
export type Outcome = (typeof outcomes)[number];

/** Questions without an answer that ask for the same. */
export interface UnansweredGroup {
  readonly id: string;
  readonly locale: 'vi' | 'en';
  readonly text: string;
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** The most frequent wordings. */
  readonly wordings: readonly { readonly text: string; readonly count: number }[];
  readonly wordingCount: number;
}

/** What became of a group that was added to a topic. */
export interface Adopted {
  readonly topic: string;
  readonly count: number;
}

export function isAdopted(value: unknown): value is Adopted {
  return isRecord(value) && typeof value['topic'] === 'string' && typeof value['count'] === 'number';
}
