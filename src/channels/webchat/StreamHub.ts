import type { WebSocket } from 'ws';

const keepAliveEveryMs = 20_000;
const catchUpEveryMs = 1_000;
/** A client that doesn't read is cut off before it fills our memory. */
const maxBufferedBytes = 1_000_000;
const tryAgainLater = 1013;
const goingAway = 1001;
const notAllowed = 1008;

export type StreamHubOptions = Readonly<{
  /** The frame with everything after `after`, or undefined when there is nothing new. */
  read: (
    conversationId: string,
    after: number,
  ) => Promise<Readonly<{ frame: string; upTo: number }> | undefined>;
  /** The highest message number of each of these conversations: tells what other processes added. One left out is forgotten. */
  lastNumbers: (conversationIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  failed: (error: unknown) => void;
}>;

type Stream = { readonly socket: WebSocket; sentUpTo: number; sending: boolean; again: boolean };

/** The open WebSockets of this process. Each one gets every message of its conversation once and in order, whoever wrote it. */
export class StreamHub {
  readonly #options: StreamHubOptions;
  readonly #streams = new Map<string, Set<Stream>>();
  readonly #timers: readonly NodeJS.Timeout[];

  constructor(options: StreamHubOptions) {
    this.#options = options;
    this.#timers = [
      setInterval(() => this.#keepAlive(), keepAliveEveryMs),
      setInterval(() => void this.#catchUp(), catchUpEveryMs),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  /** Takes over a socket; it first receives what came after `after`. */
  add(conversationId: string, socket: WebSocket, after: number): void {
    const stream: Stream = { socket, sentUpTo: after, sending: false, again: false };
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

  /** A conversation has something new. */
  announce(conversationId: string): void {
    for (const stream of this.#streams.get(conversationId) ?? []) void this.#send(conversationId, stream);
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
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
        const news = await this.#options.read(conversationId, stream.sentUpTo);
        if (news === undefined || stream.socket.readyState !== stream.socket.OPEN) continue;
        if (stream.socket.bufferedAmount > maxBufferedBytes) {
          stream.socket.close(tryAgainLater);
          return;
        }
        stream.sentUpTo = news.upTo;
        stream.socket.send(news.frame);
      } while (stream.again);
    } catch (error) {
      this.#options.failed(error);
    } finally {
      stream.sending = false;
    }
  }

  async #catchUp(): Promise<void> {
    if (this.#streams.size === 0) return;
    try {
      const asked = [...this.#streams.keys()];
      const numbers = await this.#options.lastNumbers(asked);
      for (const conversationId of asked) {
        const last = numbers.get(conversationId);
        for (const stream of this.#streams.get(conversationId) ?? []) {
          if (last === undefined) stream.socket.close(notAllowed);
          else if (stream.sentUpTo < last) void this.#send(conversationId, stream);
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
