import { inOwnLogContext } from '../logging/index.js';
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
  /** Told of every try. */
  tried?: (channel: string, status: SendResult['status']) => void;
  /** What a conversation is called in the log. */
  nameOf?: (conversationId: string) => string;
  /** The store failed. */
  failed: (error: unknown) => void;
}>;

const batchSize = 200;
/** What nobody waits for goes out a few at a time: a reply that comes meanwhile is next. */
const bulkBatchSize = 16;
/** Replies of one conversation in a row; then the others have their turn. */
const mostInARow = 10;
/** Conversations that are served side by side: one slow answer holds up nobody else. */
const mostAtOnce = 16;
/** While a reply is being sent nobody else tries; a process that died in between gives it free after this. */
const leaseMs = 60_000;
const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;
/** An answer that comes later than this helps nobody any more. */
const dayMs = 24 * 60 * 60_000;
const expiresMs = dayMs;
/** A reply from long before that is to go out all the same (somebody had it tried again) is found after so long. */
const oldestEveryMs = 2_000;
/** How long a channel rests that an operator has to put right, before it is tried again. */
const operatorPauseMs = 60_000;
const busyPauseMs = 5_000;
const mostUnknown = 2;
/** A reply that can't even be read or encoded is a fault of ours: later ones of its conversation don't wait for it for ever. */
const mostFaults = 5;
/** Part of a pause that is left to chance: what failed together doesn't come back together. */
const jitter = 0.3;

type Row = Readonly<{
  conversation_id: string;
  seq: number;
  payload: string;
  attempts: number;
  sent_parts: number;
  created_at: number;
  /** When somebody had it tried again. */
  failed_at: number | null;
  bulk: 0 | 1;
}>;

/** Sends what waits for one channel: in order in a conversation, side by side across conversations. */
export class ChannelOutbox {
  readonly #channel: OutboxChannel;
  readonly #options: ChannelOutboxOptions;
  #pausedUntil = 0;
  /** Nothing that waits is older. */
  #oldest = 0;
  #lookedForOldestAt: number | undefined;
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
    this.#lookedForOldestAt = undefined;
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
    await this.#lookForOldest(now);
    const replies = await this.#heads(0, now, batchSize);
    const heads = replies.length > 0 ? replies : await this.#heads(1, now, bulkBatchSize);
    // After the replies, what nobody waits for; after a full batch, the next one.
    if (replies.length > 0 || heads.length === bulkBatchSize) this.#again = true;
    const line = [...heads];
    const serve = async (): Promise<void> => {
      for (let head = line.shift(); head !== undefined; head = line.shift()) {
        // What goes wrong in one conversation is told and holds up no other.
        await this.#sendInOrder(head).catch((error: unknown) => this.#options.failed(error));
      }
    };
    await Promise.all(Array.from({ length: Math.min(mostAtOnce, heads.length) }, serve));
  }

  /** All months are asked now and then; in between only those in which something waited, and today's. */
  async #lookForOldest(now: number): Promise<void> {
    const at = performance.now();
    if (this.#lookedForOldestAt !== undefined && at - this.#lookedForOldestAt < oldestEveryMs) return;
    this.#lookedForOldestAt = at;
    const { oldest } = await this.#options.records.db
      .selectFrom('outbox')
      .select((column) => column.fn.min('created_at').as('oldest'))
      .where('state', '=', 'queued')
      .where('channel', '=', this.#channel.name)
      .executeTakeFirstOrThrow();
    this.#oldest = Math.min(now - dayMs, oldest ?? now);
  }

  /** The first waiting reply of each conversation, where it is due: one that has to wait holds back the later ones, and no others. */
  async #heads(bulk: 0 | 1, now: number, most: number): Promise<readonly Row[]> {
    return this.#waiting()
      .where('next_attempt_at', '<=', now)
      .where('bulk', '=', bulk)
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('outbox as earlier')
              .select('earlier.seq')
              .whereRef('earlier.conversation_id', '=', 'outbox.conversation_id')
              .whereRef('earlier.seq', '<', 'outbox.seq')
              .whereRef('earlier.bulk', '<=', 'outbox.bulk')
              .where('earlier.created_at', '>=', this.#oldest)
              .where('earlier.state', '=', 'queued'),
          ),
        ),
      )
      .orderBy('created_at')
      .orderBy('conversation_id')
      .orderBy('seq')
      .limit(most)
      .execute();
  }

  async #sendInOrder(head: Row): Promise<void> {
    let row: Row | undefined = head;
    for (let sent = 0; row !== undefined; sent += 1) {
      if (this.#closed || this.#options.now().getTime() < this.#pausedUntil) return;
      if (!(await this.#deliver(row))) return;
      if (sent + 1 >= mostInARow || row.bulk === 1) {
        this.#again = true;
        return;
      }
      row = await this.#next(row);
    }
  }

  /** The next reply of the same conversation, where it is due. */
  async #next({ conversation_id: conversationId }: Row): Promise<Row | undefined> {
    const next = await this.#waiting()
      .where('conversation_id', '=', conversationId)
      .where('bulk', '=', 0)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst();
    const isDue = next !== undefined && (next.next_attempt_at ?? 0) <= this.#options.now().getTime();
    return isDue ? next : undefined;
  }

  #waiting() {
    return this.#options.records.db
      .selectFrom('outbox')
      .select([
        'conversation_id',
        'seq',
        'payload',
        'attempts',
        'sent_parts',
        'created_at',
        'failed_at',
        'bulk',
        'next_attempt_at',
      ])
      .where('state', '=', 'queued')
      .where('created_at', '>=', this.#oldest)
      .where('channel', '=', this.#channel.name);
  }

  /** Whether the row is done with, sent or given up. */
  async #deliver(row: Row): Promise<boolean> {
    if (!(await this.#claim(row))) return false;
    const name = this.#options.nameOf?.(row.conversation_id);
    return inOwnLogContext(name === undefined ? {} : { turn: `${name}-${row.seq}` }, () => this.#try(row));
  }

  async #try(row: Row): Promise<boolean> {
    const result = await this.#send(row).catch((error: unknown): SendResult => {
      this.#options.failed(error);
      return row.attempts + 1 < mostFaults
        ? { status: 'retry', reason: 'fault' }
        : { status: 'refused', reason: 'fault' };
    });
    this.#options.tried?.(this.#channel.name, result.status);
    if (result.status !== 'sent') {
      this.#options.notice({ channel: this.#channel.name, status: result.status, reason: result.reason });
    }
    return this.#settle(row, result);
  }

  async #claim(row: Row): Promise<boolean> {
    const { attempts } = row;
    const claimed = await this.#update(row)
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
    if (at - Math.max(row.created_at, row.failed_at ?? 0) > expiresMs)
      return { status: 'refused', reason: 'expired' };
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
        const growing = Math.min(firstPauseMs * 2 ** row.attempts, longestPauseMs);
        const pause = result.afterMs ?? growing * (1 - jitter * Math.random());
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
      .set({ next_attempt_at: Math.ceil(this.#options.now().getTime() + pauseMs) })
      .execute();
    return false;
  }

  async #giveUp(row: Row, failure: string): Promise<void> {
    const failedAt = this.#options.now().getTime();
    await this.#update(row)
      .set({ state: 'failed', failure, failed_at: failedAt, next_attempt_at: null })
      .execute();
  }

  #update({ conversation_id: conversationId, seq, created_at: at }: Row) {
    return this.#options.records.db
      .updateTable('outbox')
      .where('conversation_id', '=', conversationId)
      .where('seq', '=', seq)
      .where('created_at', '=', at)
      .where('state', '=', 'queued');
  }
}
