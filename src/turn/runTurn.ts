import { TurnContext, type Activity } from 'botbuilder';
import { forgetEvent, type Bot, type TurnScope } from '../../dialogs/index.js';
import { vietnamDate, type Translator } from '../i18n/index.js';
import { callBy, countConsentedLeads, findOpenLead, type WorkCalendar } from '../leads/index.js';
import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import { activityId, botAccount, type InboundActivity, type OutboundActivity } from './activities.js';
import { commitTurn, type Conversation, type WaitingMessage } from './commitTurn.js';
import { HeldReplyAdapter } from './HeldReplyAdapter.js';
import { interpretChoice, type MarksOf } from './interpretChoice.js';
import { openInbound, stateContext } from './sealedPayload.js';
import { SingleTurnStorage } from './SingleTurnStorage.js';
import { TurnEffects } from './TurnEffects.js';

export type TurnDependencies = Readonly<{
  records: Records;
  cipher: Cipher;
  bot: Bot;
  words: Translator;
  /** Absolute address under which citizens reach the service, for links in replies. */
  publicUrl: string;
  /** The published content at this moment. */
  content: () => TurnScope['content'];
  /** The communes and places at this moment. */
  localities: () => TurnScope['localities'];
  /** On which days officers call. */
  calendar: WorkCalendar;
  /** Whether a channel's clients fetch replies themselves, or we push them. */
  pulls: (channel: string) => boolean;
  marksOf: MarksOf;
  now: () => Date;
  reportFault: (fault: TurnFault) => void;
}>;

/** Event by which a platform tells that a person took back what was agreed to: everything held under it goes. */
export const withdrawEvent = 'an-sinh/withdrawn';

/** The dialogs threw: a bug. The citizen gets an apology and keeps the state from before. */
export type TurnFault = Readonly<{ conversationId: string; seq: number; error: unknown }>;

export type TurnOutcome = 'nothing_waits' | 'done' | 'overtaken';

/**
 * Runs the dialogs on the oldest message that waits in a conversation and commits everything that follows from it at once.
 * `overtaken`: another turn of the conversation, here or in another process, committed in between; nothing was written and
 * the caller tries again on the new state.
 */
export async function runTurn(dependencies: TurnDependencies, conversationId: string): Promise<TurnOutcome> {
  const waiting = await oldestWaiting(dependencies.records, conversationId);
  if (waiting === undefined) return 'nothing_waits';
  const conversation = await dependencies.records.db
    .selectFrom('conversations')
    .select(['id', 'channel', 'user_id', 'version', 'state', 'silent_until'])
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow();

  const result = await runDialogs(dependencies, conversation, waiting);
  const committed = await commitTurn(dependencies, { conversation, waiting, ...result });
  return committed ? 'done' : 'overtaken';
}

async function oldestWaiting(records: Records, conversationId: string): Promise<WaitingMessage | undefined> {
  return records.db
    .selectFrom('inbox')
    .select(['conversation_id as conversationId', 'seq', 'payload'])
    .where('conversation_id', '=', conversationId)
    .where('processed_at', 'is', null)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
}

type DialogResult = Readonly<{
  state: string | undefined;
  replies: readonly OutboundActivity[];
  effects: TurnEffects;
}>;

async function runDialogs(
  dependencies: TurnDependencies,
  conversation: Conversation & Readonly<{ silent_until: number | null }>,
  waiting: WaitingMessage,
): Promise<DialogResult> {
  const { cipher, records } = dependencies;
  const now = dependencies.now();
  const newEffects = () =>
    new TurnEffects({
      countConsented: (withdrawal) => countConsentedLeads(records, conversation.id, withdrawal),
      findOpen: (draft) => findOpenLead(records.db, cipher, draft),
      callWithin: dependencies.calendar.callWithin,
      callBy: callBy(dependencies.calendar, vietnamDate(now)),
    });
  const effects = newEffects();
  const adapter = new HeldReplyAdapter();
  const stored =
    conversation.state === null ? undefined : cipher.open(conversation.state, stateContext(conversation.id));
  const memory = new SingleTurnStorage(stored);
  const inbound = openInbound(cipher, waiting, waiting.payload);
  if (inbound.name === withdrawEvent) {
    await effects.leads.withdraw();
    return { state: undefined, replies: [], effects };
  }
  const interpreted = await interpretChoice(dependencies, conversation.channel, waiting, inbound);
  const silent = (conversation.silent_until ?? 0) > now.getTime() && inbound.type === 'message';
  // While somebody of the office answers, what comes in is kept for them, and like all that nobody looked at, under guard.
  if (silent) return { state: stored, replies: [], effects: holding(newEffects()) };
  if (interpreted.status === 'settled') return { state: stored, replies: interpreted.replies, effects };
  try {
    const context = new TurnContext(adapter, toBotActivity(conversation, waiting, interpreted.inbound, now));
    await dependencies.bot(context, memory, {
      now,
      today: vietnamDate(now),
      words: dependencies.words,
      publicUrl: dependencies.publicUrl,
      content: dependencies.content(),
      localities: dependencies.localities(),
      leads: effects.leads,
      personal: effects.personal,
      unanswered: effects.unanswered,
    });
    return { state: memory.serialise(), replies: adapter.replies, effects };
  } catch (error) {
    dependencies.reportFault({ conversationId: conversation.id, seq: waiting.seq, error });
    if (inbound.name === forgetEvent)
      return { state: undefined, replies: [], effects: forgetting(newEffects()) };
    return { state: stored, replies: [apology(dependencies.words, inbound)], effects: holding(newEffects()) };
  }
}

function toBotActivity(
  conversation: Conversation,
  waiting: WaitingMessage,
  inbound: InboundActivity,
  now: Date,
): Partial<Activity> {
  return {
    type: inbound.type,
    ...(inbound.text === undefined ? {} : { text: inbound.text }),
    ...(inbound.name === undefined ? {} : { name: inbound.name }),
    ...(inbound.value === undefined ? {} : { value: inbound.value }),
    ...(inbound.locale === undefined ? {} : { locale: inbound.locale }),
    ...(inbound.channelData === undefined ? {} : { channelData: inbound.channelData }),
    id: activityId(conversation.id, waiting.seq),
    timestamp: now,
    channelId: conversation.channel,
    serviceUrl: 'urn:an-sinh',
    from: { id: conversation.user_id, name: '', role: 'user' },
    recipient: { ...botAccount },
    conversation: { id: conversation.id, isGroup: false, conversationType: 'personal', name: '' },
  };
}

/** The promise to forget holds even when the dialogs fail: then the whole memory goes. */
function forgetting(effects: TurnEffects): TurnEffects {
  effects.personal.erase();
  return effects;
}

/** Nobody looked at the message that broke the dialogs: it may hold a name or number. */
function holding(effects: TurnEffects): TurnEffects {
  effects.personal.hold();
  return effects;
}

function apology(words: Translator, inbound: InboundActivity): OutboundActivity {
  const locale = inbound.locale?.startsWith('en') === true ? 'en' : 'vi';
  return { type: 'message', text: words(locale)('chat:fault'), locale };
}
