import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  picture,
  seriousFindings,
  smallPhone,
  widthOnSmallPhone,
  type WatchedBrowser,
} from './WatchedBrowser.js';

/** Logs in with the password that is shown once, and sets a password of his own. */
export async function logInFirst(
  page: Page,
  { username, oneTimePassword }: Readonly<{ username: string; oneTimePassword: string }>,
  own: string,
): Promise<void> {
  await page.goto('/console');
  await logIn(page, username, oneTimePassword);
  await changePassword(page, oneTimePassword, own);
}

export async function logIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByLabel('Tên đăng nhập').waitFor({ state: 'hidden' });
}

export async function changePassword(page: Page, current: string, next: string): Promise<void> {
  await page.getByLabel('Mật khẩu hiện tại').fill(current);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(next);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(next);
  await page.getByRole('button', { name: 'Lưu mật khẩu mới' }).click();
  await page.getByLabel('Mật khẩu hiện tại').waitFor({ state: 'hidden' });
}

/** Nothing was complained of but what a test brought about itself (`expected`), and nobody else was called. */
export function expectQuiet(watched: WatchedBrowser, expected?: RegExp): void {
  const complaints = watched.complaints.splice(0).filter((text) => expected?.test(text) !== true);
  expect({ complaints, foreign: watched.foreign.splice(0) }).toEqual({ complaints: [], foreign: [] });
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
