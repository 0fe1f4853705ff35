import type { Translate } from '../../i18n/index.js';
import type { OutboundActivity } from '../activities.js';
import type { HandlingNotice } from './handlingTable.js';

/** What the citizen is told when somebody else answers from now on. `officer` is the name of who took over. */
export function sayHandling(
  words: Translate,
  locale: string,
  notice: HandlingNotice,
  officer = '',
): OutboundActivity {
  const titles = choices[notice].map((key) => words(key));
  return {
    type: 'message',
    text: words(`handling:${notice}`, { officer }),
    textFormat: 'markdown',
    locale,
    // Of a person nobody expects an answer at once: the page shows no sign of typing then.
    channelData: { kind: answersPerson.has(notice) ? 'person' : 'handling' },
    ...(titles.length === 0
      ? {}
      : {
          suggestedActions: {
            to: [],
            actions: titles.map((title) => ({ type: 'imBack', title, value: title })),
          },
        }),
  };
}

const answersPerson: ReadonlySet<HandlingNotice> = new Set([
  'waiting',
  'still_waiting',
  'officer_joined',
  'officer_changed',
]);

const choices: Readonly<Record<HandlingNotice, readonly string[]>> = {
  waiting: ['handling:back_to_bot'],
  still_waiting: ['handling:back_to_bot'],
  officer_joined: [],
  officer_changed: [],
  bot_back: [],
  nobody_came: ['chat:button.call_me', 'chat:button.ask_more'],
  officer_gone: ['chat:button.call_me', 'chat:button.ask_more'],
};

/** What an officer wrote in the console, as the citizen sees it: that a person speaks stands in every message. */
export function sayOfficer(words: Translate, locale: string, text: string): OutboundActivity {
  return {
    type: 'message',
    text: words('handling:officer_says', { text }),
    textFormat: 'plain',
    locale,
    channelData: { kind: 'officer' },
  };
}
