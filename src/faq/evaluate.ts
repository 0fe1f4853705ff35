import type { FaqLocale } from './FaqEntry.js';
import type { FaqIndex } from './FaqIndex.js';
import { match, type Match } from './match.js';

/**
 * A question with what may come of it: topic ids, or `oos` (nothing approved answers it), `handoff`, `smalltalk`, `estimate`,
 * `lead`.
 */
export interface Question {
  readonly question: string;
  readonly accepted: readonly string[];
  readonly locale?: FaqLocale;
}

/** How well an index decides over a set of questions; shares are 0 to 1. */
export interface Evaluation {
  readonly inScope: number;
  readonly topOne: number;
  readonly topThree: number;
  /** Share of the questions in scope that are answered at once, and how many of these answers are right. */
  readonly answered: number;
  readonly precision: number;
  readonly outOfScope: number;
  readonly outOfScopeAnswered: number;
  readonly smalltalk: number;
  readonly smalltalkRight: number;
  /** Questions answered with a topic of the other scheme than every accepted one. */
  readonly schemeConfusions: readonly string[];
  readonly wrong: readonly {
    readonly question: string;
    readonly accepted: readonly string[];
    readonly match: Match;
  }[];
}

const DECISIONS = new Set(['oos', 'handoff', 'smalltalk', 'estimate', 'lead']);

/** Asks every question and counts. A question counts as in scope when a topic, and no refusal, is accepted. */
export function evaluate(index: FaqIndex, questions: readonly Question[]): Evaluation {
  const asked = questions.map((question) => ({
    ...question,
    match: match(index, question.question, question.locale ?? 'vi'),
  }));
  const topics = (accepted: readonly string[]): readonly string[] =>
    accepted.filter((id) => !DECISIONS.has(id));
  const inScope = asked.filter(
    ({ accepted }) =>
      topics(accepted).length > 0 && !accepted.includes('oos') && !accepted.includes('smalltalk'),
  );
  const foreign = asked.filter(({ accepted }) => accepted.includes('oos') && topics(accepted).length === 0);
  const small = asked.filter(({ accepted }) => accepted[0] === 'smalltalk' && accepted.length === 1);
  const hit = (entry: (typeof asked)[number], size: number): boolean =>
    entry.match.candidates.slice(0, size).some(({ topic }) => entry.accepted.includes(topic));
  const answered = inScope.filter((entry) => entry.match.decision === 'answer');
  const wrong = asked.filter(
    ({ match: { decision, topic }, accepted }) =>
      decision === 'answer' && !(topic !== null && accepted.includes(topic)),
  );
  return {
    inScope: inScope.length,
    topOne: share(inScope.filter((entry) => hit(entry, 1)).length, inScope.length),
    topThree: share(inScope.filter((entry) => hit(entry, 3)).length, inScope.length),
    answered: share(answered.length, inScope.length),
    precision: share(
      answered.filter(({ match: { topic }, accepted }) => topic !== null && accepted.includes(topic)).length,
      answered.length,
    ),
    outOfScope: foreign.length,
    outOfScopeAnswered: share(
      foreign.filter(({ match: { decision } }) => decision === 'answer').length,
      foreign.length,
    ),
    smalltalk: small.length,
    smalltalkRight: share(
      small.filter(({ match: { decision } }) => decision === 'smalltalk').length,
      small.length,
    ),
    schemeConfusions: wrong
      .filter(({ match: { topic }, accepted }) => isConfusion(index, topic, topics(accepted)))
      .map(({ question }) => question),
    wrong,
  };
}

function isConfusion(index: FaqIndex, topic: string | null, accepted: readonly string[]): boolean {
  const product = topic === null ? undefined : index.entries.get(topic)?.product;
  const others = accepted.map((id) => index.entries.get(id)?.product);
  if (product === undefined || product === 'common' || others.length === 0) return false;
  return others.every((other) => other !== undefined && other !== 'common' && other !== product);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
