import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Records } from './openRecords.js';
import { turnsTopic } from './topics.js';

/**
 * What is told within this time is told at once: the server lets those who tell something commit one after the other, so that a
 * notice for each message would hold up everybody's.
 */
const gatherMs = 25;
/** PostgreSQL takes less than 8,000 bytes. */
const longestPayload = 7_000;
const senderMark = 'from:';

/** Tells the other instances which conversations have something new. Lost notices do no harm: streams look by themselves as well. */
export class Announcer {
  readonly #records: Records;
  readonly #failed: (error: unknown) => void;
  readonly #waiting = new Set<string>();
  /** Stands before the conversations, so that nobody looks up what they told themselves. */
  readonly #sender = `${senderMark}${randomUUID()}`;
  #timer: NodeJS.Timeout | undefined;
  #telling: Promise<void> = Promise.resolve();

  constructor(records: Records, failed: (error: unknown) => void) {
    this.#records = records;
    this.#failed = failed;
  }

  tell(conversationId: string): void {
    this.#waiting.add(conversationId);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#telling = this.#telling.then(() => this.#tellAll()).catch(this.#failed);
    }, gatherMs);
  }

  /** The conversations that another instance tells of in `payload`. */
  othersIn(payload: string): readonly string[] {
    const [sender = '', ...ids] = payload.split(' ');
    if (sender === this.#sender) return [];
    // The version before named nobody.
    return sender.startsWith(senderMark) ? ids : [sender, ...ids];
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#telling;
  }

  async #tellAll(): Promise<void> {
    const ids = [...this.#waiting];
    this.#waiting.clear();
    for (const payload of inPayloads(this.#sender, ids)) {
      await sql`select pg_notify(${turnsTopic}, ${payload})`.execute(this.#records.db);
    }
  }
}

function inPayloads(sender: string, ids: readonly string[]): readonly string[] {
  const payloads: string[] = [];
  let payload = sender;
  for (const id of ids) {
    if (payload !== sender && payload.length + id.length >= longestPayload) {
      payloads.push(payload);
      payload = sender;
    }
    payload = `${payload} ${id}`;
  }
  return payload === sender ? payloads : [...payloads, payload];
}
