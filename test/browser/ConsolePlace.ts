import type { Page } from 'playwright-core';
import { ServiceProcess, type Started } from '../support/ServiceProcess.js';
import { createStore, type TestStore } from '../support/stores.js';
import { freePort } from '../support/testService.js';
import { logInFirst } from './consoleSteps.js';
import { desk, WatchedBrowser } from './WatchedBrowser.js';

/** The built service in a process of its own, with a browser before it and a first administrator who has not been there yet. */
export class ConsolePlace {
  private constructor(
    readonly store: TestStore,
    private readonly service: ServiceProcess,
    private readonly started: Started,
    readonly watched: WatchedBrowser,
  ) {}

  /** The service's clock begins at the time `begins`, now where none is given. */
  static async open(begins?: string): Promise<ConsolePlace> {
    const store = await createStore('sqlite');
    const clock: Record<string, string> = begins === undefined ? {} : { SERVICE_BEGINS: begins };
    const service = ServiceProcess.launch('faults/crashingService.mjs', store, await freePort(), clock);
    const started = await service.ready();
    return new ConsolePlace(store, service, started, await WatchedBrowser.launch(started.address));
  }

  /** A page of the first administrator's, at a desk, who has chosen `password`. */
  async administrator(password: string): Promise<Page> {
    const page = await (await this.watched.person({ viewport: desk })).newPage();
    await logInFirst(page, this.firstAdministrator, password);
    return page;
  }

  get address(): string {
    return this.started.address;
  }

  /** Its name is in `username`, its password is good once. */
  get firstAdministrator(): NonNullable<Started['firstAdministrator']> {
    const { firstAdministrator } = this.started;
    if (firstAdministrator === undefined) throw new Error('The service told of no first administrator.');
    return firstAdministrator;
  }

  async close(): Promise<void> {
    await this.watched.close();
    await this.service.stop('SIGKILL');
    await this.store.drop();
  }
}
