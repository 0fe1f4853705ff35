import { ChannelOutbox, type ChannelOutboxOptions, type OutboxChannel } from './ChannelOutbox.js';

export type OutboxSenderOptions = ChannelOutboxOptions & Readonly<{ channels: readonly OutboxChannel[] }>;

const lookEveryMs = 500;

/** Pushes committed replies to the channels that don't fetch them, each channel by itself: one that is away holds up no other. */
export class OutboxSender {
  readonly #outboxes: readonly ChannelOutbox[];
  #timer: NodeJS.Timeout | undefined;

  constructor({ channels, ...options }: OutboxSenderOptions) {
    this.#outboxes = channels.map((channel) => new ChannelOutbox(channel, options));
  }

  start(): void {
    if (this.#outboxes.length > 0) this.#timer = setInterval(() => this.wake(), lookEveryMs);
  }

  /** Looks for waiting replies now. */
  wake(): void {
    for (const outbox of this.#outboxes) outbox.wake();
  }

  /** Looks now and waits until everything that is due was tried. */
  async flush(): Promise<void> {
    await Promise.all(this.#outboxes.map((outbox) => outbox.flush()));
  }

  /** Finishes what is being sent and stops. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#outboxes.map((outbox) => outbox.close()));
  }
}
