import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { ChatPlace } from './ChatPlace.js';
import { ask, bubbles, choose, hear } from './chatSteps.js';
import { examine, expectQuiet } from './consoleSteps.js';
import { phone, picture, smallPhone, widthOnSmallPhone } from './WatchedBrowser.js';

const patienceMs = 20_000;
const lookEveryMs = 50;
const sizes = [smallPhone, phone] as const;

let place: ChatPlace;

beforeAll(async () => {
  // It knows itself by another name than the one the page is opened under, as behind a proxy.
  place = await ChatPlace.open({ PUBLIC_URL: 'http://an-sinh.test' });
});
afterAll(() => place.close());
afterEach(() => expectQuiet(place.watched));

describe('a guide on a small phone', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await place.watched.person({ viewport: smallPhone });
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test('the page itself still takes one request, and no picture', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([`${place.address}/`]);
  });

  test('a step shows its picture with words for it, as wide as the bubble allows', async () => {
    await ask(page, 'Hướng dẫn cài VssID trên điện thoại');
    await hear(page, 'kho ứng dụng');
    await choose(page, 'Hướng dẫn từng bước');
    await hear(page, 'Bước 1/8');
    const image = page.getByRole('img', { name: 'Điện thoại mở kho ứng dụng' });
    await image.scrollIntoViewIfNeeded();
    await untilLoaded(page);
    const box = await image.boundingBox();
    expect(box?.width).toBeGreaterThan(200);
    expect(box?.width).toBeLessThan(smallPhone.width - 40);
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(4 / 3, 1);
    await examine(page, 'chat-guide', sizes);
  });

  test('the place of a picture is kept before it comes, so that nothing jumps', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/guides/tim-vssid.svg', async (route) => {
      await held;
      await route.continue();
    });
    await choose(page, 'Bước tiếp');
    await hear(page, 'Bước 2/8');
    const last = page.getByRole('log').locator('.message').last();
    const before = await last.boundingBox();
    expect(before?.height).toBeGreaterThan(250);
    release();
    await untilLoaded(page);
    expect((await last.boundingBox())?.height).toBe(before?.height);
  });

  test('a picture that does not come leaves its words, and the step is told all the same', async () => {
    await page.route('**/guides/vneid-dang-nhap.svg', (route) => route.abort());
    const failed = page.waitForEvent('requestfailed');
    await choose(page, 'Bước tiếp');
    await hear(page, 'Bước 3/8');
    await failed;
    await page.getByRole('img', { name: 'Điện thoại có nút Đăng nhập bằng VNeID' }).waitFor();
    await page.getByRole('button', { name: 'Bước trước', exact: true }).waitFor();
    expect(await widthOnSmallPhone(page)).toBe(smallPhone.width);
    await page.unroute('**/guides/vneid-dang-nhap.svg');
    // The browser itself reports the call that failed.
    place.watched.complaints.splice(
      0,
      Infinity,
      ...place.watched.complaints.filter((text) => !text.includes('ERR_FAILED')),
    );
  });

  test('typed words go on and back, a question is answered in between', async () => {
    await ask(page, 'xong');
    await hear(page, 'Bước 4/8');
    await ask(page, 'Đóng BHXH tự nguyện thì sinh con được hưởng bao nhiêu?');
    await hear(page, 'Bước 4/8');
    expect((await bubbles(page)).slice(-3).join('\n')).toMatch(/2\.000\.000/);
    await ask(page, 'quay lai');
    await hear(page, 'Bước 3/8');
    await examine(page, 'chat-guide-question', sizes);
  });

  test('a reload shows the same steps and pictures, and the guide goes on', async () => {
    const before = { bubbles: await bubbles(page), pictures: await pictures(page) };
    await page.reload();
    expect({ bubbles: await bubbles(page), pictures: await pictures(page) }).toEqual(before);
    await choose(page, 'Dừng');
    await hear(page, 'dừng “Cài và đăng ký VssID”');
  });
});

test('in the dark the pictures keep their own light ground', async () => {
  const context = await place.watched.person({ colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto('/');
  await ask(page, 'Hướng dẫn: Xem thẻ BHYT trên VNeID');
  await hear(page, 'Bước 1/7');
  await untilLoaded(page);
  await examine(page, 'chat-guide-dark', sizes);
  await context.close();
});

test('without JavaScript plain forms lead through a guide with its pictures', async () => {
  const context = await place.watched.person({ javaScriptEnabled: false, viewport: smallPhone });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('Tin nhắn của anh/chị').fill('Hướng dẫn: Lấy lại mật khẩu VssID');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await hear(page, 'Bước 1/6');
  await choose(page, 'Bước tiếp');
  await hear(page, 'Bước 2/6');
  const image = page.getByRole('img', { name: 'Màn hình đăng nhập có dòng Quên mật khẩu' });
  await image.scrollIntoViewIfNeeded();
  expect((await image.boundingBox())?.width).toBeGreaterThan(200);
  await picture(page, 'chat-guide-no-script', [smallPhone]);
  await context.close();
});

/** Waits until the newest picture is there. */
async function untilLoaded(page: Page): Promise<void> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const loaded = await page.evaluate(
      `[...document.querySelectorAll('img.picture')].slice(-1).some(({ complete, naturalWidth }) => complete && naturalWidth > 0)`,
    );
    if (loaded === true) return;
    await page.waitForTimeout(lookEveryMs);
  }
  throw new Error('The picture never came.');
}

async function pictures(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(
    `[...document.querySelectorAll('img.picture')].map((image) => image.getAttribute('src') + ' ' + image.alt)`,
  );
  return z.array(z.string()).parse(found);
}
