import type { Translator } from '../../i18n/index.js';
import type { Cipher } from '../../privacy/index.js';
import type { Records } from '../../records/index.js';
import type { OutboundActivity } from '../activities.js';
import type { WaitingMessage } from '../commitTurn.js';
import type { Interpreted } from '../interpretChoice.js';
import type { ConversationAtTurn } from '../readNext.js';
import { spokenLocale } from '../spokenLocale.js';
import type { HandlingChange } from './handlingColumns.js';
import { endOfClock, handlingTable } from './handlingTable.js';
import { areOfficersAtWork } from './officersAtWork.js';
import { readHandlingEvent } from './readHandlingEvent.js';
import { sayHandling } from './sayHandling.js';

type HandlingDependencies = Readonly<{
  records: Records;
  cipher: Cipher;
  words: Translator;
  now: () => Date;
}>;

/** What a message means for who answers: the citizen is told what changes, or nothing is said, or (neither) the bot answers. */
export async function handleMessage(
  dependencies: HandlingDependencies,
  conversation: ConversationAtTurn,
  waiting: WaitingMessage,
  interpreted: Interpreted,
): Promise<Readonly<{ reply?: OutboundActivity; isSilent?: boolean; handling?: HandlingChange }>> {
  const { records, words } = dependencies;
  const text = interpreted.status === 'said' ? (interpreted.inbound.text ?? '') : '';
  const at = dependencies.now().getTime();
  // Whoever writes after the time ran out is answered, also before a sweep has seen it.
  const isOver = conversation.silent_until !== null && conversation.silent_until <= at;
  const state = isOver ? 'timed_out' : conversation.handling;
  const said = readHandlingEvent(text, state, true);
  const isCall = said === 'citizen_asked_person' && (state === 'bot' || state === 'timed_out');
  // Where nobody is at work, the conversation itself says who is reached how.
  const event = isCall && !(await areOfficersAtWork(records, at)) ? 'citizen_wrote' : said;
  const handled = handlingTable[state][event];
  if ('refused' in handled) return {};
  const handling =
    handled.to === state && handled.clock !== 'start'
      ? {}
      : {
          handling: {
            to: handled.to,
            until: endOfClock(handled, conversation.silent_until, at),
            by: handled.to === 'officer' ? conversation.handled_by : null,
            isNew: handled.to !== state,
          },
        };
  if (handled.tells === undefined) return { ...handling, isSilent: handled.bot === 'silent' };
  const locale = await spokenLocale(dependencies, conversation, waiting.seq);
  return { ...handling, reply: sayHandling(words(locale), locale, handled.tells) };
}
