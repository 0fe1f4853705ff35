import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { estimators, shortReference, signReference } from '../../../src/estimates/index.js';
import { presenters } from '../../../src/http/estimatePage/presenters.js';
import { createCipher, loadMasterKey } from '../../../src/privacy/index.js';
import { createStore } from '../../support/stores.js';
import { AdminDesk, withRow } from '../AdminDesk.js';
import { benefitPageExamples, pageExamples } from './pageExamples.js';

const amount = z.looseObject({
  status: z.literal('amount'),
  reference: z.string(),
  steps: z.array(z.object({ id: z.string(), label: z.string(), text: z.string(), value: z.unknown() })),
  assumptions: z.array(z.object({ code: z.string(), text: z.string() })),
  warnings: z.array(z.object({ code: z.string(), text: z.string() })),
  parameters: z.array(z.looseObject({ basis: z.looseObject({ document: z.string() }) })),
});
const examples = [...pageExamples, ...benefitPageExamples];
const monthly = { income: 1_500_000, groups: [], mode: 'monthly' };

let place: AdminDesk | undefined;
const desk = (): AdminDesk => {
  if (place === undefined) throw new Error('The service did not start.');
  return place;
};
beforeAll(async () => {
  place = await AdminDesk.open(await createStore('sqlite'));
});
afterAll(() => place?.close());

type Page = Readonly<{ status: number; headers: Headers; html: string; text: string }>;

async function open(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
  const response = await fetch(`${desk().service.address}${path}`, { headers, redirect: 'manual' });
  const html = await response.text();
  return { status: response.status, headers: response.headers, html, text: textOf(html) };
}

async function estimate(kind: string, input: object): Promise<z.infer<typeof amount>> {
  return amount.parse((await desk().publicly(`/estimates/${kind}`, input)).json);
}

/** Signed as the service signs, also what it would never hand out. */
function signed(kind: string, input: Readonly<Record<string, unknown>>, tableVersion: string): string {
  const key = createCipher(loadMasterKey(desk().store.dataDir, undefined)).deriveKey('estimate-reference');
  return signReference({ kind, input, tableVersion }, key);
}

async function tableVersion(): Promise<string> {
  const { reference } = await estimate('voluntary', monthly);
  const [payload = ''] = reference.split('.');
  return z
    .tuple([z.string(), z.string(), z.unknown()])
    .parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))[1];
}

/** Places that were left unfilled. Addresses may hold any letters. */
function unwritten(text: string): readonly string[] {
  return text.replaceAll(/\S*\/e\/\S+/g, '').match(/\{\{|undefined|\bnull\b|NaN|\[object/g) ?? [];
}

/** What a reader sees, entities and spaces made plain. */
function textOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<(?:\/?(?:b|a|span)\b[^>]*)>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');
}

describe('every kind of estimate has a page', () => {
  test('and an example here', () => {
    const kinds = estimators.map(({ kind }) => kind).toSorted();
    expect(presenters.map(({ kind }) => kind).toSorted()).toEqual(kinds);
    expect([...new Set(examples.map(({ kind }) => kind))].toSorted()).toEqual(kinds);
  });

  test.each(examples)('$kind $input: the headline and what stands under it', async (example) => {
    const { kind, input, headline, shows } = example;
    const { reference } = await estimate(kind, input);
    const { status, text } = await open(`/e/${reference}`);
    expect(status).toBe(200);
    const [label, value, words] = headline;
    const main = text.slice(text.indexOf('Phiếu kết quả tính'));
    expect(main.indexOf(`\n${label}\n`)).toBeGreaterThan(0);
    expect(main.indexOf(value)).toBeGreaterThan(main.indexOf(label));
    if (words !== undefined) expect(main).toContain(`Bằng chữ: ${words}\n`);
    let from = main.indexOf(value);
    for (const shown of shows) {
      const at = main.indexOf(shown, from);
      expect(at < 0 ? `${shown} is missing after ${main.slice(from, from + 200)}` : shown).toBe(shown);
      from = at;
    }
    expect(unwritten(text)).toEqual([]);
  });

  test.each(examples)(
    '$kind $input: every step, doubt, assumption and document, in both languages',
    async (example) => {
      for (const locale of ['vi', 'en'] as const) {
        const made = await estimate(example.kind, { ...example.input, locale });
        const page = await open(`/e/${made.reference}`);
        expect(page.html).toContain(`<html lang="${locale}" class="size-1 contrast-usual">`);
        const said = [...made.steps, ...made.assumptions, ...made.warnings].map(({ text }) =>
          text.replaceAll('\u00a0', ' '),
        );
        expect(said.filter((sentence) => !page.text.includes(sentence))).toEqual([]);
        expect(
          made.steps
            .map(({ label }) => label.replaceAll('\u00a0', ' '))
            .filter((label) => !page.text.includes(label)),
        ).toEqual([]);
        const sources = page.html.slice(
          page.html.indexOf(locale === 'vi' ? 'Căn cứ</h2>' : 'Legal basis</h2>'),
        );
        const listed = [...sources.slice(0, sources.indexOf('</ul>')).matchAll(/<li>([^:<]+)/g)].map(
          ([, document]) => document,
        );
        const documents = new Set(made.parameters.map(({ basis }) => basis.document));
        expect(listed.toSorted()).toEqual([...documents].toSorted());
        expect(unwritten(page.text)).toEqual([]);
      }
    },
  );
});

describe('the address', () => {
  test('may be long or short, and the code holds the short one', async () => {
    const { reference } = await estimate('voluntary', monthly);
    const short = shortReference(reference);
    const [long, other] = [await open(`/e/${reference}`), await open(`/e/${short}`)];
    const plain = ({ html }: Page) => html.replaceAll(/nonce="[^"]+"/g, '').replaceAll(reference, short);
    expect(plain(long)).toBe(plain(other));
    expect(other.html).toContain(`href="http://an-sinh.test/e/${short}"`);
    expect(other.html).toMatch(/<svg class="qr" role="img" aria-label="Mã QR/);
    const answer = await fetch(`${desk().service.address}/api/v1/estimates/${short}`);
    expect(await answer.json()).toMatchObject({ status: 'amount', reference });
  });

  test('speaks the language of the estimate, or the one asked for', async () => {
    const { reference } = await estimate('voluntary', { ...monthly, locale: 'en' });
    const own = await open(`/e/${reference}`, { 'Accept-Language': 'vi' });
    expect(own.text).toContain('You pay each month');
    expect(own.headers.get('content-language')).toBe('en');
    const asked = await open(`/e/${reference}?lang=vi`);
    expect(asked.text).toContain('Anh/chị đóng mỗi tháng');
    expect(asked.html).toContain(`href="/e/${reference}?lang=en"`);
  });

  test('of a large household or a long life still has a code or says why not', async () => {
    const months = [3, 6, 12] as const;
    const members = Array.from({ length: 100 }, (_, at) => ({ months: months[(at * at) % 3] }));
    const crowd = await estimate('household', { members });
    expect((await open(`/e/${crowd.reference}`)).html).toContain('class="qr"');
    const visits = Array.from({ length: 100 }, (_, at) => ({
      date: `2026-${String((at % 9) + 1).padStart(2, '0')}-${String((at % 27) + 1).padStart(2, '0')}`,
      amount: 100_003 + at * 7_919,
    }));
    const visit = { cost: 1_000_000, holder: 'household', setting: 'emergency', copayThisYear: visits };
    const { reference } = await estimate('co-payment', visit);
    const page = await open(`/e/${shortReference(reference)}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('class="qr"');
    expect(page.text).toContain('Kết quả này dài quá nên không có mã để quét.');
  });
});

describe('the page', () => {
  test('lets nothing run but its own script, is kept by nobody else and found by no search', async () => {
    const { reference } = await estimate('voluntary', monthly);
    const { headers, html } = await open(`/e/${reference}`);
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(html.match(/<script nonce="[^"]+"/g)).toEqual([`<script nonce="${nonce}"`]);
    expect(html).not.toMatch(/\son\w+=|javascript:|\sstyle=/);
    expect(headers.get('cache-control')).toMatch(/^private/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(headers.get('set-cookie')).toBeNull();
    expect((await open(`/e/${reference}`)).headers.get('content-security-policy')).not.toBe(policy);
  });

  test('leads back to the chat and to the hotline of the table', async () => {
    const { reference } = await estimate('voluntary', monthly);
    const { html } = await open(`/e/${reference}`);
    expect(html).toContain('<a class="choice" href="/">Hỏi tiếp An Sinh</a>');
    expect(html).toContain('<a class="choice" href="tel:19009068">Gọi 1900 9068</a>');
  });

  test('is small', async () => {
    const { reference } = await estimate('voluntary', monthly);
    const response = await fetch(`${desk().service.address}/e/${reference}`, {
      headers: { 'Accept-Encoding': 'br' },
    });
    expect(response.headers.get('content-encoding')).toBe('br');
    const html = await response.text();
    expect(html.length).toBeLessThan(40_000);
  });
});

describe('without an amount', () => {
  test('incomplete: what is still to be told, each in words', async () => {
    const version = await tableVersion();
    const open1 = await open(`/e/${signed('voluntary', { date: '2026-11-21', groups: [] }, version)}`);
    expect(open1.status).toBe(200);
    expect(open1.text).toMatch(
      /Còn thiếu thông tin[\s\S]*Mức thu nhập chọn đóng[\s\S]*Cách đóng[\s\S]*Anh\/chị quay lại trò chuyện/,
    );
    expect(open1.text).not.toContain('Diện được hỗ trợ');
    const members = [{ months: 12 }, {}];
    const second = await open(`/e/${signed('household', { date: '2026-11-21', members }, version)}`);
    expect(second.text).toContain('Người số 2: Số tháng');
  });

  test.each(estimators.map(({ kind }) => kind))('%s: no field is asked for without words', async (kind) => {
    const version = await tableVersion();
    for (const lang of ['vi', 'en']) {
      const { text, status } = await open(`/e/${signed(kind, { date: '2026-11-21' }, version)}?lang=${lang}`);
      expect(status).toBe(200);
      expect(text).toContain(lang === 'vi' ? 'Còn thiếu thông tin' : 'Something is missing');
      expect(text).not.toContain(lang === 'vi' ? 'Thông tin khác' : 'Something else');
    }
  });

  test('not eligible: every reason at once, with the law behind it and whom to ask', async () => {
    const input = { date: '2026-11-21', birth: '2015-01-01', citizen: false, status: [], groups: [] };
    const { status, text } = await open(`/e/${signed('participation', input, await tableVersion())}`);
    expect(status).toBe(200);
    expect(text).toMatch(/Chưa thuộc diện[\s\S]*từ đủ 15 tuổi[\s\S]*công dân Việt Nam/);
    expect(text).toMatch(/Hỏi tổng đài 1900 9068[\s\S]*Căn cứ[\s\S]*Luật BHXH 41\/2024\/QH15/);
    expect(text).not.toContain('Bằng chữ');
  });

  test('unknown parameter: which figure is missing, and for which day', async () => {
    const input = { ...monthly, date: '2010-01-01' };
    const { status, text } = await open(`/e/${signed('voluntary', input, await tableVersion())}`);
    expect(status).toBe(200);
    expect(text).toMatch(/Chưa có số được công bố[\s\S]*01\/01\/2010: chưa có số được công bố/);
    expect(text).toContain('Hỏi tổng đài 1900 9068');
  });
});

describe('a result that can’t be opened', () => {
  test.each([
    ['cut', (reference: string) => reference.slice(0, -1)],
    ['changed', (reference: string) => reference.replace(/^./, 'X')],
    ['cut short', (reference: string) => shortReference(reference).slice(0, -4)],
    ['changed short', (reference: string) => shortReference(reference).replace(/^(.{8})../, '$1AA')],
    ['made up', () => 'hello'],
    ['markup', () => encodeURIComponent('"><img src=x onerror=alert(1)>')],
    ['huge', () => 'A'.repeat(5_000)],
    [
      'of another service',
      () => signReference({ kind: 'voluntary', input: monthly, tableVersion: 'x' }, 'other'),
    ],
  ])('%s: says so, with the way back', async (_, change) => {
    const { reference } = await estimate('voluntary', monthly);
    const page = await open(`/e/${change(reference)}`, { 'Accept-Language': 'vi' });
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).toMatch(/Không mở được kết quả này[\s\S]*gọi 1900 9068[\s\S]*Hỏi tiếp An Sinh/);
    expect(page.html).not.toContain('<img');
    const english = await open(`/e/${change(reference)}?lang=en`);
    expect(english.text).toContain('This result can’t be opened');
  });

  test('because its figures are no longer kept: says that', async () => {
    const reference = signed('voluntary', { ...monthly, date: '2026-11-21' }, 'long-gone');
    const page = await open(`/e/${reference}`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('được lập với bộ số liệu không còn lưu');
  });
});

describe('after the table has changed', () => {
  test('an old result shows the old figures, a new one the new; what editors write stays text', async () => {
    const old = await estimate('voluntary', monthly);
    const held = await desk().parameter('vsi.subsidy.other');
    const document = 'Nghị định <img src=x onerror=alert(1)> & "mới"';
    const values = withRow(held, '2026-11-21', 25, { basis: { document } });
    const saved = await desk().put('vsi.subsidy.other', { values, reason: 'nghị định mới' });
    expect(saved.status).toBe(200);
    const fresh = await estimate('voluntary', monthly);
    const [before, after] = [await open(`/e/${old.reference}`), await open(`/e/${fresh.reference}`)];
    expect(before.text).toMatch(/264\.000 đ[\s\S]*66\.000 đ/);
    expect(before.text).not.toContain('247.500 đ');
    expect(after.text).toMatch(/247\.500 đ[\s\S]*82\.500 đ/);
    expect(after.html).not.toContain('<img');
    expect(after.text).toContain(document);
  });
});
