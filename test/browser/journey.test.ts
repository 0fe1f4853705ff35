import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { exampleDay } from '../support/testService.js';
import { ask, bubbles, choose, hear, untilBubbles } from './chatSteps.js';
import { ConsolePlace } from './ConsolePlace.js';
import { changePassword, examine, expectQuiet, logIn } from './consoleSteps.js';
import { desk, phone, picture, smallPhone } from './WatchedBrowser.js';

const everySize = [smallPhone, phone, desk] as const;
const adminPassword = 'núi cao sông dài 88';
const officerPassword = 'con đò bến nước 77';
const firstLoadLimitBytes = 60_000;
const shippedEntry = z.looseObject({ phrasings: z.looseObject({ vi: z.array(z.string()) }) });
const lateReplyMs = 1_500;

let place: ConsolePlace;

beforeAll(async () => {
  place = await ConsolePlace.open(exampleDay().toISOString());
});
afterAll(() => place.close());
afterEach(() => expectQuiet(place.watched));

describe('a citizen on a phone', () => {
  let context: BrowserContext;
  let page: Page;
  let reference: string;

  beforeAll(async () => {
    context = await place.watched.person();
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test('the first load is small', async () => {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto('/', { waitUntil: 'networkidle' });
    await session.detach();
    process.stdout.write(`first load of the chat page: ${bytes} bytes\n`);
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(firstLoadLimitBytes);
    await page.getByRole('log').getByText('Chào anh/chị').waitFor();
    await examine(page, 'chat-greeting', everySize);
  });

  test('a question typed without accents is answered, and the focus stays where the citizen writes', async () => {
    await page.getByLabel('Tin nhắn của anh/chị').focus();
    await ask(page, 'bhxh tu nguyen dong bao nhieu 1 thang');
    await hear(page, /264\.000\sđ/);
    expect(await focused(page)).toBe('textarea "Tin nhắn của anh/chị"');
    await examine(page, 'chat-answer', everySize);
  });

  test('buttons alone lead to an estimate', async () => {
    await choose(page, 'Tính tiền BHXH tự nguyện');
    await hear(page, 'đang làm nghề gì');
    await choose(page, 'Bỏ qua');
    await hear(page, 'mức thu nhập nào một tháng');
    await examine(page, 'chat-income', []);
    await choose(page, /^Thấp nhất: 1\.500\.000\sđ$/);
    await hear(page, 'thuộc diện nào dưới đây');
    await choose(page, 'Hộ cận nghèo');
    await hear(page, 'muốn đóng thế nào');
    await choose(page, '6 tháng một lần');
    await hear(page, /anh\/chị đóng 1\.188\.000\sđ/);
    await page.getByRole('button', { name: 'Sửa thông tin' }).waitFor();
    await examine(page, 'chat-estimate', everySize);
  });

  test('a reload in the middle keeps everything that was said and asked', async () => {
    await choose(page, 'Nhờ cán bộ gọi');
    await hear(page, 'xã, phường nào');
    await ask(page, 'xã Tam Hải, Đà Nẵng');
    await hear(page, 'tên gì, và số điện thoại nào');
    const before = await bubbles(page);
    expect(before.length).toBeGreaterThan(12);
    await page.reload();
    await untilBubbles(page, (texts) => texts.join('\n') === before.join('\n'));
    await ask(page, 'Nguyễn Thị Hương, 0912 345 678');
    await hear(page, 'Gọi lúc nào');
    await choose(page, 'Buổi sáng');
  });

  test('consent is asked for before anything is kept, and the lead gets a code', async () => {
    await hear(page, 'chỉ để gọi tư vấn');
    await examine(page, 'chat-consent', everySize);
    await choose(page, 'Tôi đồng ý');
    await hear(page, 'mã của anh/chị là');
    reference = /AS-\w{3}-\w{4}/.exec((await bubbles(page)).at(-1) ?? '')?.[0] ?? '';
    expect(reference).not.toBe('');
    await page.getByRole('button', { name: `Chép mã ${reference}` }).waitFor();
    await examine(page, 'chat-confirmation', everySize);
  });

  test('the officer finds the lead, opens it and notes what came of the call', async () => {
    const admin = await place.watched.person();
    const desktop = await admin.newPage();
    await desktop.goto('/console');
    await desktop.getByLabel('Tên đăng nhập').waitFor();
    await examine(desktop, 'console-login', [phone, desk]);
    const { oneTimePassword } = place.firstAdministrator;
    await logIn(desktop, 'admin', oneTimePassword);
    await changePassword(desktop, oneTimePassword, adminPassword);
    await desktop.getByRole('link', { name: 'Tài khoản', exact: true }).click();
    await desktop.getByRole('button', { name: 'Thêm tài khoản' }).click();
    const dialog = desktop.getByRole('dialog');
    await dialog.getByLabel('Họ tên').fill('Trần Văn Nam');
    await dialog.getByLabel('Tên đăng nhập').fill('nam');
    await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click();
    const handedOver = await desktop
      .getByRole('dialog', { name: 'Mật khẩu dùng một lần' })
      .getByRole('status')
      .innerText();
    await desktop.getByRole('button', { name: 'Tôi đã lưu, đóng lại' }).click();
    await examine(desktop, 'console-accounts', [phone, desk]);
    await admin.close();

    const officer = await place.watched.person();
    const screen = await officer.newPage();
    await screen.goto('/console');
    await logIn(screen, 'nam', handedOver.trim());
    await examine(screen, 'console-password', [phone, desk]);
    await changePassword(screen, handedOver.trim(), officerPassword);
    await screen.getByText('Nguyễn Thị Hương').first().waitFor();
    await screen.getByText('•• ••• 678').first().waitFor();
    await examine(screen, 'console-leads', [phone, desk]);
    await screen.getByText('Nguyễn Thị Hương').first().click();
    await screen.getByText(reference).first().waitFor();
    await examine(screen, 'console-lead', [phone, desk]);
    await screen.getByRole('button', { name: 'Hẹn lại' }).click();
    await screen.getByLabel('Ghi chú').fill('Gọi lại sáng thứ Hai');
    await screen.getByRole('button', { name: 'Lưu: Hẹn lại' }).click();
    await screen.getByText('Gọi lại sáng thứ Hai').first().waitFor();
    await screen.getByText('Mới → Hẹn lại').waitFor();
    await examine(screen, 'console-lead-changed', [phone, desk]);
    await officer.close();
  });

  test('an answer edited in the console is what the chat says next, and the version before can be brought back', async () => {
    const [phrasing = ''] = shippedEntry.parse(
      JSON.parse(readFileSync('content/faq/tn-muc-dong.json', 'utf8')),
    ).phrasings.vi;
    const admin = await place.watched.person({ viewport: desk });
    const screen = await admin.newPage();
    await screen.goto('/console');
    await logIn(screen, 'admin', adminPassword);
    await screen.getByLabel('Tìm theo mã, tiêu đề, nội dung').fill('tn-muc-dong');
    await screen.getByText('Mức đóng, cách tính tiền đóng').first().waitFor();
    await examine(screen, 'console-faq-list', [phone, desk]);
    await screen.getByRole('link', { name: 'Mức đóng, cách tính tiền đóng' }).click();
    const answer = screen.getByRole('textbox', { name: 'Trả lời ngắn' });
    await answer.waitFor();
    await screen
      .getByText(/anh\/chị đóng 264\.000\sđ/)
      .first()
      .waitFor();
    await examine(screen, 'console-faq-edit', [phone, desk]);
    await answer.fill('Câu trả lời mới: đóng {{ vsi.rate | pct }} mức thu nhập anh/chị chọn.');
    await screen.getByText('Câu trả lời mới: đóng 22% mức thu nhập').first().waitFor();
    await screen.getByLabel('Lý do sửa').fill('Nói gọn hơn');
    await screen.getByRole('button', { name: 'Lưu câu trả lời' }).click();
    await screen.getByText('Đã lưu. Người dân thấy bản mới ngay.').waitFor();

    await ask(page, phrasing);
    await hear(page, 'Câu trả lời mới: đóng 22% mức thu nhập');

    await screen.getByRole('tab', { name: 'Các bản đã lưu' }).click();
    await examine(screen, 'console-faq-versions', [phone, desk]);
    await screen.getByRole('button', { name: 'Khôi phục bản này' }).first().click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Khôi phục bản này' }).click();
    await screen.getByText(/Đã khôi phục bản \d+/).waitFor();
    await admin.close();

    await ask(page, phrasing);
    await hear(page, /264\.000\sđ/);
  });
});

describe('on a weak phone or line', () => {
  test('without JavaScript plain forms lead to a finished lead', async () => {
    const context = await place.watched.person({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/');
    await choose(page, 'Nhờ cán bộ gọi');
    await choose(page, 'BHXH tự nguyện');
    for (const text of ['xã Tam Hải, Đà Nẵng', 'Lê Văn Bình, 0987 654 321']) {
      await page.getByLabel('Tin nhắn của anh/chị').fill(text);
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    }
    await choose(page, 'Buổi chiều');
    await hear(page, 'chỉ để gọi tư vấn');
    await choose(page, 'Tôi đồng ý');
    await hear(page, /mã của anh\/chị là AS-\w{3}-\w{4}/);
    await picture(page, 'chat-no-script', [phone]);
    await context.close();
  });

  test('a button tapped twice sends one message', async () => {
    const context = await place.watched.person();
    const page = await context.newPage();
    await page.goto('/');
    // Both taps before the page can redraw, as an impatient thumb on a slow phone does.
    await page.getByRole('button', { name: 'Tính tiền BHXH tự nguyện', exact: true }).focus();
    await page.evaluate('for (const button of [document.activeElement]) { button.click(); button.click(); }');
    await hear(page, 'đang làm nghề gì');
    await ask(page, 'làm nông');
    await hear(page, 'mức thu nhập nào một tháng');
    await ask(page, '2 triệu');
    await hear(page, 'thuộc diện nào dưới đây');
    const own = (await bubbles(page)).filter((text) => text.includes('Tính tiền BHXH tự nguyện'));
    expect(own).toHaveLength(1);
    await page.reload();
    expect((await bubbles(page)).filter((text) => text.includes('Tính tiền BHXH tự nguyện'))).toHaveLength(1);
    await context.close();
  });

  test('what is written without a network is sent once when it is back', async () => {
    const context = await place.watched.person();
    const page = await context.newPage();
    await page.goto('/');
    await ask(page, 'cảm ơn');
    await hear(page, 'không có gì');
    await context.setOffline(true);
    await ask(page, '50 tuổi còn tham gia bhxh tự nguyện được không');
    await page.getByText('Đang mất mạng').waitFor();
    await page.getByRole('log').getByText('Chờ có mạng').waitFor();
    await picture(page, 'chat-offline', [phone]);
    await context.setOffline(false);
    await page.getByText('Chờ có mạng').waitFor({ state: 'hidden' });
    await page.getByRole('log').getByText('50 tuổi', { exact: false }).first().waitFor();
    await untilBubbles(
      page,
      (texts) => texts.findIndex((text) => text.includes('50 tuổi còn')) < texts.length - 1,
    );
    await page.reload();
    expect((await bubbles(page)).filter((text) => text.includes('50 tuổi còn tham gia'))).toHaveLength(1);
    // The browser itself reports calls that failed for want of a network.
    place.watched.complaints.splice(
      0,
      Infinity,
      ...place.watched.complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED')),
    );
    await context.close();
  });

  test('a reply that comes late is announced and takes nobody out of the box he writes in', async () => {
    const context = await place.watched.person();
    const page = await context.newPage();
    await page.goto('/');
    const box = page.getByLabel('Tin nhắn của anh/chị');
    await page.route('**/activities', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, lateReplyMs));
      await route.continue();
    });
    await box.click();
    await ask(page, 'cảm ơn');
    await page.getByText('đang trả lời').waitFor();
    await box.pressSequentially('còn một câu nữa');
    await hear(page, 'không có gì');
    expect(await focused(page)).toBe('textarea "Tin nhắn của anh/chị"');
    expect(await box.inputValue()).toBe('còn một câu nữa');
    const log = page.getByRole('log');
    expect(await log.getAttribute('aria-live')).toBe('polite');
    await context.close();
  });
});

/** Where the keyboard is: the element's name and label. */
async function focused(page: Page): Promise<string> {
  return z
    .string()
    .parse(
      await page.evaluate(
        '`${document.activeElement.localName} "${document.activeElement.labels?.[0]?.textContent ?? ""}"`',
      ),
    );
}
