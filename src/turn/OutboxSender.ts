import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import type { OutboundActivity } from './activities.js';
import { openOutbound } from './sealedPayload.js';

/** What became of a sending: `retry` later, or `failed` for good (the person blocked us, the message can't be sent). */
export type SendResult = 'sent' | 'retry' | 'failed';

export type SendReply = (conversationId: string, activity: OutboundActivity) => Promise<SendResult>;

export type OutboxSenderOptions = Readonly<{
  records: Records;
  cipher: Cipher;
  /** How each pushing channel sends, by the channel's name. */
  channels: ReadonlyMap<string, SendReply>;
  now: () => Date;
  failed: (error: unknown) => void;
}>;

const lookEveryMs = 500;
const batchSize = 50;
/** While a reply is being sent nobody else tries; a process that died in between gives it free after this. */
const leaseMs = 60_000;
const firstPauseMs = 2_000;
const longestPauseMs = 10 * 60_000;
const maxAttempts = 10;

/** Pushes committed replies to the channels that don't fetch them, in order per conversation, with growing pauses after failures. */
export class OutboxSender {
  readonly #options: OutboxSenderOptions;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: OutboxSenderOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#options.channels.size === 0) return;
    this.#timer = setInterval(() => this.wake(), lookEveryMs);
  }

  /** Looks for waiting replies now. */
  wake(): void {
    if (this.#closed || this.#options.channels.size === 0) return;
    this.#working = this.#working
      .then(() => this.#sendDue())
      .catch((error: unknown) => {
        this.#options.failed(error);
      });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#working;
  }

  async #sendDue(): Promise<void> {
    const now = this.#options.now().getTime();
    const due = await this.#options.records.db
      .selectFrom('outbox')
      .select(['conversation_id', 'seq', 'channel', 'payload', 'attempts'])
      .where('state', '=', 'queued')
      .where('next_attempt_at', '<=', now)
      .where('channel', 'in', [...this.#options.channels.keys()])
      .orderBy('next_attempt_at')
      .orderBy('seq')
      .limit(batchSize)
      .execute();
    const held = new Set<string>();
    for (const row of due) {
      // A reply that has to wait holds back the later ones of its conversation: they keep their order.
      if (held.has(row.conversation_id) || !(await this.#isNext(row.conversation_id, row.seq))) continue;
      if (!(await this.#send(row))) held.add(row.conversation_id);
    }
  }

  async #isNext(conversationId: string, seq: number): Promise<boolean> {
    const earlier = await this.#options.records.db
      .selectFrom('outbox')
      .select('seq')
      .where('conversation_id', '=', conversationId)
      .where('state', '=', 'queued')
      .where('seq', '<', seq)
      .limit(1)
      .executeTakeFirst();
    return earlier === undefined;
  }

  async #send(
    row: Readonly<{
      conversation_id: string;
      seq: number;
      channel: string;
      payload: string;
      attempts: number;
    }>,
  ): Promise<boolean> {
    const { records, cipher, channels, now } = this.#options;
    const place = { conversationId: row.conversation_id, seq: row.seq };
    const mine = records.db
      .updateTable('outbox')
      .where('conversation_id', '=', row.conversation_id)
      .where('seq', '=', row.seq)
      .where('state', '=', 'queued');
    const claimed = await mine
      .set({ attempts: row.attempts + 1, next_attempt_at: now().getTime() + leaseMs })
      .where('attempts', '=', row.attempts)
      .executeTakeFirst();
    if (claimed.numUpdatedRows !== 1n) return false;
    const send = channels.get(row.channel);
    if (send === undefined) return false;
    const result = await send(row.conversation_id, openOutbound(cipher, place, row.payload)).catch(
      (error: unknown) => {
        this.#options.failed(error);
        return 'retry' as const;
      },
    );
    if (result === 'retry' && row.attempts + 1 < maxAttempts) {
      const pause = Math.min(firstPauseMs * 2 ** row.attempts, longestPauseMs);
      await mine.set({ next_attempt_at: now().getTime() + pause }).execute();
      return false;
    }
    await mine.set({ state: result === 'sent' ? 'sent' : 'failed', next_attempt_at: null }).execute();
    return true;
  }
}
