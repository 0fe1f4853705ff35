import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

type Line = { readonly inner: Socket; readonly outer: Socket; silent: boolean };

/** The far end of a silent line hears of its end only now, as by the keep-alive of its system. */
const noticedAfterMs = 60_000;

/** A TCP proxy whose lines can be reset, or left hanging as when a cable is pulled. */
export class FaultProxy {
  readonly #server: Server;
  readonly #lines = new Set<Line>();
  #target: number;
  #swallowsUntil = 0;

  private constructor(server: Server, target: number) {
    this.#server = server;
    this.#target = target;
    server.on('connection', (inner) => this.#join(inner));
  }

  /** Listens on a free port of this machine and passes everything on to `target`. */
  static async open(target: number): Promise<FaultProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultProxy(server, target);
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy does not listen.');
    return address.port;
  }

  /** New lines lead here from now on. */
  redirect(target: number): void {
    this.#target = target;
  }

  /** Resets every line. */
  cut(): void {
    for (const line of this.#lines) {
      line.silent = false;
      line.inner.resetAndDestroy();
      line.outer.resetAndDestroy();
    }
  }

  /**
   * From now on nothing passes on the lines there are, nor on new ones for `forMs`. Neither end hears of it, not even when the other
   * one hangs up.
   */
  hang(forMs: number): void {
    this.#swallowsUntil = Date.now() + forMs;
    for (const line of this.#lines) silence(line);
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.cut();
    await closed;
  }

  #join(inner: Socket): void {
    const outer = connect(this.#target, '127.0.0.1');
    const line: Line = { inner, outer, silent: false };
    this.#lines.add(line);
    for (const [socket, peer] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        if (line.silent) {
          setTimeout(() => this.#drop(line, peer), noticedAfterMs).unref();
          return;
        }
        this.#drop(line, peer);
      });
    }
    if (Date.now() < this.#swallowsUntil) {
      silence(line);
      return;
    }
    inner.pipe(outer);
    outer.pipe(inner);
  }

  #drop(line: Line, rest: Socket): void {
    this.#lines.delete(line);
    rest.destroy();
  }
}

/** Reads what comes and passes nothing on; what the ends want to close stays open on the other side. */
function silence(line: Line): void {
  const { inner, outer } = line;
  line.silent = true;
  inner.unpipe(outer);
  outer.unpipe(inner);
  inner.resume();
  outer.resume();
}
