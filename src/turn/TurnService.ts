import { forgetEvent } from '../../dialogs/index.js';
import { inOwnLogContext } from '../logging/index.js';
import type { Records } from '../records/index.js';
import { activityId } from './activities.js';
import { acceptMessage, type Accepted, type InboundMessage, type Stored } from './acceptMessage.js';
import type { LoggedActivity } from './conversationLog.js';
import { changeHandling, type HandlingRequest, type HandlingResult } from './handling/changeHandling.js';
import type { HandledConversation, OpenedConversation } from './handling/HandledConversation.js';
import {
  consoleIdOf,
  findByConsoleId,
  listHandled,
  countWaiting,
  openHandled,
} from './handling/readHandled.js';
import { InOrder } from './InOrder.js';
import { KnownConversations } from './KnownConversations.js';
import { markUnreachable } from './markUnreachable.js';
import type { BacklogBounds, Room } from './Backlog.js';
import { runTurn, type TurnDependencies } from './runTurn.js';
import { gatherMessages } from './together/gatherMessages.js';
import { TurnQueue } from './TurnQueue.js';
import { WaitingSince, type WaitingMessage } from './WaitingSince.js';
import { gatherTurns } from './together/gatherTurns.js';

const sweepEveryMs = 1_000;
/** A message that waits for less is being worked on by the process that took it. */
const leftAloneMs = 2_000;
const sweepSize = 200;
/** Name and phone without consent are kept for a day at most. */
const personalHoldMs = 24 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

export type TurnServiceOptions = TurnDependencies &
  Readonly<{
    /** Told when a conversation has new messages for its clients, by this process. */
    announce: (conversationId: string, news: News) => void;
    reportFailure: (conversationId: string, error: unknown) => void;
    /** How many messages may wait in this process. */
    bounds?: BacklogBounds;
  }>;

/** What is new in a conversation; without the messages themselves whoever wants them reads the store. */
export type News = Readonly<{ kind: 'received' | 'said'; messages?: readonly LoggedActivity[] }>;

/** The only place where a turn begins: takes messages in durably and works them off, also those a dead process left behind. */
export class TurnService {
  readonly #options: TurnServiceOptions;
  readonly #queue: TurnQueue;
  readonly #waiting = new WaitingSince();
  readonly #known = new KnownConversations((id) => this.#queue.has(id));
  readonly #intake: Parameters<typeof acceptMessage>[0];
  readonly #arrivals = new InOrder();
  /** Nothing that waits was received before it; what the clock of another process makes older is found by the next sweep. */
  #oldest = 0;
  #sweeping: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: TurnServiceOptions) {
    this.#options = options;
    const { records, cipher } = options;
    this.#intake = { records, cipher, known: this.#known, arriving: gatherMessages(records) };
    const dependencies = { ...options, ending: gatherTurns(records) };
    this.#queue = new TurnQueue({
      // A turn is no part of the request that happened to start it: it has its own name in the log.
      run: (conversationId, next) =>
        inOwnLogContext({}, () => runTurn(dependencies, conversationId, this.#oldest, next)),
      committed: (conversationId, messages) => {
        const last = messages.at(-1);
        if (last !== undefined) this.#known.advance(conversationId, last.seq);
        options.announce(conversationId, { kind: 'said', messages });
      },
      // Which message it was is not known where the store doesn't even tell what waits.
      failed: (conversationId, error) =>
        inOwnLogContext({ turn: options.nameOf(conversationId) }, () =>
          options.reportFailure(conversationId, error),
        ),
      ...(options.bounds === undefined ? {} : { bounds: options.bounds }),
    });
  }

  /** Works off what an earlier process left and watches for more. */
  async start(): Promise<void> {
    await this.#sweep(0);
    this.#timer = setInterval(() => {
      // While the store doesn't answer, one look at it is enough.
      this.#sweeping ??= this.#sweep(leftAloneMs)
        .catch((error: unknown) => this.#options.reportFailure('sweep', error))
        .finally(() => (this.#sweeping = undefined));
    }, sweepEveryMs);
  }

  /** Messages that this process took and has not worked off. */
  get waiting(): number {
    return this.#queue.waiting;
  }

  /**
   * Stores a message; when this returns it can't be lost, and its turn follows.
   * @throws TooMuchWaits when too many wait already; nothing is stored then.
   */
  async accept(message: InboundMessage): Promise<Accepted> {
    return this.#take(message, this.#queue.takeRoom(message.conversationId));
  }

  /**
   * Lets a conversation lose every name and phone that is held without consent: a turn like any other, so that memory, inbox and
   * transcript lose them in one transaction. `key` is unique for each wish.
   */
  async forgetPersonal(
    conversation: Readonly<{ channel: string; conversationId: string; userId: string }>,
    key: string,
  ): Promise<void> {
    const wish: InboundMessage = {
      ...conversation,
      key,
      activity: { type: 'event', name: forgetEvent, from: { id: 'system' } },
    };
    await this.#take(wish, this.#queue.takeRoom(conversation.conversationId, true));
  }

  /** Whether a message is still to be answered. */
  async waits(conversationId: string, seq: number): Promise<boolean> {
    const row = await this.#options.records.db
      .selectFrom('inbox')
      .select('processed_at')
      .where('conversation_id', '=', conversationId)
      .where('seq', '=', seq)
      .executeTakeFirst();
    return row !== undefined && row.processed_at === null;
  }

  /** The person blocked or left us at that moment: nothing is sent any more, until they write again. */
  async lose(conversationId: string, at: Date): Promise<void> {
    await markUnreachable(this.#options.records, conversationId, at);
    await this.handle(conversationId, { event: 'citizen_left' });
  }

  /** Somebody of the office answered by the platform's own tool: the bot keeps silent for a while and comes back by itself. */
  async keepSilent(conversationId: string, since: Date): Promise<void> {
    await this.handle(conversationId, { event: 'office_spoke', at: since.getTime() });
  }

  /** Changes who answers a conversation; when this returns it holds, and the citizen is told. */
  async handle(conversationId: string, request: HandlingRequest): Promise<HandlingResult> {
    const result = await changeHandling(this.#options, conversationId, request);
    if (result.status === 'done') this.#options.announce(conversationId, { kind: 'said' });
    return result;
  }

  /** Conversations that a person answers, should answer or failed to answer. */
  async listHandled(officerId: string): Promise<readonly HandledConversation[]> {
    return listHandled(this.#options, officerId);
  }

  /** How many citizens wait for a person. */
  async countWaiting(): Promise<number> {
    return countWaiting(this.#options);
  }

  /** One conversation for an officer, by the console's id; undefined for an unknown one. */
  async openHandled(id: string, officerId: string): Promise<OpenedConversation | undefined> {
    return openHandled(this.#options, id, officerId);
  }

  /** The console's id of a conversation, given now where it has none. */
  async consoleIdOf(conversationId: string): Promise<string | undefined> {
    return consoleIdOf(this.#options, conversationId);
  }

  /** What an officer does to a conversation, by the console's id. */
  async handleForConsole(id: string, request: HandlingRequest): Promise<HandlingResult> {
    const conversation = await findByConsoleId(this.#options, id);
    return conversation === undefined ? { status: 'unknown' } : this.handle(conversation.id, request);
  }

  /** Finishes the turns in flight and stops. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
    await this.#queue.close();
  }

  /** What a citizen sends in one go is numbered as it came: one message may be stored faster than another. */
  async #take(message: InboundMessage, room: Room): Promise<Accepted> {
    return this.#arrivals.run(message.conversationId, () => this.#store(message, room));
  }

  async #store(message: InboundMessage, room: Room): Promise<Accepted> {
    let accepted: Stored;
    try {
      accepted = await acceptMessage(this.#intake, message, this.#options.now());
    } catch (error) {
      room.giveBack();
      throw error;
    }
    if (accepted.duplicate) room.giveBack();
    else {
      room.fill(accepted.seq);
      const { activity, conversationId } = message;
      const { seq, at, createdAt } = accepted;
      this.#known.set(conversationId, { lastSeq: seq, createdAt });
      const id = activityId(conversationId, seq);
      const received = { id, seq, at: new Date(at), direction: 'in', activity } as const;
      this.#options.observer?.accepted(message.conversationId, accepted.seq);
      this.#options.announce(message.conversationId, { kind: 'received', messages: [received] });
    }
    // The first delivery of a repeated one may lie in the store since a process died.
    this.#queue.schedule(
      message.conversationId,
      accepted.duplicate ? {} : { known: true, next: accepted.next },
    );
    return { seq: accepted.seq, duplicate: accepted.duplicate };
  }

  async #sweep(waitedMs: number): Promise<void> {
    const now = this.#options.now().getTime();
    await this.#expireHeldPersonalData(now);
    await this.#endSilences(now);
    const waiting = await findWaiting(this.#options.records);
    this.#oldest = Math.min(now - dayMs, ...waiting.slice(0, 1).map(({ receivedAt }) => receivedAt));
    for (const conversationId of this.#waiting.longerThan(waitedMs, waiting)) {
      this.#queue.schedule(conversationId);
    }
    this.#queue.retry();
  }

  async #expireHeldPersonalData(now: number): Promise<void> {
    const expired = await this.#options.records.db
      .selectFrom('conversations')
      .select(['id', 'channel', 'user_id', 'personal_since'])
      .where('personal_since', '<=', now - personalHoldMs)
      .limit(sweepSize)
      .execute();
    for (const conversation of expired) {
      const { id, channel, user_id: userId, personal_since: since } = conversation;
      await this.forgetPersonal({ channel, conversationId: id, userId }, `expire:${id}:${since}`);
    }
  }

  /** Nobody came, or the officer said nothing more: the bot comes back by itself. */
  async #endSilences(now: number): Promise<void> {
    const silent = await this.#options.records.db
      .selectFrom('conversations')
      .select('id')
      .where('silent_until', '<=', now)
      .limit(sweepSize)
      .execute();
    for (const { id } of silent) {
      await this.handle(id, { event: 'time_ran_out' }).catch((error: unknown) =>
        this.#options.reportFailure(id, error),
      );
    }
  }
}

/** The oldest message that waits in each conversation, those received first before others. */
async function findWaiting(
  records: Records,
): Promise<readonly (WaitingMessage & Readonly<{ receivedAt: number }>)[]> {
  return records.db
    .selectFrom('inbox')
    .select((column) => [
      'conversation_id as conversationId',
      column.fn.min('seq').as('seq'),
      column.fn.min('received_at').as('receivedAt'),
    ])
    .where('processed_at', 'is', null)
    .groupBy('conversation_id')
    .orderBy((column) => column.fn.min('received_at'))
    .limit(sweepSize)
    .execute();
}
