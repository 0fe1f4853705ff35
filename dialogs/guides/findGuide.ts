import type { GuideText } from '../../src/content/index.js';
import type { ChatTurn, ChoiceButton } from '../ChatTurn.js';

/** A guide in the citizen's language with today's figures; undefined where there is none to tell. */
export function findGuide(turn: ChatTurn, id: string): GuideText | undefined {
  return turn.scope.content.guides.find(id, turn.memory.locale, turn.scope.today);
}

/** The guide that shows what an answer speaks of. */
export function guideOfTopic(turn: ChatTurn, topic: string): GuideText | undefined {
  return turn.scope.content.guides.forTopic(topic, turn.memory.locale, turn.scope.today);
}

/** Every guide there is. */
export function allGuides(turn: ChatTurn): readonly GuideText[] {
  return turn.scope.content.guides.list(turn.memory.locale, turn.scope.today);
}

/** The button under an answer that has a guide; none under any other. */
export function guideButtons(turn: ChatTurn, topic: string): readonly ChoiceButton[] {
  return guideOfTopic(turn, topic) === undefined ? [] : [turn.button('guide')];
}

/** The button that begins a guide by its name. */
export function namedGuideButton(turn: ChatTurn, { title }: GuideText): ChoiceButton {
  return turn.button('guide_named', { title });
}
