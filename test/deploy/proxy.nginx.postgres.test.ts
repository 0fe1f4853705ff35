import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { RunningService } from '../../src/main.js';
import { Browser } from '../support/Browser.js';
import { Citizen } from '../support/Citizen.js';
import { eventually } from '../support/eventually.js';
import { createStore, type TestStore } from '../support/stores.js';
import { testKey } from '../support/testKey.js';
import { exampleDay, freePort, startMs, startTestService } from '../support/testService.js';
import { ShippedProxy } from './ShippedProxy.js';

describe('two instances behind the proxy of deploy/', () => {
  let store: TestStore;
  let proxy: ShippedProxy;
  let instances: readonly RunningService[];

  beforeAll(async () => {
    store = await createStore('postgres');
    const [port, ...ports] = await Promise.all([freePort(), freePort(), freePort()]);
    const start = (own: number) =>
      startTestService(store, {
        now: exampleDay,
        env: {
          PORT: String(own),
          DATA_KEY: Buffer.from(testKey).toString('base64'),
          PUBLIC_URL: `http://127.0.0.1:${port}`,
          TRUSTED_PROXIES: '1',
        },
      });
    instances = await Promise.all(ports.map(start));
    const [first = 0, second = 0] = ports;
    proxy = await ShippedProxy.start(port, [`127.0.0.1:${first}`, `127.0.0.1:${second}`]);
  }, startMs);
  afterAll(async () => {
    await proxy?.stop();
    for (const instance of instances ?? []) await instance.stop();
    await store?.drop();
  });

  test('a browser that says no more than where its page is from may write', async () => {
    const browser = new Browser(proxy.address);
    for (const text of ['xin chào', 'cảm ơn', 'tạm biệt']) {
      const page = await browser.post('/chat', { text, id: crypto.randomUUID(), locale: 'vi' });
      expect(page.status).toBe(200);
      expect(page.html).toContain(text);
    }
    const foreign = { Origin: 'https://evil.example' };
    expect((await browser.post('/chat/session', { locale: 'vi' }, foreign)).status).toBe(403);
  });

  test('a stream passes, whichever instance takes the message', async () => {
    const citizen = await Citizen.arrive(proxy.address);
    const response = await fetch(
      `${proxy.address}/v3/directline/conversations/${citizen.conversationId}?watermark=0`,
      { headers: { Authorization: `Bearer ${citizen.token}` } },
    );
    const { streamUrl } = z.object({ streamUrl: z.string() }).parse(await response.json());
    expect(streamUrl).toMatch(proxy.address.replace('http', 'ws'));
    const socket = new WebSocket(streamUrl);
    const heard: string[] = [];
    socket.addEventListener('message', ({ data }) => heard.push(String(data)));
    await once(socket, 'open');
    for (const text of ['câu một', 'câu hai', 'câu ba', 'câu bốn']) {
      await citizen.say(text);
      await expectSoon(() => heard.some((data) => data.includes(text)));
    }
    socket.close();
  });

  test('nobody notices that an instance ends', async () => {
    const citizen = await Citizen.arrive(proxy.address);
    const said = ['a một', 'a hai', 'a ba', 'a bốn', 'a năm', 'a sáu'];
    for (const text of said.slice(0, 2)) await citizen.say(text);
    await instances[1]?.stop();
    for (const text of said.slice(2)) await citizen.say(text);
    const mine = (await citizen.transcript()).filter(({ from }) => from.role !== 'bot');
    expect(mine.map(({ text }) => text)).toEqual(said);
  });
});

async function expectSoon(holds: () => boolean): Promise<void> {
  await eventually(() => Promise.resolve(holds() ? true : undefined), 'message on the stream');
}
