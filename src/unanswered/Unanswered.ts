import type { UnansweredQuestionsTable } from '../records/index.js';

/** How a question came to be without an answer. */
export type UnansweredOutcome = UnansweredQuestionsTable['outcome'];
export const unansweredOutcomes = [
  'clarify',
  'handoff',
  'other_matter',
] as const satisfies readonly UnansweredOutcome[];

/** What is kept of a question: its wording without personal data, and what it is likened by. */
export type UnansweredQuestion = Readonly<{
  locale: 'vi' | 'en';
  outcome: UnansweredOutcome;
  text: string;
  /** Concepts and words of the message as it was read. */
  marks: readonly string[];
}>;

/** A question as it is kept, with when it was asked (milliseconds since 1970). */
export type KeptQuestion = UnansweredQuestion & Readonly<{ id: string; at: number }>;
