import { estimateHousehold, estimateHouseholdChoice, type Estimate } from '../../src/estimates/index.js';
import { formatDate, formatVnd } from '../../src/i18n/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { isPensionTopic } from '../plan/beginPlan.js';
import { answerTopic, bubblesOf, findTopic, rememberTopic } from '../questions.js';
import { sayNextChange } from './sayNextChange.js';

/** Answers about prices of household health insurance to come; they tell what is planned beside what is published. */
const healthTopic = 'yt-nam-2027';
const asksOfChange =
  /\b(?:sang nam|nam sau|nam toi|qua nam|nam moi|sap toi|toi day|ve sau|thoi gian toi|next year|later on)\b|\b(?:co|se|con) (?:tang|giam|doi|thay doi|len|khac)\b|\b(?:will it|does it|is it going to) (?:go up|rise|change|increase)\b/i;
/** Everything that may stand in a question about whatever was just spoken of; one more word names a matter of its own. */
const wordsOfChange = new Set(
  'sang nam sau toi qua moi sap day ve thoi gian co se con tang giam doi thay len khac khong ko k hong gi the nao thi sao vay roi a ah ad nua chua muc gia tien dong phi nay do cai may bao nhieu bn la nhu ha hay luon biet em toi anh chi da what about next year will it go up rise change increase does is going to and the price later on any more much by how'.split(
    ' ',
  ),
);

/**
 * "sang năm có tăng không" right after an answer or the price of a household: what the next known change of the law makes of what
 * was just spoken of. False when a matter of its own is named, or nothing was spoken of.
 */
export async function askedOfNextChange(turn: ChatTurn): Promise<boolean> {
  const said = turn.memory.locale === 'en' ? turn.text.toLowerCase().replace(/[^a-z ]/g, ' ') : turn.plain;
  const words = said.split(/\s+/).filter((word) => word !== '');
  if (!asksOfChange.test(said) || !words.every((word) => wordsOfChange.has(word))) return false;
  const { lastWas, topic, estimate } = turn.memory;
  if (lastWas === 'estimate') return sayHouseholdChange(turn);
  if (lastWas !== 'topic' || topic === undefined) return false;
  const found = findTopic(turn, topic);
  if (found === undefined) return false;
  const isContribution = found.nextStep === 'estimate_voluntary' && !isPensionTopic(topic);
  const ofHousehold = estimate !== undefined && estimate.kind !== 'voluntary' && estimate.kind !== 'plan';
  if (topic.startsWith('tn-') && isContribution && !ofHousehold) return sayNextChange(turn);
  return sayTopicChange(turn, topic);
}

/** The same answer as it will read from the next day on that changes it. */
async function sayTopicChange(turn: ChatTurn, topic: string): Promise<boolean> {
  const { content, today } = turn.scope;
  const now = content.answer(topic, turn.memory.locale, today);
  for (const date of daysToCome(turn)) {
    const then = content.answer(topic, turn.memory.locale, date);
    if (then === undefined || then.answer === now?.answer) continue;
    rememberTopic(turn, then);
    await turn.sayAll([turn.t('next.answer', { from: formatDate(date) }), ...bubblesOf(turn, then)], {
      choices: [turn.button('why'), turn.button('call_me'), turn.button('ask_more')],
      channelData: { topic },
    });
    return true;
  }
  if (
    topic.startsWith('yt-') &&
    topic !== healthTopic &&
    findTopic(turn, topic)?.nextStep === 'estimate_household'
  )
    return answerTopic(turn, healthTopic);
  await turn.say({
    text: turn.t('next.nothing'),
    choices: [turn.button('ask_more'), turn.button('call_me')],
  });
  return true;
}

/** The price of the last household on the first day to come on which it is another. */
async function sayHouseholdChange(turn: ChatTurn): Promise<boolean> {
  const now = totalOn(turn, turn.scope.today);
  if (now === undefined) return false;
  for (const date of daysToCome(turn)) {
    const then = totalOn(turn, date);
    if (then === undefined || then === now) continue;
    await turn.say({
      text: turn.t('next.household', { from: formatDate(date), now: formatVnd(now), then: formatVnd(then) }),
      choices: [turn.button('card_valid'), turn.button('why'), turn.button('call_me')],
    });
    return true;
  }
  return answerTopic(turn, healthTopic);
}

function totalOn(turn: ChatTurn, date: string): number | undefined {
  const { estimate: last } = turn.memory;
  const deps = turn.estimateDeps;
  const made: Estimate<{ total: number }> | undefined =
    last?.kind === 'household'
      ? estimateHousehold({ ...last.input, date }, deps)
      : last?.kind === 'household-choice'
        ? estimateHouseholdChoice({ ...last.input, date }, deps)
        : undefined;
  return made?.status === 'amount' ? made.total : undefined;
}

/** Days to come on which a figure of the law changes, the nearest first. */
function daysToCome({ scope: { content, today } }: ChatTurn): readonly string[] {
  const days = [...content.table.parameters.values()].flatMap(({ values }) => values.map(({ from }) => from));
  return [...new Set(days)].filter((day) => day > today).toSorted();
}
