import { afterAll, afterEach, beforeAll, describe, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createCipher, loadMasterKey } from '../../src/privacy/index.js';
import { openRecords } from '../../src/records/index.js';
import { insertUnanswered, newUnansweredId } from '../../src/unanswered/index.js';
import { ConsolePlace } from './ConsolePlace.js';
import { examine, expectQuiet } from './consoleSteps.js';
import { desk, phone } from './WatchedBrowser.js';

const password = 'núi cao sông dài 88';
const both = [phone, desk] as const;
const manyRows = 10_000;
/** Asked most often. */
const asked = 'nhà em muốn vay vốn xây nhà trọ thì hỏi ai';

let place: ConsolePlace;
let page: Page;

beforeAll(async () => {
  place = await ConsolePlace.open();
  page = await place.administrator(password);
});
afterAll(() => place.close());
// The browser itself reports every answer of 4xx; anything else it complains about is a fault.
afterEach(() => expectQuiet(place.watched, /status of 4/));

/** Ten thousand questions: one asked a hundred times, the others in a thousand ways. */
async function keepMany(): Promise<void> {
  const records = await openRecords(place.store);
  const cipher = createCipher(loadMasterKey(place.store.dataDir, undefined));
  const at = Date.now();
  await records.write(async (transaction) => {
    for (let row = 0; row < manyRows; row += 1) {
      const text = row % 100 === 0 ? asked : `chuyện số ${row % 1_000} của làng ${row % 97}`;
      const question = { locale: 'vi', outcome: 'handoff', text, marks: text.split(' ') } as const;
      await insertUnanswered(transaction, cipher, { id: newUnansweredId(), question, at: at - row });
    }
  });
  await records.close();
}

describe('questions without an answer', () => {
  test('an empty list says when something will be there', async () => {
    await page.getByRole('link', { name: 'Chưa trả lời được' }).click();
    await page.getByText('Chưa có câu nào').waitFor();
    await examine(page, 'unanswered-empty', both);
  });

  test('ten thousand are listed with the most asked on top, on a phone too', async () => {
    await keepMany();
    await page.reload();
    const first = page.getByRole('row').nth(1);
    await first.getByText(asked).waitFor();
    await first.getByText('100', { exact: true }).waitFor();
    await examine(page, 'unanswered-list', both);
  });

  test('are filtered by words and day', async () => {
    const search = page.getByLabel('Tìm trong các câu hỏi');
    await search.fill('VAY VON');
    await page.getByRole('heading', { name: 'Câu chưa trả lời được (1)' }).waitFor();
    await page.getByLabel('Đến ngày').fill('2020-01-01');
    await page.getByText('Không có câu nào khớp với bộ lọc').waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByRole('row').nth(1).getByText(asked).waitFor();
  });

  test('one becomes a wording of a topic, its buttons pressed with the keyboard', async () => {
    await page.getByRole('button', { name: `Thêm vào một mục: ${asked}` }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Thêm làm câu hỏi mẫu' });
    await dialog.getByLabel('Câu hỏi mẫu').waitFor();
    await dialog.getByLabel('Mục trả lời').locator('option').nth(20).waitFor({ state: 'attached' });
    await examine(page, 'unanswered-adopt', both);
    await dialog.getByLabel('Mục trả lời').selectOption('chung-khong-co-tien');
    await dialog.getByLabel('Mục trả lời').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Đã thêm. Nhóm 100 lượt hỏi đã rời danh sách.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(asked).waitFor({ state: 'detached' });
  });

  test('are put aside after a question', async () => {
    const row = page.getByRole('row').nth(1);
    const text = (await row.getByRole('paragraph').first().textContent()) ?? '';
    await row.getByRole('button', { name: /^Bỏ qua/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ qua' }).click();
    await page.getByText('Đã bỏ qua.').waitFor();
    await page.getByText(text, { exact: true }).waitFor({ state: 'detached' });
  });
});

describe('test questions', () => {
  test('are listed with what goes wrong on top', async () => {
    await page.getByRole('link', { name: 'Câu hỏi thử' }).click();
    await page.getByRole('heading', { name: /^Câu hỏi thử \(\d+\)$/ }).waitFor();
    await page.getByRole('row').getByText('Đúng', { exact: true }).first().waitFor();
    await examine(page, 'tests-list', both);
  });

  test('one is added and tried at once', async () => {
    await page.getByRole('button', { name: 'Thêm câu hỏi thử' }).click();
    const dialog = page.getByRole('dialog', { name: 'Thêm câu hỏi thử' });
    await dialog.getByRole('textbox', { name: 'Câu hỏi' }).fill('tong dai so may vay');
    await dialog.getByLabel('Phải trả lời bằng').selectOption('chung-hotline');
    await examine(page, 'tests-add', both);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu câu hỏi thử.').waitFor();
    await page.getByLabel('Tìm trong câu hỏi').fill('tong dai so may vay');
    await page
      .getByRole('row')
      .filter({ hasText: 'tong dai so may vay' })
      .getByText('Đúng', { exact: true })
      .waitFor();
  });

  test('a change that would lose one is shown before it is saved, and can be taken back', async () => {
    await page.goto('/console#/faq-entries/tn-khai-niem');
    await page.getByText('Trung bình mỗi câu').first().waitFor();
    await page.getByRole('tab', { name: 'Câu hỏi mẫu' }).click();
    const wordings = page.getByRole('textbox', { name: 'Câu hỏi mẫu tiếng Việt' });
    await wordings.fill(`${await wordings.inputValue()}\ntiền lo đám tang được bao nhiêu`);
    await page.getByLabel('Lý do sửa').fill('Thử');
    await page.getByRole('button', { name: 'Lưu câu trả lời' }).click();
    const dialog = page.getByRole('dialog', { name: /câu hỏi thử sẽ kém đi$/ });
    await dialog.getByText('“tiền lo đám tang được bao nhiêu”').waitFor();
    await examine(page, 'trial', both);
    await dialog.getByRole('button', { name: 'Sửa tiếp' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Lưu câu trả lời' }).click();
    await dialog.getByRole('button', { name: 'Vẫn lưu' }).click();
    await page.getByText(/Đã lưu\. Người dân thấy bản mới ngay\. Câu hỏi thử đúng \d+\/\d+\./).waitFor();
  });
});
