import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Browser, type Page } from '../../support/Browser.js';
import { deviceCases } from './device.js';
import { send, type FindPlace } from './Place.js';

/** The citizens' page with JavaScript off, and the session that its script asks for. */
export function chatPageCases(place: FindPlace): void {
  const base = () => place().service.address;
  const open = () => new Browser(base());
  const write = (browser: Browser, text: string, id = randomUUID()) =>
    browser.post('/chat', { text, id, locale: 'vi' });

  describe('the page without JavaScript', () => {
    test('shows the greeting before anything is said, and keeps nothing until then', async () => {
      const browser = open();
      const page = await browser.get('/');
      expect(page.status).toBe(200);
      expect(textOf(page)).toMatch(/trợ lý tự động.*1900 9068/s);
      expect(formFields(page)).toEqual(expect.arrayContaining(['text', 'id']));
      expect(page.html).toMatch(/<form[^>]*method="post"[^>]*action="\/chat"/);
      expect(browser.cookies.size).toBe(0);
    });

    test('leads by forms from the first word to a lead with its reference', async () => {
      const browser = open();
      let page = await write(browser, 'Nhờ cán bộ gọi');
      expect(buttonsOf(page)).toEqual(['BHXH tự nguyện', 'BHYT hộ gia đình', 'Cả hai loại']);
      for (const text of ['BHXH tự nguyện', 'xã Tam Hải, Đà Nẵng', 'Hương, 0912 345 678', 'Buổi tối']) {
        page = await write(browser, text);
        expect(page.status).toBe(200);
      }
      expect(textOf(page)).toContain('Hương, 0912 345 678');
      expect(buttonsOf(page)).toEqual(['Tôi đồng ý', 'Không đồng ý', 'Sửa']);
      page = await write(browser, 'Tôi đồng ý');
      expect(textOf(page)).toMatch(/mã của anh\/chị là [A-Z0-9-]{4,}/);
      // Whoever comes back finds the conversation where it was.
      expect(textOf(await browser.get('/'))).toMatch(/mã của anh\/chị là/);
    });

    test('the same form sent twice counts once', async () => {
      const browser = open();
      const id = randomUUID();
      await write(browser, 'xin chào các bạn', id);
      const page = await write(browser, 'xin chào các bạn', id);
      expect(page.html.split('xin chào các bạn')).toHaveLength(2);
    });

    test('what a citizen writes is shown as text, never as markup', async () => {
      const page = await write(open(), '<img src=x onerror=alert(1)>"\'&');
      expect(page.html).not.toContain('<img src=x');
      expect(page.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    });

    test('the language is switched and remembered', async () => {
      const browser = open();
      const english = await browser.get('/?lang=en');
      expect(english.html).toContain('<html lang="en"');
      expect(textOf(english)).toContain('automated assistant');
      expect((await browser.get('/')).html).toContain('<html lang="en"');
      expect(
        textOf(await browser.post('/chat', { text: 'Ask an officer to call', id: randomUUID() })),
      ).toContain('advice');
      expect((await browser.get('/?lang=vi')).html).toContain('<html lang="vi"');
    });

    test('forgetting on this device begins anew, and the old words are gone from the page', async () => {
      const browser = open();
      await write(browser, 'một câu khó quên');
      const page = await browser.post('/chat/forget', {});
      expect(page.html).not.toContain('một câu khó quên');
      expect(textOf(page)).toContain('trợ lý tự động');
      expect(browser.cookies.has('an_sinh_chat')).toBe(false);
    });

    test('an altered cookie opens nobody’s conversation', async () => {
      const browser = open();
      await write(browser, 'câu của tôi');
      browser.cookies.set('an_sinh_chat', `${browser.cookies.get('an_sinh_chat')?.slice(0, -4)}AAAA`);
      expect((await browser.get('/')).html).not.toContain('câu của tôi');
    });

    test.each(['/chat', '/chat/forget', '/chat/session'])(
      'POST %s from another site is refused',
      async (path) => {
        for (const [name, value] of [
          ['Origin', 'https://evil.example'],
          ['Sec-Fetch-Site', 'cross-site'],
        ] as const) {
          const { status, html } = await open().post(path, { text: 'xin chào' }, { [name]: value });
          expect({ status, html }).toMatchObject({
            status: 403,
            html: expect.stringContaining('foreign_origin'),
          });
        }
      },
    );

    test('an empty or over-long form is 400 and says which field', async () => {
      for (const text of ['', '   ', 'a'.repeat(4_001)]) {
        const { status, html } = await write(open(), text);
        expect(status).toBe(400);
        expect(JSON.parse(html)).toMatchObject({ error: { details: [{ field: 'text' }] } });
      }
    });

    test('carries a policy that lets nothing run but its own script', async () => {
      const { headers, html } = await open().get('/');
      const policy = headers.get('content-security-policy') ?? '';
      const [, inline = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain(`style-src '${digestOf(inline)}'`);
      const scripts = [...html.matchAll(/<script(?![^>]*application\/json)[^>]*>([\s\S]*?)<\/script>/g)];
      for (const [, script = ''] of scripts) {
        if (script !== '') expect(policy).toContain(digestOf(script));
      }
      expect(html).not.toMatch(/<script[^>]*\ssrc=/);
      expect(html).not.toMatch(/\son\w+="|javascript:/);
    });
  });

  deviceCases(place);

  describe('the session of the page’s script', () => {
    test('begins a conversation, and the cookie takes it up again', async () => {
      const first = await send(base(), 'POST', '/chat/session', { body: { locale: 'vi' } });
      const [cookie = ''] = first.headers.getSetCookie();
      expect(first).toMatchObject({
        status: 200,
        json: {
          token: expect.any(String),
          streamUrl: expect.stringMatching(/^\/v3\/directline\/.*\/stream\?/),
        },
      });
      expect(cookie).toMatch(/^an_sinh_chat=.*HttpOnly.*SameSite=Lax/);
      const again = await send(base(), 'POST', '/chat/session', {
        body: {},
        headers: { Cookie: cookie.split(';')[0] ?? '' },
      });
      expect(conversationOf(again.json)).toBe(conversationOf(first.json));
      const other = await send(base(), 'POST', '/chat/session', { body: {} });
      expect(conversationOf(other.json)).not.toBe(conversationOf(first.json));
    });
  });
}

function conversationOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'conversationId' in json
    ? json.conversationId
    : undefined;
}

/** What a reader sees, without tags. */
function textOf({ html }: Page): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ');
}

/** As a content security policy names a script or style by what is in it. */
function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function formFields({ html }: Page): readonly string[] {
  return [...html.matchAll(/<(?:input|textarea)[^>]*\sname="([^"]+)"/g)].map(([, name = '']) => name);
}

function buttonsOf({ html }: Page): readonly string[] {
  return [...html.matchAll(/<button[^>]*\sname="text"[^>]*>([\s\S]*?)<\/button>/g)].map(([, text = '']) =>
    text.replace(/<[^>]+>/g, '').trim(),
  );
}
