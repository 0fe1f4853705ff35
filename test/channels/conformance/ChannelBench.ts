import { Writable } from 'node:stream';
import { format } from 'node:util';
import { jest } from '@jest/globals';
import { pino } from 'pino';
import type { RunningService } from '../../../src/main.js';
import { openRecords, type Records } from '../../../src/records/index.js';
import type { Delivery, FakePlatform } from '../../fakes/FakePlatform.js';
import { deliver } from '../../fakes/FakePlatform.js';
import { storeNames } from '../../support/storeNames.js';
import { createStore, type TestStore } from '../../support/stores.js';
import { startTestService } from '../../support/testService.js';
import { ChannelTalk } from '../ChannelTalk.js';

const engine = storeNames.includes('postgres') ? 'postgres' : 'sqlite';
let citizens = 8_000_000;

/** A service with one channel, a stand-in for its platform, and everything that is logged. */
export class ChannelBench {
  readonly #services: RunningService[] = [];
  #log = '';
  /** What libraries write to the console by themselves is a log, too. */
  readonly #console = jest
    .spyOn(globalThis.console, 'error')
    .mockImplementation((...said: readonly unknown[]) => {
      this.#log += `${format(...said)}\n`;
    });
  /** How far the service's clock is ahead: pauses are over when it jumps. */
  aheadMs = 0;

  private constructor(
    readonly platform: FakePlatform,
    readonly records: Records,
    readonly store: TestStore,
  ) {}

  static async open(platform: FakePlatform, instances = 1): Promise<ChannelBench> {
    const store = await createStore(engine);
    const records = await openRecords(store);
    const bench = new ChannelBench(platform, records, store);
    for (let index = 0; index < instances; index += 1) await bench.#start();
    return bench;
  }

  /** Everything that was logged so far, by all instances. */
  get log(): string {
    return this.#log;
  }

  get address(): string {
    return this.addressOf(0);
  }

  addressOf(index: number): string {
    const service = this.#services[index % this.#services.length];
    if (service === undefined) throw new Error('No service runs.');
    return service.address;
  }

  /** A citizen whom nobody has seen yet. */
  newCitizen(): string {
    citizens += 1;
    return String(citizens);
  }

  talk(citizen = this.newCitizen()): ChannelTalk {
    return new ChannelTalk({
      platform: this.platform,
      citizen,
      records: this.records,
      deliver: (delivery) => this.deliver(delivery),
    });
  }

  deliver(delivery: Delivery, instance = 0): Promise<number> {
    return deliver(this.addressOf(instance), this.platform.door, delivery);
  }

  /** How many messages a conversation has in the inbox. */
  async heard(conversationId: string): Promise<number> {
    const rows = await this.records.db
      .selectFrom('inbox')
      .select('seq')
      .where('conversation_id', '=', conversationId)
      .execute();
    return rows.length;
  }

  async heardAtAll(): Promise<number> {
    return (await this.records.db.selectFrom('inbox').select('seq').execute()).length;
  }

  async outbox(conversationId: string) {
    return this.records.db
      .selectFrom('outbox')
      .select(['seq', 'state', 'failure', 'attempts', 'next_attempt_at'])
      .where('conversation_id', '=', conversationId)
      .orderBy('seq')
      .execute();
  }

  async close(): Promise<void> {
    this.#console.mockRestore();
    for (const service of this.#services) await service.stop();
    await this.records.close();
    await this.platform.stop();
    await this.store.drop();
  }

  async #start(): Promise<void> {
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        this.#log += String(chunk);
        done();
      },
    });
    this.#services.push(
      await startTestService(this.store, {
        now: () => new Date(Date.now() + this.aheadMs),
        env: this.platform.env(),
        unlimited: true,
        log: pino({ level: 'trace' }, stream),
      }),
    );
  }
}
