import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import type { OutboundActivity } from './activities.js';
import { markUnreachable } from './markUnreachable.js';
import { openOutbound } from './sealedPayload.js';
import type { SendResult } from './SendResult.js';

/** What the outbox has to know of a channel that is pushed to. */
export type OutboxChannel = Readonly<{
  name: string;
  /** After the person's last message this long something may be sent; undefined: always. */
  windowMs: number | undefined;
  send: (reply: OutboxReply) => Promise<SendResult>;
}>;

export type OutboxReply = Readonly<{
  conversationId: string;
  seq: number;
  address: string;
  activity: OutboundActivity;
  /** Parts that the channel took in an earlier attempt. */
  from: number;
  /** To be told after each part, before the next one leaves. */
  sentPart: () => Promise<void>;
}>;

/** A sending that somebody should know of: never with what was said, nor to whom. */
export type OutboxNotice = Readonly<{ channel: string; status: SendResult['status']; reason: string }>;

export type ChannelOutboxOptions = Readonly<{
  records: Records;
  cipher: Cipher;
  now: () => Date;
  /** Told of everything but plain success. */
  notice: (notice: OutboxNotice) => void;
  /** The store failed. */
  failed: (error: unknown) => void;
}>;

const batchSize = 200;
/** Conversations that are served side by side: one slow answer holds up nobody else. */
const mostAtOnce = 16;
/** While a reply is being sent nobody else tries; a process that died in between gives it free after this. */
const leaseMs = 60_000;
const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;
/** An answer that comes later than this helps nobody any more. */
const expiresMs = 24 * 60 * 60_000;
/** How long a channel rests that an operator has to put right, before it is tried again. */
const operatorPauseMs = 60_000;
const busyPauseMs = 5_000;
const mostUnknown = 2;

type Row = Readonly<{
  conversation_id: string;
  seq: number;
  payload: string;
  attempts: number;
  sent_parts: number;
  created_at: number;
}>;

/** Sends what waits for one channel: in order in a conversation, side by side across conversations. */
export class ChannelOutbox {
  readonly #channel: OutboxChannel;
  readonly #options: ChannelOutboxOptions;
  #pausedUntil = 0;
  #working: Promise<void> | undefined;
  #again = false;
  #closed = false;

  constructor(channel: OutboxChannel, options: ChannelOutboxOptions) {
    this.#channel = channel;
    this.#options = options;
  }

  /** Looks for waiting replies now. */
  wake(): void {
    if (this.#closed) return;
    if (this.#working !== undefined) {
      this.#again = true;
      return;
    }
    this.#working = this.#sendDue()
      .catch((error: unknown) => this.#options.failed(error))
      .finally(() => {
        this.#working = undefined;
        if (this.#again) {
          this.#again = false;
          this.wake();
        }
      });
  }

  /** Looks now and waits until everything that is due was tried. */
  async flush(): Promise<void> {
    this.wake();
    while (this.#working !== undefined) await this.#working;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
  }

  async #sendDue(): Promise<void> {
    const now = this.#options.now().getTime();
    if (now < this.#pausedUntil) return;
    const due = await this.#options.records.db
      .selectFrom('outbox')
      .select(['conversation_id', 'seq', 'payload', 'attempts', 'sent_parts', 'created_at'])
      .where('state', '=', 'queued')
      .where('next_attempt_at', '<=', now)
      .where('channel', '=', this.#channel.name)
      .orderBy('created_at')
      .orderBy('seq')
      .limit(batchSize)
      .execute();
    const conversations = [...Map.groupBy(due, (row) => row.conversation_id).values()];
    const serve = async (): Promise<void> => {
      for (let rows = conversations.shift(); rows !== undefined; rows = conversations.shift()) {
        await this.#sendInOrder(rows);
      }
    };
    await Promise.all(Array.from({ length: Math.min(mostAtOnce, conversations.length) }, serve));
    if (due.length === batchSize) this.#again = true;
  }

  /** A reply that has to wait holds back the later ones of its conversation. */
  async #sendInOrder(rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      if (this.#closed || this.#options.now().getTime() < this.#pausedUntil) return;
      if (!(await this.#isNext(row)) || !(await this.#deliver(row))) return;
    }
  }

  async #isNext({ conversation_id: conversationId, seq }: Row): Promise<boolean> {
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

  /** Whether the row is done with, sent or given up. */
  async #deliver(row: Row): Promise<boolean> {
    if (!(await this.#claim(row))) return false;
    const result = await this.#send(row).catch((error: unknown): SendResult => {
      this.#options.failed(error);
      return { status: 'retry', reason: 'fault' };
    });
    if (result.status !== 'sent') {
      this.#options.notice({ channel: this.#channel.name, status: result.status, reason: result.reason });
    }
    return this.#settle(row, result);
  }

  async #claim({ conversation_id: conversationId, seq, attempts }: Row): Promise<boolean> {
    const claimed = await this.#update({ conversation_id: conversationId, seq })
      .set({ attempts: attempts + 1, next_attempt_at: this.#options.now().getTime() + leaseMs })
      .where('attempts', '=', attempts)
      .executeTakeFirst();
    return claimed.numUpdatedRows === 1n;
  }

  async #send(row: Row): Promise<SendResult> {
    const { records, cipher, now } = this.#options;
    const { conversation_id: conversationId, seq } = row;
    const conversation = await records.db
      .selectFrom('conversations')
      .select(['address', 'heard_at', 'unreachable_since'])
      .where('id', '=', conversationId)
      .executeTakeFirst();
    const at = now().getTime();
    const address = conversation?.address ?? undefined;
    if (conversation === undefined || address === undefined)
      return { status: 'refused', reason: 'no_address' };
    if (conversation.unreachable_since !== null) return { status: 'stop', reason: 'unreachable' };
    if (at - row.created_at > expiresMs) return { status: 'refused', reason: 'expired' };
    const { windowMs } = this.#channel;
    if (windowMs !== undefined && conversation.heard_at !== null && at - conversation.heard_at > windowMs)
      return { status: 'refused', reason: 'window_closed' };
    let sent = row.sent_parts;
    return this.#channel.send({
      conversationId,
      seq,
      address,
      activity: openOutbound(cipher, { conversationId, seq }, row.payload),
      from: sent,
      sentPart: async () => {
        sent += 1;
        await this.#update(row).set({ sent_parts: sent }).execute();
      },
    });
  }

  async #settle(row: Row, result: SendResult): Promise<boolean> {
    switch (result.status) {
      case 'sent':
        await this.#update(row).set({ state: 'sent', next_attempt_at: null }).execute();
        return true;
      case 'refused':
        await this.#giveUp(row, result.reason);
        return true;
      case 'stop':
        await markUnreachable(this.#options.records, row.conversation_id, this.#options.now());
        return true;
      case 'unknown':
        if (row.attempts + 1 < mostUnknown) return this.#postpone(row, firstPauseMs);
        await this.#giveUp(row, result.reason);
        return true;
      case 'reschedule':
        return this.#postpone(row, result.afterMs);
      case 'operator':
        this.#pause(operatorPauseMs);
        return this.#postpone(row, operatorPauseMs);
      case 'retry': {
        const pause = result.afterMs ?? Math.min(firstPauseMs * 2 ** row.attempts, longestPauseMs);
        if (result.channelWide === true) this.#pause(result.afterMs ?? busyPauseMs);
        return this.#postpone(row, pause);
      }
    }
  }

  #pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#options.now().getTime() + ms);
  }

  async #postpone(row: Row, pauseMs: number): Promise<false> {
    await this.#update(row)
      .set({ next_attempt_at: this.#options.now().getTime() + pauseMs })
      .execute();
    return false;
  }

  async #giveUp(row: Row, failure: string): Promise<void> {
    await this.#update(row).set({ state: 'failed', failure, next_attempt_at: null }).execute();
  }

  #update({ conversation_id: conversationId, seq }: Pick<Row, 'conversation_id' | 'seq'>) {
    return this.#options.records.db
      .updateTable('outbox')
      .where('conversation_id', '=', conversationId)
      .where('seq', '=', seq)
      .where('state', '=', 'queued');
  }
}
