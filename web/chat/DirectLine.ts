import type { Boot } from './boot.js';
import { textField } from './json.js';

/**
 * `again`: worth another try after so many milliseconds (network, overload); `busy`: the server said that it is asked too much or can't
 * take messages now. `refused`: the same call would fail again.
 */
export type Outcome =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'again'; readonly afterMs: number; readonly busy?: boolean }
  | { readonly kind: 'refused'; readonly status: number };

const base = '/v3/directline';
const requestMs = 10_000;
const refreshMs = 15 * 60_000;

/**
 * The calls of one conversation: opening it, sending, polling, keeping its token fresh. An expired token is replaced by
 * way of the session cookie; when that gives another conversation, this page shows one that is gone: `onReplaced`.
 */
export class DirectLine {
  watermark: string | undefined;
  private conversationId: string | undefined;
  private token: string | undefined;
  private tokenAt = Date.now();
  private opening: Promise<Outcome> | undefined;

  constructor(
    private readonly boot: Boot,
    private readonly onOpened: (streamUrl: string | undefined, conversationId: string) => void,
    private readonly onReplaced: () => void,
  ) {
    this.conversationId = boot.conversationId;
    this.token = boot.token;
    this.watermark = boot.watermark;
  }

  /**
   * For a page that came from the device: asks whether there is a conversation. Body: an ActivitySet with all that was said, or
   * undefined where there is none (any more).
   */
  async takeUp(): Promise<Outcome> {
    const asked = request('GET', '/chat/session');
    this.opening = asked.finally(() => {
      this.opening = undefined;
    });
    const outcome = await this.opening;
    if (outcome.kind === 'refused' && outcome.status === 410) return { kind: 'ok', body: undefined };
    if (outcome.kind !== 'ok' || outcome.body === undefined) return outcome;
    this.conversationId = textField(outcome.body, 'conversationId');
    this.watermark = textField(outcome.body, 'watermark');
    this.takeToken(outcome.body);
    return outcome;
  }

  get hasConversation(): boolean {
    return this.conversationId !== undefined;
  }

  /** Sends a message. The same clientActivityID may be sent again: it counts once. Body on success: `{ id }`. */
  async send(text: string, clientActivityID: string): Promise<Outcome> {
    if (this.opening !== undefined) await this.opening;
    if (this.token === undefined) {
      const opened = await this.open();
      if (opened.kind !== 'ok') return opened;
    }
    return this.call('POST', 'activities', {
      type: 'message',
      from: { id: 'citizen', role: 'user' },
      text,
      textFormat: 'plain',
      locale: this.boot.locale,
      localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      channelData: { clientActivityID },
    });
  }

  /** Everything after the watermark. Body: an ActivitySet. */
  poll(): Promise<Outcome> {
    return this.call('GET', `activities?${this.mark()}`);
  }

  /** Everything that was said. Body: an ActivitySet. */
  readAll(): Promise<Outcome> {
    return this.call('GET', 'activities');
  }

  /** Asks for a new stream address. Body: `{ streamUrl, token }`. */
  async reconnect(): Promise<Outcome> {
    const outcome = await this.call('GET', `?${this.mark()}`);
    if (outcome.kind === 'ok') this.takeToken(outcome.body);
    return outcome;
  }

  /** Renews the token when it is older than a quarter of an hour; a failure shows at the next call. */
  async keepFresh(): Promise<void> {
    if (this.token === undefined || Date.now() - this.tokenAt < refreshMs) return;
    const outcome = await request('POST', `${base}/tokens/refresh`, undefined, this.token);
    if (outcome.kind === 'ok') this.takeToken(outcome.body);
  }

  private async call(method: string, path: string, body?: unknown): Promise<Outcome> {
    const attempt = (): Promise<Outcome> => {
      const conversation = `${base}/conversations/${encodeURIComponent(this.conversationId ?? '')}`;
      return request(
        method,
        path.startsWith('?') ? conversation + path : `${conversation}/${path}`,
        body,
        this.token,
      );
    };
    const outcome = await attempt();
    if (outcome.kind !== 'refused' || ![401, 403, 404].includes(outcome.status)) return outcome;
    const reopened = await this.open();
    return reopened.kind === 'ok' ? attempt() : reopened;
  }

  /** Opens the conversation, or gets it back by the cookie. Calls at the same time share one request. */
  private open(): Promise<Outcome> {
    this.opening ??= this.openSession().finally(() => {
      this.opening = undefined;
    });
    return this.opening;
  }

  private async openSession(): Promise<Outcome> {
    const outcome = await request('POST', '/chat/session', { locale: this.boot.locale, ref: campaign() });
    if (outcome.kind !== 'ok') return outcome;
    const conversationId = textField(outcome.body, 'conversationId');
    if (conversationId === undefined) return { kind: 'again', afterMs: 2000 };
    if (this.conversationId !== undefined && this.conversationId !== conversationId) {
      this.onReplaced();
      return { kind: 'refused', status: 404 };
    }
    this.takeToken(outcome.body);
    if (this.conversationId === undefined) {
      this.conversationId = conversationId;
      this.watermark = textField(outcome.body, 'watermark');
      this.onOpened(textField(outcome.body, 'streamUrl'), conversationId);
    }
    return outcome;
  }

  private takeToken(body: unknown): void {
    const token = textField(body, 'token');
    if (token === undefined) return;
    this.token = token;
    this.tokenAt = Date.now();
  }

  private mark(): string {
    return `watermark=${encodeURIComponent(this.watermark ?? '')}`;
  }
}

function campaign(): string | undefined {
  const query = new URLSearchParams(location.search);
  return (query.get('ref') ?? query.get('utm_source'))?.slice(0, 100);
}

async function request(method: string, path: string, body?: unknown, token?: string): Promise<Outcome> {
  const abort = new AbortController();
  const timer = window.setTimeout(() => abort.abort(), requestMs);
  try {
    const response = await fetch(path, {
      method,
      signal: abort.signal,
      cache: 'no-store',
      credentials: 'same-origin',
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (response.ok) return { kind: 'ok', body: response.status === 204 ? undefined : await response.json() };
    if (response.status < 500 && response.status !== 429 && response.status !== 408) {
      return { kind: 'refused', status: response.status };
    }
    const wait = Number(response.headers.get('Retry-After') ?? 1);
    return {
      kind: 'again',
      afterMs: Number.isFinite(wait) ? Math.max(1, wait) * 1000 : 1000,
      busy: response.status === 429 || response.status === 503,
    };
  } catch {
    return { kind: 'again', afterMs: 1000 };
  } finally {
    clearTimeout(timer);
  }
}
