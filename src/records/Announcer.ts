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

/** Tells the other instances which conversations have something new. Lost notices do no harm: streams look by themselves as well. */
export class Announcer {
  readonly #records: Records;
  readonly #failed: (error: unknown) => void;
  readonly #waiting = new Set<string>();
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

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#telling;
  }

  async #tellAll(): Promise<void> {
    const ids = [...this.#waiting];
    this.#waiting.clear();
    for (const payload of inPayloads(ids)) {
      await sql`select pg_notify(${turnsTopic}, ${payload})`.execute(this.#records.db);
    }
  }
}

function inPayloads(ids: readonly string[]): readonly string[] {
  const payloads: string[] = [];
  let payload = '';
  for (const id of ids) {
    if (payload.length + id.length >= longestPayload) {
      payloads.push(payload);
      payload = '';
    }
    payload = payload === '' ? id : `${payload} ${id}`;
  }
  return payload === '' ? payloads : [...payloads, payload];
}
