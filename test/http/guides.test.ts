import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { RunningService } from '../../src/main.js';
import { projectRoot } from '../../src/paths.js';
import { Browser } from '../support/Browser.js';
import { Citizen } from '../support/Citizen.js';
import { createStore, type TestStore } from '../support/stores.js';
import { exampleDay, startTestService } from '../support/testService.js';
import { send } from './cases/Place.js';

const folder = join(projectRoot, 'content', 'guides', 'pictures');
const files = readdirSync(folder);
const publicUrl = 'https://an-sinh.test';
const begin = 'Hướng dẫn: Cài và đăng ký VssID';

let store: TestStore;
let service: RunningService;
beforeAll(async () => {
  store = await createStore('sqlite');
  service = await startTestService(store, { now: exampleDay, env: { PUBLIC_URL: publicUrl } });
});
afterAll(async () => {
  await service.stop();
  await store.drop();
});

describe('the pictures of the guides', () => {
  test.each(files)('%s is served as it stands, for a day, with nothing in it that may run', async (file) => {
    const answer = await send(service.address, 'GET', `/guides/${file}`);
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(readFileSync(join(folder, file), 'utf8'));
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; sandbox; frame-ancestors 'none'",
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('HEAD is answered without the picture', async () => {
    const answer = await send(service.address, 'HEAD', '/guides/bien-lai.svg');
    expect({ status: answer.status, text: answer.text }).toEqual({ status: 200, text: '' });
  });

  test.each([
    '/guides/khong-co.svg',
    '/guides/bien-lai.SVG',
    '/guides/bien-lai',
    '/guides/bien-lai.svg%00',
    '/guides/vssid-cai-dat.json',
    '/guides/..%2fvssid-cai-dat.json',
    '/guides/%2e%2e%2fvssid-cai-dat.json',
    '/guides/../parameters.json',
    '/guides/../../package.json',
    '/guides/..%5c..%5cpackage.json',
    '/guides//etc/passwd',
    '/guides/pictures/bien-lai.svg',
    '/guides/__proto__',
    '/guides/constructor',
    '/guides/%',
    '/guides/',
    '/guides',
  ])('%s is no picture', async (path) => {
    const { status, body } = await getRaw(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).not.toMatch(/<svg|"steps"|"parameters":|devDependencies|root:x/);
  });

  test('nothing but looking is allowed', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await send(service.address, method, '/guides/bien-lai.svg')).status).toBe(405);
  });
});

describe('a step in the conversation', () => {
  test('carries its picture under the public address for any Direct Line client', async () => {
    const citizen = await Citizen.arrive(service.address);
    const replies = await citizen.say(begin);
    expect(replies.at(-1)?.attachments).toEqual([
      {
        contentType: 'image/svg+xml',
        contentUrl: `${publicUrl}/guides/kho-ung-dung.svg`,
        name: 'Điện thoại mở kho ứng dụng',
      },
    ]);
    expect(replies[0]?.attachments).toBeUndefined();
    const transcript = await citizen.transcript();
    expect(transcript.at(-1)?.attachments?.[0]?.contentUrl).toBe(`${publicUrl}/guides/kho-ung-dung.svg`);
  });

  test('is shown by the page without JavaScript, from the page’s own address, its place kept free', async () => {
    const browser = new Browser(service.address);
    // The service believes to stand behind https: its cookie has another name, which a plain form sends back all the same.
    const page = await browser.post('/chat', { text: begin, id: randomUUID(), locale: 'vi' });
    expect(page.html).toContain(
      '<img class="picture" src="/guides/kho-ung-dung.svg" alt="Điện thoại mở kho ứng dụng" width="320" height="240" loading="lazy">',
    );
    expect(page.html.match(/<img/g)).toHaveLength(1);
    expect(page.headers.get('content-security-policy')).toContain("img-src 'self' data:");
  });

  test('is not what a newcomer’s page loads', async () => {
    expect((await new Browser(service.address).get('/')).html).not.toContain('<img');
  });
});

/** As a client that does not tidy paths up. */
function getRaw(path: string): Promise<Readonly<{ status: number; body: string }>> {
  const { hostname, port } = new URL(service.address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method: 'GET' }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}
