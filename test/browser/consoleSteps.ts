import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { picture, seriousFindings, smallPhone, widthOnSmallPhone } from './WatchedBrowser.js';

/** Logs in with the password that is shown once, and sets a password of his own. */
export async function logInFirst(page: Page, username: string, oneTime: string, own: string): Promise<void> {
  await page.goto('/console');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(oneTime);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByLabel('Mật khẩu hiện tại').fill(oneTime);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(own);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(own);
  await page.getByRole('button', { name: 'Lưu mật khẩu mới' }).click();
  await page.getByLabel('Mật khẩu hiện tại').waitFor({ state: 'hidden' });
}

/** Every state must be readable on a small phone and usable with a disability; a picture where one is wanted. */
export async function examine(
  page: Page,
  name: string,
  sizes: readonly Readonly<{ width: number; height: number }>[],
): Promise<void> {
  await picture(page, name, sizes);
  expect({ name, width: await widthOnSmallPhone(page) }).toEqual({ name, width: smallPhone.width });
  expect({ name, findings: await seriousFindings(page) }).toEqual({ name, findings: [] });
}
