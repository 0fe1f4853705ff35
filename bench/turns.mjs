import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * What a message costs: bare restify, the SDK's echo bot in process, and this bot answering an FAQ question with everything
 * stored, one after the other on the same machine in the same run. Compare the ratios; the absolute figures are this machine's.
 *   npm run bench            SQLite
 *   DATABASE_URL=postgres://… npm run bench    PostgreSQL (an empty database)
 */
const here = dirname(fileURLToPath(import.meta.url));
const citizens = Number(process.env.BENCH_CITIZENS ?? 50);
const seconds = Number(process.env.BENCH_SECONDS ?? 6);
const question = 'bhxh tu nguyen dong bao nhieu 1 thang';

const peers = ['restify', 'echo', 'an-sinh'];
const rounds = Number(process.env.BENCH_ROUNDS ?? 2);
const best = new Map();
for (let round = 0; round < rounds; round += 1) {
  for (const name of peers) {
    const result = await measure(name);
    const known = best.get(name);
    if (known === undefined || result.cpuUs < known.cpuUs) best.set(name, result);
  }
}

const floor = best.get('restify');
const echo = best.get('echo');
console.log(
  `${cpus().length} cores, Node ${process.versions.node}, ${citizens} citizens at once, ${seconds} s each, best of ${rounds} rounds`,
);
console.log(
  '                 messages/s   CPU µs/message   rate against echo   CPU against echo   CPU against restify',
);
for (const name of peers) {
  const { rate, cpuUs, failed } = best.get(name);
  console.log(
    [
      name.padEnd(16),
      rate.toFixed(0).padStart(10),
      cpuUs.toFixed(0).padStart(16),
      (rate / echo.rate).toFixed(2).padStart(19),
      (cpuUs / echo.cpuUs).toFixed(2).padStart(18),
      (cpuUs / floor.cpuUs).toFixed(2).padStart(21),
      failed > 0 ? `  ${failed} failed` : '',
    ].join(' '),
  );
}

async function measure(name) {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-bench-'));
  const child = spawn(process.execPath, [join(here, 'peers', `${name}.mjs`)], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', BENCH: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    });
    const base = `http://127.0.0.1:${port}`;
    const talk = name === 'an-sinh' ? await prepareTalk(base) : () => post(`${base}/messages`, activity());
    await load(talk, 1);
    const before = await ask(child);
    const startedAt = performance.now();
    const { done, failed } = await load(talk, seconds);
    const elapsed = (performance.now() - startedAt) / 1000;
    const after = await ask(child);
    return { rate: done / elapsed, cpuUs: (after - before) / done, failed };
  } finally {
    child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Each citizen sends the next message when the reply to the last one is there: a whole turn, not only its acknowledgement. */
async function load(talk, forSeconds) {
  const until = performance.now() + forSeconds * 1000;
  let done = 0;
  let failed = 0;
  await Promise.all(
    Array.from({ length: citizens }, async (_, citizen) => {
      while (performance.now() < until) {
        if (await talk(citizen)) done += 1;
        else failed += 1;
      }
    }),
  );
  return { done, failed };
}

async function prepareTalk(base) {
  const conversations = await Promise.all(
    Array.from({ length: citizens }, async () => {
      const token = await (
        await fetch(`${base}/v3/directline/tokens/generate`, { method: 'POST', body: '{}' })
      ).json();
      const headers = { Authorization: `Bearer ${token.token}`, 'Content-Type': 'application/json' };
      const opened = await (
        await fetch(`${base}/v3/directline/conversations`, {
          method: 'POST',
          headers,
          body: '{"locale":"vi-VN"}',
        })
      ).json();
      const waiting = new Map();
      const early = new Set();
      const socket = new WebSocket(opened.streamUrl);
      socket.onmessage = ({ data }) => {
        if (data === '') return;
        for (const { replyToId } of JSON.parse(data).activities) {
          if (replyToId === undefined) continue;
          const resolve = waiting.get(replyToId);
          if (resolve === undefined) early.add(replyToId);
          else resolve(true);
          waiting.delete(replyToId);
        }
      };
      await new Promise((resolve, reject) => {
        socket.onopen = resolve;
        socket.onerror = reject;
      });
      return {
        url: `${base}/v3/directline/conversations/${token.conversationId}/activities`,
        headers,
        waiting,
        early,
      };
    }),
  );
  return async (citizen) => {
    const { url, headers, waiting, early } = conversations[citizen];
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity()) });
    if (!response.ok) return false;
    const { id } = await response.json();
    if (early.delete(id)) return true;
    return new Promise((resolve) => waiting.set(id, resolve));
  };
}

async function post(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.ok;
}

function activity() {
  return {
    type: 'message',
    text: question,
    locale: 'vi-VN',
    channelId: 'directline',
    serviceUrl: 'urn:bench',
    conversation: { id: 'bench' },
    from: { id: 'citizen', role: 'user' },
    recipient: { id: 'bot' },
    channelData: { clientActivityID: crypto.randomUUID() },
  };
}

/** CPU time the peer has used so far, in microseconds. */
function ask(child) {
  return new Promise((resolve) => {
    child.once('message', ({ cpuUs }) => resolve(cpuUs));
    child.send('cpu');
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
