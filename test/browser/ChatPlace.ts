import { openRecords, type Records } from '../../src/records/index.js';
import type { RunningService } from '../../src/main.js';
import { createCipher, loadMasterKey, type Cipher } from '../../src/privacy/index.js';
import { openStore } from '../support/openStore.js';
import { createStore, type TestStore } from '../support/stores.js';
import { exampleDay, startTestService } from '../support/testService.js';
import { WatchedBrowser } from './WatchedBrowser.js';

/** A running service with a browser before it, and a look into what it stored. */
export class ChatPlace {
  private constructor(
    private readonly store: TestStore,
    private readonly service: RunningService,
    private readonly records: Records,
    private readonly cipher: Cipher,
    readonly watched: WatchedBrowser,
  ) {}

  static async open(env: Readonly<Record<string, string>> = {}): Promise<ChatPlace> {
    const store = await createStore('sqlite');
    const service = await startTestService(store, { now: exampleDay, env });
    return new ChatPlace(
      store,
      service,
      await openRecords(store),
      createCipher(loadMasterKey(store.dataDir, undefined)),
      await WatchedBrowser.launch(service.address),
    );
  }

  get address(): string {
    return this.service.address;
  }

  /** How many messages of citizens were stored whose text is exactly this. */
  async stored(text: string): Promise<number> {
    const wanted = `"text":${JSON.stringify(text)}`;
    const values = await openStore(this.records, this.cipher);
    return values.filter(
      ({ table, column, text: found }) => table === 'inbox' && column === 'payload' && found.includes(wanted),
    ).length;
  }

  /** What the browser complained about, without the calls that failed because a test took the network away. */
  complaints(): readonly string[] {
    return this.watched.complaints
      .splice(0)
      .filter(
        (text) =>
          !/ERR_(?:INTERNET_DISCONNECTED|FAILED|CONNECTION_RESET|ABORTED)|WebSocket|fetching the script/.test(
            text,
          ),
      );
  }

  async close(): Promise<void> {
    await this.watched.close();
    await this.records.close();
    await this.service.stop();
    await this.store.drop();
  }
}
