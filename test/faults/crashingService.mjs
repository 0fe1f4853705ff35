/**
 * The built service in a process of its own. Told `{ killAfter: n }`, it kills itself with SIGKILL right after the n-th SQL
 * statement that follows; told `{ killAfter: 0 }`, it lives on. Each counted statement is printed before that. Told
 * `{ pauseAfter: '…' }`, it stops itself with SIGSTOP right after the next statement that begins so, having printed `paused`.
 */
import { writeSync } from 'node:fs';
import { readConfig } from '../../dist/src/config.js';
import { startService } from '../../dist/src/main.js';

let left = 0;
let pauseAfter;

/** What runs beside a message: clients who look for news, the sweep, the watch over the content. A kill there hits nothing. */
const beside = [
  /union all/,
  /^select "id", "last_seq"/,
  /^select "created_at" from "conversations"/,
  /"personal_since" </,
  /"silent_until" <=/,
  /pg_notify/,
  /min\("seq"\)/,
  /content_documents/,
  /from "meta" where "name"/,
];

/** `SERVICE_BEGINS` sets the clock, which goes on from there; figures of law change with the date. */
const { SERVICE_BEGINS: begins } = process.env;
const shiftMs = begins === undefined ? 0 : Date.parse(begins) - Date.now();

const { address, firstAdministrator } = await startService(readConfig(process.env), {
  now: () => new Date(Date.now() + shiftMs),
  onQuery: (sql) => {
    if (pauseAfter !== undefined && sql.startsWith(pauseAfter)) {
      pauseAfter = undefined;
      writeSync(1, 'paused\n');
      process.kill(process.pid, 'SIGSTOP');
    }
    if (left === 0 || beside.some((pattern) => pattern.test(sql))) return;
    // Printed at once: what is only queued for printing dies with the process.
    writeSync(1, `${sql.replaceAll(/\s+/g, ' ')}\n`);
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  },
});

process.on('message', ({ killAfter = 0, pauseAfter: moment }) => {
  const unused = left;
  pauseAfter = moment;
  left = killAfter;
  process.send({ unused });
});
process.on('disconnect', () => process.exit(1));
process.send({ address, ...(firstAdministrator === undefined ? {} : { firstAdministrator }) });
