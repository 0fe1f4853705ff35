import { forgetEvent } from '../../dialogs/index.js';
import type { Records } from '../records/index.js';
import { acceptMessage, type Accepted, type InboundMessage } from './acceptMessage.js';
import { markUnreachable } from './markUnreachable.js';
import { runTurn, type TurnDependencies } from './runTurn.js';
import { TurnQueue } from './TurnQueue.js';

const sweepEveryMs = 1_000;
/** A message younger than this is being worked on by the process that took it. */
const leftAloneMs = 2_000;
const sweepSize = 200;
/** Name and phone without consent are kept for a day at most. */
const personalHoldMs = 24 * 60 * 60 * 1000;
/** How long a person of the office has the floor after their last word. */
const silenceMs = 30 * 60 * 1000;

export type TurnServiceOptions = TurnDependencies &
  Readonly<{
    /** Told when a conversation has new messages for its clients, by this process. */
    announce: (conversationId: string) => void;
    reportFailure: (conversationId: string, error: unknown) => void;
  }>;

/** The only place where a turn begins: takes messages in durably and works them off, also those a dead process left behind. */
export class TurnService {
  readonly #options: TurnServiceOptions;
  readonly #queue: TurnQueue;
  #sweeping: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: TurnServiceOptions) {
    this.#options = options;
    this.#queue = new TurnQueue({
      run: (conversationId) => runTurn(options, conversationId),
      committed: (conversationId) => options.announce(conversationId),
      failed: (conversationId, error) => options.reportFailure(conversationId, error),
    });
  }

  /** Works off what an earlier process left and watches for more. */
  async start(): Promise<void> {
    await this.#sweep(0);
    this.#timer = setInterval(() => {
      this.#sweeping = this.#sweep(leftAloneMs).catch((error: unknown) =>
        this.#options.reportFailure('sweep', error),
      );
    }, sweepEveryMs);
  }

  /** Stores a message; when this returns it can't be lost, and its turn follows. */
  async accept(message: InboundMessage): Promise<Accepted> {
    const accepted = await acceptMessage(this.#options, message, this.#options.now());
    if (!accepted.duplicate) this.#options.announce(message.conversationId);
    this.#queue.schedule(message.conversationId);
    return accepted;
  }

  /**
   * Lets a conversation lose every name and phone that is held without consent: a turn like any other, so that memory, inbox and
   * transcript lose them in one transaction. `key` is unique for each wish.
   */
  async forgetPersonal(
    conversation: Readonly<{ channel: string; conversationId: string; userId: string }>,
    key: string,
  ): Promise<void> {
    await this.accept({
      ...conversation,
      key,
      activity: { type: 'event', name: forgetEvent, from: { id: 'system' } },
    });
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
  }

  /** Somebody of the office answered by the platform's own tool: the bot keeps silent for a while and comes back by itself. */
  async keepSilent(conversationId: string, since: Date): Promise<void> {
    const until = since.getTime() + silenceMs;
    await this.#options.records.db
      .updateTable('conversations')
      .set({ silent_until: until })
      .where('id', '=', conversationId)
      .where((where) => where.or([where('silent_until', 'is', null), where('silent_until', '<', until)]))
      .execute();
  }

  /** Finishes the turns in flight and stops. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
    await this.#queue.close();
  }

  async #sweep(olderThanMs: number): Promise<void> {
    const now = this.#options.now().getTime();
    await this.#expireHeldPersonalData(now);
    for (const conversationId of await findWaiting(this.#options.records, now - olderThanMs)) {
      this.#queue.schedule(conversationId);
    }
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
}

async function findWaiting(records: Records, receivedBefore: number): Promise<readonly string[]> {
  const rows = await records.db
    .selectFrom('inbox')
    .select('conversation_id')
    .distinct()
    .where('processed_at', 'is', null)
    .where('received_at', '<=', receivedBefore)
    .limit(sweepSize)
    .execute();
  return rows.map((row) => row.conversation_id);
}
