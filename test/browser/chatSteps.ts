import type { Page } from 'playwright-core';
import { z } from 'zod';

const patienceMs = 20_000;
const lookEveryMs = 50;

/** Writes a message and sends it with Enter. */
export async function ask(page: Page, text: string): Promise<void> {
  const box = page.getByLabel('Tin nhắn của anh/chị');
  await box.fill(text);
  await box.press('Enter');
}

/** Presses one of the answers offered. */
export async function choose(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('group', { name: 'Câu trả lời gợi ý' })
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .click();
}

/** Waits until the newest reply holds `text`. */
export async function hear(page: Page, text: string | RegExp): Promise<void> {
  await untilBubbles(page, (texts) => {
    const last = texts.findLastIndex((one) => one.startsWith('Anh/chị:'));
    return texts
      .slice(last + 1)
      .some((one) => (typeof text === 'string' ? one.includes(text) : text.test(one)));
  });
}

/** Waits until the words in the log are as they should be. */
export async function untilBubbles(page: Page, holds: (texts: readonly string[]) => boolean): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const texts = await bubbles(page);
    if (holds(texts)) return;
    if (Date.now() > until) throw new Error(`The log never showed it:\n${texts.slice(-4).join('\n---\n')}`);
    await page.waitForTimeout(lookEveryMs);
  }
}

/** Waits until every message of the citizen has reached the server. */
export async function untilNothingIsPending(page: Page): Promise<void> {
  const until = Date.now() + patienceMs;
  const pending = page.locator('.message.user[data-state=sending], .message.user[data-state=waiting]');
  while ((await pending.count()) > 0) {
    if (Date.now() > until) throw new Error('A message is still on its way.');
    await page.waitForTimeout(lookEveryMs);
  }
}

/** The words of every message in the log, with who says it. */
export async function bubbles(page: Page): Promise<readonly string[]> {
  const texts = await page.getByRole('log').locator('.bubble').allTextContents();
  return z.array(z.string()).parse(texts);
}
