import type { ChatTurn, ChoiceButton } from './ChatTurn.js';
import { isPensionTopic } from './plan/beginPlan.js';

/** Answers about the age, after which one asks when rather than how much. */
const ageTopics = ['tn-tuoi-huu', 'tn-thoi-diem-huu'];
const validityTopics = ['yt-hieu-luc', 'yt-gian-doan', 'yt-gia-han'];
const groupTopics = ['yt-ho-ngheo', 'yt-ho-tro', 'yt-nhieu-dien', 'yt-ho-nong-nghiep'];
const giftTopic = 'tn-tang-so';

/** The button of what an answer leads on to and can be worked out; undefined for most answers. */
export function journeyButton(turn: ChatTurn, topic: string): ChoiceButton | undefined {
  if (ageTopics.includes(topic)) return turn.button('plan_when');
  if (isPensionTopic(topic)) return turn.button('plan');
  if (validityTopics.includes(topic)) return turn.button('card_valid');
  if (groupTopics.includes(topic)) return turn.button('cheaper');
  return topic === giftTopic ? turn.button('gift') : undefined;
}
