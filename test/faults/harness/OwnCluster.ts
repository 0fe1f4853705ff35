import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../support/freePort.js';
import { serverOwner } from './serverOwner.js';

const startWaitMs = 60_000;
const packages = '/usr/lib/postgresql';

/** Why no PostgreSQL of our own can be started here; undefined when it can. */
export function whyNoCluster(): string | undefined {
  if (binaries() === undefined) return `no PostgreSQL server under ${packages}`;
  return process.getuid?.() === 0 && serverOwner().uid === undefined
    ? 'root has no user postgres to run it'
    : undefined;
}

/** A PostgreSQL server of our own in a folder of its own, so that it can be killed without harm to others. */
export class OwnCluster {
  readonly port: number;
  readonly folder: string;
  #process: ChildProcess | undefined;

  private constructor(port: number, folder: string) {
    this.port = port;
    this.folder = folder;
  }

  /** Makes a cluster and starts it; `settings` are lines of its configuration. */
  static async create(settings: readonly string[] = []): Promise<OwnCluster> {
    const cluster = await OwnCluster.#prepare();
    runTool('initdb', ['-D', cluster.folder, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8']);
    appendFileSync(
      join(cluster.folder, 'postgresql.conf'),
      ["unix_socket_directories = ''", 'max_connections = 200', ...settings, ''].join('\n'),
    );
    await cluster.start();
    return cluster;
  }

  /** A streaming replica of this cluster, started; it hears of news over `port`, where this cluster or a proxy before it listens. */
  async replicate(name: string, port = this.port): Promise<OwnCluster> {
    const replica = await OwnCluster.#prepare();
    rmSync(replica.folder, { recursive: true });
    const source = (at: number): string => `host=127.0.0.1 port=${at} user=postgres application_name=${name}`;
    runTool('pg_basebackup', [
      '-D',
      replica.folder,
      '-d',
      source(this.port),
      '-R',
      '-X',
      'stream',
      '-c',
      'fast',
    ]);
    appendFileSync(join(replica.folder, 'postgresql.auto.conf'), `primary_conninfo = '${source(port)}'\n`);
    await replica.start();
    return replica;
  }

  static async #prepare(): Promise<OwnCluster> {
    const folder = mkdtempSync(join(tmpdir(), 'an-sinh-cluster-'));
    const { uid, gid } = serverOwner();
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
    chmodSync(folder, 0o700);
    return new OwnCluster(await freePort(), folder);
  }

  url(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts the server and waits until it answers; what a killed one left is recovered by it. */
  async start(): Promise<void> {
    const until = Date.now() + startWaitMs;
    while (!(await this.#answers())) {
      // A predecessor's workers may hold its memory for a moment; then the new one gives up and is tried again.
      if (
        this.#process === undefined ||
        this.#process.exitCode !== null ||
        this.#process.signalCode !== null
      ) {
        this.#process = spawn(
          tool('postgres'),
          ['-D', this.folder, '-p', String(this.port), '-h', '127.0.0.1'],
          {
            stdio: 'ignore',
            cwd: this.folder,
            ...serverOwner(),
          },
        );
      }
      if (Date.now() > until) throw new Error(`PostgreSQL in ${this.folder} did not start.`);
      await sleep(50);
    }
  }

  /** Ends the server at once, as a power cut does; its workers follow when they notice. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Makes a replica the one that takes writes. */
  promote(): void {
    runTool('pg_ctl', ['promote', '-D', this.folder, '-w']);
  }

  /** Runs one statement on the server's own database. */
  async query(statement: string): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: this.url('postgres'), connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<Record<string, unknown>>(statement);
      return rows;
    } finally {
      await client.end();
    }
  }

  /** Ends the server and removes its folder. */
  async drop(): Promise<void> {
    await this.#end('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const server = this.#process;
    this.#process = undefined;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  }

  async #answers(): Promise<boolean> {
    return this.query('select 1').then(
      () => true,
      () => false,
    );
  }
}

function binaries(): string | undefined {
  if (!existsSync(packages)) return undefined;
  return readdirSync(packages)
    .map((version) => join(packages, version, 'bin'))
    .filter((folder) => existsSync(join(folder, 'initdb')))
    .at(-1);
}

function tool(name: string): string {
  const folder = binaries();
  if (folder === undefined) throw new Error(whyNoCluster());
  return join(folder, name);
}

function runTool(name: string, args: readonly string[]): void {
  execFileSync(tool(name), args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir(), ...serverOwner() });
}
