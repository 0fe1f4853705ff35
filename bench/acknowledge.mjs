import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * How soon a platform is told that its delivery was taken: while the bot is blocked, and while every transaction of the store takes
 * a second longer. Zalo gives two seconds. Deliveries come at a fixed rate, whether or not the ones before were answered.
 *   npm run bench -- acknowledge            SQLite
 *   DATABASE_URL=postgres://… npm run bench -- acknowledge    PostgreSQL (an empty database)
 */
const here = dirname(fileURLToPath(import.meta.url));
const perSecond = Number(process.env.BENCH_RATE ?? 50);
// Each writes every two seconds.
const citizens = perSecond * 2;
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const zalo = {
  appId: '1234567890123456789',
  appSecret: 'zalo-app-secret-for-tests',
  oaId: '388613280878808645',
  oaSecret: 'zalo-oa-secret-for-tests',
  refreshToken: 'refresh-token',
  apiUrl: 'http://127.0.0.1:1',
  oauthUrl: 'http://127.0.0.1:1',
};
const limits = { blocked: 200, slow: 1_500 };
const names = { blocked: 'the bot is blocked', slow: 'the store takes 1 s longer' };

console.log(
  `${cpus().length} cores, load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}, Node ${process.versions.node}, ${perSecond} deliveries a second for ${seconds} s`,
);
console.log('while                        taken   p50 ms   p95 ms   p99 ms    max ms   limit of p99');
for (const way of ['blocked', 'slow']) {
  const { times, failed } = await measure(way);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Infinity;
  console.log(
    [
      names[way].padEnd(26),
      String(times.length).padStart(7),
      ...[at(0.5), at(0.95), at(0.99), at(1)].map((ms, index) => ms.toFixed(0).padStart(index === 3 ? 9 : 8)),
      `${limits[way]} ${at(0.99) < limits[way] ? 'kept' : 'NOT KEPT'}`.padStart(14),
      failed > 0 ? `  ${failed} failed` : '',
    ].join(' '),
  );
}

async function measure(way) {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-bench-'));
  const child = spawn(process.execPath, [join(here, 'peers', 'channel.mjs')], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      BENCH_WAY: way,
      BENCH_CHANNELS: JSON.stringify({ zalo }),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
    });
    const address = `http://127.0.0.1:${port}/webhooks/zalo`;
    await Promise.all(Array.from({ length: citizens }, (_, warm) => deliver(address, `warm-${warm}`)));
    const times = [];
    const waiting = [];
    let failed = 0;
    for (let count = 0; count < perSecond * seconds; count += 1) {
      waiting.push(
        deliver(address, `m-${count}`).then(
          (ms) => times.push(ms),
          () => (failed += 1),
        ),
      );
      await sleep(1_000 / perSecond);
    }
    await Promise.all(waiting);
    return { times: times.sort((one, other) => one - other), failed };
  } finally {
    child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Their turns are open all the time. */
async function deliver(address, id) {
  const timestamp = String(Date.now());
  const body = JSON.stringify({
    app_id: zalo.appId,
    event_name: 'user_send_text',
    timestamp,
    sender: { id: String(246_845_883 + (Number(id.split('-')[1]) % citizens)) },
    recipient: { id: zalo.oaId },
    message: { msg_id: `${id}-${timestamp}`, text: 'bhxh tu nguyen dong bao nhieu 1 thang' },
  });
  const mac = createHash('sha256').update(`${zalo.appId}${body}${timestamp}${zalo.oaSecret}`).digest('hex');
  const startedAt = performance.now();
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-ZEvent-Signature': `mac=${mac}` },
    body,
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`answered ${response.status}`);
  return performance.now() - startedAt;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
