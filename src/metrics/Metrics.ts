import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { StoreFigures } from './readStoreFigures.js';

/** Seconds; a turn takes milliseconds, a store that is waited for seconds. */
const turnBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const requestBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What a turn did, as `src/turn` tells it. */
export type CountedTurn = Readonly<{
  channel: string;
  faulty: boolean;
  unanswered: readonly string[];
  estimates: number;
  leads: readonly string[];
}>;

/** What a request came to: which kind of work it was and how it was answered. */
export type CountedRequest = Readonly<{ work: string; status: number; seconds: number }>;

/**
 * The figures of one process in the text form that Prometheus reads. Every label comes from a short list of ours (stages, channels,
 * classes): no conversation, person, text or address ever becomes one.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #readStore: () => Promise<StoreFigures>;
  readonly #stages: Histogram<'stage'>;
  readonly #turns: Counter<'channel' | 'outcome'>;
  readonly #unanswered: Counter<'outcome'>;
  readonly #estimates: Counter<'source'>;
  readonly #leads: Counter<'event'>;
  readonly #sendings: Counter<'channel' | 'class'>;
  readonly #requests: Histogram<'work' | 'status'>;
  readonly #shed: Counter<'reason'>;
  readonly #store: ReturnType<typeof storeGauges>;

  /** `readStore` is asked at each reading; when it fails the figures of the store are left out. */
  constructor(readStore: () => Promise<StoreFigures>) {
    this.#readStore = readStore;
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#stages = new Histogram({
      name: 'an_sinh_turn_seconds',
      help: 'Time of a turn by stage; "whole" counts from the arrival of the message.',
      labelNames: ['stage'],
      buckets: turnBuckets,
      registers,
    });
    this.#turns = new Counter({
      name: 'an_sinh_turns_total',
      help: 'Turns by channel; "overtaken" ones were run again on newer state.',
      labelNames: ['channel', 'outcome'],
      registers,
    });
    this.#unanswered = new Counter({
      name: 'an_sinh_unanswered_total',
      help: 'Questions that got no answer: topics offered, handed over, or another matter.',
      labelNames: ['outcome'],
      registers,
    });
    this.#estimates = new Counter({
      name: 'an_sinh_estimates_total',
      help: 'Estimates told in the chat or by the API.',
      labelNames: ['source'],
      registers,
    });
    this.#leads = new Counter({
      name: 'an_sinh_leads_total',
      help: 'Leads opened, asked for again, withdrawn.',
      labelNames: ['event'],
      registers,
    });
    this.#sendings = new Counter({
      name: 'an_sinh_sendings_total',
      help: 'Attempts to send a reply, by what the channel made of it.',
      labelNames: ['channel', 'class'],
      registers,
    });
    this.#requests = new Histogram({
      name: 'an_sinh_request_seconds',
      help: 'Time of a request by the kind of work and the class of its status.',
      labelNames: ['work', 'status'],
      buckets: requestBuckets,
      registers,
    });
    this.#shed = new Counter({
      name: 'an_sinh_shed_total',
      help: 'Requests and messages that were refused because there was too much to do.',
      labelNames: ['reason'],
      registers,
    });
    this.#store = storeGauges(this.#registry);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All figures as they stand now. */
  async read(): Promise<string> {
    await this.#lookAtStore();
    return this.#registry.metrics();
  }

  stage(stage: string, seconds: number): void {
    this.#stages.observe({ stage }, seconds);
  }

  committed({ channel, faulty, unanswered, estimates, leads }: CountedTurn): void {
    this.#turns.inc({ channel, outcome: faulty ? 'fault' : 'done' });
    for (const outcome of unanswered) this.#unanswered.inc({ outcome });
    if (estimates > 0) this.#estimates.inc({ source: 'chat' }, estimates);
    for (const event of leads) this.#leads.inc({ event });
  }

  overtaken(): void {
    this.#turns.inc({ channel: 'any', outcome: 'overtaken' });
  }

  sent(channel: string, className: string): void {
    this.#sendings.inc({ channel, class: className });
  }

  estimated(): void {
    this.#estimates.inc({ source: 'api' });
  }

  request({ work, status, seconds }: CountedRequest): void {
    this.#requests.observe({ work, status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  shed(reason: string): void {
    this.#shed.inc({ reason });
  }

  /** A number that is read when somebody asks, from this process alone. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name: `an_sinh_${name}`,
      help,
      registers: [this.#registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** One look at the store feeds every gauge of it. */
  async #lookAtStore(): Promise<void> {
    const { waiting, age, outbox, up } = this.#store;
    for (const gauge of [waiting, age, outbox]) gauge.reset();
    try {
      const figures = await this.#readStore();
      waiting.set(figures.waiting);
      age.set({ queue: 'inbox' }, figures.inboxAgeS);
      age.set({ queue: 'outbox' }, figures.outboxAgeS);
      for (const { channel, kind, count } of figures.outbox) outbox.set({ channel, class: kind }, count);
      up.set(1);
    } catch {
      up.set(0);
    }
  }
}

function storeGauges(registry: Registry) {
  const registers = [registry];
  return {
    waiting: new Gauge({
      name: 'an_sinh_inbox_waiting',
      help: 'Messages that were acknowledged and not answered yet, of all instances.',
      registers,
    }),
    age: new Gauge({
      name: 'an_sinh_queue_age_seconds',
      help: 'How long the oldest one has waited: a message for its turn, a reply for its sending.',
      labelNames: ['queue'],
      registers,
    }),
    outbox: new Gauge({
      name: 'an_sinh_outbox_replies',
      help: 'Replies to be pushed: due, put off after a failed try, given up and looked at by nobody yet.',
      labelNames: ['channel', 'class'],
      registers,
    }),
    up: new Gauge({ name: 'an_sinh_store_up', help: '1 while the store answers.', registers }),
  };
}
