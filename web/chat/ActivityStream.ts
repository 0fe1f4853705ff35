import { readActivitySet, type ActivitySet } from './activity.js';
import type { DirectLine, Outcome } from './DirectLine.js';
import { parseJson, textField } from './json.js';

const idleMs = 5 * 60_000;
const beatMs = 20_000;
const handshakeMs = 8_000;
const doubtMs = 4_000;
const shortestPollMs = 1_000;
const longestPollMs = 5_000;

export interface StreamHandlers {
  /** Takes what arrived and says how many of the activities were new. */
  readonly deliver: (set: ActivitySet) => number;
  /** Told true when the server stays out of reach, false when it answers again. */
  readonly trouble: (present: boolean) => void;
}

/**
 * Brings in the conversation's activities: over a WebSocket while that works, else by polling, every 1 s to 5 s. It rests
 * after five minutes without use (a poll) or out of sight (a socket), and goes on at `wake`.
 */
export class ActivityStream {
  private socket: WebSocket | undefined;
  private timer: number | undefined;
  private beat: number | undefined;
  private doubt: number | undefined;
  private running = false;
  private asleep = false;
  private usedAt = Date.now();
  private failures = 0;
  private socketFailures = 0;
  private pollMs = shortestPollMs;

  constructor(
    private readonly directLine: DirectLine,
    private readonly handlers: StreamHandlers,
  ) {}

  /** Begins with the address at hand, or asks for one. */
  start(streamUrl: string | undefined): void {
    this.running = true;
    this.asleep = false;
    this.usedAt = Date.now();
    if (streamUrl === undefined) this.later(0, () => this.reconnect());
    else this.openSocket(streamUrl);
  }

  /** The citizen is at the page: go on if the stream rests. */
  wake(): void {
    this.usedAt = Date.now();
    if (this.running && this.asleep) this.restart();
  }

  /** Connects anew, for a network that came back or a page that was long out of sight: an old socket may be dead. */
  restart(): void {
    if (!this.running) return;
    this.asleep = false;
    this.usedAt = Date.now();
    this.failures = 0;
    this.socketFailures = 0;
    this.pollMs = shortestPollMs;
    this.dropSocket();
    this.later(0, () => this.reconnect());
  }

  sleep(): void {
    this.asleep = true;
    clearTimeout(this.timer);
    clearTimeout(this.doubt);
    this.dropSocket();
  }

  /** A message went out: poll soon, or, when the socket brings no reply for a while, look whether it is deaf. */
  expectReply(isAwaited: () => boolean, rounds = 5): void {
    this.wake();
    this.pollMs = shortestPollMs;
    clearTimeout(this.doubt);
    if (this.socket === undefined || rounds === 0) return;
    this.doubt = window.setTimeout(() => {
      if (isAwaited()) void this.checkSocket().then(() => this.expectReply(isAwaited, rounds - 1));
    }, doubtMs);
  }

  private async reconnect(): Promise<void> {
    // Without a network the `online` event brings us back.
    if (!navigator.onLine) return;
    const outcome = await this.directLine.reconnect();
    if (this.asleep || this.socket !== undefined) return;
    if (outcome.kind !== 'ok') return this.retry(outcome);
    this.reached();
    const streamUrl = textField(outcome.body, 'streamUrl');
    if (streamUrl === undefined || this.socketFailures > 1) return this.pollOn();
    this.openSocket(streamUrl);
  }

  private openSocket(url: string): void {
    this.dropSocket();
    const socket = createSocket(url, this.directLine.watermark);
    if (socket === undefined) {
      this.socketFailures = 2;
      this.later(0, () => this.reconnect());
      return;
    }
    this.socket = socket;
    let openedAt = Infinity;
    let heard = false;
    const handshake = window.setTimeout(() => socket.close(), handshakeMs);
    socket.onopen = () => {
      clearTimeout(handshake);
      openedAt = Date.now();
      this.reached();
      this.beat = window.setInterval(() => socket.send(''), beatMs);
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      heard = true;
      this.socketFailures = 0;
      if (typeof event.data === 'string' && event.data !== '') this.take(parseJson(event.data));
    };
    socket.onclose = () => {
      clearTimeout(handshake);
      if (this.socket !== socket) return;
      this.dropSocket();
      // One that brought nothing and did not last may be one that a proxy on the way does not let through.
      const worked = heard || Date.now() - openedAt > handshakeMs;
      if (!worked) this.socketFailures += 1;
      if (!this.asleep) this.later(spread(worked ? 1500 : 200), () => this.reconnect());
    };
  }

  private async pollOn(): Promise<void> {
    if (Date.now() - this.usedAt > idleMs) return this.sleep();
    const outcome = await this.directLine.poll();
    if (this.asleep || this.socket !== undefined) return;
    if (outcome.kind !== 'ok') return this.retry(outcome);
    this.reached();
    const isNew = this.take(outcome.body) > 0;
    this.pollMs = isNew ? shortestPollMs : Math.min(longestPollMs, this.pollMs * 1.5);
    this.later(this.pollMs, () => this.pollOn());
  }

  /** Asks by the other way; if there was something the socket did not bring, it is replaced. */
  private async checkSocket(): Promise<void> {
    const outcome = await this.directLine.poll();
    if (outcome.kind === 'ok' && this.take(outcome.body) > 0 && this.socket !== undefined) {
      this.dropSocket();
      this.later(0, () => this.reconnect());
    }
  }

  private retry(outcome: Outcome): void {
    this.failures += 1;
    if (this.failures > 1) this.handlers.trouble(true);
    if (Date.now() - this.usedAt > idleMs) return this.sleep();
    const wait = Math.min(15_000, 1000 * 2 ** Math.min(this.failures, 4));
    const asked = outcome.kind === 'again' ? outcome.afterMs : 5_000;
    this.later(spread(Math.max(wait, asked)), () => this.reconnect());
  }

  private reached(): void {
    this.failures = 0;
    this.handlers.trouble(false);
  }

  private take(body: unknown): number {
    const set = readActivitySet(body);
    if (set.watermark !== undefined) this.directLine.watermark = set.watermark;
    const count = this.handlers.deliver(set);
    if (count > 0) this.usedAt = Date.now();
    return count;
  }

  private later(ms: number, action: () => Promise<void> | void): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void action(), ms);
  }

  private dropSocket(): void {
    const socket = this.socket;
    this.socket = undefined;
    clearInterval(this.beat);
    socket?.close();
  }
}

/** The stream is this site's, whatever name the server knows itself by, and begins after what the page already has. */
function createSocket(streamUrl: string, watermark: string | undefined): WebSocket | undefined {
  try {
    const url = new URL(streamUrl, location.href);
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    url.host = location.host;
    if (watermark !== undefined && watermark !== '') url.searchParams.set('watermark', watermark);
    return new WebSocket(url.href);
  } catch {
    return undefined;
  }
}

/** Clients cut off together should not come back together. */
function spread(ms: number): number {
  return ms * (0.5 + Math.random());
}
