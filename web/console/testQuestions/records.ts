import { isRecord } from '../common/isRecord.js';

export const results = ['right', 'offered', 'wrong'] as const;
export type TestResult = (typeof results)[number];

/** Expected of a question that nothing approved answers. */
export const noTopic = 'none';

/** A question with what it should be answered with, and what it gets now. */
export interface TestQuestion {
  readonly id: string;
  readonly question: string;
  readonly locale: 'vi' | 'en';
  /** A topic, or `none`. */
  readonly expected: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
  readonly result: TestResult;
  readonly decision: string;
  readonly topic: string | null;
}

interface Judgement {
  readonly result: TestResult;
  readonly decision: string;
  readonly topic: string | null;
}

export interface TrialChange {
  readonly id: string;
  readonly question: string;
  readonly locale: 'vi' | 'en';
  readonly expected: string;
  readonly before: Judgement;
  readonly after: Judgement;
}

/** What a change of an answer would do to the test questions. */
export interface Trial {
  readonly total: number;
  readonly right: { readonly before: number; readonly after: number };
  readonly lost: readonly TrialChange[];
  readonly gained: readonly TrialChange[];
}

export function isTrial(value: unknown): value is Trial {
  return (
    isRecord(value) &&
    isRecord(value['right']) &&
    Array.isArray(value['lost']) &&
    Array.isArray(value['gained'])
  );
}
