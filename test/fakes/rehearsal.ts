import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import { escapeHtml } from '../../src/http/page/escapeHtml.js';
import { startService } from '../../src/main.js';
import { learning } from '../support/learning.js';
import { fakeAzure } from './fakeAzure.js';
import { fakeMessenger } from './fakeMessenger.js';
import { deliver, type Delivery, type FakePlatform } from './FakePlatform.js';
import { fakeTelegram } from './fakeTelegram.js';
import { fakeViber } from './fakeViber.js';
import { fakeZalo } from './fakeZalo.js';

/**
 * `npm run fakes`: the service with every channel connected to a stand-in of its platform, and a page to chat through each.
 * FAKES_PORT (8090) is the page's, PORT (8091) the service's. Everything is thrown away at the end.
 */
const citizen = '3527065';
const pagePort = Number(process.env.FAKES_PORT ?? 8090);
const servicePort = Number(process.env.PORT ?? 8091);

const zalo = await fakeZalo();
const azure = await fakeAzure();
const platforms: readonly FakePlatform[] = [
  zalo,
  await fakeMessenger(),
  await fakeTelegram(),
  await fakeViber(),
  azure,
];
const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-fakes-'));
const settings: Record<string, string> = { DATA_DIR: dataDir, PORT: String(servicePort) };
for (const platform of platforms) Object.assign(settings, platform.env());
const service = await startService(readConfig(settings), { learning, log: pino({ level: 'warn' }) });

let isLoginAway = false;
/** Answers a platform gives instead of working, by what is rehearsed. */
const trouble: Readonly<Record<string, (platform: FakePlatform) => void>> = {
  'next answer lost': ({ api }) => api.fail('drop'),
  'gateway fault': ({ api }) => api.fail({ http: 502, body: '<html>' }),
  'too fast (Telegram)': ({ api }) =>
    api.fail({
      http: 429,
      body: { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 3 } },
    }),
  'token expired (Zalo)': () => zalo.expireToken(),
  'login away or back (Azure)': () => {
    isLoginAway = !isLoginAway;
    azure.breakLogin(isLoginAway);
  },
  'slow by 2 s': ({ api }) => {
    api.latencyMs = api.latencyMs === 0 ? 2_000 : 0;
  },
};

/** What the citizen said, beside what was shown: the page's transcript only. */
const said = new Map<string, { after: number; text: string }[]>();

const server = createServer((request, response) => {
  // The framework of the service gives this method another result: nothing can be chained to it.
  const reply = (status: number, headers: Readonly<Record<string, string>>, body = ''): void => {
    response.writeHead(status, headers);
    response.end(body);
  };
  const answer = async (): Promise<void> => {
    if (request.method === 'POST') {
      await act(new URLSearchParams(await readText(request)));
      reply(303, { Location: '/' });
      return;
    }
    reply(200, { 'Content-Type': 'text/html; charset=utf-8' }, page());
  };
  answer().catch((error: unknown) => reply(500, {}, String(error)));
});
server.listen(pagePort, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${pagePort}/  (the service: ${service.address})\n`);
});

const stop = (): void => {
  server.close();
  server.closeAllConnections();
  void service.stop().then(async () => {
    for (const platform of platforms) await platform.stop();
    rmSync(dataDir, { recursive: true, force: true });
    process.exit(0);
  });
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

async function act(form: URLSearchParams): Promise<void> {
  const platform = platforms.find(({ name }) => name === form.get('platform'));
  if (platform === undefined) return;
  trouble[form.get('trouble') ?? '']?.(platform);
  const text = form.get('text') ?? '';
  const press = form.get('press') ?? '';
  if (text === '' && press === '') return;
  const shown = platform.shownTo(citizen).length;
  said.set(platform.name, [
    ...(said.get(platform.name) ?? []),
    { after: shown, text: text || form.get('label') || press },
  ]);
  const delivery =
    press === ''
      ? platform.write(citizen, text)
      : platform.press(citizen, { label: form.get('label') ?? press, press });
  await send(platform, delivery, form.get('twice') !== null);
  // The answer comes from the outbox: a moment usually suffices, else the page is loaded again.
  for (let tries = 0; tries < 30 && platform.shownTo(citizen).length === shown; tries += 1) await sleep(100);
}

async function send(platform: FakePlatform, delivery: Delivery, twice: boolean): Promise<void> {
  const deliveries = twice ? [delivery, delivery] : [delivery];
  await Promise.all(deliveries.map((one) => deliver(service.address, platform.door, one)));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function page(): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stand-ins</title>
<meta name="viewport" content="width=device-width"><style>
body{font:16px system-ui;margin:1rem;display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}
p{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #888;border-radius:.5rem;padding:.5rem;margin:.5rem 2rem .5rem 0}
p.me{margin:.5rem 0 .5rem 2rem;background:#e7f0ff}form{display:inline}button,input{font:inherit;margin:.125rem}
</style>${platforms.map(column).join('')}</html>`;
}

function column(platform: FakePlatform): string {
  const mine = said.get(platform.name) ?? [];
  const shown = platform.shownTo(citizen);
  const lines = [...shown.keys(), shown.length].map((index) => {
    const words = mine
      .filter(({ after }) => after === index)
      .map(({ text }) => `<p class="me">${escapeHtml(text)}</p>`);
    const one = shown[index];
    const told = one === undefined ? '' : `<p>${escapeHtml(one.text)}</p>`;
    const buttons = (one?.buttons ?? []).map(({ label, press, href }) =>
      press === undefined
        ? `<a href="${escapeHtml(href ?? '')}">${escapeHtml(label)}</a> `
        : form(
            platform,
            `${hidden('press', press)}${hidden('label', label)}<button>${escapeHtml(label)}</button>`,
          ),
    );
    return `${words.join('')}${told}${buttons.join('')}`;
  });
  const write = form(
    platform,
    '<input name="text" aria-label="Message" autofocus><button>Send</button><label><input type="checkbox" name="twice">delivered twice</label>',
  );
  const troubles = Object.keys(trouble).map((name) =>
    form(platform, `${hidden('trouble', name)}<button>${escapeHtml(name)}</button>`),
  );
  return `<section><h1>${platform.name}</h1>${lines.join('')}<div>${write}</div><details><summary>Trouble</summary>${troubles.join('')}</details></section>`;
}

function form(platform: FakePlatform, inside: string): string {
  return `<form method="post">${hidden('platform', platform.name)}${inside}</form>`;
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
}
