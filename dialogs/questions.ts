import type { TopicAnswer } from '../src/content/index.js';
import { asksSomething, readChoice } from '../src/language/index.js';
import type { ChatTurn, ChoiceButton } from './ChatTurn.js';
import { guideButtons } from './guides/findGuide.js';
import { journeyButton } from './journeyButtons.js';
import { settleOffered } from './unanswered.js';

const questionWords =
  /\?|\b(?:gi|sao|nao|bao nhieu|o dau|bao gio|may|the nao|duoc khong|co phai|phai khong|what|how|when|where|why|which|can i|is it)\b/;
const fewestWordsOfAQuestion = 3;
const maxClarifyChoices = 3;

/** Whether a message reads like a question to us rather than an answer to ours. */
export function looksLikeQuestion(turn: ChatTurn): boolean {
  const words = turn.plain.split(' ').length;
  const asks = turn.text.includes('?') || questionWords.test(turn.plain) || asksSomething(turn.text);
  return words >= fewestWordsOfAQuestion && asks;
}

/** A topic among those offered, by number or name. False when none is chosen. */
export async function chooseOffered(turn: ChatTurn): Promise<boolean> {
  const offered = turn.memory.offered.flatMap((topic) => findTopic(turn, topic) ?? []);
  if (offered.length === 0) return false;
  const choice = readChoice(
    turn.text,
    offered.map(({ topic, title }) => ({ value: topic, label: title })),
  );
  if (choice.status !== 'value') return false;
  settleOffered(turn);
  return answerTopic(turn, choice.value);
}

/** Answers the message if an approved answer fits it. Says nothing and is false otherwise. */
export async function answerQuestion(turn: ChatTurn): Promise<boolean> {
  const match = turn.scope.content.match(turn.text, turn.memory.locale);
  const found =
    match.decision === 'answer' && match.topic !== null ? findTopic(turn, match.topic) : undefined;
  if (found === undefined) return false;
  rememberTopic(turn, found);
  await turn.sayAll(bubblesOf(turn, found));
  return true;
}

/** Gives a topic's approved answer with what one may want next. False when the topic isn't published. */
export async function answerTopic(turn: ChatTurn, topic: string): Promise<boolean> {
  const found = findTopic(turn, topic);
  if (found === undefined) return false;
  rememberTopic(turn, found);
  await turn.sayAll(bubblesOf(turn, found), { choices: nextChoices(turn, found), channelData: { topic } });
  return true;
}

/** The rest of the topic answered last. */
export async function answerMore(turn: ChatTurn): Promise<boolean> {
  const found = turn.memory.topic === undefined ? undefined : findTopic(turn, turn.memory.topic);
  if (found === undefined) return false;
  const more = found.more.length > 0 ? found.more : [turn.t('faq.no_more')];
  const related = found.related.slice(0, 2).flatMap((topic) => {
    const other = findTopic(turn, topic);
    return other === undefined ? [] : [{ title: other.title }];
  });
  turn.memory.offered = found.related.slice(0, 2);
  const step = stepButton(turn, found);
  await turn.sayAll(more, {
    choices: [...guideButtons(turn, found.topic), ...related, ...(step === undefined ? [] : [step])],
  });
  return true;
}

/** Which documents the topic answered last rests on. */
export async function answerBasis(turn: ChatTurn): Promise<boolean> {
  const found = turn.memory.topic === undefined ? undefined : findTopic(turn, turn.memory.topic);
  if (found === undefined) return false;
  const lines = found.basis.map((line) => `- ${line}`).join('\n');
  const choices = nextChoices(turn, found).filter(({ title }) => title !== turn.t('button.why'));
  await turn.say({ text: `${turn.t('faq.basis')}\n${lines}`, choices });
  return true;
}

/** Offers up to three topics to choose from, and what else can be pressed. */
export async function askWhich(
  turn: ChatTurn,
  topics: readonly string[],
  others: readonly ChoiceButton[] = [turn.button('other_question')],
): Promise<void> {
  const offered = topics.flatMap((topic) => findTopic(turn, topic) ?? []).slice(0, maxClarifyChoices);
  turn.memory.offered = offered.map(({ topic }) => topic);
  await turn.say({
    text: turn.t('faq.which'),
    choices: [...offered.map(({ title }) => ({ title })), ...others],
  });
}

export function findTopic(turn: ChatTurn, topic: string): TopicAnswer | undefined {
  return turn.scope.content.answer(topic, turn.memory.locale, turn.scope.today);
}

/** "Vì sao" and "xem thêm" mean this answer from here on. */
export function rememberTopic(turn: ChatTurn, { topic }: TopicAnswer): void {
  turn.memory.topic = topic;
  turn.memory.lastWas = 'topic';
  turn.memory.offered = [];
  turn.memory.unsettled = undefined;
  turn.memory.misses = 0;
}

/** An answer with its sources, and what is doubtful in it. */
export function bubblesOf(turn: ChatTurn, { answer, doubtful, documents }: TopicAnswer): readonly string[] {
  const sourced = documents.length === 0 ? answer : `${answer}\n\n${sourceLine(turn, documents)}`;
  return doubtful === undefined ? [sourced] : [sourced, doubtful];
}

/** `Nguồn: Luật BHXH 41/2024/QH15; NĐ 159/2025/NĐ-CP`: every answer and figure names what it rests on. */
export function sourceLine(turn: ChatTurn, documents: Iterable<string>): string {
  return turn.t('faq.source', { documents: [...new Set(documents)].join('; ') });
}

function nextChoices(turn: ChatTurn, found: TopicAnswer): readonly ChoiceButton[] {
  const step = journeyButton(turn, found.topic) ?? stepButton(turn, found);
  return [
    ...guideButtons(turn, found.topic),
    ...(found.more.length > 0 ? [turn.button('more')] : []),
    ...(step === undefined ? [] : [step]),
    ...(found.basis.length > 0 ? [turn.button('why')] : []),
    ...(step?.title === turn.button('call_me').title ? [] : [turn.button('call_me')]),
  ];
}

function stepButton(turn: ChatTurn, { nextStep }: TopicAnswer): ChoiceButton | undefined {
  if (nextStep === undefined) return undefined;
  return {
    estimate_voluntary: turn.button('estimate_voluntary'),
    estimate_household: turn.button('estimate_household'),
    lead: turn.button('call_me'),
    hotline: turn.hotlineButton,
  }[nextStep];
}
