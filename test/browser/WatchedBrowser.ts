import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { z } from 'zod';

/** Nothing but the service may be called, by the pages or by the browser itself. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const patienceMs = 20_000;
const settleMs = 1_000;

export const phone = { width: 390, height: 844 } as const;
export const smallPhone = { width: 320, height: 640 } as const;
export const desk = { width: 1280, height: 800 } as const;

const findings = z.array(
  z.looseObject({ id: z.string(), impact: z.string().nullish(), where: z.array(z.string()) }),
);

/** Chromium, and what its pages complained about or asked from elsewhere. */
export class WatchedBrowser {
  /** Errors in the console, uncaught exceptions and violations of the content security policy. */
  readonly complaints: string[] = [];
  /** Requests to any other host. */
  readonly foreign: string[] = [];

  private constructor(
    readonly browser: Browser,
    readonly base: string,
  ) {}

  static async launch(base: string): Promise<WatchedBrowser> {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: quiet,
    });
    return new WatchedBrowser(browser, base);
  }

  /** A person with a browser of his own: no cookies, nothing cached. */
  async person(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: this.base,
      viewport: phone,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(patienceMs);
    await context.exposeBinding('reportViolation', (_source, violation: unknown) => {
      this.complaints.push(`policy: ${String(violation)}`);
    });
    await context.addInitScript(
      `addEventListener('securitypolicyviolation', (event) => reportViolation(event.violatedDirective + ' ' + event.blockedURI));`,
    );
    context.on('console', (message) => {
      const { url } = message.location();
      // The console asks who is logged in, and a stranger gets the answer that it is nobody.
      const isStranger = url.endsWith('/api/v1/session') && message.text().includes('401');
      if (message.type() === 'error' && !isStranger)
        this.complaints.push(`console: ${message.text()} ${url}`);
    });
    context.on('weberror', (error) => this.complaints.push(`exception: ${error.error().message}`));
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (!['data:', 'blob:'].includes(protocol) && origin !== this.base) this.foreign.push(request.url());
    });
    return context;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** How wide a page is at 320 px; more than 320 means that one must scroll sideways to read. */
export async function widthOnSmallPhone(page: Page): Promise<number> {
  const before = page.viewportSize();
  await page.setViewportSize(smallPhone);
  const until = Date.now() + settleMs;
  let width = await widthOf(page);
  // A page that changes its layout by script has a moment to do so.
  while (width > smallPhone.width && Date.now() < until) {
    await page.waitForTimeout(50);
    width = await widthOf(page);
  }
  if (before !== null) await page.setViewportSize(before);
  return width;
}

async function widthOf(page: Page): Promise<number> {
  return z.number().parse(await page.evaluate('document.scrollingElement.scrollWidth'));
}

/** What keeps people with a disability from using the page, as far as a program can tell. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger: the page's own policy stays as strict as it is.
  await page.evaluate(axe.source);
  const found = findings.parse(
    await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.map(({ target }) => String(target)) })))`,
    ),
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, where }) => `${id}: ${where.join(', ')}`);
}

/** Pictures of a page for people to look at, where the environment variable SCREENSHOTS names a folder. */
export async function picture(
  page: Page,
  name: string,
  sizes: readonly Readonly<{ width: number; height: number }>[],
): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    // Another width may load another view.
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(settleMs);
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`) });
  }
  if (before !== null) await page.setViewportSize(before);
}
