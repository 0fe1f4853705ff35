import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/freePort.js';
import { ServiceProcess } from '../../support/ServiceProcess.js';
import type { TestStore } from '../../support/stores.js';
import type { FaultProxy } from './FaultProxy.js';

const script = 'faults/watchedService.mjs';
const restartPauseMs = 300;

export type FleetOptions = Readonly<{
  store: Omit<TestStore, 'drop'>;
  /** One per instance, between it and the database; none on SQLite. */
  proxies: readonly FaultProxy[];
  instances: number;
  /** More of the environment of one instance. */
  environment: (instance: number) => Readonly<Record<string, string>>;
}>;

type Instance = {
  readonly port: number;
  process: ServiceProcess | undefined;
  /** Since when it answers; undefined while it starts or is down. */
  servesSince: number | undefined;
  paused: boolean;
};

/** The instances of the service, each in a process of its own that is started again whenever it ends, as a supervisor would. */
export class Fleet {
  /** Ends that nobody ordered, of an instance that had answered before: a service must outlive everything but a kill. */
  readonly falls: string[] = [];
  readonly #options: FleetOptions;
  readonly #instances: readonly Instance[];
  #watching: readonly Promise<void>[] = [];
  #closed = false;
  /** Starts, the first of each instance among them. */
  starts = 0;
  /** Why starts failed, which they may while there is no database. */
  readonly failedStarts: string[] = [];

  private constructor(options: FleetOptions, ports: readonly number[]) {
    this.#options = options;
    this.#instances = ports.map((port) => ({
      port,
      process: undefined,
      servesSince: undefined,
      paused: false,
    }));
  }

  /** Starts all instances and waits until each has answered. */
  static async start(options: FleetOptions): Promise<Fleet> {
    const ports = await Promise.all(Array.from({ length: options.instances }, () => freePort()));
    const fleet = new Fleet(options, ports);
    fleet.#watching = fleet.#instances.map((instance, index) => fleet.#keepAlive(instance, index));
    await fleet.recovered();
    return fleet;
  }

  /** Addresses of the instances that a balancer would choose from: those that answer, or all when none does. */
  bases(): readonly string[] {
    const serving = this.#instances.filter(({ servesSince }) => servesSince !== undefined);
    return (serving.length === 0 ? this.#instances : serving).map(({ port }) => `http://127.0.0.1:${port}`);
  }

  /** kill -9; false when the instance isn't up, or has not served for `leastLifeMs`. */
  async kill(index: number, leastLifeMs: number): Promise<boolean> {
    const instance = this.#at(index);
    const { process, servesSince } = instance;
    if (process === undefined || servesSince === undefined || Date.now() < servesSince + leastLifeMs)
      return false;
    instance.servesSince = undefined;
    await process.stop('SIGKILL');
    return true;
  }

  /** Stops this instance, or another one that is up, in the middle of whatever it does for a while; false when none is up. */
  async pause(index: number, forMs: number): Promise<boolean> {
    const isUp = ({ servesSince, paused }: Instance): boolean => servesSince !== undefined && !paused;
    const instance = [this.#at(index), ...this.#instances].find(isUp);
    const process = instance?.process;
    if (instance === undefined || process === undefined) return false;
    instance.paused = true;
    process.signal('SIGSTOP');
    await sleep(forMs);
    process.signal('SIGCONT');
    instance.paused = false;
    return true;
  }

  /** Waits until every instance answers. @throws when one doesn't in time. */
  async recovered(withinMs = 120_000): Promise<void> {
    const until = Date.now() + withinMs;
    while (this.#instances.some(({ servesSince }) => servesSince === undefined)) {
      if (Date.now() > until) throw new Error(`An instance did not start: ${this.#complaints()}`);
      await sleep(50);
    }
  }

  /** Asks every instance to stop and gives how each ended. */
  async stop(): Promise<readonly string[]> {
    this.#closed = true;
    const endings = await Promise.all(
      this.#instances.map(async ({ process }) => {
        const ending = await process?.stop('SIGTERM');
        return String(ending?.signal ?? ending?.code);
      }),
    );
    await Promise.all(this.#watching);
    return endings;
  }

  /** Ends whatever still runs. */
  async abandon(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#instances.map(async ({ process }) => process?.stop('SIGKILL')));
    await Promise.all(this.#watching);
  }

  async #keepAlive(instance: Instance, index: number): Promise<void> {
    const { store, proxies, environment } = this.#options;
    const proxy = proxies[index];
    while (!this.#closed) {
      this.starts += 1;
      const process = ServiceProcess.launch(
        script,
        { ...store, drop: async () => undefined, databaseUrl: through(store.databaseUrl, proxy) },
        instance.port,
        environment(index),
      );
      instance.process = process;
      let served = true;
      await process.ready().then(
        () => (instance.servesSince = Date.now()),
        () => (served = false),
      );
      if (!served && !this.#closed) this.failedStarts.push(lastLine(process.complaints));
      const { code, signal } = served ? await process.ended : await process.stop('SIGKILL');
      instance.servesSince = undefined;
      if (served && !this.#closed && signal !== 'SIGKILL')
        this.falls.push(
          `instance ${index} ended by itself (${signal ?? code}): ${process.complaints.slice(-2_000)}`,
        );
      if (!this.#closed) await sleep(restartPauseMs);
    }
  }

  #at(index: number): Instance {
    const instance = this.#instances[index];
    if (instance === undefined) throw new Error(`There is no instance ${index}.`);
    return instance;
  }

  #complaints(): string {
    return this.#instances.map(({ process }) => process?.complaints ?? '').join('\n');
  }
}

/** The error itself, without where it came from. */
function lastLine(complaints: string): string {
  const lines = complaints.split('\n').map((line) => line.trim());
  return lines.findLast((line) => /^\w*Error\b|^error:/i.test(line)) ?? complaints.slice(-200);
}

/** The database's address, with the proxy in between. */
function through(databaseUrl: string | undefined, proxy: FaultProxy | undefined): string | undefined {
  if (databaseUrl === undefined || proxy === undefined) return databaseUrl;
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  return url.toString();
}
