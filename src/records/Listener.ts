import pg from 'pg';
import { contentTopic, turnsTopic } from './topics.js';

/** What the connection is called in the database's list of connections. */
export const listenerName = 'an-sinh listener';

const connectTimeoutMs = 3_000;
/** A connection that is half open says nothing: it is asked this often, and given up when it doesn't answer in time. */
const pulseEveryMs = 5_000;
const pulseTimeoutMs = 2_000;
const firstPauseMs = 100;
const longestPauseMs = 5_000;

export type ListenerOptions = Readonly<{
  /** A direct connection: a pooler in transaction mode hands its server connection to somebody else after each transaction. */
  databaseUrl: string;
  heard: (topic: string, payload: string) => void;
  /** Listening has begun, or begun again: what was told in between was missed and has to be looked up. */
  renewed: () => void;
  failed: (error: unknown) => void;
}>;

/**
 * Hears what other instances tell through PostgreSQL (NOTIFY), on a connection of its own that is opened again whenever it breaks.
 * What it tells is a hint to look, never the news itself: whoever hears nothing for a while has to look as well.
 */
export class Listener {
  readonly #options: ListenerOptions;
  #client: pg.Client | undefined;
  #listening = false;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;
  #pauseMs = firstPauseMs;

  constructor(options: ListenerOptions) {
    this.#options = options;
    void this.#connect();
  }

  /** Whether what is told now is heard. */
  get isListening(): boolean {
    return this.#listening;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.databaseUrl,
      application_name: listenerName,
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: pulseTimeoutMs,
      keepAlive: true,
    });
    this.#client = client;
    client.on('error', (error) => this.#lose(client, error));
    client.on('end', () => this.#lose(client));
    client.on('notification', ({ channel, payload }) => this.#options.heard(channel, payload ?? ''));
    try {
      await client.connect();
      for (const topic of [contentTopic, turnsTopic]) await client.query(`listen ${topic}`);
    } catch (error) {
      this.#lose(client, error);
      return;
    }
    if (this.#client !== client) return;
    this.#listening = true;
    this.#pauseMs = firstPauseMs;
    this.#options.renewed();
    this.#pulse(client);
  }

  #pulse(client: pg.Client): void {
    this.#timer = setTimeout(() => {
      client.query('select 1').then(
        () => {
          if (this.#client === client && !this.#closed) this.#pulse(client);
        },
        (error: unknown) => this.#lose(client, error),
      );
    }, pulseEveryMs);
    this.#timer.unref();
  }

  /** Told once per connection, however it ends. */
  #lose(client: pg.Client, error?: unknown): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#listening = false;
    clearTimeout(this.#timer);
    client.end().catch(() => undefined);
    if (this.#closed) return;
    if (error !== undefined) this.#options.failed(error);
    // With a random part: instances that lost the same server don't come back all at once.
    const pauseMs = this.#pauseMs * (0.5 + Math.random());
    this.#pauseMs = Math.min(longestPauseMs, this.#pauseMs * 2);
    this.#timer = setTimeout(() => void this.#connect(), pauseMs);
    this.#timer.unref();
  }
}
