import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { restoreBackup, StoreNotEmpty, UnusableBackup, writeBackup } from '../../src/backup/index.js';
import { exportLeads } from '../../src/leads/index.js';
import { createCipher, guardMasterKey, loadMasterKey } from '../../src/privacy/index.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { Citizen } from '../support/Citizen.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { exampleDay, startTestService } from '../support/testService.js';

const folder = mkdtempSync(join(tmpdir(), 'an-sinh-backup-'));
const dataKey = Buffer.alloc(32, 7).toString('base64');
const toTheLead = [
  'Nhờ cán bộ gọi',
  'BHXH tự nguyện',
  'xã Tam Hải, Đà Nẵng',
  'Hoàng Thị Khuyên, 0912 345 678',
  'Buổi sáng',
  'Đồng ý',
];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(storeNames)('a backup of %s', (engine) => {
  const file = join(folder, `${engine}.backup.gz`);
  let office: TestStore;
  let leads: readonly unknown[];

  beforeAll(async () => {
    office = await createStore(engine);
    const service = await startTestService(office, { now: exampleDay, env: { DATA_KEY: dataKey } });
    const citizen = await Citizen.arrive(service.address);
    for (const said of toTheLead) await citizen.say(said);
    await service.stop();
    await withRecords(office, async (records) => {
      leads = await leadsOf(records, office);
      await writeBackup({ records, dataDir: office.dataDir }, { file, madeAt: exampleDay() });
    });
  }, 120_000);
  afterAll(() => office.drop());

  test('holds the lead, and no name and no phone in the clear', () => {
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    expect(leads).toMatchObject([{ name: 'Hoàng Thị Khuyên', phone: '0912345678' }]);
    expect(text).toContain('"table":"leads"');
    expect(text).not.toMatch(/Khuyên|Khuyen|912345678|912 345 678/u);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  test.each(storeNames)(
    'is put back into %s: the same leads, the same answers, a service that starts',
    async (target) => {
      const place = await createStore(target);
      try {
        const sums = await restoreBackup(file, place);
        expect(sums).toMatchObject({ leads: { rows: 1 }, conversations: { rows: 1 }, content_documents: {} });
        await withRecords(place, async (records) => expect(await leadsOf(records, place)).toEqual(leads));
        const service = await startTestService(place, { now: exampleDay, env: { DATA_KEY: dataKey } });
        const citizen = await Citizen.arrive(service.address);
        const heard = await citizen.say('đóng bảo hiểm xã hội tự nguyện bao nhiêu tiền');
        expect(heard.length).toBeGreaterThan(0);
        expect(service.firstAdministrator).toBeUndefined();
        await service.stop();
      } finally {
        await place.drop();
      }
    },
  );

  test('goes into no store that has records, and leaves it as it is', async () => {
    await expect(restoreBackup(file, office)).rejects.toThrow(StoreNotEmpty);
    await withRecords(office, async (records) => expect(await leadsOf(records, office)).toEqual(leads));
  });

  test('never overwrites another one', async () => {
    await withRecords(office, async (records) => {
      const taken = join(folder, `${engine}-taken.gz`);
      writeFileSync(`${taken}.part`, 'another process writes here');
      await expect(
        writeBackup({ records, dataDir: office.dataDir }, { file: taken, madeAt: exampleDay() }),
      ).rejects.toThrow(/EEXIST/u);
      expect(existsSync(taken)).toBe(false);
    });
  });
});

describe('a damaged backup', () => {
  const whole = join(folder, 'whole.backup.gz');
  const damaged = join(folder, 'damaged.backup.gz');
  let place: TestStore;
  let lines: readonly string[];

  beforeAll(async () => {
    const office = await createStore('sqlite');
    place = await createStore('sqlite');
    await withRecords(office, async (records) => {
      await guardMasterKey(records, createCipher(Buffer.alloc(32, 7)));
      const account = { role: 'officer', password_hash: '-', must_change_password: 0, disabled: 0 } as const;
      for (const id of ['a', 'b', 'c'])
        await records.db
          .insertInto('accounts')
          .values({ id, username: id, name: 'Lan', created_at: 1, last_login_at: null, ...account })
          .execute();
      await writeBackup({ records, dataDir: office.dataDir }, { file: whole, madeAt: exampleDay() });
    });
    lines = gunzipSync(readFileSync(whole)).toString('utf8').trimEnd().split('\n');
    await office.drop();
  });
  afterAll(() => place.drop());

  const refused = async (bytes: Uint8Array, reason: RegExp): Promise<void> => {
    writeFileSync(damaged, bytes);
    await expect(restoreBackup(damaged, place)).rejects.toThrow(UnusableBackup);
    await expect(restoreBackup(damaged, place)).rejects.toThrow(reason);
  };
  const zipped = (changed: readonly string[]): Uint8Array => gzipSync(`${changed.join('\n')}\n`);
  const isAccount = (line: string): boolean => line.includes('"table":"accounts"');

  test.each([
    ['the end is missing', (all: readonly string[]) => all.slice(0, -1), /incomplete/u],
    [
      'a row is missing',
      (all: readonly string[]) => all.filter((line) => !line.includes('"id":"b"')),
      /accounts has 2 rows/u,
    ],
    [
      'a row was changed',
      (all: readonly string[]) => all.map((line) => line.replace('"name":"Lan"', '"name":"Lam"')),
      /add up/u,
    ],
    [
      'a row stands twice',
      (all: readonly string[]) => all.flatMap((line) => (isAccount(line) ? [line, line] : [line])),
      /accounts has 6 rows/u,
    ],
    [
      'a table is unknown',
      (all: readonly string[]) => all.map((line) => line.replace('accounts', 'acounts')),
      /line \d+: .*no table of this version/su,
    ],
    [
      'a line is cut',
      (all: readonly string[]) => all.map((line, at) => (at === 2 ? line.slice(0, 9) : line)),
      /line 3/u,
    ],
    ['something follows the end', (all: readonly string[]) => [...all, all[1] ?? ''], /after its end/u],
    [
      'it is of another form',
      (all: readonly string[]) => all.map((line) => line.replace('"anSinhBackup":1', '"anSinhBackup":2')),
      /another version/u,
    ],
  ])('is refused when %s', async (_, change, reason) => {
    await refused(zipped(change(lines)), reason);
  });

  test('is refused when it was cut off anywhere or is no backup at all', async () => {
    const bytes = readFileSync(whole);
    for (let at = 0; at < bytes.length - 1; at += Math.ceil(bytes.length / 25))
      await refused(bytes.subarray(0, at), /./u);
    await refused(Buffer.from('not a backup'), /can't be read/u);
    await refused(zipped(['{}']), /line 1/u);
    await refused(zipped([]), /line 1|no backup/u);
  });

  test('leaves the store empty, so that a good one goes in afterwards', async () => {
    await expect(restoreBackup(whole, place)).resolves.toMatchObject({ accounts: { rows: 3 } });
  });

  test('of a later version is refused by name', async () => {
    const other = await createStore('sqlite');
    const later = lines.map((line) => line.replace(/"migration":"[^"]+"/u, '"migration":"9999-later"'));
    writeFileSync(damaged, zipped(later));
    await expect(restoreBackup(damaged, other)).rejects.toThrow(/newer version \(9999-later\)/u);
    await other.drop();
  });
});

async function withRecords(store: TestStore, use: (records: Records) => Promise<unknown>): Promise<void> {
  const records = await openRecords(store);
  try {
    await use(records);
  } finally {
    await records.close();
  }
}

function leadsOf(records: Records, store: TestStore): Promise<readonly unknown[]> {
  return exportLeads(records, createCipher(loadMasterKey(store.dataDir, dataKey)));
}
