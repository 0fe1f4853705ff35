import { TurnContext, type Activity, type Entity } from 'botbuilder';
import { forgetEvent, interruptEvent, type Bot, type TurnScope } from '../../dialogs/index.js';
import { vietnamDate, type Translator } from '../i18n/index.js';
import { callBy, countConsentedLeads, findOpenLead, type WorkCalendar } from '../leads/index.js';
import { inLogContext } from '../logging/index.js';
import type { Cipher } from '../privacy/index.js';
import { isStoreFailure, type Records } from '../records/index.js';
import { activityId, botAccount, type InboundActivity, type OutboundActivity } from './activities.js';
import { commitTurn, type Conversation, type WaitingMessage } from './commitTurn.js';
import type { SaidActivity } from './conversationLog.js';
import { HeldReplyAdapter } from './HeldReplyAdapter.js';
import { interpretChoice, type MarksOf } from './interpretChoice.js';
import type { ChannelWindow } from './handling/reachOf.js';
import { handleMessage } from './handling/handleMessage.js';
import { handlingTable } from './handling/handlingTable.js';
import type { HandlingChange } from './handling/handlingColumns.js';
import { openMemory, openMessage } from './openStored.js';
import { readNext, type ConversationAtTurn, type NextMessage } from './readNext.js';
import { SingleTurnStorage } from './SingleTurnStorage.js';
import { TurnEffects } from './TurnEffects.js';
import type { TurnObserver, TurnReport } from './TurnObserver.js';
import type { GatheredTurns } from './together/gatherTurns.js';

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
  /** How long something may be sent to somebody on a channel; left out: always. */
  windowOf?: (channel: string) => ChannelWindow | undefined;
  now: () => Date;
  reportFault: (fault: TurnFault) => void;
  observer?: TurnObserver;
  /** What a conversation is called in the log: its own id may be a person's account. */
  nameOf: (conversationId: string) => string;
  /** Turns that end at the same moment; left out: each for itself. */
  ending?: GatheredTurns;
}>;

/** Event by which a platform tells that a person took back what was agreed to: everything held under it goes. */
export const withdrawEvent = 'an-sinh/withdrawn';

/** The dialogs threw: a bug. The citizen gets an apology and keeps the state from before. */
export type TurnFault = Readonly<{ conversationId: string; seq: number; error: unknown }>;

export type TurnOutcome =
  | Readonly<{ status: 'nothing_waits' | 'overtaken' }>
  /** The message of this number was worked off. */
  | Readonly<{ status: 'done'; seq: number; said: readonly SaidActivity[] }>;

/**
 * Runs the dialogs on the oldest message that waits in a conversation and commits everything that follows from it at once.
 * `overtaken`: another turn of the conversation, here or in another process, committed in between; nothing was written and
 * the caller tries again on the new state.
 * @param since nothing that waits was received before it, as far as the caller knows
 * @param known the oldest message that waits, where the caller has it at hand; if it is not any more, the turn is overtaken
 */
export async function runTurn(
  dependencies: TurnDependencies,
  conversationId: string,
  since = 0,
  known?: NextMessage,
): Promise<TurnOutcome> {
  const startedAt = performance.now();
  const next = known ?? (await readNext(dependencies.records, conversationId, since));
  if (next === undefined) return { status: 'nothing_waits' };
  const turn = `${dependencies.nameOf(conversationId)}-${next.waiting.seq}`;
  return inLogContext({ turn }, () => finishTurn(dependencies, next, startedAt));
}

async function finishTurn(
  dependencies: TurnDependencies,
  { conversation, waiting }: NextMessage,
  startedAt: number,
): Promise<TurnOutcome> {
  const { observer } = dependencies;
  const readAt = performance.now();
  const { faulty, ...result } = await runDialogs(dependencies, conversation, waiting);
  const saidAt = performance.now();
  const said = await commitTurn(dependencies, { conversation, waiting, ...result });
  const doneAt = performance.now();
  observer?.stage('read', (readAt - startedAt) / 1000);
  observer?.stage('dialogs', (saidAt - readAt) / 1000);
  observer?.stage('commit', (doneAt - saidAt) / 1000);
  if (said === undefined) {
    observer?.overtaken();
    return { status: 'overtaken' };
  }
  // Where the clock was set back meanwhile, the time of the turn itself is the best that is known.
  const waitedMs = Math.max(doneAt - startedAt, dependencies.now().getTime() - waiting.receivedAt);
  observer?.stage('whole', waitedMs / 1000);
  observer?.committed(reportOf(conversation.channel, faulty, result));
  return { status: 'done', seq: waiting.seq, said };
}

function reportOf(
  channel: string,
  faulty: boolean,
  { replies, effects }: Pick<DialogResult, 'replies' | 'effects'>,
): TurnReport {
  return {
    channel,
    faulty,
    unanswered: effects.noted.map(({ question }) => question.outcome),
    estimates: replies.filter(({ channelData }) => channelData?.estimate !== undefined).length,
    leads: [
      ...(effects.opened === undefined ? [] : ['opened' as const]),
      ...(effects.repeated === undefined ? [] : ['repeated' as const]),
      ...(effects.withdrawal === undefined ? [] : ['withdrawn' as const]),
    ],
  };
}

type DialogResult = Readonly<{
  state: string | undefined;
  replies: readonly OutboundActivity[];
  effects: TurnEffects;
  handling?: HandlingChange;
  /** The dialogs threw, or what was stored can't be read. */
  faulty: boolean;
}>;

async function runDialogs(
  dependencies: TurnDependencies,
  conversation: ConversationAtTurn,
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
  const faulty = false;
  const adapter = new HeldReplyAdapter();
  const unreadable = (error: unknown) =>
    dependencies.reportFault({ conversationId: conversation.id, seq: waiting.seq, error });
  const stored = openMemory(cipher, conversation, unreadable);
  const inbound = openMessage(cipher, waiting, unreadable);
  if (inbound === undefined) {
    const replies = [apology(dependencies.words)];
    return { state: stored, replies, effects: holding(effects), faulty: true };
  }
  const memory = new SingleTurnStorage(stored);
  if (inbound.name === withdrawEvent) {
    await effects.leads.withdraw();
    const left = handlingTable[conversation.handling].citizen_left;
    const isChanged = !('refused' in left) && left.to !== conversation.handling;
    const handling = { to: 'bot', until: null, by: null, isNew: true } as const;
    return { state: undefined, replies: [], effects, faulty, ...(isChanged ? { handling } : {}) };
  }
  const interpreted = await interpretChoice(dependencies, conversation, waiting, inbound);
  const answered =
    inbound.type === 'message' ? await handleMessage(dependencies, conversation, waiting, interpreted) : {};
  const { handling } = answered;
  if (answered.reply !== undefined || answered.isSilent === true) {
    const opens = handling !== undefined && handling.isNew && handling.to === 'waiting';
    // What comes in for a person is kept for them, and like all that no dialog looked at, under guard.
    return {
      state: opens ? await interrupted(dependencies, conversation, stored) : stored,
      replies: answered.reply === undefined ? [] : [answered.reply],
      effects: opens ? effects : holding(newEffects()),
      faulty,
      ...(handling === undefined ? {} : { handling }),
    };
  }
  const changed = handling === undefined ? {} : { handling };
  if (interpreted.status === 'settled')
    return { state: stored, replies: interpreted.replies, effects, faulty, ...changed };
  try {
    const context = new TurnContext(adapter, toBotActivity(conversation, waiting, interpreted.inbound, now));
    await dependencies.bot(context, memory, scopeOf(dependencies, effects, now));
    return { state: memory.serialise(), replies: adapter.replies, effects, faulty, ...changed };
  } catch (error) {
    // No bug: the store could not be asked in the middle of a dialog. The message waits until it can; an apology would use up a consent.
    if (isStoreFailure(effects.lookUpFailure)) throw error;
    dependencies.reportFault({ conversationId: conversation.id, seq: waiting.seq, error });
    if (inbound.name === forgetEvent)
      return { state: undefined, replies: [], effects: forgetting(newEffects()), faulty: true };
    const replies = [apology(dependencies.words, inbound)];
    return { state: stored, replies, effects: holding(newEffects()), faulty: true, ...changed };
  }
}

/** The memory of a conversation without what was open in it: a person answers from here on, and a later yes is for them. */
export async function interrupted(
  dependencies: TurnDependencies,
  conversation: Conversation,
  stored: string | undefined,
): Promise<string | undefined> {
  if (stored === undefined) return undefined;
  const now = dependencies.now();
  const memory = new SingleTurnStorage(stored);
  const event: InboundActivity = { type: 'event', name: interruptEvent, from: { id: 'system' } };
  const place = { conversationId: conversation.id, seq: 0, payload: '', receivedAt: 0 };
  const context = new TurnContext(new HeldReplyAdapter(), toBotActivity(conversation, place, event, now));
  const nothing = new TurnEffects({
    countConsented: async () => 0,
    findOpen: async () => undefined,
    callWithin: dependencies.calendar.callWithin,
    callBy: undefined,
  });
  await dependencies.bot(context, memory, scopeOf(dependencies, nothing, now));
  return memory.serialise();
}

function scopeOf(dependencies: TurnDependencies, effects: TurnEffects, now: Date): TurnScope {
  return {
    now,
    today: vietnamDate(now),
    words: dependencies.words,
    publicUrl: dependencies.publicUrl,
    content: dependencies.content(),
    localities: dependencies.localities(),
    leads: effects.leads,
    personal: effects.personal,
    unanswered: effects.unanswered,
  };
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
    ...(inbound.entities === undefined ? {} : { entities: inbound.entities.map(toEntity) }),
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

/** What says of no type what it is means nothing to anybody. */
function toEntity({ type, ...rest }: Readonly<Record<string, unknown>>): Entity {
  return { ...rest, type: typeof type === 'string' ? type : '' };
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

function apology(words: Translator, inbound?: InboundActivity): OutboundActivity {
  const locale = inbound?.locale?.startsWith('en') === true ? 'en' : 'vi';
  return { type: 'message', text: words(locale)('chat:fault'), locale };
}
