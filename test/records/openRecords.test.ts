import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createCipher } from '../../src/privacy/index.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { insertLead, readPhone } from '../../src/leads/index.js';
import { acceptMessage } from '../../src/turn/acceptMessage.js';
import { startOtherProcess } from '../support/otherProcess.js';
import { readTableNames } from '../support/openStore.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { testKey } from '../support/testKey.js';

const tableNames = [
  'accounts',
  'audit',
  'channel_credentials',
  'communes',
  'consents',
  'content_documents',
  'conversations',
  'inbox',
  'lead_events',
  'leads',
  'login_failures',
  'meta',
  'officer_messages',
  'officers_at_work',
  'outbox',
  'sessions',
  'unanswered_questions',
];

describe.each(storeNames)('records on %s', (name) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await createStore(name);
  });
  afterEach(() => store.drop());

  test('the first opening makes the tables, the second one finds them and keeps what is in them', async () => {
    const first = await openRecords(store);
    expect(await tablesOf(first)).toEqual(tableNames);
    await first.db.insertInto('meta').values({ name: 'kept', value: 'yes' }).execute();
    await first.close();
    const second = await openRecords(store);
    expect(await second.db.selectFrom('meta').select('value').where('name', '=', 'kept').execute()).toEqual([
      { value: 'yes' },
    ]);
    expect(await tablesOf(second)).toEqual(tableNames);
    await second.close();
  });

  test('no lock outlives the transaction in which it was taken: a pooler would hand the session to somebody else', async () => {
    const statements: string[] = [];
    const onQuery = (statement: string) => statements.push(statement);
    for (let opening = 0; opening < 2; opening += 1) await (await openRecords({ ...store, onQuery })).close();
    const locks = statements.filter((statement) => statement.includes('advisory'));
    expect(locks.length > 0).toBe(name === 'postgres');
    expect(locks.filter((statement) => !statement.includes('pg_advisory_xact_lock'))).toEqual([]);
  });

  test('four processes that open an empty store at the same instant all find it ready', async () => {
    const started = await Promise.allSettled(
      Array.from({ length: 4 }, () => startOtherProcess(store, 'none')),
    );
    const records = await openRecords(store);
    const tables = await tablesOf(records);
    for (const process of started) if (process.status === 'fulfilled') await process.value.stop();
    expect(started.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(tables).toEqual(tableNames);
    await records.close();
  });

  test('a row that points nowhere is refused', async () => {
    const records = await openRecords(store);
    const orphan = records.db
      .insertInto('inbox')
      .values({
        conversation_id: 'none',
        seq: 1,
        key: 'k',
        payload: '',
        received_at: 0,
        processed_at: null,
      })
      .execute();
    await expect(orphan).rejects.toThrow(/foreign key/i);
    await records.close();
  });

  test('counters and times come back as the numbers they were', async () => {
    const records = await openRecords(store);
    const at = Date.UTC(2026, 10, 21);
    await records.db
      .insertInto('conversations')
      .values({
        id: 'c',
        channel: 'webchat',
        user_id: 'u',
        state: null,
        personal_since: at,
        created_at: at,
        updated_at: at,
      })
      .execute();
    const row = await records.db.selectFrom('conversations').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ version: 0, last_seq: 0, personal_since: at, created_at: at });
    await records.close();
  });
});

test('the SQLite file holds names, numbers and messages sealed only, and they open with the key', async () => {
  const store = await createStore('sqlite');
  const records = await openRecords(store);
  const cipher = createCipher(testKey);
  await acceptMessage(
    { records, cipher },
    {
      channel: 'webchat',
      conversationId: 'conversation-in-the-open',
      userId: 'u',
      key: 'k',
      activity: { type: 'message', text: 'Khuyen 0912345678', from: { id: 'u' } },
    },
    new Date(),
  );
  await records.db.transaction().execute((transaction) =>
    insertLead(transaction, cipher, {
      draft: {
        product: 'vsi',
        name: 'Khuyen',
        phone: '0912345678',
        commune: 'Tam Hải',
        province: 'Đà Nẵng',
        callTime: 'sáng',
        estimate: undefined,
        consent: { textVersion: '1', text: 'Đồng ý?', locale: 'vi' },
      },
      reference: 'AS-234-5678',
      conversation: { id: 'conversation-in-the-open', channel: 'webchat' },
      sourceSeq: 1,
      at: Date.now(),
    }),
  );
  const [lead] = await records.db.selectFrom('leads').select('id').execute();
  expect(await readPhone(records, cipher, lead?.id ?? '')).toBe('0912345678');
  const whileOpen = bytesOf(store);
  await records.close();
  for (const bytes of [whileOpen, bytesOf(store)]) {
    expect(bytes.includes('conversation-in-the-open')).toBe(true);
    expect(bytes.includes('0912345678')).toBe(false);
    expect(bytes.includes('Khuyen')).toBe(false);
  }
  await store.drop();
});

test('who opens a SQLite file that another process is writing to waits for it', async () => {
  const store = await createStore('sqlite');
  const writer = new DatabaseSync(join(store.dataDir, 'an-sinh.sqlite'));
  writer.exec('begin exclusive');
  const opening = Promise.allSettled([startOtherProcess(store, 'none')]);
  // Longer than that process needs to come to the file; if it is slower, it finds the file free.
  await sleep(1_500);
  writer.exec('commit');
  writer.close();
  const [opened] = await opening;
  if (opened.status === 'fulfilled') await opened.value.stop();
  await store.drop();
  expect(opened).toMatchObject({ status: 'fulfilled' });
});

test('a database that does not answer is told at the start, not waited for', async () => {
  const store = await createStore('sqlite');
  await expect(
    openRecords({ dataDir: store.dataDir, databaseUrl: 'postgres://nobody@127.0.0.1:1/none' }),
  ).rejects.toThrow();
  await store.drop();
});

function bytesOf(store: TestStore): Buffer {
  const files = readdirSync(store.dataDir).filter((file) => file.startsWith('an-sinh.sqlite'));
  return Buffer.concat(files.map((file) => readFileSync(join(store.dataDir, file))));
}

async function tablesOf(records: Records): Promise<readonly string[]> {
  return (await readTableNames(records)).toSorted();
}
