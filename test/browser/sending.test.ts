import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { ChatPlace } from './ChatPlace.js';
import { ask, bubbles, hear, untilNothingIsPending } from './chatSteps.js';
import { examine } from './consoleSteps.js';
import { phone, smallPhone } from './WatchedBrowser.js';

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

/** A citizen with the conversation begun. */
async function arrive(): Promise<void> {
  context = await place.watched.person();
  page = await context.newPage();
  await page.goto('/');
  await ask(page, 'xin chào');
  await hear(page, 'Anh/chị cần hỏi gì');
}

/** Presses twice before the page can redraw, as an impatient thumb does. */
async function pressTwice(selector: string): Promise<void> {
  await page.evaluate(
    `{ const button = document.querySelector(${JSON.stringify(selector)}); button.click(); button.click(); }`,
  );
}

describe('a message on its way', () => {
  test('every choice tapped twice is stored once', async () => {
    context = await place.watched.person();
    page = await context.newPage();
    await page.goto('/');
    const titles = await page
      .getByRole('group', { name: 'Câu trả lời gợi ý' })
      .getByRole('button')
      .allTextContents();
    expect(titles.length).toBeGreaterThan(3);
    for (const title of titles) {
      await context.clearCookies();
      await page.goto('/');
      const before = await place.stored(title);
      await pressTwice(`#choices button[value=${JSON.stringify(title)}]`);
      await page.locator('.message.bot').nth(1).waitFor();
      expect(await bubbles(page)).toContain(`Anh/chị: ${title}`);
      expect({ title, stored: await place.stored(title) }).toEqual({ title, stored: before + 1 });
    }
  });

  test('the send button tapped twice, and Enter after it, send once', async () => {
    await arrive();
    await page.getByLabel('Tin nhắn của anh/chị').fill('bấm hai lần');
    await pressTwice('.composer .send');
    await page.getByLabel('Tin nhắn của anh/chị').press('Enter');
    await page.locator('.message.user[data-state=sent]').last().waitFor();
    await hear(page, /./);
    expect(await place.stored('bấm hai lần')).toBe(1);
  });

  test('an answer lost on the way back makes no second message', async () => {
    await arrive();
    let lost = 0;
    await page.route('**/activities', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await ask(page, 'đường về bị đứt');
    await hear(page, /./);
    await page.getByText('đường về bị đứt').waitFor();
    await untilNothingIsPending(page);
    expect(lost).toBe(1);
    expect(await place.stored('đường về bị đứt')).toBe(1);
    expect((await bubbles(page)).filter((text) => text.includes('đường về bị đứt'))).toHaveLength(1);
  });

  test('a page loaded again while its message is under way sends it once and shows it once', async () => {
    await arrive();
    let held = 0;
    await page.route('**/activities', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      held += 1;
      // The first try reaches the server, but this page never learns of it.
      if (held === 1) await route.fetch();
    });
    await ask(page, 'tải lại giữa chừng');
    await eventually(async () => held > 0 || undefined, 'try to send');
    await page.unroute('**/activities');
    await page.reload();
    await untilNothingIsPending(page);
    await page.getByText('tải lại giữa chừng').first().waitFor();
    expect(await place.stored('tải lại giữa chừng')).toBe(1);
    await page.reload();
    expect((await bubbles(page)).filter((text) => text.includes('tải lại giữa chừng'))).toHaveLength(1);
  });

  test('a refused message shows one way to send it again, and that sends it once', async () => {
    await arrive();
    let refuse = true;
    await page.route('**/activities', async (route) => {
      if (route.request().method() === 'POST' && refuse) {
        await route.fulfill({ status: 413, contentType: 'application/json', body: '{}' });
        return;
      }
      await route.continue();
    });
    await ask(page, 'gửi chưa được');
    const again = page.getByRole('button', { name: 'Gửi lại' });
    await again.waitFor();
    expect(await again.count()).toBe(1);
    await page.getByRole('log').getByText('Chưa gửi được').waitFor();
    await examine(page, 'chat-failed', [smallPhone, phone]);
    expect(await place.stored('gửi chưa được')).toBe(0);
    refuse = false;
    await pressTwice('.resend');
    await again.waitFor({ state: 'detached' });
    await hear(page, /./);
    expect(await place.stored('gửi chưa được')).toBe(1);
    // The browser reports what the test refused.
    place.watched.complaints.splice(0);
  });

  test('what was written without a network waits, survives a new load, and goes out once, in order', async () => {
    await arrive();
    await context.setOffline(true);
    for (const text of ['câu thứ nhất', 'câu thứ hai']) await ask(page, text);
    await page.getByRole('log').getByText('Chờ có mạng').last().waitFor();
    expect(await page.getByRole('button', { name: 'Gửi lại' }).count()).toBe(0);
    await examine(page, 'chat-waiting', [smallPhone]);
    await context.setOffline(false);
    await page.getByRole('log').getByText('Chờ có mạng').first().waitFor({ state: 'hidden' });
    await untilNothingIsPending(page);
    for (const text of ['câu thứ nhất', 'câu thứ hai']) expect(await place.stored(text)).toBe(1);
    await page.reload();
    const own = (await bubbles(page)).filter((text) => text.includes('câu thứ'));
    expect(own).toEqual(['Anh/chị: câu thứ nhất', 'Anh/chị: câu thứ hai']);
  });
});

describe('a long or strange text', () => {
  test('the counter comes at four fifths; what is too long is not cut and not sent', async () => {
    await arrive();
    const box = page.getByLabel('Tin nhắn của anh/chị');
    await box.fill('a'.repeat(799));
    expect(await page.locator('#counter').textContent()).toBe('');
    await box.fill('a'.repeat(800));
    expect(await page.locator('#counter').textContent()).toBe('Còn 200 ký tự');
    for (const length of [10_000, 1_000_000]) {
      await box.fill('dài '.repeat(length / 4));
      await box.press('Enter');
      expect(await page.locator('#counter').textContent()).toBe(
        `Dài quá ${length - 1 - 1000} ký tự, anh/chị rút ngắn giúp.`,
      );
      expect(await page.locator('#status').textContent()).toContain('Dài quá');
      expect((await box.inputValue()).length).toBe(length);
    }
    expect(await page.locator('.message.user').count()).toBe(1);
    await examine(page, 'chat-too-long', [smallPhone]);
  });

  test.each(['👍🏽👨‍👩‍👧🎉', 'مرحبا \u202eabc\u202c', '\u200b\u200d', '\u{e0041}\u{e0042}', '<b>x</b> **y**'])(
    'is answered and shown as it is (case %#)',
    async (text) => {
      await arrive();
      await ask(page, text);
      await hear(page, /.{10}/);
      expect((await bubbles(page)).at(1)).toContain('xin chào');
      expect(await page.locator('.message.user .bubble p').last().textContent()).toBe(text);
    },
  );
});
