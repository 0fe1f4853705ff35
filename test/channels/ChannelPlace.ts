import type { RunningService } from '../../src/main.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { deliver, type Delivery, type FakePlatform } from '../fakes/FakePlatform.js';
import { createStore, type TestStore } from '../support/stores.js';
import { startTestService } from '../support/testService.js';
import { ChannelTalk } from './ChannelTalk.js';

let citizens = 3_000_000;

/** A service with several channels, stand-ins for their platforms, and a look into what it stored. */
export class ChannelPlace {
  private constructor(
    readonly store: TestStore,
    readonly service: RunningService,
    readonly records: Records,
    private readonly platforms: readonly FakePlatform[],
  ) {}

  static async open(
    name: TestStore['name'],
    platforms: readonly FakePlatform[],
    { now = () => new Date(), env = {} }: Readonly<{ now?: () => Date; env?: Record<string, string> }> = {},
  ): Promise<ChannelPlace> {
    const store = await createStore(name);
    const settings = Object.assign({}, env, ...platforms.map((platform) => platform.env()));
    const service = await startTestService(store, { now, env: settings, unlimited: true });
    return new ChannelPlace(store, service, await openRecords(store), platforms);
  }

  platform(name: string): FakePlatform {
    const platform = this.platforms.find((one) => one.name === name);
    if (platform === undefined) throw new Error(`There is no ${name}.`);
    return platform;
  }

  /** A citizen whom nobody has seen yet. */
  newCitizen(): string {
    citizens += 1;
    return String(citizens);
  }

  talk(platform: FakePlatform, citizen = this.newCitizen()): ChannelTalk {
    return new ChannelTalk({
      platform,
      citizen,
      records: this.records,
      deliver: (delivery) => this.deliver(platform, delivery),
    });
  }

  /** A new citizen who has opened the platform's chat and talks there. */
  arrive(platform: FakePlatform): Readonly<{ citizen: string; talk: ChannelTalk }> {
    const citizen = this.newCitizen();
    platform.shownTo(citizen);
    return { citizen, talk: this.talk(platform, citizen) };
  }

  deliver(platform: FakePlatform, delivery: Delivery): Promise<number> {
    return deliver(this.service.address, platform.door, delivery);
  }

  async close(): Promise<void> {
    await this.records.close();
    await this.service.stop();
    for (const platform of this.platforms) await platform.stop();
    await this.store.drop();
  }
}
