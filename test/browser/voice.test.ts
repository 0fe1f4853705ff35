import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { ChatPlace } from './ChatPlace.js';
import { ask, bubbles, hear } from './chatSteps.js';
import { examine } from './consoleSteps.js';
import { phone, smallPhone } from './WatchedBrowser.js';

let place: ChatPlace;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  place = await ChatPlace.open();
});
afterAll(() => place.close());
afterEach(async () => {
  await context.close();
  expect(place.complaints()).toEqual([]);
});

/** The device's voices: stands in for what the browser offers, and notes what it was asked to say. */
const voices = (langs: readonly string[]): string => `
  window.said = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
    getVoices: () => ${JSON.stringify(langs)}.map((lang) => ({ lang, name: lang })),
    speak: (one) => { said.push(one); },
    cancel: () => { said.push('cancel'); },
  }) });`;

const recogniser = `
  window.SpeechRecognition = window.webkitSpeechRecognition = class {
    constructor() { window.recognition = this; }
    start() { this.isRunning = true; }
    stop() { this.isRunning = false; this.onend(); }
    hear(...texts) { this.onresult({ results: texts.map((transcript) => [{ transcript }]) }); }
  };`;

async function arrive(script: string): Promise<void> {
  context = await place.watched.person();
  await context.addInitScript(script);
  page = await context.newPage();
  await page.goto('/');
}

async function said(): Promise<readonly string[]> {
  return z
    .array(z.string())
    .parse(
      await page.evaluate(
        `said.filter((one) => one !== 'cancel').map(({ text, lang }) => lang + ': ' + text)`,
      ),
    );
}

describe('reading aloud', () => {
  test.each([[[]], [['en-US', 'fr-FR']]])(
    'without a voice for the language there is no button (%j)',
    async (langs) => {
      await arrive(voices(langs));
      await ask(page, 'xin chào');
      await hear(page, /./);
      expect(await page.getByRole('button', { name: 'Nghe' }).count()).toBe(0);
    },
  );

  test('an answer is read whole, as one would say it, and stops when asked', async () => {
    await arrive(voices(['en-US', 'vi_VN']));
    expect(await page.getByRole('button', { name: 'Nghe' }).count()).toBe(1);
    await ask(page, 'bhxh tu nguyen dong bao nhieu 1 thang');
    await hear(page, /264\.000\sđ/);
    const button = page.getByRole('button', { name: 'Nghe' }).last();
    await examine(page, 'chat-listen', [smallPhone, phone]);
    const focus = await page.evaluate('document.activeElement.id');
    await button.click();
    const spoken = (await said()).join('\n');
    expect(spoken).toMatch(/^vi_VN: Thấp nhất/);
    expect(spoken).toMatch(/264\.000\sđồng/);
    expect(spoken).not.toMatch(/\bđ\b|BHXH|An Sinh:/u);
    expect(focus).toBe('text');
    const stop = page.getByRole('button', { name: 'Dừng đọc' });
    expect(await stop.count()).toBe(1);
    await stop.click();
    expect(await page.evaluate(`said.at(-1)`)).toBe('cancel');
    expect(await page.getByRole('button', { name: 'Dừng đọc' }).count()).toBe(0);
    // Read to the end it offers itself again.
    await button.click();
    await page.evaluate(`said.at(-1).onend()`);
    expect(await page.getByRole('button', { name: 'Dừng đọc' }).count()).toBe(0);
    // The words are there in any case.
    expect((await bubbles(page)).at(-1)).toMatch(/264\.000\sđ/);
  });
});

describe('dictation', () => {
  test('without support there is no button', async () => {
    await arrive(`delete window.webkitSpeechRecognition; delete window.SpeechRecognition;`);
    expect(await page.getByRole('button', { name: 'Nói thay vì gõ' }).count()).toBe(0);
  });

  test('what is said stands in the box, after what was typed, and is sent only by the citizen', async () => {
    await arrive(recogniser);
    const box = page.getByLabel('Tin nhắn của anh/chị');
    await box.fill('tôi hỏi:');
    const button = page.getByRole('button', { name: 'Nói thay vì gõ' });
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await page.evaluate('[recognition.isRunning, recognition.lang]')).toEqual([true, 'vi-VN']);
    await page.getByText('Đang nghe').waitFor();
    await examine(page, 'chat-dictating', [smallPhone, phone]);
    await page.evaluate(`recognition.hear('đóng bao')`);
    expect(await box.inputValue()).toBe('tôi hỏi: đóng bao');
    await page.evaluate(`recognition.hear('đóng bao nhiêu', ' một tháng')`);
    await button.click();
    expect(await box.inputValue()).toBe('tôi hỏi: đóng bao nhiêu một tháng');
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    expect(await page.getByText('Đang nghe').count()).toBe(0);
    expect(await page.locator('.message.user').count()).toBe(0);
    expect(await place.stored('tôi hỏi: đóng bao nhiêu một tháng')).toBe(0);
  });

  test('when nothing was understood it says so', async () => {
    await arrive(recogniser);
    const button = page.getByRole('button', { name: 'Nói thay vì gõ' });
    await button.click();
    await page.evaluate(`recognition.onerror({ error: 'no-speech' }); recognition.onend()`);
    await page.getByText('Chưa nghe được').waitFor();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
  });

  test('the page may ask for the microphone, other pages may not', async () => {
    await arrive(recogniser);
    const policies = z.array(z.string().nullable()).parse(
      await page.evaluate(`Promise.all(['/', '/accessibility', '/chat/forget'].map((path) =>
        fetch(path).then(({ headers }) => headers.get('permissions-policy'))))`),
    );
    expect(policies[0]).toContain('microphone=(self)');
    expect(policies.slice(1).every((policy) => policy?.includes('microphone=()'))).toBe(true);
  });
});
