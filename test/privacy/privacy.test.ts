import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCipher, guardMasterKey, loadMasterKey } from '../../src/privacy/index.js';
import { openRecords } from '../../src/records/index.js';
import { storeNames } from '../support/storeNames.js';
import { createStore } from '../support/stores.js';

const key = Buffer.alloc(32, 1);
const otherKey = Buffer.alloc(32, 2);
const context = 'leads/1/phone';

describe('a sealed value', () => {
  const cipher = createCipher(key);

  test('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, where) => {
        expect(cipher.open(cipher.seal(text, where), where)).toBe(text.toWellFormed());
      }),
    );
  });

  test('shows nothing of the text, and the same text is never sealed the same way twice', () => {
    const one = cipher.seal('0912345678', context);
    expect(one).toMatch(/^a1\.[\w-]+$/);
    expect(Buffer.from(one.slice(3), 'base64url').includes('0912345678')).toBe(false);
    expect(cipher.seal('0912345678', context)).not.toBe(one);
    // Randomness is fetched for many at once: a nonce used twice under a key would give the key's stream away.
    const nonces = Array.from({ length: 2_000 }, () => cipher.seal('', context).slice(3, 3 + 16));
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  test.each(['leads/2/phone', 'leads/1/name', 'inbox/1/phone', ''])(
    'does not open when moved to %j',
    (to) => {
      const sealed = cipher.seal('0912345678', context);
      expect(() => cipher.open(sealed, to)).toThrow();
    },
  );

  test('does not open when any of its bytes is changed', () => {
    const body = Buffer.from(cipher.seal('Hương', context).slice(3), 'base64url');
    for (let index = 0; index < body.length; index += 1) {
      const changed = Buffer.from(body);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => cipher.open(`a1.${changed.toString('base64url')}`, context)).toThrow();
    }
  });

  test('does not open when its end is cut off', () => {
    const sealed = cipher.seal('Hương', context);
    for (let length = 0; length < sealed.length - 2; length += 1) {
      expect(() => cipher.open(sealed.slice(0, length), context)).toThrow();
    }
  });

  test('does not open under another key, and a value that was never sealed is refused', () => {
    const sealed = cipher.seal('Hương', context);
    expect(() => createCipher(otherKey).open(sealed, context)).toThrow();
    expect(() => cipher.open('Hương', context)).toThrow(/unknown format/);
  });
});

describe('keys for other uses', () => {
  const cipher = createCipher(key);
  const other = createCipher(otherKey);

  test('the blind index is equal for equal numbers, differs for others and under another key', () => {
    const index = cipher.blindIndex('0912345678');
    expect(createCipher(Buffer.alloc(32, 1)).blindIndex('0912345678')).toBe(index);
    expect(cipher.blindIndex('0912345679')).not.toBe(index);
    expect(other.blindIndex('0912345678')).not.toBe(index);
    expect(index).not.toContain('912345678');
  });

  test('every purpose has a key of its own, and none of them is the master key', () => {
    const purposes = ['direct-line', 'estimate-reference', 'field', 'blind-index'];
    const keys = [...purposes.map((purpose) => cipher.deriveKey(purpose)), key].map((bytes) =>
      Buffer.from(bytes).toString('hex'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((hex) => hex.length === 64)).toBe(true);
  });

  test('the fingerprint tells keys apart', () => {
    expect(cipher.fingerprint).toBe(createCipher(key).fingerprint);
    expect(cipher.fingerprint).not.toBe(other.fingerprint);
  });
});

describe('the master key', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'an-sinh-key-'));
    file = join(folder, 'data', 'master.key');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const load = (configured?: string): Buffer => loadMasterKey(join(folder, 'data'), configured);

  test('is made once, is readable by its owner only, and stays the same', () => {
    const made = load();
    expect(made).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const written = readFileSync(file, 'utf8');
    expect(load()).toEqual(made);
    expect(readFileSync(file, 'utf8')).toBe(written);
    const elsewhere = mkdtempSync(join(folder, 'other-'));
    expect(loadMasterKey(elsewhere, undefined)).not.toEqual(made);
  });

  test('comes from DATA_KEY where that is set, and then no file is made', () => {
    const configured = randomBytes(32);
    expect(load(configured.toString('base64'))).toEqual(configured);
    expect(() => statSync(file)).toThrow(/ENOENT/);
  });

  test.each([
    ['empty', ''],
    ['cut off', Buffer.alloc(31).toString('base64')],
    ['too long', Buffer.alloc(33).toString('base64')],
    ['something else', 'not a key at all'],
  ])('in a file that is %s stops the start by name, and the file stays as it is', (_what, content) => {
    load();
    writeFileSync(file, content);
    expect(() => load()).toThrow(file);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });
});

describe.each(storeNames)('a store on %s', (name) => {
  test('refuses to be opened with another key than the one it was written under', async () => {
    const store = await createStore(name);
    const records = await openRecords(store);
    await guardMasterKey(records, createCipher(key));
    await guardMasterKey(records, createCipher(key));
    await expect(guardMasterKey(records, createCipher(otherKey))).rejects.toThrow(/DATA_KEY/);
    await guardMasterKey(records, createCipher(key));
    await records.close();
    await store.drop();
  });
});
