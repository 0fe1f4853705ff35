import { readProduct, splitQuestions } from '../src/language/index.js';
import type { FaqMatch, TopicAnswer } from '../src/content/index.js';
import type { ChatTurn, ChoiceButton } from './ChatTurn.js';
import { bubblesOf, findTopic, rememberTopic } from './questions.js';

/** Bubbles in one turn; the last one is kept for what is left over. */
const mostBubbles = 3;
const mostOffered = 3;
const longestQuote = 60;

/** `answered`: everything was. `offered`: buttons wait. `estimate`: one of the questions asks for a calculation, still to be begun. */
export type Several = Readonly<{ status: 'answered' | 'offered' | 'nothing'; estimate?: FaqMatch }>;

type Part = Readonly<{ question: string; match: FaqMatch; found: TopicAnswer | undefined }>;

/**
 * Answers a message that asks several things: the first two at once where there is room, the others as buttons, and what nothing
 * approved answers is said so. Nothing said where it asks one thing only, or where fewer than two of its questions are understood.
 */
export async function answerSeveral(turn: ChatTurn, others: readonly ChoiceButton[]): Promise<Several> {
  const parts = partsOf(turn);
  const answered = distinct(parts.flatMap(({ found }) => found ?? []));
  if (answered.length === 0 || parts.length < 2 || understood(parts) < 2) return { status: 'nothing' };
  const estimate = parts.find(({ match }) => match.decision === 'estimate')?.match;
  const [first] = answered;
  if (estimate !== undefined && first !== undefined) {
    rememberTopic(turn, first);
    await turn.sayAll(bubblesOf(turn, first));
    return { status: 'answered', estimate };
  }
  const unknown = parts.filter(({ match }) => match.decision === 'handoff');
  const open = parts.filter(({ found, match }) => found === undefined && match.decision === 'clarify');
  const maybe = distinct(
    open.flatMap(({ match }) =>
      match.candidates.slice(0, 2).flatMap(({ topic }) => findTopic(turn, topic) ?? []),
    ),
  );
  const said = roomFor(turn, answered, unknown.length + maybe.length > 0);
  const offered = distinct([...answered.filter((one) => !said.includes(one)), ...maybe])
    .filter(({ topic }) => !said.some((one) => one.topic === topic))
    .slice(0, mostOffered);
  for (const found of said) rememberTopic(turn, found);
  turn.memory.offered = offered.map(({ topic }) => topic);
  const bubbles = said.flatMap((found) => bubblesOf(turn, found));
  const rest = [
    ...unknown.slice(0, 1).map(({ question }) => turn.t('several.unknown', { question: quote(question) })),
    ...(offered.length === 0 ? [] : [turn.t('several.more')]),
  ];
  if (rest.length === 0) {
    await turn.sayAll(bubbles, { choices: others });
    return { status: 'answered' };
  }
  await turn.sayAll([...bubbles, rest.join(' ')], {
    choices: [...offered.map(({ title }) => ({ title })), ...others],
  });
  return { status: 'offered' };
}

/** Each question matched by itself; one that names no insurance is meant of the one that the message or the talk is about. */
function partsOf(turn: ChatTurn): readonly Part[] {
  const questions = splitQuestions(turn.text);
  if (questions.length < 2) return [];
  const whole = readProduct(turn.text);
  const product = whole.status === 'value' ? whole.value : productOf(turn.memory.topic);
  const parts = questions.map((question) => partOf(turn, question, product));
  const others = new Set(parts.flatMap((part) => productOf(part.found?.topic ?? likeliest(part)) ?? []));
  const [only] = others;
  // What the other questions are about tells what one that names nothing is about.
  if (product !== undefined || only === undefined || others.size > 1) return parts;
  return parts.map((part) => (part.found === undefined ? partOf(turn, part.question, only) : part));
}

function partOf(turn: ChatTurn, question: string, product: 'vsi' | 'hhi' | undefined): Part {
  const match = matchPart(turn, question, product);
  const found =
    match.decision === 'answer' && match.topic !== null ? findTopic(turn, match.topic) : undefined;
  return { question, match, found };
}

function likeliest({ match }: Part): string | undefined {
  return match.decision === 'clarify' ? match.candidates[0]?.topic : undefined;
}

function matchPart(turn: ChatTurn, question: string, product: 'vsi' | 'hhi' | undefined): FaqMatch {
  const { content } = turn.scope;
  const alone = content.match(question, turn.memory.locale);
  const isNamed = readProduct(question).status !== 'none';
  if (alone.decision === 'answer' || product === undefined || isNamed) return alone;
  const named = content.match(
    `${question.replace(/\?+$/, '')} ${turn.t(`product.${product}`)}`,
    turn.memory.locale,
  );
  return named.decision === 'answer' || alone.decision === 'handoff' ? named : alone;
}

function productOf(topic: string | undefined): 'vsi' | 'hhi' | undefined {
  if (topic?.startsWith('tn-') === true) return 'vsi';
  return topic?.startsWith('yt-') === true ? 'hhi' : undefined;
}

/** Questions that an answer or a choice of topics was found for. */
function understood(parts: readonly Part[]): number {
  return parts.filter(({ match }) => ['answer', 'clarify', 'estimate'].includes(match.decision)).length;
}

/** The first answer, and the second where both leave room for what is left to say. */
function roomFor(
  turn: ChatTurn,
  answers: readonly TopicAnswer[],
  leavesMore: boolean,
): readonly TopicAnswer[] {
  const [first, second] = answers;
  if (first === undefined || second === undefined) return answers;
  const bubbles = [first, second].flatMap((found) => bubblesOf(turn, found)).length;
  const room = leavesMore || answers.length > 2 ? mostBubbles - 1 : mostBubbles;
  return bubbles <= room ? [first, second] : [first];
}

function distinct(answers: readonly TopicAnswer[]): readonly TopicAnswer[] {
  return answers.filter(({ topic }, index) => answers.findIndex((other) => other.topic === topic) === index);
}

function quote(question: string): string {
  const bare = question.replace(/[\s?.!,]+$/u, '').replace(/[*_`[\]<>]/gu, '');
  return bare.length <= longestQuote ? bare : `${bare.slice(0, longestQuote).trimEnd()}…`;
}
