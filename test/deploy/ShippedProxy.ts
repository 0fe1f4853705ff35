import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/paths.js';
import { eventually } from '../support/eventually.js';

/** nginx with `deploy/proxy.conf`, in which only addresses are others. */
export class ShippedProxy {
  readonly address: string;
  readonly #folder: string;
  readonly #process: ChildProcess;

  /** @param instances the two addresses to which it leads, as `host:port` */
  static async start(port: number, instances: readonly [string, string]): Promise<ShippedProxy> {
    const proxy = new ShippedProxy(port, instances);
    await eventually(
      () => fetch(`${proxy.address}/health/live`).catch(() => undefined),
      `proxy at ${proxy.address}`,
    );
    return proxy;
  }

  private constructor(port: number, [first, second]: readonly [string, string]) {
    this.address = `http://127.0.0.1:${port}`;
    this.#folder = mkdtempSync(join(tmpdir(), 'an-sinh-proxy-'));
    const shipped = readFileSync(join(projectRoot, 'deploy', 'proxy.conf'), 'utf8');
    const local = Object.entries({
      'server first:8080': `server ${first}`,
      'server second:8080': `server ${second}`,
      'listen 8080': `listen 127.0.0.1:${port}`,
    }).reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`deploy/proxy.conf no longer says "${from}".`);
      return text.replace(from, to);
    }, shipped);
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${this.#folder}/${name};`,
    );
    const whole = `daemon off; pid ${this.#folder}/pid; error_log stderr; events {} http { access_log off; ${places.join(' ')}\n${local}\n}`;
    const file = join(this.#folder, 'nginx.conf');
    writeFileSync(file, whole);
    this.#process = spawn(process.env.NGINX ?? 'nginx', ['-e', 'stderr', '-c', file], { stdio: 'ignore' });
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
