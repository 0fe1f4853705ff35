import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { ChatPlace } from './ChatPlace.js';
import { ask, choose, hear } from './chatSteps.js';
import { examine } from './consoleSteps.js';
import { desk, picture, smallPhone } from './WatchedBrowser.js';

/** 1280 × 800 pixels at 400 %. */
const zoomed = { width: 320, height: 200 } as const;
const looks = [
  { look: 'light', number: '0912 345 670', colorScheme: 'light', cookie: '1.usual' },
  { look: 'dark', number: '0912 345 671', colorScheme: 'dark', cookie: '1.usual' },
  { look: 'contrast', number: '0912 345 672', colorScheme: 'light', cookie: '1.high' },
  { look: 'dark-contrast', number: '0912 345 673', colorScheme: 'dark', cookie: '1.high' },
  { look: 'very-large', number: '0912 345 674', colorScheme: 'light', cookie: '3.usual' },
] as const;

let place: ChatPlace;

beforeAll(async () => {
  place = await ChatPlace.open();
});
afterAll(() => place.close());

/** Every state of the page in every look: 320 px wide without scrolling sideways, and nothing serious for axe. */
describe.each(looks)('in $look', ({ look, number, colorScheme, cookie }) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await place.watched.person({ colorScheme });
    await context.addCookies([{ name: 'an_sinh_look', value: cookie, url: place.address }]);
    page = await context.newPage();
    await page.goto('/');
  });
  afterAll(() => context.close());
  afterEach(() => expect(place.complaints()).toEqual([]));

  const state = async (name: string): Promise<void> => {
    await examine(page, `${look}-${name}`, [smallPhone, desk]);
    await picture(page, `${look}-${name}-zoomed`, [zoomed]);
  };

  test('greeting and settings', async () => {
    await state('greeting');
    await page.getByLabel('Cài đặt: cỡ chữ, màu, máy dùng chung').click();
    await state('settings');
    await page.keyboard.press('Escape');
  });

  test('question, estimate and guide', async () => {
    await choose(page, 'Tính tiền BHXH tự nguyện');
    await hear(page, 'đang làm nghề gì');
    await state('form');
    await ask(page, 'bỏ qua');
    await hear(page, 'mức thu nhập nào một tháng');
    await ask(page, '2 triệu');
    await hear(page, 'thuộc diện nào dưới đây');
    await choose(page, 'Hộ cận nghèo');
    await hear(page, 'muốn đóng thế nào');
    await choose(page, '6 tháng một lần');
    await hear(page, /anh\/chị đóng/);
    await state('estimate');
    await ask(page, 'Hướng dẫn cài VssID trên điện thoại');
    await hear(page, 'kho ứng dụng');
    await choose(page, 'Hướng dẫn từng bước');
    await hear(page, 'Bước 1/8');
    await state('guide');
    await ask(page, 'dừng');
  });

  test('consent, confirmation and no network', async () => {
    await ask(page, 'Nhờ cán bộ gọi');
    await hear(page, 'xã, phường nào');
    await ask(page, 'xã Tam Hải, Đà Nẵng');
    await hear(page, 'tên gì, và số điện thoại nào');
    await ask(page, `Nguyễn Thị Hương, ${number}`);
    await hear(page, 'Gọi lúc nào');
    await choose(page, 'Buổi sáng');
    await hear(page, 'chỉ để gọi tư vấn');
    await state('consent');
    await choose(page, 'Tôi đồng ý');
    await hear(page, /AS-\w{3}-\w{4}/);
    await state('confirmation');
    await context.setOffline(true);
    await ask(page, 'viết khi mất mạng');
    await page.getByRole('log').getByText('Chờ có mạng').waitFor();
    await state('offline');
    await context.setOffline(false);
  });
});
