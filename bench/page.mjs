import { Buffer } from 'node:buffer';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { readConfig } from '../dist/src/config.js';
import { startService } from '../dist/src/main.js';

/*
 * What the citizens' page costs on a cheap phone: a processor four times slower than this one, and slow 3G (2,000 ms before the
 * first byte of every answer, 50 kB/s). The medians of several rounds are printed, nothing is judged.
 *   npm run bench -- page
 * CHROMIUM names another browser than /usr/bin/chromium, BENCH_ROUNDS another number of rounds.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const slowdown = 4;
const line = { offline: false, latency: 2_000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const phone = { width: 390, height: 844 };
/** How long an answer may take before the measurement is given up. */
const answerWaitMs = 60_000;

const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-bench-'));
const port = await freePort();
const service = await startService(
  readConfig({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' }),
  { unlimited: true },
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  await printSizes();
  const found = [];
  for (let round = 0; round < rounds; round += 1) found.push(await visit(round));
  console.log(
    `\nCPU ×${slowdown}, slow 3G (${line.latency} ms, ${line.downloadThroughput / 1000} kB/s), median of ${rounds} rounds`,
  );
  for (const name of Object.keys(found[0])) {
    const values = found.map((one) => one[name]).sort((one, other) => one - other);
    const middle = values[Math.floor(values.length / 2)];
    console.log(
      `  ${name.padEnd(52)} ${name.endsWith('bytes') ? `${(middle / 1000).toFixed(1)} kB` : `${(middle / 1000).toFixed(2)} s`}`,
    );
  }
} finally {
  await browser.close();
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** What stands in the one answer that brings the greeting, and beside it. */
async function printSizes() {
  const html = await text('/');
  const part = (pattern) => pattern.exec(html)?.[1] ?? '';
  const css = part(/<style>([\s\S]*?)<\/style>/);
  const js = part(/<script>([\s\S]*?)<\/script>\n?<\/body>/);
  const greeting = html.slice(0, html.indexOf('id="choices"'));
  const rows = [
    ['page as it travels', html],
    ['… until the greeting is there', greeting],
    ['… its style', css],
    ['… its script', js],
    ['worker', await text('/sw.js?lang=vi')],
    ['shell for the device', await text('/chat/shell?lang=vi')],
    ['manifest', await text('/manifest.webmanifest')],
  ];
  console.log('size                                     plain    brotli');
  for (const [name, body] of rows) {
    const bytes = Buffer.byteLength(body);
    console.log(
      `  ${name.padEnd(36)} ${String(bytes).padStart(7)} ${String(brotliCompressSync(body).length).padStart(9)}`,
    );
  }
}

async function text(path) {
  return (await fetch(`${service.address}${path}`)).text();
}

/** A newcomer's visit to a confirmed request, and the same person's next two. */
async function visit(round) {
  const context = await browser.newContext({ baseURL: service.address, viewport: phone, locale: 'vi-VN' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  session.on('Network.webSocketFrameReceived', ({ response }) => (bytes += response.payloadData.length));
  session.on('Network.webSocketFrameSent', ({ response }) => (bytes += response.payloadData.length));

  const cold = await untilGreeting(page);
  const coldBytes = bytes;
  const begun = Date.now();
  await ask(page, 'bhxh tu nguyen dong bao nhieu 1 thang');
  const firstAnswer = Date.now() - begun;
  for (const said of [
    'Nhờ cán bộ gọi',
    'xã Tam Hải, Đà Nẵng',
    `Nguyễn Thị Hương, 0912 345 ${600 + round}`,
    'Buổi sáng',
    'Tôi đồng ý',
  ]) {
    await ask(page, said);
  }
  await page.locator('.copy').waitFor({ timeout: answerWaitMs });
  const leadBytes = bytes;
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');

  bytes = 0;
  const warm = await untilGreeting(page);
  await page.getByRole('group', { name: 'Câu trả lời gợi ý' }).getByRole('button').first().waitFor();
  await page.waitForLoadState('networkidle');
  const warmBytes = bytes;
  await context.setOffline(true);
  const offline = await untilGreeting(page);
  await context.close();
  return {
    'cold: greeting visible': cold,
    'cold: first load, bytes': coldBytes,
    'first answer after its question': firstAnswer,
    'a whole request to be called, all bytes': leadBytes,
    'opened again: what was said is visible': warm,
    'opened again: bytes': warmBytes,
    'opened again without a network: visible': offline,
  };
}

/** Milliseconds from the wish to open the page until its first message is drawn. */
async function untilGreeting(page) {
  const begun = Date.now();
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('.message .bubble p').first().waitFor();
  return Date.now() - begun;
}

/** Sends a message and waits for what comes back. */
async function ask(page, said) {
  const before = await page.locator('.message').count();
  await page.getByLabel('Tin nhắn của anh/chị').fill(said);
  await page.getByLabel('Tin nhắn của anh/chị').press('Enter');
  // After the own message a reply; the page's policy forbids conditions that the browser would have to evaluate again and again.
  await page.locator(`.message >> nth=${before + 1}`).waitFor({ timeout: answerWaitMs });
  await page.locator('.message.bot:last-child').waitFor({ timeout: answerWaitMs });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}
