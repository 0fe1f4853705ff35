import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { eventually } from '../support/eventually.js';
import { ChatPlace } from './ChatPlace.js';
import { ask, bubbles, choose, hear, untilNothingIsPending } from './chatSteps.js';
import { examine } from './consoleSteps.js';
import { desk, phone, picture, smallPhone } from './WatchedBrowser.js';

let place: ChatPlace;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  place = await ChatPlace.open();
});
afterAll(() => place.close());
afterEach(async () => {
  await context.close();
  expect(place.complaints()).toEqual([]);
  expect(place.watched.foreign.splice(0)).toEqual([]);
});

async function arrive(options: Parameters<typeof place.watched.person>[0] = {}): Promise<void> {
  context = await place.watched.person(options);
  page = await context.newPage();
  await page.goto('/');
}

/** Waits until the device can open the page by itself. */
async function untilInstalled(): Promise<void> {
  await page.evaluate(`navigator.serviceWorker.ready.then(() => true)`);
}

async function shellsKept(): Promise<readonly string[]> {
  return z.array(z.string()).parse(await page.evaluate(`caches.keys()`));
}

/** Everything that scripts of the page could find on the device. */
async function keptOnDevice(): Promise<string> {
  const text = await page.evaluate(`(async () => {
    const caught = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) caught.push(request.url, await (await cache.match(request)).text());
    }
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, caught]);
  })()`);
  return z.string().parse(text);
}

describe('the page on a device of one’s own', () => {
  test('opens without a network with the hotline and what was said, but no name and no number', async () => {
    await arrive();
    await ask(page, 'bhxh tu nguyen dong bao nhieu 1 thang');
    await hear(page, /264\.000\sđ/);
    await untilInstalled();
    await choose(page, 'Nhờ cán bộ gọi');
    await hear(page, 'xã, phường nào');
    await ask(page, 'xã Tam Hải, Đà Nẵng');
    await hear(page, 'tên gì, và số điện thoại nào');
    await ask(page, 'Nguyễn Thị Hương, 0912 345 678');
    await hear(page, 'Gọi lúc nào');
    await choose(page, 'Buổi sáng');
    await hear(page, 'chỉ để gọi tư vấn');
    expect(await keptOnDevice()).not.toMatch(/Hương|0912 345 678|Tam Hải|0912345678/);

    await context.setOffline(true);
    await page.goto('/');
    await page.getByText('Đang mất mạng').waitFor();
    const texts = (await bubbles(page)).join('\n');
    expect(texts).toContain('Anh/chị: bhxh tu nguyen dong bao nhieu 1 thang');
    expect(texts).toMatch(/264\.000\sđ/);
    expect(texts).toContain('Anh/chị: Nhờ cán bộ gọi');
    expect(texts).toContain('(tin riêng, chỉ xem được khi có mạng)');
    expect(texts).not.toMatch(/Hương|0912/);
    expect(await page.getByRole('link', { name: 'Gọi 1900 9068' }).first().getAttribute('href')).toBe(
      'tel:19009068',
    );
    await examine(page, 'chat-opened-offline', [smallPhone, phone]);

    await context.setOffline(false);
    await hear(page, 'chỉ để gọi tư vấn');
    expect((await bubbles(page)).join('\n')).toContain('Nguyễn Thị Hương, 0912 345 678');
    await choose(page, 'Tôi đồng ý');
    await hear(page, 'mã của anh/chị là');
  });

  test('a day later the device knows nothing any more', async () => {
    await arrive();
    await ask(page, 'câu của hôm qua');
    await hear(page, /./);
    await untilInstalled();
    await context.setOffline(true);
    await page.reload();
    expect((await bubbles(page)).join()).toContain('câu của hôm qua');
    await page.clock.setFixedTime(Date.now() + 24 * 60 * 60_000);
    await page.reload();
    await page.getByRole('log').getByText('Chào anh/chị').waitFor();
    expect((await bubbles(page)).join()).not.toContain('câu của hôm qua');
    expect(await keptOnDevice()).not.toContain('câu của hôm qua');
  });

  test('what was written at an opening without a network is sent when it is back, once', async () => {
    await arrive();
    await ask(page, 'xin chào');
    await hear(page, 'Anh/chị cần hỏi gì');
    await untilInstalled();
    await context.setOffline(true);
    await page.goto('/');
    await ask(page, 'viết lúc mất mạng');
    await page.getByRole('log').getByText('Chờ có mạng').waitFor();
    await page.reload();
    await page.getByRole('log').getByText('Chờ có mạng').waitFor();
    await context.setOffline(false);
    await untilNothingIsPending(page);
    await hear(page, /.{10}/);
    expect(await place.stored('viết lúc mất mạng')).toBe(1);
    expect((await bubbles(page)).filter((text) => text.includes('viết lúc mất mạng'))).toHaveLength(1);
  });

  test('opens from the device while the server takes its time, and then shows all there is', async () => {
    await arrive();
    await ask(page, 'bhxh tu nguyen dong bao nhieu 1 thang');
    await hear(page, /264\.000\sđ/);
    await untilInstalled();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await context.route('**/chat/session', async (route) => {
      await held;
      await route.continue();
    });
    const asked: string[] = [];
    page.on('response', (response) => {
      if (!response.fromServiceWorker()) asked.push(new URL(response.url()).pathname);
    });
    await page.goto('/', { waitUntil: 'domcontentloaded' });
    await page.getByRole('log').getByText('264.000').first().waitFor();
    await page.getByText('Đang nối để xem tiếp').waitFor();
    expect(asked).not.toContain('/');
    release();
    await page.getByText('Đang nối để xem tiếp').waitFor({ state: 'hidden' });
    await page.getByRole('group', { name: 'Câu trả lời gợi ý' }).getByRole('button').first().waitFor();
    const texts = await bubbles(page);
    expect(texts.filter((text) => text.includes('bhxh tu nguyen'))).toHaveLength(1);
    await ask(page, 'cảm ơn');
    await hear(page, 'không có gì');
  });

  test('another shell is another script, which browsers take over by themselves', async () => {
    await arrive();
    for (const lang of ['vi', 'en']) {
      const script = await (await fetch(`${place.address}/sw.js?lang=${lang}`)).text();
      const shell = await (await fetch(`${place.address}/chat/shell?lang=${lang}`)).text();
      const digest = createHash('sha256').update(shell).digest('base64url').slice(0, 16);
      expect(script).toContain(`const release='${digest}';`);
    }
  });

  test('a new script brings its shell and takes the old one away, under the page that is open', async () => {
    await arrive();
    await ask(page, 'xin chào');
    await hear(page, 'Anh/chị cần hỏi gì');
    await untilInstalled();
    const [before = ''] = await shellsKept();
    expect(before).toMatch(/^an-sinh-shell-vi-/);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('log').getByText('xin chào').waitFor();
    await eventually(
      async () => (await shellsKept()).every((name) => name.startsWith('an-sinh-shell-en-')) || undefined,
      'English shell alone',
    );
    await context.setOffline(true);
    await page.goto('/');
    await page.getByText('You are offline').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect((await bubbles(page)).join()).toContain('xin chào');
  });

  test('nothing is put on the device of somebody who only looks', async () => {
    await arrive();
    await page.waitForTimeout(4_000);
    expect(await shellsKept()).toEqual([]);
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  test('is installable: manifest and icons are as browsers want them', async () => {
    await arrive();
    const session = await context.newCDPSession(page);
    const { errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A test's window is a private one, which is all that stands against it.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
      [],
    );
  });
});

describe('settings', () => {
  test('size and contrast change at once, last, and hold on the page that comes from the device', async () => {
    await arrive();
    const settings = page.getByLabel('Cài đặt: cỡ chữ, màu, máy dùng chung');
    const sizes: number[] = [];
    for (const name of ['Vừa', 'Lớn', 'Rất lớn']) {
      if (!(await page.getByRole('button', { name, exact: true }).isVisible())) await settings.click();
      await page.getByRole('button', { name, exact: true }).click();
      expect(await page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed')).toBe('true');
      sizes.push(Number(await page.evaluate(`parseFloat(getComputedStyle(document.body).fontSize)`)));
    }
    expect(sizes).toEqual([...sizes].sort((one, other) => one - other));
    expect((sizes[2] ?? 0) / (sizes[0] ?? 1)).toBeGreaterThan(1.4);
    await page.getByRole('button', { name: 'Rõ nét hơn' }).click();
    await examine(page, 'chat-settings-large-contrast', [smallPhone, desk]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(`document.activeElement.localName`)).toBe('summary');
    expect(await page.getByRole('button', { name: 'Rõ nét hơn' }).isVisible()).toBe(false);

    await page.reload();
    expect(await page.evaluate(`document.documentElement.className`)).toBe('size-3 contrast-high');
    await ask(page, 'xin chào');
    await hear(page, 'Anh/chị cần hỏi gì');
    await untilInstalled();
    await context.setOffline(true);
    await page.reload();
    expect(await page.evaluate(`document.documentElement.className`)).toBe('size-3 contrast-high');
    await settings.click();
    await page.getByRole('button', { name: 'Vừa', exact: true }).click();
    await page.reload();
    expect(await page.evaluate(`document.documentElement.className`)).toBe('size-1 contrast-high');
  });
});

describe('a device that several people use', () => {
  async function share(): Promise<void> {
    await page.getByLabel('Cài đặt: cỡ chữ, màu, máy dùng chung').click();
    await page.getByRole('button', { name: 'Máy dùng chung' }).click();
    await page.getByRole('button', { name: 'Xong, xóa hết' }).waitFor();
    // Seen before its script runs: what is done until then goes the way of a page without one.
    await page.waitForLoadState();
  }

  test('keeps nothing that scripts could find, and goes on over a reload', async () => {
    await arrive();
    await ask(page, 'câu trước khi dùng chung');
    await hear(page, /./);
    await untilInstalled();
    await share();
    await page.keyboard.press('Escape');
    await ask(page, 'câu lúc dùng chung');
    await hear(page, /./);
    await page.waitForTimeout(4_000);
    expect(await keptOnDevice()).toBe('[{},{},"an_sinh_look=1.usual",[]]');
    await examine(page, 'chat-shared', [smallPhone, desk]);
    await page.reload();
    expect((await bubbles(page)).join()).toContain('câu lúc dùng chung');
    // The page told that it was left, then that it is here again.
    await page.waitForTimeout(6_000);
    await page.reload();
    expect((await bubbles(page)).join()).toContain('câu lúc dùng chung');
  });

  test('“done” forgets at once, also for the way back', async () => {
    await arrive();
    await share();
    await page.keyboard.press('Escape');
    await ask(page, 'câu sẽ xóa');
    await hear(page, /./);
    await page.getByRole('button', { name: 'Xong, xóa hết' }).click();
    await page.getByRole('log').getByText('Chào anh/chị').waitFor();
    expect((await bubbles(page)).join()).not.toContain('câu sẽ xóa');
    await page.goBack();
    await page.getByRole('log').getByText('Chào anh/chị').waitFor();
    expect((await bubbles(page)).join()).not.toContain('câu sẽ xóa');
  });

  test('ten minutes without use, and the next person finds the greeting', async () => {
    context = await place.watched.person({ viewport: { width: 320, height: 320 } });
    page = await context.newPage();
    await page.clock.install();
    await page.goto('/');
    await share();
    await page.keyboard.press('Escape');
    await ask(page, 'câu để quên');
    await page.clock.runFor(2_000);
    await page.getByText('câu để quên').waitFor();
    await page.locator('.message.bot').nth(1).waitFor();
    await page.clock.fastForward(9 * 60_000);
    expect((await bubbles(page)).join()).toContain('câu để quên');
    await scrollByItself();
    await page.clock.fastForward(2 * 60_000);
    await page.getByText('câu để quên').waitFor({ state: 'detached' });
    await page.getByRole('log').getByText('Chào anh/chị').waitFor();
  });

  test('a closed page is out of reach a moment later, in the same browser', async () => {
    await arrive();
    await share();
    await page.keyboard.press('Escape');
    await ask(page, 'câu trong thẻ đã đóng');
    await hear(page, /./);
    expect(await cookieSeconds()).toBe(600);
    await page.goto('/accessibility');
    await expect(
      eventually(async () => (await cookieSeconds()) === 15 || undefined, 'short cookie'),
    ).resolves.toBe(true);
  });

  /** As the page does when something comes in. */
  async function scrollByItself(): Promise<void> {
    const moved = await page.evaluate(`new Promise((done) => {
      addEventListener('scroll', () => done(true), { capture: true, once: true });
      for (const one of [document.scrollingElement, ...document.querySelectorAll('main, main *')]) one.scrollTop = one.scrollTop > 0 ? 0 : 1000;
    })`);
    expect(moved).toBe(true);
  }

  /** For how many seconds the conversation's cookie was given out. */
  async function cookieSeconds(): Promise<number> {
    const [cookie] = (await context.cookies()).filter(({ name }) => name === 'an_sinh_chat');
    const payload = Buffer.from(cookie?.value.split('.')[1] ?? '', 'base64url').toString();
    const { iat, exp } = z.looseObject({ iat: z.number(), exp: z.number() }).parse(JSON.parse(payload));
    return exp - iat;
  }
});

describe('“Xóa trên máy này”', () => {
  test('asks first; then device and server know nothing more of the conversation', async () => {
    await arrive();
    await ask(page, 'câu không ai được thấy');
    await hear(page, /./);
    await untilInstalled();
    const before = await context.cookies();
    await page.getByRole('contentinfo').getByRole('link', { name: 'Xóa trên máy này' }).click();
    await page.getByRole('heading', { name: 'Xóa trên máy này' }).waitFor();
    await examine(page, 'chat-forget', [smallPhone, desk]);
    await page.getByRole('link', { name: 'Không xóa' }).click();
    await page.getByText('câu không ai được thấy').waitFor();
    await page.getByRole('contentinfo').getByRole('link', { name: 'Xóa trên máy này' }).click();
    await page.getByRole('button', { name: 'Xóa cuộc trò chuyện' }).click();
    await page.getByRole('log').getByText('Chào anh/chị').waitFor();
    expect(await keptOnDevice()).not.toContain('câu không ai được thấy');
    await page.goBack();
    await page.goForward();
    await page.getByRole('log').getByText('Chào anh/chị').waitFor();
    expect((await bubbles(page)).join()).not.toContain('câu không ai được thấy');

    await context.addCookies(before);
    const answer = await page.goto('/');
    expect([410, 200]).toContain(answer?.status());
    await page.getByRole('log').getByText('Chào anh/chị').waitFor();
    expect((await bubbles(page)).join()).not.toContain('câu không ai được thấy');
    await ask(page, 'câu của người sau');
    await hear(page, /./);
    await page.reload();
    expect((await bubbles(page)).join()).toContain('câu của người sau');
    // The browser reports the 410 that the old cookie met.
    place.watched.complaints.splice(0);
  });

  test('a page open elsewhere learns of it', async () => {
    await arrive();
    await ask(page, 'câu ở hai thẻ');
    await hear(page, /./);
    const other = await context.newPage();
    await other.goto('/chat/forget');
    await other.getByRole('button', { name: 'Xóa cuộc trò chuyện' }).click();
    await page.getByText('câu ở hai thẻ').waitFor({ state: 'detached' });
    place.watched.complaints.splice(0);
  });
});

describe('the accessibility statement', () => {
  test('is one press from the settings and readable everywhere', async () => {
    await arrive();
    await page.getByLabel('Cài đặt: cỡ chữ, màu, máy dùng chung').click();
    await page.getByRole('link', { name: 'Hỗ trợ người khuyết tật' }).click();
    await page.getByRole('heading', { name: 'Còn thiếu gì' }).waitFor();
    await examine(page, 'accessibility', [smallPhone, desk]);
    await picture(page, 'accessibility-zoomed', [{ width: 320, height: 200 }]);
  });
});
