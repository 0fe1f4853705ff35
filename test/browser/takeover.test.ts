import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Officer } from '../support/Officer.js';
import { ask, hear } from './chatSteps.js';
import { ConsolePlace } from './ConsolePlace.js';
import { examine, expectQuiet, logIn } from './consoleSteps.js';
import { desk, phone } from './WatchedBrowser.js';

const password = 'con đò bến nước 77';
const both = [phone, desk] as const;

let place: ConsolePlace;
let officer: Page;
let citizen: Page;

beforeAll(async () => {
  place = await ConsolePlace.open();
  const admin = await Officer.firstAdministrator(place);
  await admin.hire('lan', password);
  officer = await (await place.watched.person({ viewport: phone })).newPage();
  await officer.goto('/console');
  await logIn(officer, 'lan', password);
  citizen = await (await place.watched.person({ viewport: phone })).newPage();
});
afterAll(() => place.close());
// The browser itself reports every answer of 4xx and every call that a test kept from the server.
afterEach(() => expectQuiet(place.watched, /status of 4|ERR_(?:INTERNET_DISCONNECTED|FAILED)/));

describe('an officer answers in the chat, with a phone', () => {
  test('an empty list says who will be there', async () => {
    await officer.getByRole('link', { name: 'Trò chuyện', exact: true }).click();
    await officer.getByText('Chưa có ai đang chờ').waitFor();
    await examine(officer, 'conversations-empty', both);
  });

  test('a citizen who asks for a person is told to wait, and stands in the list by itself', async () => {
    await citizen.goto('/');
    await ask(citizen, 'gặp người');
    await hear(citizen, 'tôi đã báo cán bộ');
    await ask(citizen, 'em hỏi chuyện đóng bảo hiểm cho mẹ, số em 0912 345 678');
    await officer.getByText('em hỏi chuyện đóng bảo hiểm cho mẹ').waitFor();
    await examine(officer, 'conversations-list', both);
    // Nobody types for who waits for a person.
    await citizen.waitForTimeout(1_000);
    expect(await citizen.locator('#typing').isVisible()).toBe(false);
  });

  test('the officer reads, takes over and answers, with the keyboard alone', async () => {
    await officer
      .getByRole('link', { name: /Người dân/ })
      .first()
      .focus();
    await officer.keyboard.press('Enter');
    const log = officer.getByRole('log');
    await log.getByText('em hỏi chuyện đóng bảo hiểm cho mẹ').waitFor();
    expect(await log.textContent()).not.toContain('0912');
    await examine(officer, 'conversation-waiting', both);
    await officer.getByRole('button', { name: 'Nhận trả lời' }).focus();
    await officer.keyboard.press('Enter');
    await hear(citizen, 'Cán bộ Cán bộ đang trả lời anh/chị');
    // Where one writes has the focus already.
    await officer.getByLabel('Trả lời người dân').waitFor();
    await officer.keyboard.type('Chào chị, mẹ chị bao nhiêu tuổi ạ?');
    await officer.keyboard.press('Control+Enter');
    await hear(citizen, 'Cán bộ: Chào chị, mẹ chị bao nhiêu tuổi ạ?');
    await ask(citizen, 'dạ năm nay 62');
    await log.getByText('dạ năm nay 62').waitFor();
    await examine(officer, 'conversation-answering', both);
  });

  test('over a bad line nothing is lost and nothing is sent twice', async () => {
    const text = 'Chị đợi em tra nhé';
    let calls = 0;
    // The server takes it, and its answer is lost.
    await officer.route('**/messages', async (route) => {
      calls += 1;
      if (calls > 1) return route.continue();
      await route.fetch();
      return route.abort('internetdisconnected');
    });
    await officer.getByLabel('Trả lời người dân').fill(text);
    await officer.getByRole('button', { name: 'Gửi' }).click();
    await officer.getByText('Tin chưa gửi được').waitFor();
    expect(await officer.getByLabel('Trả lời người dân').inputValue()).toBe(text);
    await officer.getByRole('button', { name: 'Gửi' }).click();
    await officer.getByText('Tin chưa gửi được').waitFor({ state: 'hidden' });
    await hear(citizen, text);
    expect(await citizen.getByRole('log').getByText(text).count()).toBe(1);
    await officer.unroute('**/messages');
  });

  test('a slow answer leaves the button saying so, and cannot be sent twice', async () => {
    await officer.route('**/messages', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return route.continue();
    });
    await officer.getByLabel('Trả lời người dân').fill('Được chị nhé');
    await officer.getByRole('button', { name: 'Gửi' }).click();
    const sending = officer.getByRole('button', { name: 'Đang gửi…' });
    await sending.waitFor();
    expect(await sending.isDisabled()).toBe(true);
    await hear(citizen, 'Được chị nhé');
    await officer.unroute('**/messages');
  });

  test('handed back, the assistant says so and answers', async () => {
    await officer.getByRole('button', { name: 'Trả lại cho trợ lý' }).click();
    await hear(citizen, 'tôi là An Sinh, trợ lý tự động');
    await ask(citizen, 'bhxh tu nguyen dong bao nhieu 1 thang');
    await hear(citizen, /264\.000\sđ/);
  });

  test('the chat of somebody to be called is opened from there', async () => {
    await ask(citizen, 'Nhờ cán bộ gọi');
    for (const [asked, text] of [
      ['xã, phường nào', 'xã Tam Hải, Đà Nẵng'],
      ['tên gì', 'Nguyễn Thị Hương, 0912 345 678'],
      ['Gọi lúc nào', 'Buổi sáng'],
      ['chỉ để gọi tư vấn', 'Tôi đồng ý'],
    ] as const) {
      await hear(citizen, asked);
      await ask(citizen, text);
    }
    await hear(citizen, 'mã của anh/chị là');
    await officer.getByRole('link', { name: 'Người cần gọi' }).click();
    await officer.getByText('Nguyễn Thị Hương').click();
    await officer.getByRole('button', { name: 'Cuộc trò chuyện' }).click();
    await officer.getByRole('button', { name: 'Trả lời trong cuộc trò chuyện' }).click();
    await officer.getByRole('heading', { name: 'Nguyễn Thị Hương' }).waitFor();
    await officer.getByRole('button', { name: 'Nhận trả lời' }).click();
    await hear(citizen, 'đang trả lời anh/chị');
  });
});
