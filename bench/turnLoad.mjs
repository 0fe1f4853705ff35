import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Citizens who talk to a peer of bench/peers at once, and what each of their messages costs it. */
const here = dirname(fileURLToPath(import.meta.url));
export const citizens = Number(process.env.BENCH_CITIZENS ?? 50);
export const seconds = Number(process.env.BENCH_SECONDS ?? 6);
/** One key for every process of a run: they may share a database. */
const dataKey = process.env.DATA_KEY ?? randomBytes(32).toString('base64');
const question = 'bhxh tu nguyen dong bao nhieu 1 thang';

/** Starts a peer, over `dataDir` where one is given, and plays the citizens against it. */
export async function measure(name, given) {
  const peer = await startPeer(name, given);
  try {
    await load(peer.talk, 1);
    const before = await peer.usage();
    const startedAt = performance.now();
    const { done, failed, tookMs } = await load(peer.talk, seconds);
    const elapsed = (performance.now() - startedAt) / 1000;
    const after = await peer.usage();
    tookMs.sort((one, other) => one - other);
    const at = (share) => tookMs[Math.floor(share * (tookMs.length - 1))] ?? NaN;
    return {
      rate: done / elapsed,
      cpuUs: (after.cpuUs - before.cpuUs) / done,
      failed,
      p50: at(0.5),
      p99: at(0.99),
    };
  } finally {
    peer.stop();
  }
}

/**
 * A peer of bench/peers in processes of its own. `usage`: the CPU time that they have used so far, in microseconds, and the memory
 * that they hold after a collection, in bytes. "an-sinh x2": two instances on one PostgreSQL; a message goes to either in turn.
 */
export async function startPeer(name, given) {
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'an-sinh-bench-'));
  const instances = [];
  const stop = () => {
    for (const { child } of instances) child.kill('SIGKILL');
    if (given === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  const [file, twice] = name.split(' ');
  try {
    for (let at = 0; at < (twice === undefined ? 1 : 2); at += 1)
      instances.push(await spawnPeer(file, dataDir));
    const bases = instances.map(({ port }) => `http://127.0.0.1:${port}`);
    const talk =
      file === 'an-sinh'
        ? await prepareTalk(bases)
        : (citizen) => post(`${bases[0]}/messages`, activity(`bench-${citizen}`));
    const usage = async () => {
      const used = await Promise.all(instances.map(({ child }) => ask(child)));
      const sum = (key) => used.reduce((total, one) => total + one[key], 0);
      return { cpuUs: sum('cpuUs'), heap: sum('heap'), resident: sum('resident') };
    };
    return { talk, usage, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function spawnPeer(file, dataDir) {
  const port = await freePort();
  const child = spawn(process.execPath, ['--expose-gc', join(here, 'peers', `${file}.mjs`)], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      DATA_KEY: dataKey,
      LOG_LEVEL: 'error',
      BENCH: '1',
      ...(process.env.DATABASE_URL === undefined ? {} : { DATABASE_LISTEN_URL: process.env.DATABASE_URL }),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return { child, port };
}

/** Each citizen sends the next message when the reply to the last one is there: a whole turn, not only its acknowledgement. */
export async function load(talk, forSeconds) {
  const until = performance.now() + forSeconds * 1000;
  let done = 0;
  let failed = 0;
  const tookMs = [];
  await Promise.all(
    Array.from({ length: citizens }, async (_, citizen) => {
      while (performance.now() < until) {
        const startedAt = performance.now();
        if (await talk(citizen)) done += 1;
        else failed += 1;
        tookMs.push(performance.now() - startedAt);
      }
    }),
  );
  return { done, failed, tookMs };
}

async function prepareTalk(bases) {
  const conversations = await Promise.all(
    Array.from({ length: citizens }, async (_, citizen) => {
      const base = bases[citizen % bases.length];
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
        path: `/v3/directline/conversations/${token.conversationId}/activities`,
        sent: citizen,
        headers,
        waiting,
        early,
      };
    }),
  );
  return async (citizen) => {
    const conversation = conversations[citizen];
    const { path, headers, waiting, early } = conversation;
    // As through a proxy: the stream and the messages of one citizen end on different instances.
    conversation.sent += 1;
    const response = await fetch(`${bases[conversation.sent % bases.length]}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(activity()),
    });
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

function activity(conversation = 'bench') {
  return {
    type: 'message',
    text: question,
    locale: 'vi-VN',
    channelId: 'directline',
    serviceUrl: 'urn:bench',
    conversation: { id: conversation },
    from: { id: 'citizen', role: 'user' },
    recipient: { id: 'bot' },
    channelData: { clientActivityID: crypto.randomUUID() },
  };
}

function ask(child) {
  return new Promise((resolve) => {
    child.once('message', resolve);
    child.send('usage');
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
