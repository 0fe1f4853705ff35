import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createCipher, loadMasterKey } from '../../src/privacy/index.js';
import { openRecords } from '../../src/records/index.js';
import { sealOutbound } from '../../src/turn/sealedPayload.js';
import { ConsolePlace } from './ConsolePlace.js';
import { examine, expectQuiet } from './consoleSteps.js';
import { desk, phone } from './WatchedBrowser.js';

const password = 'núi cao sông dài 88';
const both = [phone, desk] as const;
const account = 'zalo-account-of-somebody';

let place: ConsolePlace;
let page: Page;

beforeAll(async () => {
  place = await ConsolePlace.open();
  page = await place.administrator(password);
});
afterAll(() => place.close());
// The browser itself reports every answer of 4xx; anything else it complains about is a fault.
afterEach(() => expectQuiet(place.watched, /status of 4/));

/** Replies that a channel gave up, as the outbox leaves them. */
async function giveUp(texts: readonly string[]): Promise<void> {
  const records = await openRecords(place.store);
  const cipher = createCipher(loadMasterKey(place.store.dataDir, undefined));
  const at = Date.now();
  await records.write(async (transaction) => {
    await transaction
      .insertInto('conversations')
      .values({
        id: account,
        channel: 'zalo',
        user_id: account,
        state: null,
        personal_since: null,
        created_at: at,
        updated_at: at,
      })
      .execute();
    for (const [seq, text] of texts.entries()) {
      const payload = sealOutbound(cipher, { conversationId: account, seq }, { type: 'message', text });
      const row = { conversation_id: account, seq, channel: 'zalo', payload, created_at: at };
      await transaction
        .insertInto('outbox')
        .values({
          ...row,
          state: 'failed',
          failure: seq === 0 ? 'window_closed' : '-213',
          failed_at: at - seq,
          next_attempt_at: null,
        })
        .execute();
    }
  });
  await records.close();
}

async function statesInStore(): Promise<readonly string[]> {
  const records = await openRecords(place.store);
  const rows = await records.db.selectFrom('outbox').select('state').orderBy('seq').execute();
  const audited = await records.db
    .selectFrom('audit')
    .select('action')
    .where('action', 'in', ['dead_letters.retry', 'dead_letters.drop'])
    .orderBy('id')
    .execute();
  await records.close();
  return [...rows.map(({ state }) => state), ...audited.map(({ action }) => action)];
}

describe('messages that were not sent', () => {
  test('an empty list says what will be there', async () => {
    await page.getByRole('link', { name: 'Tin chưa gửi được' }).click();
    await page.getByText('Không có tin nào bị kẹt').waitFor();
    await examine(page, 'dead-letters-empty', both);
  });

  test('each is shown masked, with its reason, and is tried again or given up', async () => {
    await giveUp(['Chị Nguyễn Thị Lan đóng 297.000 đồng', 'Cán bộ sẽ gọi số 0912 345 678']);
    await page.reload();
    await page.getByText('Quá thời gian kênh cho phép trả lời').waitFor();
    await page.getByText('Kênh không nhận (-213)').waitFor();
    const shown = await page.locator('main').innerText();
    expect(shown).not.toMatch(/Lan|345|zalo-account/);
    await examine(page, 'dead-letters-list', both);

    await page.setViewportSize(phone);
    await page.getByText('Kênh không nhận (-213)').waitFor();
    await examine(page, 'dead-letters-phone', both);
    await page.getByRole('button', { name: /^Gửi lại: Chị/ }).click();
    await page.getByText('Đã đưa vào hàng chờ gửi.').waitFor();
    await page.getByRole('button', { name: /^Thôi không gửi: Cán bộ/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thôi không gửi' }).click();
    await page.getByText('Không có tin nào bị kẹt').waitFor();
    expect(await statesInStore()).toEqual(['queued', 'dropped', 'dead_letters.retry', 'dead_letters.drop']);
    await page.setViewportSize(desk);
  });
});
