import { createServer, type IncomingMessage, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/testService.js';

/** A call that a fake platform received. */
export type Received = Readonly<{
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  raw: string;
}>;

export type Answer = Readonly<{ http?: number; headers?: Readonly<Record<string, string>>; body: unknown }>;

/**
 * What the platform does with the next calls instead of working: an answer of its own, `drop` (it works, and the answer is
 * lost), `reset` (nothing happens and the connection breaks), or `none` (it works; a later call fails).
 */
export type Fault = Answer | 'drop' | 'reset' | 'none';

/** The HTTP side of a fake platform on loopback. */
export class FakeApi {
  readonly received: Received[] = [];
  latencyMs = 0;
  readonly #faults: Fault[] = [];
  readonly #server: Server;
  #address = '';

  constructor(handle: (call: Received) => Answer | Promise<Answer>) {
    this.#server = createServer((request, response) => {
      const answer = async (): Promise<void> => {
        const call = await read(request);
        this.received.push(call);
        if (this.latencyMs > 0) await sleep(this.latencyMs);
        const fault = this.#faults.shift();
        if (fault === 'reset') {
          response.destroy();
          return;
        }
        const {
          http = 200,
          headers = {},
          body,
        } = fault === undefined || fault === 'drop' || fault === 'none' ? await handle(call) : fault;
        if (fault === 'drop') {
          response.destroy();
          return;
        }
        response.writeHead(http, { 'Content-Type': 'application/json', ...headers });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      };
      answer().catch(() => response.destroy());
    });
  }

  /** Where it answers, `http://127.0.0.1:…`. */
  get address(): string {
    return this.#address;
  }

  async start(): Promise<void> {
    const port = await freePort();
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.#address = `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  fail(...faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  get faultsLeft(): number {
    return this.#faults.length;
  }
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
  return {
    method: request.method ?? '',
    path: pathname,
    query: searchParams,
    headers: request.headers,
    raw: Buffer.concat(chunks).toString('utf8'),
  };
}
