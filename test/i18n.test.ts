import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  createTranslator,
  formatDate,
  formatNumber,
  formatVnd,
  toLocale,
  vietnamDate,
} from '../src/i18n/index.js';
import { estimators } from '../src/estimates/index.js';
import { namedFields } from '../src/http/estimatePage/fieldName.js';
import { projectRoot } from '../src/paths.js';
import { findStringsInCode, findWordsInCode, unionMembers, type NamedKey } from './support/wordsInCode.js';

const folder = join(projectRoot, 'locales');
const files = readdirSync(join(folder, 'vi'));

/** Every sentence of a file by its dotted key. */
function readWords(locale: string, file: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') words.set(path, value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
    else throw new Error(`${locale}/${file}: ${path} is no text.`);
  };
  walk(JSON.parse(readFileSync(join(folder, locale, file), 'utf8')), '');
  return words;
}

/** `{{amount}}` of i18next and `%{count}` of the console. */
function placeholders(text: string): readonly string[] {
  return [
    ...new Set([...text.matchAll(/\{\{\s*([\w.]+)|%\{(\w+)\}/g)].map((found) => found[1] ?? found[2] ?? '')),
  ].sort();
}

describe('the two languages', () => {
  test('have the same files', () => {
    expect(readdirSync(join(folder, 'en')).sort()).toEqual([...files].sort());
  });

  test.each(files)('of %s have the same keys, and none is empty', (file) => {
    const [vi, en] = [readWords('vi', file), readWords('en', file)];
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
    const empty = [...vi, ...en].filter(([, text]) => text === '');
    expect(empty).toEqual([]);
  });

  test.each(files)('of %s fill the same places', (file) => {
    const [vi, en] = [readWords('vi', file), readWords('en', file)];
    const places = (words: ReadonlyMap<string, string>) =>
      Object.fromEntries([...words].map(([key, text]) => [key, placeholders(text)]));
    expect(places(en)).toEqual(places(vi));
  });

  test.each(files)('of %s hold no unfinished or doubled braces', (file) => {
    const broken = [...readWords('vi', file), ...readWords('en', file)].filter(([, text]) =>
      // The console's help shows editors how a figure is written: {{ … }}.
      /\{|\}/.test(text.replace(/\{\{(?:[\w.]+| … )\}\}|%\{\w+\}/g, '')),
    );
    expect(broken).toEqual([]);
  });

  test.each(files)('of %s are in composed Unicode, as people type and search', (file) => {
    const decomposed = [...readWords('vi', file)].filter(([, text]) => text !== text.normalize('NFC'));
    expect(decomposed).toEqual([]);
  });
});

/** Keys that code builds from a value, and every value it can be. What is missing here is found by the next test. */
const built: Readonly<Record<string, readonly string[]>> = {
  'chat:button.*': [
    'estimate_voluntary',
    'estimate_household',
    'benefits',
    'call_me',
    'edit_income',
    'edit_group',
    'edit_mode',
    'edit_members',
    'edit_months',
  ],
  'chat:group.*': ['poor', 'near_poor', 'ethnic_minority', 'none'],
  'chat:button.relative_*': ['husband', 'wife', 'mother', 'father', 'other'],
  'handling:*': [
    ...['waiting', 'still_waiting', 'officer_joined', 'officer_changed', 'bot_back', 'nobody_came'],
    'officer_gone',
  ],
  'handling:refused.*': ['not_held', 'window', 'unreachable', 'opted_out', 'forgotten', 'no_channel'],
  'inspect:levels.*': ['good', 'notice', 'fault'],
  'inspect:*': [
    ...['account', 'account_refused', 'account_unverified', 'address', 'clock'],
    ...['clock_ahead', 'clock_behind', 'deliveries_wait', 'domain_code_missing', 'domain_page'],
    ...['domain_page_missing', 'door_closed', 'door_odd', 'door_open', 'door_unreachable'],
    ...['events_lacking', 'events_there', 'fields_unknown', 'grant_lost', 'handshake'],
    ...['handshake_refused', 'last_error', 'malformed', 'missing', 'no_public_url'],
    ...['not_https', 'not_set_up', 'other_account', 'page_not_subscribed'],
    ...['platform_odd', 'platform_silent', 'port', 'private_address', 'service_hosts'],
    ...['settings_there', 'token_refused', 'webhook_by_hand', 'webhook_elsewhere', 'webhook_here'],
    ...['webhook_not_told', 'webhook_refused', 'webhook_set', 'webhook_unset', 'zalo_filter'],
  ],
  'chat:sex.*': ['male', 'female'],
  'chat:person.*': [
    ...['self_male', 'self_female', 'self_unknown', 'husband', 'wife', 'mother', 'father'],
    ...['son', 'daughter', 'brother', 'sister', 'other'],
  ],
  'chat:occupation.*': ['farmer', 'trader', 'employee', 'business'],
  'chat:occupation_name.*': [
    ...['farmer', 'trader', 'driver', 'home', 'student', 'domestic', 'casual'],
    ...['business', 'employee', 'suspended'],
  ],
  'chat:family.*': ['voluntary', 'plan'],
  'chat:family.*_many': ['voluntary', 'plan'],
  'chat:tax.*': ['declaration', 'other', 'unknown'],
  'chat:household_group.*': ['poor', 'near_poor', 'average_farm', 'other', 'none'],
  'chat:mode.*': ['monthly', 'quarterly', 'half_yearly', 'yearly', 'advance'],
  'chat:product.*': ['vsi', 'hhi', 'both'],
  'chat:time.*': ['morning', 'afternoon', 'evening', 'any'],
  'chat:lead_part.*': ['locality', 'name', 'phone', 'time', 'product'],
  'chat:lead.phone_*': unionMembers('src/language/readPhone.ts', 'PhoneProblem'),
  'chat:matter.*': ['voluntary', 'plan', 'household', 'validity', 'lead', 'claim', 'collection'],
  'chat:missing.*': [
    ...[
      'occupation',
      'tax',
      'income',
      'groups',
      'mode',
      'years',
      'arrears',
      'sex',
      'birth',
      'paid',
      'saving',
    ],
    ...['people', 'card_months', 'covered', 'household_group', 'expiry', 'claim', 'locality'],
    ...['lead_product', 'lead_name', 'lead_phone', 'lead_time', 'lead_consent'],
  ],
  'accessibility:*': ['does', 'lacks', 'made', 'help'],
  'accessibility:*_title': ['does', 'lacks', 'made', 'help'],
  'chat:smalltalk.*': ['greeting', 'thanks', 'bye', 'who', 'other'],
  'chat:voluntary.result_*': ['monthly', 'quarterly', 'half_yearly', 'yearly', 'advance', 'arrears'],
  'chat:household.rank_*': ['1', '2', '3', '4', '5', 'and_later'],
  'content:*': unionMembers('src/faq/Finding.ts', 'FindingCode'),
  'content:table.*': unionMembers('src/content/tableFinding.ts', 'TableFault'),
  'result:kind.*': estimators.map(({ kind }) => kind),
  'result:field.*': namedFields,
  'result:mode.*': ['monthly', 'quarterly', 'half_yearly', 'yearly', 'advance', 'arrears'],
  'result:plan.*': ['ask_now', 'pay_until_age', 'pay_then_arrears', 'pay_beyond_age'],
  'result:choice.*': ['supported', 'local', 'state_paid', 'other_card'],
  'http:*': ['wrong_current', ...unionMembers('src/accounts/password.ts', 'PasswordFault')],
};
/** Words of estimates are checked code by code in test/estimates/words.test.ts; words of the page carry their own prefix. */
const checkedElsewhere = ['estimate:step.*.label', 'estimate:step.*.text', 'page:*', 'result:*'];

describe('the words that code asks for', () => {
  const namespaces = files.map((file) => file.replace('.json', ''));
  const known = new Map<string, string>(
    namespaces.flatMap((namespace) =>
      [...readWords('vi', `${namespace}.json`)].map(([key, text]) => [`${namespace}:${key}`, text] as const),
    ),
  );
  const groups = [...new Set([...readWords('vi', 'chat.json').keys()].map((key) => key.split('.')[0] ?? ''))];
  const isNamed = (key: string) =>
    namespaces.some((namespace) => key.startsWith(`${namespace}:`) && !key.includes('//'));
  const prefixed = (prefix: string, found: readonly NamedKey[]) =>
    found.filter(({ key }) => !isNamed(key)).map((named) => ({ ...named, key: `${prefix}${named.key}` }));

  const asked: readonly NamedKey[] = [
    ...prefixed('chat:', findWordsInCode('dialogs/**/*.ts', ['t'])),
    ...prefixed('chat:button.', findWordsInCode('dialogs/**/*.ts', ['button', 'pressed'])),
    ...prefixed('page:', findWordsInCode('src/http/page/*.ts', ['t'])),
    ...prefixed('result:', findWordsInCode('src/http/estimatePage/**/*.ts', ['t'])),
    ...findWordsInCode('{src,dialogs}/**/*.ts', ['words', 'translate']).filter(({ key }) => isNamed(key)),
  ];
  /** Keys handed on as strings: hints of a form, keys in a constant. */
  const handedOn: readonly NamedKey[] = [
    ...findStringsInCode('{src,dialogs}/**/*.ts', (text) => isNamed(text)),
    ...prefixed(
      'chat:',
      findStringsInCode('dialogs/**/*.ts', (text) =>
        groups.some((group) => new RegExp(`^${group}\\.[a-z_*.0-9]+$`).test(text)),
      ),
    ),
  ];
  const all = [...asked, ...handedOn].filter(({ key }) => !checkedElsewhere.includes(key));

  test('are found by this test at all', () => {
    expect(asked.length).toBeGreaterThan(150);
    expect(handedOn.length).toBeGreaterThan(50);
  });

  test('exist', () => {
    const missing = all.filter(({ key }) => !key.includes('*') && !known.has(key));
    expect(missing).toEqual([]);
  });

  test('exist for every value they are built from, and the values are known here', () => {
    const patterns = new Set(all.map(({ key }) => key).filter((key) => key.includes('*')));
    const unlisted = [...patterns].filter(
      (key) => built[key] === undefined && !key.startsWith('estimate:') && key !== 'chat:*',
    );
    expect(unlisted).toEqual([]);
    const missing = [...patterns].flatMap((key) =>
      (built[key] ?? []).map((value) => key.replace('*', value)).filter((full) => !known.has(full)),
    );
    expect(missing).toEqual([]);
    expect(Object.keys(built).filter((key) => !patterns.has(key))).toEqual([]);
  });

  test('get every value that their text has a place for', () => {
    const unfilled = all.flatMap(({ key, where, values }) => {
      const full = key.includes('*') ? (built[key] ?? []).map((value) => key.replace('*', value)) : [key];
      return full.flatMap((one) =>
        placeholders(known.get(one) ?? '')
          .filter((place) => values !== undefined && !values.includes(place))
          .map((place) => `${where} ${one} lacks ${place}`),
      );
    });
    expect(unfilled).toEqual([]);
  });

  test('are all the words there are: none lies unused', () => {
    const used = new Set(
      all.flatMap(({ key }) =>
        key.includes('*') ? (built[key] ?? []).map((value) => key.replace('*', value)) : [key],
      ),
    );
    const unused = [...known.keys()].filter(
      (key) => /^(?:chat|content|http|result|start):/.test(key) && !used.has(key),
    );
    expect(unused).toEqual([]);
  });

  test('of the console exist', () => {
    const console = readWords('vi', 'console.json');
    const inCode = findWordsInCode('web/console/**/*.{ts,tsx}', ['words']);
    expect(inCode.length).toBeGreaterThan(50);
    const missing = inCode.filter(({ key }) => {
      const pattern = new RegExp(`^console\\.${key.replaceAll('.', '\\.').replaceAll('*', '\\w+')}$`);
      return ![...console.keys()].some((known) => pattern.test(known));
    });
    expect(missing).toEqual([]);
  });
});

describe('the translator', () => {
  const words = createTranslator(folder);

  test('fills in values as they are and throws for a key without words', () => {
    expect(words('vi')('chat:button.hotline', { hotline: '1900 <b>&' })).toBe('Gọi 1900 <b>&');
    expect(() => words('vi')('chat:no.such.key')).toThrow('chat:no.such.key');
    expect(() => words('en')('nowhere:key')).toThrow('nowhere:key');
  });

  test.each([
    ['vi', 'vi'],
    ['vi-VN', 'vi'],
    ['EN_us', 'en'],
    ['fr-FR', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('takes the language tag %j for %j', (tag, locale) => {
    expect(toLocale(tag)).toBe(locale);
  });
});

describe('figures and days as Vietnamese writes them', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1.000'],
    [264_000, '264.000'],
    [16_210_864, '16.210.864'],
    [-1_500, '-1.500'],
    [0.31, '0,31'],
    [1234.5, '1.234,5'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
    expect(formatVnd(value)).toBe(`${text}\u00a0đ`);
  });

  test('a legal day begins at midnight in Vietnam', () => {
    expect(vietnamDate(new Date('2026-12-31T16:59:59.999Z'))).toBe('2026-12-31');
    expect(vietnamDate(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01');
    expect(formatDate('2027-01-01')).toBe('01/01/2027');
  });
});
