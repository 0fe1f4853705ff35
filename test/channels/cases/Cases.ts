import type { CallAnswer, Verdict } from '../../../src/channels/contract.js';

/** A documented delivery: what it is, where that stands, what differs from any other delivery, and what it says. */
export type EventCase = readonly [
  what: string,
  source: string,
  fields: Readonly<Record<string, unknown>>,
  expected: readonly unknown[],
];

/** A documented answer to a call: what it is, where that stands, the answer, and who has to act. */
export type AnswerCase = readonly [
  what: string,
  source: string,
  called: CallAnswer,
  expected: Partial<Verdict>,
];
