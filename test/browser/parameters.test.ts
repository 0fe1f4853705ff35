import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { Citizen } from '../support/Citizen.js';
import { Officer } from '../support/Officer.js';
import { ConsolePlace } from './ConsolePlace.js';
import { examine, expectQuiet } from './consoleSteps.js';
import { desk, phone } from './WatchedBrowser.js';

const password = 'núi cao sông dài 88';
const both = [phone, desk] as const;
/** Ten in the morning in Vietnam, in the last month of the year: the end of year's reviews are due. */
const begins = '2026-12-05T03:00:00Z';
const slowMs = 1_500;

let place: ConsolePlace;
let page: Page;
let colleague: Officer;

beforeAll(async () => {
  place = await ConsolePlace.open(begins);
  page = await place.administrator(password);
  colleague = await Officer.logIn(place.address, 'admin', password);
});
afterAll(() => place.close());
// The browser itself reports every answer of 4xx and every lost call; anything else it complains about is a fault.
afterEach(() => expectQuiet(place.watched, /status of 4(?:12|22)|ERR_FAILED/));

describe('figures of the law', () => {
  test('are listed with what is due on top, found without accents, and none is an answer too', async () => {
    await page.getByRole('link', { name: 'Số liệu', exact: true }).click();
    await page.getByRole('heading', { name: /^Số liệu \(\d+\)$/ }).waitFor();
    const first = page.getByRole('row').nth(1);
    await first.getByText(/Rà soát trước|Quá hạn|Hết hiệu lực/).waitFor();
    await examine(page, 'parameters-list', both);
    await search('khong co so nay');
    await page.getByText('Không có số liệu nào khớp.').waitFor();
    await examine(page, 'parameters-none', [phone]);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await search('chuan ho ngheo');
    await page
      .getByText(/Từ 01\/01\/2027: 2\.200\.000\sđ/)
      .first()
      .waitFor();
  });

  test('a new value is added with the keyboard; what is missing is told beside its field', async () => {
    await search('vsi.subsidy.other');
    await page
      .getByRole('link', { name: /^Nhà nước hỗ trợ đóng BHXH tự nguyện cho người tham gia khác/ })
      .click();
    await page.getByLabel('Áp dụng từ ngày').fill('2026-12-05');
    await page.getByLabel('Giá trị mới (phần trăm)').fill('25');
    await page.getByText('Hiểu là 25%').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Đã thêm dòng từ 05/12/2026; dòng trước kết thúc ngày 04/12/2026.').waitFor();
    await examine(page, 'parameters-edit', both);
    // The keyboard stands where the next thing belongs: the document.
    await page.keyboard.type('Nghị định 1/2026/NĐ-CP');
    expect(await page.getByLabel('Văn bản', { exact: true }).inputValue()).toBe('Nghị định 1/2026/NĐ-CP');
    await page.getByLabel('Văn bản', { exact: true }).fill('');
    await page.getByLabel('Lý do sửa').fill('Nghị định mới nâng mức hỗ trợ');
    await page.getByRole('button', { name: 'Xem thay đổi' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'Sửa những chỗ này' });
    await alert.getByText(/Dòng từ 05\/12\/2026: Chưa ghi căn cứ\./).waitFor();
    await examine(page, 'parameters-refused', both);
    await page.getByLabel('Văn bản', { exact: true }).fill('Nghị định 1/2026/NĐ-CP');
    await alert.waitFor({ state: 'hidden' });
  });

  test('on a slow or broken line the page says so and keeps everything', async () => {
    await page.route('**/api/v1/parameters/*', (route) => route.abort());
    await page.getByRole('button', { name: 'Xem thay đổi' }).click();
    await page.getByText('Không kết nối được máy chủ.').waitFor();
    await page.unroute('**/api/v1/parameters/*');
    await page.route('**/api/v1/parameters/*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, slowMs));
      await route.continue();
    });
    await page.getByRole('button', { name: 'Xem thay đổi' }).click();
    await page.getByRole('button', { name: 'Đang tính…' }).waitFor();
    await dialog().waitFor();
    await page.unroute('**/api/v1/parameters/*');
    expect(await page.getByLabel('Lý do sửa').inputValue()).toBe('Nghị định mới nâng mức hỗ trợ');
  });

  test('the figures that will change are shown before they do', async () => {
    const shown = dialog();
    await shown.getByText('Đóng thấp nhất một tháng sau hỗ trợ: người tham gia khác').first().waitFor();
    await shown
      .getByText(/264\.000\sđ/)
      .first()
      .waitFor();
    await shown
      .getByText(/247\.500\sđ/)
      .first()
      .waitFor();
    await shown.getByText(/3\.825\.360\sđ, không đổi/).waitFor();
    await shown
      .getByRole('button', { name: /^Xem thêm/ })
      .last()
      .click();
    await shown.getByText('Mức đóng, cách tính tiền đóng').first().waitFor();
    await examine(page, 'parameters-preview', both);
    await page.keyboard.press('Escape');
    await shown.waitFor({ state: 'hidden' });
    expect(await citizenHears()).toContain('264.000');
  });

  test('somebody else was faster: both versions are shown, and nothing typed is lost', async () => {
    await page.getByRole('button', { name: 'Xem thay đổi' }).click();
    await dialog().waitFor();
    await changeNote('vsi.subsidy.other', 'Đã đối chiếu với văn bản gốc');
    await dialog().getByRole('button', { name: 'Công bố' }).click();
    await page.getByText(/vừa công bố bản 2 của mục này/).waitFor();
    await examine(page, 'parameters-conflict', both);
    await page.getByRole('button', { name: 'Giữ phần của tôi và xem lại thay đổi' }).click();
    await dialog().getByRole('button', { name: 'Công bố' }).click();
    await page.getByText('Đã công bố. Câu trả lời và bản tính dùng số mới ngay.').waitFor();
    await dialog().waitFor({ state: 'hidden' });
    expect(await citizenHears()).toContain('247.500');
  });

  test('who changed what stays to be seen, and a former version comes back by the same way', async () => {
    await page.getByText('Nghị định mới nâng mức hỗ trợ').waitFor();
    await page.getByText('Bản phát hành của phần mềm có số khác').waitFor();
    await page.getByRole('button', { name: 'Xem bản này' }).first().click();
    await examine(page, 'parameters-history', both);
    await page.getByRole('button', { name: 'Đưa bản này vào biểu mẫu' }).click();
    await page.getByLabel('Lý do sửa').fill('Chưa đến ngày');
    await page.getByRole('button', { name: 'Xem thay đổi' }).click();
    await dialog().getByRole('button', { name: 'Công bố' }).click();
    await dialog().waitFor({ state: 'hidden' });
    expect(await citizenHears()).toContain('264.000');
  });

  test('leaving with something unpublished is asked about', async () => {
    await page.getByLabel('Tên tiếng Việt').fill('Tên khác');
    await leave('dismiss');
    expect(page.url()).toContain('vsi.subsidy.other');
    await leave('accept');
    await page.getByRole('heading', { name: /^Số liệu/ }).waitFor();
  });
});

describe('local support', () => {
  test('is added for a province, counted, and removed', async () => {
    await page.getByRole('link', { name: 'Hỗ trợ địa phương', exact: true }).click();
    await page.getByRole('heading', { name: /^Hỗ trợ địa phương \(\d+\)$/ }).waitFor();
    await examine(page, 'local-list', both);
    await page.getByRole('link', { name: 'Thêm mức hỗ trợ' }).click();
    // The list behind it has the same label twice.
    await page.getByRole('heading', { name: 'Thêm mức hỗ trợ' }).waitFor();
    await page.getByLabel('Chương trình').selectOption('hhi');
    await page.getByLabel('Từ tuổi').selectOption('social_pension.age');
    await examine(page, 'local-limits', both);
    await page.getByLabel('Từ tuổi').selectOption('');
    await page.getByLabel('Chương trình').selectOption('vsi');
    await page.getByLabel('Tỉnh, thành phố').selectOption('lai-chau');
    await page.getByLabel('hộ cận nghèo', { exact: true }).check();
    await page.getByLabel('người tham gia khác').check();
    await page.getByLabel('Mức hỗ trợ thêm (%)').fill('12,5');
    await page.getByLabel('Từ ngày').fill('2026-12-01');
    await page.getByLabel('Văn bản', { exact: true }).fill('Nghị quyết 30/2026/NQ-HĐND tỉnh Lai Châu');
    await page.getByLabel('Điều kiện, tiếng Việt').fill('Dành cho người thường trú.');
    await page.getByLabel('Lý do sửa').fill('Nghị quyết mới');
    await examine(page, 'local-new', both);
    await page.getByRole('button', { name: 'Xem thay đổi' }).click();
    await page.getByText('Ô này còn trống.').first().waitFor();
    await page.getByLabel('Điều kiện, tiếng Anh').fill('For permanent residents.');
    await page.getByRole('button', { name: 'Xem thay đổi' }).click();
    await dialog()
      .getByText('BHXH tự nguyện mức thấp nhất, một tháng: người tham gia khác, Lai Châu')
      .waitFor();
    await examine(page, 'local-preview', both);
    await dialog().getByRole('button', { name: 'Công bố' }).click();
    await page.getByRole('heading', { name: /^Hỗ trợ địa phương \(/ }).waitFor();
    expect(await localShare()).toBe(41_250);

    await page.getByLabel('Tìm theo tỉnh hoặc văn bản').fill('lai chau');
    await page.getByRole('link', { name: 'Lai Châu', exact: true }).click();
    await page.getByRole('button', { name: 'Xóa mức hỗ trợ này' }).click();
    await dialog().getByRole('button', { name: 'Xóa và công bố' }).click();
    await page.getByText('Không có mức hỗ trợ nào khớp.').waitFor();
    expect(await localShare()).toBe(0);
  });
});

function dialog() {
  return page.getByRole('dialog', { name: 'Những con số sẽ đổi' });
}

/** Goes back to the list and answers the question whether what was typed may be lost. */
async function leave(answer: 'accept' | 'dismiss'): Promise<void> {
  const asked = page.waitForEvent('dialog').then((question) => question[answer]());
  await Promise.all([asked, page.getByRole('link', { name: 'Các số liệu' }).click()]);
}

async function search(text: string): Promise<void> {
  await page.getByLabel('Tìm theo tên hoặc mã').fill(text);
}

async function citizenHears(): Promise<string> {
  const citizen = await Citizen.arrive(place.address);
  const replies = await citizen.say('bhxh tu nguyen dong bao nhieu 1 thang');
  return replies.map(({ text }) => text).join('\n');
}

/** Another administrator writes a note beside the newest value. */
async function changeNote(id: string, note: string): Promise<void> {
  const shape = z.looseObject({
    version: z.number(),
    label: z.unknown(),
    values: z.array(z.looseObject({ from: z.string() })),
  });
  const { version, label, values } = shape.parse(
    await (await colleague.send('GET', `/parameters/${id}`)).json(),
  );
  const noted = values.map((row, index) => (index === values.length - 1 ? { ...row, note } : row));
  const headers = { 'If-Match': `"${version}"` };
  const body = { label, values: noted, reason: 'Đối chiếu' };
  const saved = await colleague.send('PUT', `/parameters/${id}`, body, headers);
  expect(saved.status).toBe(200);
}

/** What Lai Châu adds for a participant on the lowest income. */
async function localShare(): Promise<number> {
  const response = await fetch(`${place.address}/api/v1/estimates/voluntary`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ income: 1_500_000, groups: [], mode: 'monthly', province: 'lai-chau' }),
  });
  const shape = z.looseObject({ monthly: z.looseObject({ local: z.number() }) });
  return shape.parse(await response.json()).monthly.local;
}
