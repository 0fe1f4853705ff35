import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/freePort.js';
import { serverOwner } from './serverOwner.js';

const program = '/usr/sbin/pgbouncer';
const startWaitMs = 20_000;

/** Why no PgBouncer can be started here; undefined when it can. */
export function whyNoBouncer(): string | undefined {
  return existsSync(program) ? undefined : `no ${program} (apt-get install pgbouncer)`;
}

/** PgBouncer in transaction mode before a database, as docs/operations.md tells to set it up. */
export class PgBouncer {
  readonly port: number;
  readonly #folder: string;
  readonly #process: ChildProcess;

  private constructor(port: number, folder: string, process: ChildProcess) {
    this.port = port;
    this.#folder = folder;
    this.#process = process;
  }

  static async start(databasePort: number, database: string): Promise<PgBouncer> {
    const folder = mkdtempSync(join(tmpdir(), 'an-sinh-bouncer-'));
    const port = await freePort();
    const file = join(folder, 'pgbouncer.ini');
    writeFileSync(
      file,
      [
        '[databases]',
        `${database} = host=127.0.0.1 port=${databasePort} dbname=${database} user=postgres`,
        '[pgbouncer]',
        'listen_addr = 127.0.0.1',
        `listen_port = ${port}`,
        'unix_socket_dir =',
        'auth_type = any',
        'pool_mode = transaction',
        'default_pool_size = 10',
        'max_client_conn = 200',
        'server_login_retry = 1',
        // The server's role has these settings: a pooled connection can't take them from each client.
        'ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout',
        '',
      ].join('\n'),
    );
    chmodSync(folder, 0o755);
    const process = spawn(program, ['-q', file], { stdio: 'ignore', ...serverOwner() });
    const bouncer = new PgBouncer(port, folder, process);
    const until = Date.now() + startWaitMs;
    while (!(await bouncer.#answers())) {
      if (Date.now() > until) throw new Error('PgBouncer did not start.');
      await sleep(50);
    }
    return bouncer;
  }

  async drop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #answers(): Promise<boolean> {
    const socket = connect(this.port, '127.0.0.1');
    return once(socket, 'connect').then(
      () => {
        socket.destroy();
        return true;
      },
      () => false,
    );
  }
}
