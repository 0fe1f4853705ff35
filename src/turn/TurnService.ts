import { forgetEvent } from '../../dialogs/index.js';
import type { Records } from '../records/index.js';
import { acceptMessage, type Accepted, type InboundMessage } from './acceptMessage.js';
import { runTurn, type TurnDependencies } from './runTurn.js';
import { TurnQueue } from './TurnQueue.js';

const sweepEveryMs = 1_000;
/** A message younger than this is being worked on by the process that took it. */
const leftAloneMs = 2_000;
const sweepSize = 200;
/** Name and phone without consent are kept for a day at most. */
const personalHoldMs = 24 * 60 * 60 * 1000;

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

  /** The forgetting is a turn like any other: memory, inbox and transcript lose the data in one transaction. */
  async #expireHeldPersonalData(now: number): Promise<void> {
    const expired = await this.#options.records.db
      .selectFrom('conversations')
      .select(['id', 'channel', 'user_id', 'personal_since'])
      .where('personal_since', '<=', now - personalHoldMs)
      .limit(sweepSize)
      .execute();
    for (const conversation of expired) {
      await this.accept({
        channel: conversation.channel,
        conversationId: conversation.id,
        userId: conversation.user_id,
        key: `expire:${conversation.id}:${conversation.personal_since}`,
        activity: { type: 'event', name: forgetEvent, from: { id: 'system' } },
      });
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
