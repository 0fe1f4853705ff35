import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { ChatPlace } from './ChatPlace.js';
import { choose, hear } from './chatSteps.js';
import { examine } from './consoleSteps.js';
import { desk, phone, picture, smallPhone } from './WatchedBrowser.js';

let place: ChatPlace;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  place = await ChatPlace.open();
});
afterAll(() => place.close());
afterEach(() => context.close());

/** A number for each: the office would recognise one that it has already. */
const ways: readonly Readonly<{ name: string; phone: string; prepare: () => Promise<void> }>[] = [
  {
    name: 'JavaScript is off',
    phone: '0987 654 320',
    prepare: async () => {
      context = await place.watched.person({ javaScriptEnabled: false });
    },
  },
  {
    name: 'the script never arrives',
    phone: '0987 654 321',
    prepare: async () => {
      context = await place.watched.person();
      await context.route('**/*', async (route) => {
        if (!route.request().isNavigationRequest()) return route.continue();
        const response = await route.fetch({ maxRedirects: 0 });
        const html = await response.text();
        await route.fulfill({ response, body: html.replace(/<script>[\s\S]*<\/script>/, '') });
      });
    },
  },
  {
    name: 'the script breaks at its start',
    phone: '0987 654 322',
    prepare: async () => {
      context = await place.watched.person();
      // After the box listens, before anything can be sent.
      await context.addInitScript(
        `Object.defineProperty(Element.prototype, 'scrollHeight', { get() { throw new Error('an old browser'); } });`,
      );
    },
  },
  {
    name: 'the script breaks half-way',
    phone: '0987 654 323',
    prepare: async () => {
      context = await place.watched.person();
      await context.addInitScript(
        `Object.defineProperty(document.constructor.prototype, 'cookie', { get() { throw new Error('not allowed') } });`,
      );
    },
  },
];

describe.each(ways)('where $name', ({ prepare, phone: number }) => {
  test('forms lead to a finished lead, with one message stored for each', async () => {
    await prepare();
    page = await context.newPage();
    await page.goto('/');
    await choose(page, 'Nhờ cán bộ gọi');
    await choose(page, 'BHXH tự nguyện');
    for (const text of ['xã Tam Hải, Đà Nẵng', `Lê Văn Bình, ${number}`]) {
      await page.getByLabel('Tin nhắn của anh/chị').fill(text);
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();
      await hear(page, /./);
    }
    await choose(page, 'Buổi chiều');
    await hear(page, 'chỉ để gọi tư vấn');
    await choose(page, 'Tôi đồng ý');
    await hear(page, /mã của anh\/chị là AS-\w{3}-\w{4}/);
    expect(await place.stored(`Lê Văn Bình, ${number}`)).toBe(1);
    place.watched.complaints.splice(0);
  });
});

describe('JavaScript off', () => {
  test('settings, forgetting and the statement work, and a cut text is answered', async () => {
    context = await place.watched.person({ javaScriptEnabled: false });
    page = await context.newPage();
    await page.goto('/');
    await page.getByLabel('Cài đặt: cỡ chữ, màu, máy dùng chung').click();
    await page.getByRole('button', { name: 'Rất lớn' }).click();
    await page.getByRole('button', { name: 'Rõ nét hơn' }).click();
    expect(await page.locator('html').getAttribute('class')).toBe('size-3 contrast-high');
    await picture(page, 'chat-settings-no-script', [smallPhone, phone, desk]);
    await page.getByRole('button', { name: 'Vừa', exact: true }).click();
    await page.goto('/');
    // Buttons of what only a script can do are not there.
    for (const name of ['Nói thay vì gõ', 'Nghe', 'Đưa An Sinh ra màn hình chính'])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    const box = page.getByLabel('Tin nhắn của anh/chị');
    await box.fill('dài quá '.repeat(2_000));
    expect((await box.inputValue()).length).toBeLessThanOrEqual(16_000);
    await box.fill('dài quá '.repeat(490));
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await hear(page, 'Tin nhắn hơi dài');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Xóa trên máy này' }).click();
    await page.getByRole('button', { name: 'Xóa cuộc trò chuyện' }).click();
    expect(await page.locator('.message').count()).toBe(1);
  });

  test('a refused form is a page one can read, not a program’s answer', async () => {
    context = await place.watched.person();
    page = await context.newPage();
    await page.goto('/');
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend',
      '<form id="raw" method="post" action="/chat"><input name="text" value="' + 'a'.repeat(5000) + '"></form>'),
      document.getElementById('raw').submit()`);
    await page.getByRole('heading', { name: 'Chưa gửi được' }).waitFor();
    await examine(page, 'chat-problem', [smallPhone, desk]);
    await page.getByRole('link', { name: 'Về cuộc trò chuyện' }).click();
    await page.getByRole('log').waitFor();
    place.watched.complaints.splice(0);
  });
});
