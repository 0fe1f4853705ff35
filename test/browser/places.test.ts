import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { DatabaseRow } from '../../src/content/index.js';
import { importCommunes, LocalityStore } from '../../src/localities/index.js';
import { placesDocument } from '../../src/localities/placesDocument.js';
import { openRecords } from '../../src/records/index.js';
import { communes, provinces } from '../localities/fixture.js';
import { eventually } from '../support/eventually.js';
import { Officer } from '../support/Officer.js';
import { ask, hear } from './chatSteps.js';
import { ConsolePlace } from './ConsolePlace.js';
import { examine, expectQuiet } from './consoleSteps.js';
import { desk, phone } from './WatchedBrowser.js';

const password = 'núi cao sông dài 88';
const officerPassword = 'con đò bến nước 77';
const both = [phone, desk] as const;
const manyPlaces = 10_000;
const tamHai = 'Xã Tam Hải, Thành phố Đà Nẵng';
const listOf = z.array(z.looseObject({ id: z.string(), version: z.number(), name: z.string() }));

let place: ConsolePlace;
let page: Page;
let citizens: BrowserContext;
let citizen: Page;
let colleague: Officer;

beforeAll(async () => {
  place = await ConsolePlace.open();
  page = await place.administrator(password);
  colleague = await Officer.logIn(place.address, 'admin', password);
  citizens = await place.watched.person();
  citizen = await citizens.newPage();
  await citizen.goto('/');
  await citizen.getByRole('log').getByText('Chào anh/chị').waitFor();
});
afterAll(() => place.close());
/** The browser itself reports every answer of 4xx and every lost call; anything else it complains about is a fault. */
afterEach(() => expectQuiet(place.watched, /status of 4(?:00|04|12)|ERR_FAILED/));

describe('offices and collection points', () => {
  test('an empty list says what it is for', async () => {
    await page.getByRole('link', { name: 'Điểm thu', exact: true }).click();
    await page.getByText('Chưa có nơi nào').waitFor();
    await examine(page, 'places-empty', both);
  });

  test('without the list of communes the way to it is told beside the field', async () => {
    await page.getByRole('link', { name: 'Thêm nơi' }).click();
    await fillIn({ Tên: 'Bưu điện xã Tam Hải', 'Địa chỉ': 'Thôn Thuận An', 'Lý do sửa': 'Mới mở' });
    await communesBox().fill('xã Tam Hải, Đà Nẵng');
    await save();
    await untilNoted(communesBox(), /import:localities/);
    await importList();
  });

  test('what is refused is told beside its field, and goes once the field is corrected', async () => {
    await fillIn({ 'Địa chỉ': '', 'Số điện thoại': '0105', 'Vĩ độ': 'mười lăm', 'Kinh độ': '8,5' });
    await field('Kiểm tra ngày').fill('');
    await communesBox().fill('xã Tam Hải, Đà Nẵng\n\nTân Phú');
    await save();
    await untilNoted(field('Địa chỉ'), /^Cần điền chỗ này\./);
    await untilNoted(field('Vĩ độ'), /^Cần một con số ở đây\./);
    await untilNoted(field('Kinh độ'), /^Ít nhất là 102\./);
    await untilNoted(field('Kiểm tra ngày'), /^Cần một ngày có thật ở đây\./);
    await examine(page, 'places-refused', both);
    // Numbers and communes are looked at once the rest can be read.
    await fillIn({ 'Địa chỉ': 'Thôn Thuận An', 'Vĩ độ': '15,4906', 'Kinh độ': '108.6561' });
    await field('Kiểm tra ngày').fill(today());
    await save();
    await untilNoted(field('Số điện thoại'), /^Số điện thoại này không gọi được/);
    await untilNoted(communesBox(), /^Tân Phú: Có nhiều nơi tên này.*Phường Tân Phú, Thành phố Hồ Chí Minh/);
    await examine(page, 'places-communes', both);
    expect(await noteOf(field('Địa chỉ'))).not.toContain('Cần điền');
    await communesBox().fill('xã tam hai, da nang');
    expect(await noteOf(communesBox())).not.toContain('Tân Phú:');
  });

  test('in English the same is told in English', async () => {
    const english = await (await place.watched.person({ viewport: desk, locale: 'en-GB' })).newPage();
    await logInAgain(english, 'admin', password, 'en');
    await english.goto('/console#/places/create');
    await english.getByLabel('Reason for the change').fill('new');
    await english.getByRole('button', { name: 'Save', exact: true }).click();
    await untilNoted(english.getByLabel('Name', { exact: true }), /^Please fill this in\./);
    await untilNoted(english.getByLabel('Communes', { exact: true }), /^Please fill this in\./);
    await examine(english, 'places-english', [phone]);
    await english.context().close();
  });

  test('on a broken line what was typed stays, and once saved a citizen is told the place', async () => {
    await fillIn({ 'Số điện thoại': '0905 123 456', 'Giờ làm việc': 'Thứ Hai đến thứ Sáu, 7:30–16:30' });
    await page.route('**/api/v1/places', (route) => route.abort());
    await save();
    await page.getByText('Không kết nối được máy chủ.').waitFor();
    await page.unroute('**/api/v1/places');
    expect(await field('Địa chỉ').inputValue()).toBe('Thôn Thuận An');
    await citizenHears('Tôi chưa có địa chỉ điểm thu nào ở xã Tam Hải');
    await save();
    await page.getByRole('heading', { name: 'BHXH cơ sở và điểm thu (1)' }).waitFor();
    await page.getByText(tamHai).waitFor();
    await examine(page, 'places-list', both);
    await citizenHears(/Bưu điện xã Tam Hải\s*Địa chỉ: Thôn Thuận An/);
    await citizenHears('Giờ làm việc: Thứ Hai đến thứ Sáu, 7:30–16:30');
    await examine(citizen, 'places-citizen', [phone]);
  });

  test('leaving with something unsaved is asked about', async () => {
    await page.getByRole('link', { name: 'Bưu điện xã Tam Hải' }).click();
    await field('Giờ làm việc').fill('Sáng thứ Bảy');
    await leave('dismiss');
    expect(await field('Giờ làm việc').inputValue()).toBe('Sáng thứ Bảy');
    await leave('accept');
    await page.getByRole('heading', { name: 'BHXH cơ sở và điểm thu (1)' }).waitFor();
  });

  test('a change needs a reason; somebody else was faster: both are shown, and nothing typed is lost', async () => {
    await page.getByRole('link', { name: 'Bưu điện xã Tam Hải' }).click();
    await field('Giờ làm việc').fill('Cả tuần, 7:00–17:00');
    await communesBox().fill(`${tamHai}\nphường Hải Châu, Đà Nẵng`);
    await save();
    await page.getByText('Anh/chị ghi lý do sửa').waitFor();
    await change('Bưu điện xã Tam Hải', { address: 'Thôn Bình Trung' });
    await field('Lý do sửa').fill('Mở cả tuần');
    await save();
    await page.getByText(/vừa lưu bản 2 của nơi này/).waitFor();
    const alert = page.getByRole('alert').filter({ hasText: 'vừa lưu bản 2' });
    await alert.getByText('Bình Trung').waitFor();
    await alert.getByText('Hải Châu').waitFor();
    await examine(page, 'places-conflict', both);
    await page.getByRole('button', { name: 'Giữ phần của tôi và lưu tiếp' }).click();
    await page.getByText('Đã lưu. Người dân hỏi được chỉ theo bản mới ngay.').waitFor();
    await page.getByText('Bản 3 · Đang dùng').waitFor();
    await citizenHears('Giờ làm việc: Cả tuần, 7:00–17:00');
    expect(await communesBox().inputValue()).toBe(`${tamHai}\nPhường Hải Châu, Thành phố Đà Nẵng`);
  });

  test('who changed what stays to be seen, and a former version comes back by the same way', async () => {
    const second = page.getByRole('listitem').filter({ hasText: 'Bản 2' });
    await second.getByText('Chuyển chỗ').waitFor();
    await second.getByRole('button', { name: 'Xem bản này' }).click();
    await examine(page, 'places-history', both);
    await second.getByRole('button', { name: 'Đưa bản này vào biểu mẫu' }).click();
    expect(await field('Địa chỉ').inputValue()).toBe('Thôn Bình Trung');
    expect(await communesBox().inputValue()).toBe(tamHai);
    await field('Lý do sửa').fill('Bản trước đúng hơn');
    await save();
    await page.getByText('Bản 4 · Đang dùng').waitFor();
    await citizenHears('Địa chỉ: Thôn Bình Trung');
  });

  test('are found without accents, by kind and by province', async () => {
    await add({ kind: 'office', name: 'BHXH cơ sở Ba Đình', communes: ['00004', '00008', '00199'] });
    await page.getByRole('link', { name: 'Điểm thu', exact: true }).click();
    await page.getByRole('heading', { name: /\(2\)$/ }).waitFor();
    await page.getByText('và 1 nơi khác').waitFor();
    await page.getByLabel('Tìm theo tên, địa chỉ, xã, phường').fill('ba dinh');
    await untilListed(['BHXH cơ sở Ba Đình']);
    await field('Loại').selectOption('collection');
    await page.getByText('Không có nơi nào khớp với bộ lọc.').waitFor();
    await examine(page, 'places-none', [phone]);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await field('Tỉnh, thành phố').selectOption('da-nang');
    await untilListed(['Bưu điện xã Tam Hải']);
    await field('Tỉnh, thành phố').selectOption('');
    await untilListed(['BHXH cơ sở Ba Đình', 'Bưu điện xã Tam Hải']);
  });

  test('one is removed with a reason, and citizens are no longer sent there', async () => {
    await page.getByRole('link', { name: 'Bưu điện xã Tam Hải' }).click();
    await page.getByRole('button', { name: 'Xóa nơi này' }).click();
    const asked = page.getByRole('dialog', { name: 'Xóa Bưu điện xã Tam Hải?' });
    expect(await asked.getByRole('button', { name: 'Xóa' }).isDisabled()).toBe(true);
    await examine(page, 'places-remove', both);
    await asked.getByLabel('Lý do xóa').fill('Bưu điện đã đóng');
    await asked.getByRole('button', { name: 'Xóa' }).click();
    await page.getByRole('heading', { name: /\(1\)$/ }).waitFor();
    await untilListed(['BHXH cơ sở Ba Đình']);
    await citizenHears('Tôi chưa có địa chỉ điểm thu nào ở xã Tam Hải');
    expect(await newestReason()).toBe('Bưu điện đã đóng');
  });

  test('one that somebody else removed meanwhile is told as such', async () => {
    await page.getByRole('link', { name: 'BHXH cơ sở Ba Đình' }).click();
    await field('Giờ làm việc').fill('Sáng thứ Bảy');
    await field('Lý do sửa').fill('Thêm giờ');
    await drop('BHXH cơ sở Ba Đình');
    await save();
    await page.getByText('Nơi này vừa bị người khác xóa.').waitFor();
    await leave('accept');
    await page.getByText('Chưa có nơi nào').waitFor();
  });

  test('ten thousand come page by page', async () => {
    await importMany();
    await page.reload();
    await page.getByRole('heading', { name: `BHXH cơ sở và điểm thu (${manyPlaces})` }).waitFor();
    const asked = page.waitForResponse((response) => response.url().includes('/api/v1/places?'));
    await page.getByRole('button', { name: 'Trang sau' }).click();
    expect(listOf.parse(await (await asked).json())).toHaveLength(25);
    await page.getByText(`26–50 trong ${manyPlaces}`).waitFor();
    await page.getByRole('link', { name: 'Điểm thu số 00025' }).waitFor();
    await examine(page, 'places-many', both);
    await page.setViewportSize(phone);
    await page.getByRole('listitem').filter({ hasText: 'Điểm thu số 00025' }).waitFor();
    await page.getByLabel('Tìm theo tên, địa chỉ, xã, phường').fill('so 09999');
    await page.getByRole('link', { name: 'Điểm thu số 09999' }).waitFor();
    await page.getByRole('heading', { name: /\(1\)$/ }).waitFor();
    await page.getByRole('link', { name: 'Điểm thu số 09999' }).click();
    await page.getByText('nhập từ tệp').first().waitFor();
    await page.setViewportSize(desk);
  });

  test('are for administrators alone', async () => {
    await colleague.hire('huong.tran', officerPassword);
    const other = await (await place.watched.person({ viewport: desk })).newPage();
    await logInAgain(other, 'huong.tran', officerPassword, 'vi');
    await other.getByRole('link', { name: 'Người cần gọi' }).waitFor();
    expect(await other.getByRole('link', { name: 'Điểm thu' }).count()).toBe(0);
    await other.goto('/console#/places');
    await other.getByRole('heading', { name: 'Không có trang này' }).waitFor();
    await other.context().close();
  });
});

function communesBox(at: Page = page) {
  return at.getByLabel('Xã, phường, đặc khu');
}

/** The field of exactly this name; one that is needed has a star behind it. */
function field(name: string) {
  return page.getByLabel(new RegExp(`^${name}\\s*\\*?$`));
}

async function fillIn(fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await field(label).fill(text);
}

async function save(): Promise<void> {
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
}

type Field = ReturnType<typeof communesBox>;

/** What a screen reader says after the field's name. */
async function noteOf(noted: Field): Promise<string> {
  const id = (await noted.getAttribute('aria-describedby')) ?? '';
  return id === '' ? '' : ((await noted.page().locator(`[id="${id}"]`).textContent()) ?? '');
}

async function untilNoted(noted: Field, note: RegExp): Promise<void> {
  await eventually(
    async () => (note.test(await noteOf(noted)) ? true : undefined),
    `note ${String(note)} beside ${String(noted)}`,
  );
}

/** Goes back to the list and answers the question whether what was typed may be lost. */
async function leave(answer: 'accept' | 'dismiss'): Promise<void> {
  const asked = page.waitForEvent('dialog').then((question) => question[answer]());
  await Promise.all([asked, page.getByRole('link', { name: 'BHXH cơ sở và điểm thu' }).click()]);
}

async function untilListed(names: readonly string[]): Promise<void> {
  const wanted = names.join();
  await eventually(
    async () =>
      (await page.getByRole('row').getByRole('link').allTextContents()).join() === wanted ? true : undefined,
    `list of ${wanted}`,
  );
}

async function logInAgain(at: Page, username: string, secret: string, locale: 'vi' | 'en'): Promise<void> {
  await at.goto('/console');
  if (locale === 'en') await at.getByRole('button', { name: /^EN/ }).click();
  await at.getByLabel(locale === 'vi' ? 'Tên đăng nhập' : 'Username').fill(username);
  await at.getByLabel(locale === 'vi' ? 'Mật khẩu' : 'Password', { exact: true }).fill(secret);
  await at.getByRole('button', { name: locale === 'vi' ? 'Đăng nhập' : 'Sign in' }).click();
  await at.getByRole('navigation').waitFor();
}

async function citizenHears(text: string | RegExp): Promise<void> {
  await ask(citizen, 'nộp tiền ở đâu tại xã Tam Hải, Đà Nẵng');
  await hear(citizen, text);
}

/** Another administrator reads, adds, changes and removes places. */
async function find(name: string): Promise<z.infer<typeof listOf>[number]> {
  const answer = await colleague.send('GET', '/places');
  const found = listOf.parse(await answer.json()).find((place) => place.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

async function add(place: Readonly<Record<string, unknown>>): Promise<void> {
  expect((await colleague.send('POST', '/places', { ...whole, ...place })).status).toBe(201);
}

async function change(name: string, changed: Readonly<Record<string, unknown>>): Promise<void> {
  const { id, version, communeNames: _, updatedAt: __, updatedBy: ___, ...place } = await find(name);
  const headers = { 'If-Match': `"${version}"` };
  const body = { ...place, ...changed, reason: 'Chuyển chỗ' };
  expect((await colleague.send('PUT', `/places/${id}`, body, headers)).status).toBe(200);
}

async function drop(name: string): Promise<void> {
  const { id, version } = await find(name);
  const removed = await colleague.send(
    'DELETE',
    `/places/${id}`,
    { reason: 'Nhầm' },
    { 'If-Match': `"${version}"` },
  );
  expect(removed.status).toBe(204);
}

/** Why the first place was changed last; a removed one is no longer to be had over the API. */
async function newestReason(): Promise<string | undefined> {
  const records = await openRecords(place.store);
  const stored = await new DatabaseRow(records, 'places', placesDocument).read();
  await records.close();
  const [versions] = Object.values(stored?.places ?? {});
  return versions?.at(-1)?.reason;
}

/** The list of communes, as the command imports it, taken up by the running service. */
async function importList(): Promise<void> {
  const records = await openRecords(place.store);
  await importCommunes(records, communes, new Date());
  await records.close();
  await eventually(async () => {
    const body = { ...whole, name: 'Nơi thử', communes: ['99999'] };
    const answer = await colleague.send('POST', '/places', body);
    return (await answer.text()).includes('import:localities') ? undefined : true;
  }, 'the imported communes');
}

async function importMany(): Promise<void> {
  const records = await openRecords(place.store);
  const localities = await LocalityStore.open({ records, provinces, failed: () => undefined });
  const places = Array.from({ length: manyPlaces }, (_, at) => {
    const number = String(at).padStart(5, '0');
    const commune = communes[at % communes.length]?.code ?? '';
    return {
      kind: 'collection' as const,
      name: `Điểm thu số ${number}`,
      communes: [commune],
      address: `Số ${number} đường Hùng Vương`,
      phone: '0905 123 456',
      checkedOn: today(),
    };
  });
  await localities.importPlaces(places, 'CSV', new Date());
  await localities.close();
  await records.close();
  await eventually(async () => {
    const { headers } = await colleague.send('GET', '/places');
    return headers.get('content-range')?.endsWith(`/${manyPlaces}`) === true ? true : undefined;
  }, 'the imported places');
}

/** What a place needs beside its name and communes. */
const whole = { kind: 'collection', address: 'Số 5', checkedOn: today(), reason: 'Mới mở' } as const;

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
