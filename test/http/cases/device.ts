import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { createCipher, loadMasterKey } from '../../../src/privacy/index.js';
import { openRecords } from '../../../src/records/index.js';
import { Browser, type Page } from '../../support/Browser.js';
import { eventually } from '../../support/eventually.js';
import { openStore, placesOfPhone } from '../../support/openStore.js';
import { send, type FindPlace } from './Place.js';

const opened = z.looseObject({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });
const manifest = z.looseObject({
  lang: z.string(),
  start_url: z.string(),
  display: z.string(),
  icons: z.array(z.looseObject({ src: z.string(), sizes: z.string() })),
});
const sharedLifetimeS = 600;

/** What the page leaves on a device, and how it is taken away. */
export function deviceCases(place: FindPlace): void {
  const base = () => place().service.address;
  const write = (browser: Browser, text: string): Promise<Page> =>
    browser.post('/chat', { text, id: randomUUID(), locale: 'vi' });

  describe('forgetting on this device', () => {
    test('is asked for once more, says what stays, and does nothing until then', async () => {
      const browser = new Browser(base());
      await write(browser, 'câu chưa xóa');
      const page = await browser.get('/chat/forget');
      expect(page.html).toMatch(/<form method="post" action="\/chat\/forget">.*Xóa cuộc trò chuyện/);
      expect(page.html).toContain('yêu cầu đó vẫn còn');
      expect((await browser.get('/')).html).toContain('câu chưa xóa');
    });

    test('shuts the page, session, calls and streams of the conversation, also for a copy of its cookie', async () => {
      const first = await send(base(), 'POST', '/chat/session', { body: { locale: 'vi' } });
      const Cookie = cookieOf(first.headers);
      const { conversationId, token, streamUrl } = opened.parse(first.json);
      const conversation = `/v3/directline/conversations/${conversationId}`;
      const bearer = { Authorization: `Bearer ${token}` };
      expect((await send(base(), 'GET', conversation, { headers: bearer })).status).toBe(200);
      const socket = new WebSocket(new URL(streamUrl, base().replace('http', 'ws')));
      await once(socket, 'message');
      const closed = once(socket, 'close');

      const forgotten = await send(base(), 'POST', '/chat/forget', { headers: { Cookie } });
      expect(forgotten.headers.get('clear-site-data')).toBe('"storage"');
      await closed;
      const page = await send(base(), 'GET', '/', { headers: { Cookie } });
      expect(page.status).toBe(410);
      expect(page.text).toContain('trợ lý tự động');
      expect(page.headers.getSetCookie().join()).toMatch(/an_sinh_chat=;.*Max-Age=0/);
      expect((await send(base(), 'GET', '/chat/session', { headers: { Cookie } })).status).toBe(410);
      for (const [method, path, body] of [
        ['GET', conversation, undefined],
        ['GET', `${conversation}/activities`, undefined],
        ['POST', `${conversation}/activities`, { type: 'message', text: 'còn không' }],
        ['POST', '/v3/directline/conversations', {}],
        ['POST', '/v3/directline/tokens/refresh', {}],
      ] as const) {
        const answer = await send(base(), method, path, { body, headers: bearer });
        expect({ path, status: answer.status }).toEqual({ path, status: 404 });
      }
      const late = new WebSocket(new URL(streamUrl, base().replace('http', 'ws')));
      const [error] = await once(late, 'error');
      expect(String(error)).toContain('404');
    });

    test('lets whoever comes next begin anew, by script or by form', async () => {
      const browser = new Browser(base());
      await write(browser, 'câu của người trước');
      const copy = browser.cookies.get('an_sinh_chat') ?? '';
      await browser.post('/chat/forget', {});
      browser.cookies.set('an_sinh_chat', copy);
      expect((await write(browser, 'câu của người sau')).html).not.toContain('người trước');
      expect((await browser.get('/')).html).toContain('câu của người sau');
      const before = opened.parse(
        (
          await send(base(), 'POST', '/chat/session', {
            body: {},
            headers: { Cookie: `an_sinh_chat=${copy}` },
          })
        ).json,
      );
      const after = opened.parse((await send(base(), 'POST', '/chat/session', { body: {} })).json);
      expect(before.conversationId).not.toBe(after.conversationId);
    });

    test('takes a number that nobody agreed to out of the store, and leaves a confirmed request', async () => {
      for (const [phone, last, left] of [
        ['0912345111', 'Buổi tối', []],
        ['0912345222', 'Tôi đồng ý', ['inbox.payload', 'leads.phone', 'outbox.payload']],
      ] as const) {
        const browser = new Browser(base());
        const texts = [
          'Nhờ cán bộ gọi',
          'BHXH tự nguyện',
          'xã Tam Hải, Đà Nẵng',
          `Hoa, ${phone}`,
          'Buổi tối',
        ];
        for (const text of last === 'Buổi tối' ? texts : [...texts, last]) await write(browser, text);
        await browser.post('/chat/forget', {});
        const places = async (): Promise<string> => (await placesOf(phone)).join();
        await eventually(
          async () => (await places()) === left.join() || undefined,
          `place but ${left.join()}`,
        );
      }
    });

    async function placesOf(phone: string): Promise<readonly string[]> {
      const { store } = place();
      const records = await openRecords(store);
      try {
        const cipher = createCipher(loadMasterKey(store.dataDir, undefined));
        return placesOfPhone(await openStore(records, cipher), phone);
      } finally {
        await records.close();
      }
    }
  });

  describe('settings without JavaScript', () => {
    test('text size and contrast are kept on the device, one by one', async () => {
      const browser = new Browser(base());
      const large = await browser.post('/chat/settings', { size: '3' });
      expect(large.html).toContain('class="size-3 contrast-usual"');
      // Still open: the next press is one away.
      expect(large.html).toContain('<details id="settings" open>');
      const both = await browser.post('/chat/settings', { contrast: 'high' });
      expect(both.html).toContain('class="size-3 contrast-high"');
      expect((await browser.get('/accessibility')).html).toContain('class="size-3 contrast-high"');
      expect(browser.cookies.get('an_sinh_look')).toBe('3.high');
    });

    test.each([
      ['size', '4'],
      ['contrast', 'x'],
      ['shared', 'maybe'],
      ['colour', 'red'],
    ])('%s=%s is refused', async (name, value) => {
      const { status, html } = await new Browser(base()).post('/chat/settings', { [name]: value });
      expect(status).toBe(400);
      expect(html).toContain(name);
    });

    test('a cookie that somebody bent changes nothing', async () => {
      const browser = new Browser(base());
      browser.cookies.set('an_sinh_look', '3"><script>.high');
      expect((await browser.get('/')).html).toContain('class="size-1 contrast-high"');
    });

    test('on a shared device cookies live as long as the browser, and the conversation ten minutes', async () => {
      const browser = new Browser(base());
      await write(browser, 'câu trên máy dùng chung');
      const answer = await send(base(), 'POST', '/chat/settings?', {
        headers: { Cookie: jarOf(browser), 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'shared=on',
      });
      const cookies = answer.headers.getSetCookie();
      expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual([
        'an_sinh_chat',
        'an_sinh_look',
        'an_sinh_shared',
      ]);
      expect(cookies.join('\n')).not.toContain('Max-Age');
      expect(answer.headers.get('clear-site-data')).toBe('"storage"');
      expect(lifetimeOf(cookies, 'an_sinh_chat')).toBe(sharedLifetimeS);

      await browser.post('/chat/settings', { shared: 'on' });
      const page = await browser.get('/');
      expect(page.html).toContain('câu trên máy dùng chung');
      expect(page.html).toContain('Xong, xóa hết');
      // Each use gives it ten minutes more; leaving the page takes all but a moment.
      expect(lifetimeOf(page.headers.getSetCookie(), 'an_sinh_chat')).toBe(sharedLifetimeS);
      const left = await send(base(), 'POST', '/chat/left', { headers: { Cookie: jarOf(browser) } });
      expect(lifetimeOf(left.headers.getSetCookie(), 'an_sinh_chat')).toBe(15);

      const mine = await browser.post('/chat/settings', { shared: 'off' });
      expect(mine.html).not.toContain('Xong, xóa hết');
      expect(mine.html).toContain('câu trên máy dùng chung');
      expect(
        (
          await send(base(), 'POST', '/chat/left', { headers: { Cookie: jarOf(browser) } })
        ).headers.getSetCookie(),
      ).toEqual([]);
    });
  });

  describe('the page on the device', () => {
    test('the manifest names the page in its language, and icons that are there', async () => {
      for (const lang of ['vi', 'en']) {
        const answer = await send(base(), 'GET', `/manifest.webmanifest?lang=${lang}`);
        expect(answer.headers.get('content-type')).toContain('application/manifest+json');
        const found = manifest.parse(answer.json);
        expect(found).toMatchObject({ lang, start_url: '/', display: 'standalone' });
        expect(found.icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512']);
      }
    });

    test('the shell is the same for everybody and holds nothing of anybody', async () => {
      const browser = new Browser(base());
      await write(browser, 'câu chỉ của tôi');
      await browser.post('/chat/settings', { size: '3' });
      const mine = await browser.get('/chat/shell');
      const anyone = await new Browser(base()).get('/chat/shell');
      expect(mine.html).toBe(anyone.html);
      expect(mine.html).not.toMatch(/câu chỉ của tôi|name="id"/);
      const [, boot = ''] = /id="boot">([^<]*)</.exec(mine.html) ?? [];
      expect(Object.keys(JSON.parse(boot)).sort()).toEqual(['hotline', 'locale', 'shell', 'words']);
      expect(mine.headers.getSetCookie()).toEqual([]);
    });

    test('the session tells a page from the device what was said, or that there is nothing', async () => {
      expect((await send(base(), 'GET', '/chat/session')).status).toBe(204);
      const browser = new Browser(base());
      await write(browser, 'câu đã nói');
      const { html } = await browser.get('/chat/session');
      expect(html).toContain('câu đã nói');
      expect(opened.parse(JSON.parse(html)).streamUrl).toMatch(/^\/v3\/directline\/.*\/stream\?/);
      const foreign = await send(base(), 'GET', '/chat/session', {
        headers: { Cookie: jarOf(browser), 'Sec-Fetch-Site': 'cross-site' },
      });
      expect(foreign.status).toBe(403);
    });
  });

  describe('what goes wrong is told to people as a page', () => {
    test.each([
      ['', 400],
      ['a'.repeat(10_000), 400],
      ['a'.repeat(1_000_000), 413],
    ])('a message of the wrong length (case %#)', async (text, status) => {
      const page = await new Browser(base()).post('/chat', { text }, { Accept: 'text/html,*/*' });
      expect(page.status).toBe(status);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.html).toContain('Tin nhắn trống hoặc dài quá');
      expect(page.html).toContain('href="tel:19009068"');
      expect(page.html).toContain('href="/"');
    });

    test.each([
      ['emoji', '👍🏽👨‍👩‍👧🎉'],
      ['right to left', 'مرحبا \u202eabc\u202c שלום'],
      ['zero width', '\u200b\u200d\ufeff'],
      ['tag characters', '\u{e0041}\u{e0042}\u{e007f}'],
      ['control characters', '\u0001\u0008\u001b[31m'],
      ['long', 'dài quá '.repeat(400)],
    ])('%s is answered politely, and nothing breaks', async (_name, text) => {
      const browser = new Browser(base());
      await write(browser, 'xin chào');
      const page = await write(browser, text);
      expect(page.status).toBe(200);
      const { html } = await browser.get('/chat/session');
      const last = z
        .looseObject({
          activities: z.array(z.looseObject({ from: z.looseObject({ role: z.string() }), text: z.string() })),
        })
        .parse(JSON.parse(html))
        .activities.at(-1);
      expect(last?.from.role).toBe('bot');
      expect(last?.text.length).toBeGreaterThan(10);
      expect(last?.text.length).toBeLessThanOrEqual(320);
    });
  });

  describe('the accessibility statement', () => {
    test.each([
      ['vi', 'Còn thiếu gì'],
      ['en', 'What is missing'],
    ])('stands in %s, needs no script and leads back', async (lang, heading) => {
      const page = await new Browser(base()).get(`/accessibility?lang=${lang}`);
      expect(page.status).toBe(200);
      expect(page.html).toContain(`<html lang="${lang}"`);
      expect(page.html).toContain(`<h2>${heading}</h2>`);
      expect(page.html).toContain('href="tel:19009068"');
      expect(page.html).toContain('<a class="link" href="/">');
      expect(page.html).not.toContain('<script');
    });
  });
}

function cookieOf(headers: Headers): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

function jarOf({ cookies }: Browser): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** For how many seconds the token in a cookie opens something. */
function lifetimeOf(cookies: readonly string[], name: string): number | undefined {
  const token = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.split(/[=;]/)[1];
  const payload = token?.split('.')[1];
  if (payload === undefined) return undefined;
  const { iat, exp, nbf } = z
    .looseObject({ iat: z.number().optional(), nbf: z.number().optional(), exp: z.number() })
    .parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return exp - (iat ?? nbf ?? 0);
}
