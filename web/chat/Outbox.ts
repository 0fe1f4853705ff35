import type { DirectLine } from './DirectLine.js';
import { textField } from './json.js';
import { recall, remember } from './sessionMemory.js';

const giveUpMs = 20_000;
const storageKey = 'an-sinh.outbox';

/** `waiting`: no network yet. `busy`: the server asked us to try later, which we do. `failed`: not sent after 20 s or refused; the citizen may send it again. */
export type SendState = 'sending' | 'waiting' | 'busy' | 'failed' | 'sent';

/** A message on its way. `id` is its clientActivityID for every try, so that it counts once however often it is sent. */
export interface Outgoing {
  readonly id: string;
  readonly text: string;
  readonly title: string;
}

export interface OutboxHandlers {
  readonly changed: (message: Outgoing, state: SendState) => void;
  /** The server has it, under this activity id. */
  readonly accepted: (message: Outgoing, activityId: string | undefined) => void;
}

interface Entry extends Outgoing {
  state: SendState;
}

/** Sends messages one after the other in the order they were written. */
export class Outbox {
  private entries: Entry[] = [];
  private busy = false;

  constructor(
    private readonly directLine: DirectLine,
    private readonly handlers: OutboxHandlers,
  ) {}

  add(message: Outgoing): void {
    this.entries.push({ ...message, state: 'sending' });
    this.save();
    void this.pump();
  }

  /** The citizen asked for a failed message to be sent again. */
  resend(id: string): void {
    const entry = this.entries.find((one) => one.id === id);
    if (entry?.state === 'failed') this.change(entry, 'sending');
    void this.pump();
  }

  /** The network is back: send what waited for it. */
  resume(): void {
    for (const entry of this.entries) if (entry.state === 'waiting') this.change(entry, 'sending');
    void this.pump();
  }

  /** The message came back on the stream, which is as good as an answer to the call. */
  acknowledge(id: string): void {
    const entry = this.entries.find((one) => one.id === id);
    if (entry === undefined) return;
    this.entries = this.entries.filter((one) => one !== entry);
    this.save();
    this.change(entry, 'sent');
  }

  /** Forgets what is unsent and returns it. */
  clear(): readonly Outgoing[] {
    const left = this.entries;
    this.entries = [];
    this.save();
    return left;
  }

  private async pump(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (let entry = this.next(); entry !== undefined; entry = this.next()) await this.deliver(entry);
    this.busy = false;
  }

  private next(): Entry | undefined {
    return this.entries.find((entry) => entry.state === 'sending');
  }

  private async deliver(entry: Entry): Promise<void> {
    const giveUpAt = Date.now() + giveUpMs;
    while (this.entries.includes(entry)) {
      if (!navigator.onLine) return this.change(entry, 'waiting');
      const outcome = await Promise.race([this.directLine.send(entry.text, entry.id), tooLate(giveUpAt)]);
      if (outcome.kind === 'ok') {
        this.handlers.accepted(entry, textField(outcome.body, 'id'));
        this.acknowledge(entry.id);
        return;
      }
      if (!this.entries.includes(entry)) return;
      if (!navigator.onLine) return this.change(entry, 'waiting');
      if (outcome.kind === 'refused' || Date.now() + outcome.afterMs >= giveUpAt)
        return this.change(entry, 'failed');
      this.change(entry, outcome.busy === true ? 'busy' : 'sending');
      await pause(outcome.afterMs);
    }
  }

  private change(entry: Entry, state: SendState): void {
    entry.state = state;
    this.handlers.changed(entry, state);
  }

  private save(): void {
    const left = this.entries.map(({ id, text, title }) => ({ id, text, title }));
    remember(storageKey, left.length === 0 ? undefined : left);
  }
}

/** The messages that a page closed or reloaded in this tab had not sent yet. */
export function unsentMessages(): readonly Outgoing[] {
  const stored = recall(storageKey);
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one: unknown) => {
    const [id, text, title] = ['id', 'text', 'title'].map((name) => textField(one, name));
    return id === undefined || text === undefined ? [] : [{ id, text, title: title ?? text }];
  });
}

/** A call that outlives the deadline counts as failed; should it arrive after all, its echo marks the message as sent. */
async function tooLate(at: number): Promise<{ kind: 'again'; afterMs: number; busy: boolean }> {
  await pause(at - Date.now());
  return { kind: 'again', afterMs: 0, busy: false };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, Math.max(0, ms)));
}
