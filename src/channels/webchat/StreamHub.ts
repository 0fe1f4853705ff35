import type { WebSocket } from 'ws';
import type { LoggedActivity } from '../../turn/index.js';
import { readWatermark, type ActivitySet } from './wireActivity.js';

const keepAliveEveryMs = 20_000;
const catchUpEveryMs = 1_000;
/** As long as most replies take to come: what was received is then sent together with what is said to it. */
const soonMs = 40;
/** Every so many looks where other processes tell what is new: then looking is for notices that got lost. */
const seldom = 5;
/** As many messages are kept for a stream that has not been sent yet; what goes beyond is read again. */
const mostFresh = 50;
/** A client that doesn't read is cut off before it fills our memory. */
const maxBufferedBytes = 1_000_000;
const tryAgainLater = 1013;
const goingAway = 1001;
const notAllowed = 1008;

export type StreamHubOptions = Readonly<{
  /** Everything in the store after `after`. */
  read: (conversationId: string, after: number) => Promise<ActivitySet>;
  /** The same of messages that are at hand and follow each other without a gap. */
  write: (conversationId: string, messages: readonly LoggedActivity[]) => ActivitySet;
  /** The highest message number of each of these conversations: tells what other processes added. One left out is forgotten. */
  lastNumbers: (conversationIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Whether other processes tell what is new (`hear`); without it streams look more often. */
  isTold?: () => boolean;
  failed: (error: unknown) => void;
}>;

type Stream = {
  readonly socket: WebSocket;
  sentUpTo: number;
  sending: boolean;
  again: boolean;
  /** Something is new that is not at hand. */
  mustRead: boolean;
  /** New messages by their numbers. */
  readonly fresh: Map<number, LoggedActivity>;
};

/** The open WebSockets of this process. Each one gets every message of its conversation once and in order, whoever wrote it. */
export class StreamHub {
  readonly #options: StreamHubOptions;
  readonly #streams = new Map<string, Set<Stream>>();
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #soon = new Map<string, NodeJS.Timeout>();
  #looks = 0;

  constructor(options: StreamHubOptions) {
    this.#options = options;
    this.#timers = [
      setInterval(() => this.#keepAlive(), keepAliveEveryMs),
      setInterval(() => this.#look(), catchUpEveryMs),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  /** How many are open. */
  get size(): number {
    let open = 0;
    for (const streams of this.#streams.values()) open += streams.size;
    return open;
  }

  /** Takes over a socket; it first receives what came after `after`. */
  add(conversationId: string, socket: WebSocket, after: number): void {
    const state = { sentUpTo: after, sending: false, again: false, mustRead: true };
    const stream: Stream = { socket, ...state, fresh: new Map() };
    const streams = this.#streams.get(conversationId) ?? new Set<Stream>();
    this.#streams.set(conversationId, streams.add(stream));
    socket.on('message', () => undefined);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      streams.delete(stream);
      if (streams.size === 0) this.#streams.delete(conversationId);
    });
    void this.#send(conversationId, stream);
  }

  /** A conversation has something new that its streams can wait a moment for: the reply to it will follow. */
  announceSoon(conversationId: string, messages?: readonly LoggedActivity[]): void {
    this.#keep(conversationId, messages);
    if (!this.#streams.has(conversationId) || this.#soon.has(conversationId)) return;
    this.#soon.set(
      conversationId,
      setTimeout(() => this.announce(conversationId, []), soonMs),
    );
  }

  /** A conversation has something new: `messages`, or what the store knows where they are not at hand. */
  announce(conversationId: string, messages?: readonly LoggedActivity[]): void {
    clearTimeout(this.#soon.get(conversationId));
    this.#soon.delete(conversationId);
    this.#keep(conversationId, messages);
    for (const stream of this.#streams.get(conversationId) ?? []) void this.#send(conversationId, stream);
  }

  /** Another process has something new in these conversations, or has closed them; undefined: nobody knows in which. */
  hear(conversationIds?: readonly string[]): void {
    const open = conversationIds?.filter((id) => this.#streams.has(id)) ?? [...this.#streams.keys()];
    void this.#catchUp(open);
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const timer of this.#soon.values()) clearTimeout(timer);
    for (const streams of this.#streams.values()) {
      for (const { socket } of streams) socket.close(goingAway);
    }
  }

  async #send(conversationId: string, stream: Stream): Promise<void> {
    if (stream.sending) {
      stream.again = true;
      return;
    }
    stream.sending = true;
    try {
      do {
        stream.again = false;
        const news = await this.#next(conversationId, stream);
        if (stream.socket.readyState !== stream.socket.OPEN) continue;
        if (stream.socket.bufferedAmount > maxBufferedBytes) {
          stream.socket.close(tryAgainLater);
          return;
        }
        stream.sentUpTo = Math.max(stream.sentUpTo, readWatermark(news.watermark));
        if (news.activities.length > 0) stream.socket.send(JSON.stringify(news));
      } while (stream.again);
    } catch (error) {
      this.#options.failed(error);
    } finally {
      stream.sending = false;
    }
  }

  #keep(conversationId: string, messages: readonly LoggedActivity[] | undefined): void {
    for (const stream of this.#streams.get(conversationId) ?? []) {
      if (messages === undefined || stream.fresh.size + messages.length > mostFresh) stream.mustRead = true;
      else for (const message of messages) stream.fresh.set(message.seq, message);
    }
  }

  /** What a stream is sent next: from memory what follows without a gap on what it has, else from the store. */
  async #next(conversationId: string, stream: Stream): Promise<ActivitySet> {
    const { fresh } = stream;
    const following: LoggedActivity[] = [];
    for (let seq = stream.sentUpTo + 1; fresh.has(seq); seq += 1) following.push(...take(fresh, seq));
    const isWhole = [...fresh.keys()].every((seq) => seq <= stream.sentUpTo);
    if (!stream.mustRead && isWhole) {
      fresh.clear();
      return this.#options.write(conversationId, following);
    }
    stream.mustRead = false;
    fresh.clear();
    return this.#options.read(conversationId, stream.sentUpTo);
  }

  #look(): void {
    this.#looks += 1;
    if (this.#options.isTold?.() === true && this.#looks % seldom !== 0) return;
    this.hear();
  }

  async #catchUp(asked: readonly string[]): Promise<void> {
    if (asked.length === 0) return;
    try {
      const numbers = await this.#options.lastNumbers(asked);
      for (const conversationId of asked) {
        const last = numbers.get(conversationId);
        for (const stream of this.#streams.get(conversationId) ?? []) {
          if (last === undefined) stream.socket.close(notAllowed);
          else if (stream.sentUpTo < last) {
            stream.mustRead = true;
            void this.#send(conversationId, stream);
          }
        }
      }
    } catch (error) {
      this.#options.failed(error);
    }
  }

  #keepAlive(): void {
    for (const streams of this.#streams.values()) {
      for (const { socket } of streams) if (socket.readyState === socket.OPEN) socket.send('');
    }
  }
}

function take(fresh: Map<number, LoggedActivity>, seq: number): readonly LoggedActivity[] {
  const message = fresh.get(seq);
  fresh.delete(seq);
  return message === undefined ? [] : [message];
}
