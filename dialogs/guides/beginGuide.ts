import type { DialogContext } from 'botbuilder-dialogs';
import type { GuideText } from '../../src/content/index.js';
import { wishesGuide } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { allGuides, guideOfTopic, namedGuideButton } from './findGuide.js';

export const guideDialogId = 'guide';

/**
 * Begins the guide that the message asks for: by its name, by the button, or by words ("hướng dẫn", "chỉ tôi từng bước") after an
 * answer that has one. False when it asks for none.
 */
export async function beginWishedGuide(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const named = findNamedGuide(turn);
  if (named !== undefined) return beginGuide(turn, dialogs, named);
  const { topic, lastWas } = turn.memory;
  const guide = topic === undefined ? undefined : guideOfTopic(turn, topic);
  if (turn.says('guide')) return guide === undefined ? askWhichGuide(turn) : beginGuide(turn, dialogs, guide);
  if (guide === undefined || lastWas !== 'topic' || !wishesGuide(turn.text)) return false;
  return beginGuide(turn, dialogs, guide);
}

/** Begins a guide at its first step. */
export async function beginGuide(turn: ChatTurn, dialogs: DialogContext, guide: GuideText): Promise<true> {
  rememberGuide(turn, guide);
  await dialogs.beginDialog(guideDialogId, { guide: guide.id });
  return true;
}

/** "hướng dẫn" from here on means this guide, whatever was asked in between. */
export function rememberGuide({ memory }: ChatTurn, { topics }: GuideText): void {
  if (memory.topic === undefined || !topics.includes(memory.topic)) memory.topic = topics[0];
  Object.assign(memory, { lastWas: 'topic', offered: [], misses: 0 });
}

/** The guide whose button the message is. */
export function findNamedGuide(turn: ChatTurn): GuideText | undefined {
  return allGuides(turn).find(({ title }) => turn.names(title) && turn.says('guide_named', { title }));
}

/** A button of long ago was pressed: the matter it belonged to is no longer known. */
async function askWhichGuide(turn: ChatTurn): Promise<true> {
  const guides = allGuides(turn);
  await turn.say({
    text: turn.t('guide.which'),
    choices: [...guides.map((guide) => namedGuideButton(turn, guide)), turn.button('call_me')],
  });
  return true;
}
