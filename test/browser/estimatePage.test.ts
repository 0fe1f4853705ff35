import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { benefitPageExamples, pageExamples, type PageExample } from '../http/estimatePage/pageExamples.js';
import { ChatPlace } from './ChatPlace.js';
import { expectQuiet } from './consoleSteps.js';
import { desk, phone, picture, seriousFindings, smallPhone, widthOnSmallPhone } from './WatchedBrowser.js';

const answer = z.looseObject({ reference: z.string() });
/** A desktop of 1280 × 800 at 400 %. */
const zoomed = { width: 320, height: 200 } as const;
/** A6 in the points of a PDF, and what a browser may round. */
const a6 = { width: 297.6, height: 419.5 } as const;
const roundingPt = 1.5;
/** The slip's width between its margins, in CSS pixels. */
const slip = { width: 347, height: 510 } as const;

/** The widest plan and the largest family that the contract takes, or nearly. */
const crowded: readonly PageExample[] = [
  {
    kind: 'plan',
    input: {
      ...{ sex: 'female', birth: '1972', monthsPaid: 20, groups: ['ethnic_minority'], budget: 400_000 },
      ...{ incomes: [1_500_000, 2_000_000, 2_500_000, 3_000_000, 4_000_000, 50_600_000], harvests: 3 },
      ...{ province: 'quang-ninh', averageIncome: 2_000_000 },
    },
    headline: ['', ''],
    shows: [],
  },
  {
    kind: 'comparison',
    input: {
      ...{ groups: ['near_poor'], budget: 200_000, harvests: 2, supportedMonths: 100, province: 'ha-noi' },
      incomes: [1_500_000, 2_000_000, 2_500_000, 3_000_000, 4_000_000, 50_600_000],
    },
    headline: ['', ''],
    shows: [],
  },
  {
    kind: 'household',
    input: { members: Array.from({ length: 40 }, (_, at) => ({ months: at % 2 === 0 ? 12 : 6 })) },
    headline: ['', ''],
    shows: [],
  },
];
const examples = [...pageExamples, ...benefitPageExamples, ...crowded];

let place: ChatPlace;
let page: Page;

beforeAll(async () => {
  place = await ChatPlace.open();
  page = await (await place.watched.person()).newPage();
});
afterAll(() => place.close());
afterEach(() => expectQuiet(place.watched));

async function addressOf({ kind, input }: PageExample, locale: 'vi' | 'en' = 'vi'): Promise<string> {
  const response = await fetch(`${place.address}/api/v1/estimates/${kind}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...input, locale }),
  });
  return `/e/${answer.parse(await response.json()).reference}`;
}

/** Everything that is closed is opened: what is inside must fit as well. */
async function openFolds(page: Page): Promise<void> {
  await page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
}

async function widthOf(page: Page): Promise<number> {
  return z.number().parse(await page.evaluate('document.scrollingElement.scrollWidth'));
}

/** The words and figures that the page shows at this moment, in this medium. */
async function shownText(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
}

test('the letters and contrast chosen on the chat page hold on the page of an estimate, and not on paper', async () => {
  const [example] = examples;
  if (example === undefined) throw new Error('There is no example.');
  const person = await place.watched.person();
  await person.addCookies([{ name: 'an_sinh_look', value: '3.high', url: place.address }]);
  const own = await person.newPage();
  await own.goto(await addressOf(example));
  await openFolds(own);
  expect(await own.locator('html').getAttribute('class')).toBe('size-3 contrast-high');
  expect(await widthOnSmallPhone(own)).toBe(smallPhone.width);
  expect(await seriousFindings(own)).toEqual([]);
  await picture(own, 'estimate-large-contrast', [smallPhone, phone, desk]);
  const rootSize = 'getComputedStyle(document.documentElement).fontSize';
  expect(await own.evaluate(rootSize)).not.toBe('16px');
  await own.emulateMedia({ media: 'print' });
  expect(await own.evaluate(rootSize)).toBe('16px');
  await person.close();
});

describe.each(examples.map((example, at) => ({ ...example, at })))('$kind $input', ({ at, ...example }) => {
  test('reads on any screen and for anybody', async () => {
    for (const locale of ['vi', 'en'] as const) {
      await page.goto(await addressOf(example, locale));
      await openFolds(page);
      expect(await widthOnSmallPhone(page)).toBe(smallPhone.width);
      await page.setViewportSize(zoomed);
      expect(await widthOf(page)).toBe(zoomed.width);
      // Nothing stands over the text.
      expect(await page.evaluate("getComputedStyle(document.querySelector('header')).position")).toBe(
        'static',
      );
      await page.setViewportSize(phone);
      expect(await seriousFindings(page)).toEqual([]);
      await page.reload();
      await picture(page, `estimate-${example.kind}-${at}-${locale}`, [smallPhone, phone, desk]);
    }
  });

  test('prints as a slip of A6 with nothing cut', async () => {
    for (const locale of ['vi', 'en'] as const) {
      await page.goto(await addressOf(example, locale));
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const pages = [...pdf.matchAll(/\/Type ?\/Page\b/g)].length;
      expect(pages).toBeGreaterThan(0);
      expect(pages).toBeLessThanOrEqual(2);
      const boxes = [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(boxes.length).toBeGreaterThan(0);
      for (const [, width, height] of boxes) {
        expect(Math.abs(Number(width) - a6.width)).toBeLessThan(roundingPt);
        expect(Math.abs(Number(height) - a6.height)).toBeLessThan(roundingPt);
      }

      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(slip);
      expect(await widthOf(page)).toBe(slip.width);
      const text = await shownText(page);
      expect(text).toContain('1900 9068');
      expect(text).toMatch(/127\.0\.0\.1:\d+\/e\/[\w-]+/);
      expect(text).toMatch(/(?:Theo quy định ngày|By the law of) \d\d\/\d\d\/\d{4}/);
      if (locale === 'vi') for (const part of example.headline) expect(text).toContain(part);
      expect(await page.locator('.qr:visible').count()).toBe(1);
      await page.emulateMedia({ media: null });
      await page.setViewportSize(phone);
    }
  });
});

describe('the page', () => {
  const [first] = pageExamples;
  if (first === undefined) throw new Error('There are no examples.');

  test('works without JavaScript; only the print button needs it', async () => {
    const context = await place.watched.person({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(await addressOf(first));
    expect(await shownText(plain)).toContain('264.000 đ');
    expect(await plain.locator('#print').isVisible()).toBe(false);
    await plain.getByRole('link', { name: 'English' }).click();
    await plain.getByText('You pay each month').waitFor();
    await plain.getByRole('link', { name: 'Ask An Sinh more' }).click();
    await plain.getByRole('log').waitFor();
    await context.close();
  });

  test('prints at a press', async () => {
    await page.goto(await addressOf(first));
    await page.evaluate('window.print = () => { window.printed = true; }');
    await page.getByRole('button', { name: 'In phiếu này' }).click();
    expect(await page.evaluate('window.printed')).toBe(true);
  });

  test('reads in the dark', async () => {
    const context = await place.watched.person({ colorScheme: 'dark' });
    const dark = await context.newPage();
    for (const example of [first, ...crowded]) {
      await dark.goto(await addressOf(example));
      await openFolds(dark);
      expect(await seriousFindings(dark)).toEqual([]);
    }
    await picture(dark, 'estimate-dark', [phone]);
    await context.close();
  });

  test('that is lost reads as well', async () => {
    const context = await place.watched.person();
    const lost = await context.newPage();
    await lost.goto('/e/hello');
    await lost.getByText('Không mở được kết quả này').first().waitFor();
    expect(await seriousFindings(lost)).toEqual([]);
    expect(await widthOnSmallPhone(lost)).toBe(smallPhone.width);
    await picture(lost, 'estimate-lost', [phone]);
    await context.close();
    // The browser says in its console that the page was not found, as it should.
    expect(place.watched.complaints.splice(0).filter((complaint) => !complaint.includes('404'))).toEqual([]);
  });
});
