import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { ChatPageView } from '../../../src/http/page/ChatPageView.js';
import { usualLook } from '../../../src/http/page/Look.js';
import { renderAnswersPage } from '../../../src/http/page/renderAnswersPage.js';
import { renderChatPage } from '../../../src/http/page/renderChatPage.js';
import { renderForgetPage } from '../../../src/http/page/renderForgetPage.js';
import { renderProblemPage } from '../../../src/http/page/renderProblemPage.js';

const vi = words('vi');
const en = words('en');

describe('a newcomer', () => {
  const page = renderChatPage(view());

  test('the greeting stands in the first 14 kB, with the style sheet before it', () => {
    const css = readdirSync('web/chat/styles')
      .map((file) => readFileSync(`web/chat/styles/${file}`, 'utf8'))
      .join('');
    const withStyle = renderChatPage(view({ css, js: 'x'.repeat(40_000) }));
    const [untilGreeting = ''] = withStyle.split('Xin chào anh/chị');
    expect(untilGreeting.length).toBeGreaterThan(css.length);
    expect(brotliCompressSync(untilGreeting).length).toBeLessThan(14_000);
  });

  test('says what it is, and how to reach a person', () => {
    expect(page).toContain('<h1>An Sinh</h1><p>Trợ lý tự động của cơ quan Bảo hiểm xã hội</p>');
    expect(page.match(/href="tel:19009068"/g)?.length).toBeGreaterThanOrEqual(2);
    expect(page).toContain('href="/?lang=en" lang="en"');
    expect(page).toMatch(/id="log" role="log" aria-live="polite"/);
  });

  test('works by plain forms', () => {
    expect(page).toMatch(/<form id="composer"[^>]*method="post" action="\/chat">/);
    expect(page).toMatch(/<textarea id="text" name="text"[^>]*required/);
    expect(page).toContain('<button class="choice" name="text" value="Tính cho tôi">Tính cho tôi</button>');
    expect(page).toContain('<input type="hidden" name="locale" value="vi">');
    expect(page).not.toContain('name="ref"');
  });

  test('settings and forgetting are one press away, by plain forms and links', () => {
    expect(page).toMatch(/<details id="settings"><summary aria-label="Cài đặt[^"]*">/);
    expect(page).toContain('<form method="post" action="/chat/settings">');
    expect(page.match(/href="\/chat\/forget"/g)).toHaveLength(2);
    expect(page).toContain('href="/accessibility"');
  });

  test.each([
    ['size', '3', { size: '3', contrast: 'usual' }],
    ['contrast', 'high', { size: '1', contrast: 'high' }],
  ] as const)('the chosen %s is drawn and marked', (name, value, look) => {
    const html = renderChatPage(view({ look }));
    expect(html).toContain(`class="size-${look.size} contrast-${look.contrast}"`);
    expect(html).toContain(`name="${name}" value="${value}" aria-pressed="true"`);
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(3);
  });

  test('on a shared device the way out stands on top', () => {
    const html = renderChatPage(view({ boot: { locale: 'vi', sharedS: 600 } }));
    expect(html).toMatch(/<form class="notice shared" method="post" action="\/chat\/forget">.*Xong, xóa hết/);
    expect(html).toContain('name="shared" value="on" aria-pressed="true"');
    expect(page).not.toContain('class="notice shared"');
  });

  test('carries campaign and form id', () => {
    const form = renderChatPage(view({ ref: 'to-roi"', formId: 'f1' }));
    expect(form.match(/name="ref" value="to-roi&quot;"/g)).toHaveLength(2);
    expect(form.match(/name="id" value="f1"/g)).toHaveLength(2);
  });

  test('asks for nothing from anywhere else', () => {
    expect(page).not.toMatch(/<(?:script|img|link)[^>]*(?:src|href)="(?!data:|\/(?!\/))/);
  });
});

describe('a returning citizen', () => {
  const page = renderChatPage(
    view({
      messages: [
        { id: 'c|1', role: 'bot', text: 'Chào', at: '2026-11-20T16:59:00Z' },
        { id: 'c|2', role: 'user', text: '**a**\n<i>', at: '2026-11-20T17:01:00Z' },
        { id: 'c|3', role: 'bot', text: 'Một', at: '2026-11-20T17:01:01Z' },
        {
          id: 'c|4',
          role: 'bot',
          text: 'Mã **AS-1**',
          at: '2026-11-20T17:01:02Z',
          reference: 'AS-1',
        },
      ],
      expects: 'phone',
    }),
  );

  test('days and times are those of Vietnam', () => {
    expect(page).toContain('<time datetime="2026-11-20T16:59:00Z" data-day="2026-11-20">23:59</time>');
    expect(page).toContain('<p class="day">21/11/2026</p><div class="message user"');
    expect(page).toContain('data-day="2026-11-21">00:01</time>');
  });

  test('what the citizen wrote is shown as written', () => {
    expect(page).toContain('<p>**a**\n&lt;i&gt;</p>');
  });

  test('messages in a row form a run; the last carries the anchor', () => {
    expect(page).toContain('<div class="message bot run" data-id="c|3">');
    expect(page).toContain('<div class="message bot" data-id="c|4" id="last">');
  });

  test('a reference can be copied once the script runs', () => {
    expect(page).toContain(
      '<button type="button" class="copy" data-code="AS-1" hidden>Chép mã AS-1</button>',
    );
  });

  test('the keyboard fits what is asked', () => {
    expect(page).toContain('inputmode="tel" autocomplete="tel" enterkeyhint="send"');
  });
});

describe('escaping', () => {
  const evil = `"'><script>alert(1)</script>`;
  const page = renderChatPage(
    view({
      messages: [
        { id: evil, role: 'user', text: evil, at: evil },
        { id: '2', role: 'bot', text: evil, reference: evil },
      ],
      choices: [
        { title: evil, value: evil },
        { title: 'Gọi', value: 'tel:19009068' },
        { title: 'Trang', value: 'https://vssid.gov.vn' },
        { title: 'Bẫy', value: 'javascript:alert(1)' },
      ],
      boot: { locale: 'vi', conversationId: '</script><script>alert(2)//', token: '<!--' },
      hotline: evil,
      ref: evil,
      formId: evil,
      js: 'const a = "</script><script>", b = "<!--";',
      css: '.a::before{content:"</style>"}',
    }),
  );

  test('nothing opens an element of its own', () => {
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('const a = "\\x3c/script>\\x3cscript>", b = "\\x3c!--";');
  });

  test('boot data come back as they were', () => {
    const json = /<script type="application\/json" id="boot">(.*)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({ conversationId: '</script><script>alert(2)//', token: '<!--' });
  });

  test('only telephone numbers and https addresses become links', () => {
    expect(page).toContain('<a class="choice" href="tel:19009068">Gọi</a>');
    expect(page).toContain(
      '<a class="choice" href="https://vssid.gov.vn" target="_blank" rel="noopener noreferrer">Trang</a>',
    );
    expect(page).toContain('<button class="choice" name="text" value="javascript:alert(1)">Bẫy</button>');
    expect(page).not.toContain('href="javascript');
  });
});

describe('words', () => {
  test('both languages have the same ones', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  });

  test('the page and its script use all of them, in either language', () => {
    const used = new Set<string>();
    const page = renderChatPage(
      view({
        locale: 'en',
        messages: [
          { id: '1', role: 'user', text: 'a' },
          { id: '2', role: 'bot', text: 'b', reference: 'c' },
        ],
        t: (key, values) => {
          used.add(key);
          return translate(en, key, values);
        },
      }),
    );
    const t: ChatPageView['t'] = (key, values) => {
      used.add(key);
      return translate(en, key, values);
    };
    renderChatPage(view({ locale: 'en', boot: { locale: 'en', sharedS: 600 }, t }));
    renderForgetPage(view({ locale: 'en', t }));
    renderAnswersPage(view({ locale: 'en', t }), { question: 'x', found: [], listed: [] });
    for (const why of ['length', 'busy', 'store', 'other'] as const)
      renderProblemPage(view({ locale: 'en', t }), why);
    expect([...used].sort()).toEqual(Object.keys(en).sort());
    expect(page).toContain('<html lang="en"');
    expect(page).toContain('href="/?lang=vi" lang="vi"');
    expect(page).toContain('"counterLeft":"{n} characters left"');
    expect(page).toContain('"copyCode":"Copy code {code}"');
  });
});

function view(changes: Partial<ChatPageView> = {}): ChatPageView {
  return {
    locale: 'vi',
    look: usualLook,
    sharedMinutes: 10,
    css: '',
    js: '',
    messages: [{ id: 'greeting', role: 'bot', text: 'Xin chào anh/chị, tôi là An Sinh.' }],
    choices: [{ title: 'Tính cho tôi', value: 'Tính cho tôi' }],
    boot: { locale: 'vi' },
    hotline: '1900 9068',
    t: (key, values) => translate(vi, key, values),
    ...changes,
  };
}

function translate(
  from: Readonly<Record<string, string>>,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = from[key];
  if (text === undefined) throw new Error(`No word ${key}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => String(values[name]));
}

function words(locale: string): Readonly<Record<string, string>> {
  const parsed: unknown = JSON.parse(readFileSync(`locales/${locale}/page.json`, 'utf8'));
  return Object.fromEntries(Object.entries(parsed ?? {}).map(([key, value]) => [key, String(value)]));
}
