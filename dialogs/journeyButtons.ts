import type { ChatTurn, ChoiceButton } from './ChatTurn.js';
import { isPensionTopic } from './plan/beginPlan.js';

/** Answers about the age, after which one asks when rather than how much. */
const ageTopics = ['tn-tuoi-huu', 'tn-thoi-diem-huu'];
/** Answers about when a card holds: a day told after them is the end of one's own. */
export const validityTopics = ['yt-hieu-luc', 'yt-gian-doan', 'yt-gia-han'];
/** Answers about groups that pay less: one named after them is one's own. */
export const groupTopics = ['yt-ho-ngheo', 'yt-ho-tro', 'yt-nhieu-dien', 'yt-ho-nong-nghiep'];
const giftTopic = 'tn-tang-so';
const placeTopics = ['chung-diem-thu', 'yt-mua-o-dau'];
const fraudTopic = 'chung-lua-dao';

/** The button of what an answer leads on to and can be worked out; undefined for most answers. */
export function journeyButton(turn: ChatTurn, topic: string): ChoiceButton | undefined {
  if (ageTopics.includes(topic)) return turn.button('plan_when');
  if (isPensionTopic(topic)) return turn.button('plan');
  if (validityTopics.includes(topic)) return turn.button('card_valid');
  if (groupTopics.includes(topic)) return turn.button('cheaper');
  if (topic === fraudTopic) return turn.button('check_claim');
  if (placeTopics.includes(topic) && !turn.scope.localities.places.isEmpty) return turn.button('near_me');
  return topic === giftTopic ? turn.button('gift') : undefined;
}
