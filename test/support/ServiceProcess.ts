import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { TestStore } from './stores.js';

const started = z.object({
  address: z.string(),
  firstAdministrator: z.object({ username: z.string(), oneTimePassword: z.string() }).optional(),
});
export type Started = z.infer<typeof started>;

const startWaitMs = 60_000;

/** How a process ended: by itself with a code, or by a signal. */
export type Ending = Readonly<{ code: number | null; signal: NodeJS.Signals | null }>;

/** The built service in a process of its own, so that it can be killed. */
export class ServiceProcess {
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  #printed = '';
  #complaints = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.#printed += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#complaints += text));
    // `close` comes after the last output, `exit` may come before it.
    this.ended = new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal }));
    });
  }

  /** Runs a script of this folder's neighbours on `store`; it is on its way, not yet ready. */
  static launch(
    script: string,
    store: TestStore,
    port: number,
    env: Readonly<Record<string, string>> = {},
  ): ServiceProcess {
    // The child is no test: what jest needs of Node would only slow it down.
    const { NODE_OPTIONS: _, ...environment } = process.env;
    const child = fork(join(import.meta.dirname, '..', script), {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...environment,
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: store.dataDir,
        DATABASE_URL: store.databaseUrl ?? '',
        LOG_LEVEL: 'error',
        // Lets a test speak for many citizens, each with an allowance of requests of his own.
        TRUSTED_PROXIES: '1',
        ...env,
      },
    });
    return new ServiceProcess(child);
  }

  /** What it wrote to standard output so far. */
  get printed(): string {
    return this.#printed;
  }

  /** What it wrote to standard error so far. */
  get complaints(): string {
    return this.#complaints;
  }

  /** Waits for what the script tells when it answers requests. */
  async ready(): Promise<Started> {
    return started.parse(await this.#hear());
  }

  /** Sends a message to the script and gives its answer. */
  async ask(message: Readonly<Record<string, number | string>>): Promise<unknown> {
    const answer = this.#hear();
    // Without a callback a closed channel would be an error event that nobody handles; that the process died is told anyway.
    this.#child.send(message, () => undefined);
    return answer;
  }

  /** Waits until it has printed this. @throws when it doesn't in time. */
  async says(text: string): Promise<void> {
    const until = Date.now() + startWaitMs;
    while (!this.#printed.includes(text)) {
      if (Date.now() > until) throw new Error(`The service did not print "${text}": ${this.#complaints}`);
      await sleep(10);
    }
  }

  /** Sends a signal that does not end it: SIGSTOP, SIGCONT. */
  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Sends a signal and waits for the end. */
  async stop(signal: NodeJS.Signals): Promise<Ending> {
    this.#child.kill(signal);
    return this.ended;
  }

  /** The next message of the script. @throws with the process's own complaint when it ends instead. */
  async #hear(): Promise<unknown> {
    const patience = new AbortController();
    const message = once(this.#child, 'message', {
      signal: AbortSignal.any([patience.signal, AbortSignal.timeout(startWaitMs)]),
    });
    try {
      return await Promise.race([message.then(([first]: unknown[]) => first), this.#diesFirst()]);
    } finally {
      patience.abort();
      await message.catch(() => undefined);
    }
  }

  async #diesFirst(): Promise<never> {
    const { code, signal } = await this.ended;
    throw new Error(`The service ended (${signal ?? code}) instead of answering: ${this.#complaints}`);
  }
}
