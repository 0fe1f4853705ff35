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
  readonly locale?: FaqLocale | undefined;
  /** How it is written, to count by. */
  readonly style?: string | undefined;
}

/** A question with the decision on it. */
export type Asked = Question & Readonly<{ match: Match }>;

/** How well an index decides over a set of questions; shares are 0 to 1. */
export interface Evaluation {
  readonly inScope: number;
  /** The right entry stands first, or among the first three, whatever was decided. */
  readonly topOne: number;
  readonly topThree: number;
  /** Share of the questions in scope that are answered at once, and how many of these answers are right. */
  readonly answered: number;
  readonly precision: number;
  /** Share that is answered rightly, or finds the right entry among the choices offered. */
  readonly helped: number;
  /** Share that gets a wrong answer; what is offered or handed over isn't wrong. */
  readonly wrongShare: number;
  /** Share that is offered choices, and share that is handed over. */
  readonly clarified: number;
  readonly handedOver: number;
  readonly outOfScope: number;
  readonly outOfScopeAnswered: number;
  readonly smalltalk: number;
  readonly smalltalkRight: number;
  /** Questions answered with a topic of the other scheme than every accepted one. */
  readonly schemeConfusions: readonly string[];
  readonly wrong: readonly Asked[];
}

const DECISIONS = new Set(['oos', 'handoff', 'smalltalk', 'estimate', 'lead']);
const OFFERED = 3;

/** Asks every question and counts. A question counts as in scope when a topic, and no refusal, is accepted. */
export function evaluate(index: FaqIndex, questions: readonly Question[]): Evaluation {
  return count(index, ask(index, questions));
}

/** Decides every question. */
export function ask(index: FaqIndex, questions: readonly Question[]): readonly Asked[] {
  return questions.map((question) => ({
    ...question,
    match: match(index, question.question, question.locale ?? 'vi'),
  }));
}

/** Counts over decided questions. */
export function count(index: FaqIndex, asked: readonly Asked[]): Evaluation {
  const inScope = asked.filter(isInScope);
  const foreign = asked.filter(({ accepted }) => accepted.includes('oos') && topicsOf(accepted).length === 0);
  const small = asked.filter(({ accepted }) => accepted[0] === 'smalltalk' && accepted.length === 1);
  const answered = inScope.filter(isAnswered);
  const right = answered.filter(
    ({ accepted, match: { topic } }) => topic !== null && accepted.includes(topic),
  );
  const clarified = inScope.filter(({ match: { decision } }) => decision === 'clarify');
  const wrong = asked.filter(
    (one) => isAnswered(one) && !(one.match.topic !== null && one.accepted.includes(one.match.topic)),
  );
  const of = (part: readonly Asked[], whole: readonly Asked[]): number =>
    whole.length === 0 ? 0 : part.length / whole.length;
  return {
    inScope: inScope.length,
    topOne: of(
      inScope.filter((one) => hit(one, 1)),
      inScope,
    ),
    topThree: of(
      inScope.filter((one) => hit(one, OFFERED)),
      inScope,
    ),
    answered: of(answered, inScope),
    precision: of(right, answered),
    helped: of([...right, ...clarified.filter((one) => hit(one, OFFERED))], inScope),
    wrongShare: of(
      answered.filter((one) => !right.includes(one)),
      inScope,
    ),
    clarified: of(clarified, inScope),
    handedOver: of(
      inScope.filter(({ match: { decision } }) => decision === 'handoff' || decision === 'smalltalk'),
      inScope,
    ),
    outOfScope: foreign.length,
    outOfScopeAnswered: of(foreign.filter(isAnswered), foreign),
    smalltalk: small.length,
    smalltalkRight: of(
      small.filter(({ match: { decision } }) => decision === 'smalltalk'),
      small,
    ),
    schemeConfusions: wrong
      .filter(({ match: { topic }, accepted }) => isConfusion(index, topic, topicsOf(accepted)))
      .map(({ question }) => question),
    wrong,
  };
}

/** A topic is accepted, and neither a refusal nor small talk is. */
export function isInScope({ accepted }: Question): boolean {
  return topicsOf(accepted).length > 0 && !accepted.includes('oos') && !accepted.includes('smalltalk');
}

/** A text or a reckoning is given at once; an estimate answers the price it is an estimate of. */
function isAnswered({ match: { decision } }: Asked): boolean {
  return decision === 'answer' || decision === 'estimate';
}

function topicsOf(accepted: readonly string[]): readonly string[] {
  return accepted.filter((id) => !DECISIONS.has(id));
}

function hit({ match: { candidates }, accepted }: Asked, size: number): boolean {
  return candidates.slice(0, size).some(({ topic }) => accepted.includes(topic));
}

function isConfusion(index: FaqIndex, topic: string | null, accepted: readonly string[]): boolean {
  const product = topic === null ? undefined : index.entries.get(topic)?.product;
  const others = accepted.map((id) => index.entries.get(id)?.product);
  if (product === undefined || product === 'common' || others.length === 0) return false;
  return others.every((other) => other !== undefined && other !== 'common' && other !== product);
}
