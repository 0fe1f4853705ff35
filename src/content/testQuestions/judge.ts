import type { FaqMatch } from '../ContentSnapshot.js';
import type { TestQuestion } from './documents.js';

/** `right`: answered as expected; `offered`: what is expected stands among the choices; `wrong`: all else. */
export type TestResult = 'right' | 'offered' | 'wrong';

/** What a test question gets, and whether that is what it should get. */
export type Judgement = Readonly<{
  result: TestResult;
  decision: FaqMatch['decision'];
  /** What it is answered with; null where it isn't answered. */
  topic: string | null;
}>;

/** Expected of a question that nothing approved answers. */
export const noTopic = 'none';
const offeredAtMost = 3;

/** Judges what understanding made of a question. An estimate or a lead form that carries the topic answers it too. */
export function judge({ expected }: TestQuestion, match: FaqMatch): Judgement {
  const { decision, topic, candidates } = match;
  const isAnswered = topic !== null && decision !== 'clarify' && decision !== 'handoff';
  const got = isAnswered ? topic : null;
  return { result: resultOf(expected, got, match, candidates), decision, topic: got };
}

function resultOf(
  expected: string,
  got: string | null,
  { decision }: FaqMatch,
  candidates: FaqMatch['candidates'],
): TestResult {
  if (expected === noTopic) return got === null && decision === 'handoff' ? 'right' : 'wrong';
  if (got !== null) return got === expected ? 'right' : 'wrong';
  const offered =
    decision === 'clarify' && candidates.slice(0, offeredAtMost).some(({ topic }) => topic === expected);
  return offered ? 'offered' : 'wrong';
}
