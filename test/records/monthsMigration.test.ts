import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { sql } from 'kysely';
import { restoreBackup, writeBackup } from '../../src/backup/index.js';
import { sumTables } from '../../src/backup/writeBackup.js';
import { createCipher } from '../../src/privacy/index.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { growingTables } from '../../src/records/partitions/growingTables.js';
import { monthOf } from '../../src/records/partitions/months.js';
import { readPartitions } from '../../src/records/partitions/readPartitions.js';
import { acceptMessage } from '../../src/turn/acceptMessage.js';
import { readConversation } from '../../src/turn/conversationLog.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { testKey } from '../support/testKey.js';
import {
  acceptAsBefore,
  answerAsBefore,
  lastBefore,
  openLeadAsBefore,
  recordEventAsBefore,
} from './previousVersion.js';

type Row = Readonly<Record<string, unknown>>;
const dayMs = 24 * 60 * 60 * 1000;
const cipher = createCipher(testKey);

describe.each(storeNames)('a store of the version before on %s', (name) => {
  let store: TestStore;
  let before: Records;

  beforeEach(async () => {
    store = await createStore(name);
    before = await openRecords({ ...store, upTo: lastBefore });
    for (let index = 0; index < 12; index += 1) {
      const [conversationId, at] = [`c${index % 4}`, Date.now() - (11 - index) * 20 * dayMs];
      const { seq } = await acceptAsBefore(before, { conversationId, key: `k${index}`, at });
      if (index % 3 > 0) await answerAsBefore(before, { conversationId, seq, at });
    }
    for (const id of ['c0', 'c1', 'c2'])
      await openLeadAsBefore(before, { conversationId: id, id: `lead-${id}`, at: 1 });
  });
  afterEach(async () => {
    await before.close();
    await store.drop();
  });

  const rowsOf = async (records: Records, table: string): Promise<readonly Row[]> => {
    const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(records.db);
    return rows.map((row) => ({ ...row })).toSorted((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
  };

  test('keeps every row as it was, and events of leads get the conversation of their lead', async () => {
    const tables = ['conversations', 'inbox', 'outbox', 'leads', 'lead_events'];
    const read = (records: Records) => Promise.all(tables.map((table) => rowsOf(records, table)));
    const expected = await read(before);
    const records = await openRecords(store);
    const found = await read(records);
    expect(found.slice(0, 4)).toEqual(expected.slice(0, 4));
    expect(found[4]).toEqual(
      expected[4]?.map((row) => ({ ...row, conversation_id: String(row['lead_id']).replace('lead-', '') })),
    );
    await records.close();
  });

  test('goes on serving that version: what it stores is found, and is complete', async () => {
    const records = await openRecords(store);
    expect(await acceptAsBefore(before, { conversationId: 'c0', key: 'k0', at: Date.now() })).toMatchObject({
      duplicate: true,
    });
    const { seq } = await acceptAsBefore(before, { conversationId: 'new', key: 'new', at: Date.now() });
    await answerAsBefore(before, { conversationId: 'new', seq, at: Date.now() });
    await openLeadAsBefore(before, { conversationId: 'new', id: 'lead-new', at: 2 });
    await recordEventAsBefore(before, { id: 'later', leadId: 'lead-c1', at: 3 });
    const events = await records.db.selectFrom('lead_events').select(['id', 'conversation_id']).execute();
    expect(events).toContainEqual({ id: 'lead-new-created', conversation_id: 'new' });
    expect(events).toContainEqual({ id: 'later', conversation_id: 'c1' });
    expect(
      await records.db.selectFrom('inbox').select('key').where('key', '=', 'new').execute(),
    ).toHaveLength(1);
    await records.close();
  });

  test.each(storeNames)('leaves a backup that is put back into %s, every row of it', async (target) => {
    const [file, place] = [join(store.dataDir, `${target}.backup.gz`), await createStore(target)];
    const sums = await writeBackup({ records: before, dataDir: store.dataDir }, { file, madeAt: new Date() });
    expect(sums).toMatchObject({ inbox: { rows: 12 }, outbox: { rows: 8 }, lead_events: { rows: 3 } });
    expect(await restoreBackup(file, place)).toEqual(sums);
    const records = await openRecords(place);
    const now = await sumTables({ records, dataDir: place.dataDir });
    expect(now).toMatchObject({ inbox: sums.inbox, outbox: sums.outbox, lead_events: { rows: 3 } });
    // And back again from this version.
    const [later, third] = [`${file}.later`, await createStore(name)];
    await writeBackup({ records, dataDir: place.dataDir }, { file: later, madeAt: new Date() });
    expect(await restoreBackup(later, third)).toEqual(now);
    await records.close();
    await place.drop();
    await third.drop();
  });

  test('finds a delivery that was stored before and comes again', async () => {
    const records = await openRecords(store);
    const stored = await records.db
      .selectFrom('inbox')
      .select('seq')
      .where('key', '=', 'k3')
      .executeTakeFirstOrThrow();
    const again = await acceptMessage(
      { records, cipher },
      {
        channel: 'webchat',
        conversationId: 'c3',
        userId: 'u',
        key: 'k3',
        activity: { type: 'message', text: 'lại', from: { id: 'u' } },
      },
      new Date(),
    );
    expect(again).toEqual({ seq: stored.seq, duplicate: true });
    await records.close();
  });

  if (name === 'postgres') {
    test('four instances that start at once bring it up to date together', async () => {
      const opened = await Promise.all([1, 2, 3, 4].map(() => openRecords(store)));
      for (const records of opened) {
        expect(await rowsOf(records, 'inbox')).toHaveLength(12);
        await records.close();
      }
    });

    test('becomes partitions: the old table lies as it was, months follow it', async () => {
      const files = await filesOf(before, ['inbox', 'outbox']);
      const records = await openRecords(store);
      expect(await filesOf(records, ['inbox_before', 'outbox_before'])).toEqual(files);
      for (const table of growingTables) {
        const partitions = await readPartitions(records.db, table);
        const [old, rest] = [`${table.name}_before`, `${table.name}_default`];
        expect(partitions.map((one) => one.name)).toEqual(expect.arrayContaining([old, rest]));
        const first = partitions.find((one) => one.name === old);
        expect(first).toMatchObject({ from: Number.NEGATIVE_INFINITY });
        // No check is left that would refuse a time.
        const { rows } =
          await sql`select 1 from pg_constraint where conrelid = ${old}::regclass and contype = 'c'`.execute(
            records.db,
          );
        expect(rows).toEqual([]);
      }
      await records.close();
    });

    test('the attached table was not read again under the lock', async () => {
      const seen: string[] = [];
      const records = await openRecords({ ...store, onQuery: (statement) => seen.push(statement) });
      const attached = seen.findIndex((statement) => statement.includes('attach partition "inbox_before"'));
      const validated = seen.findIndex((statement) =>
        statement.includes('validate constraint "inbox_border"'),
      );
      expect(validated).toBeGreaterThan(-1);
      expect(attached).toBeGreaterThan(validated);
      const locked = seen.findLastIndex(
        (statement) => statement === 'lock table inbox in access exclusive mode',
      );
      expect(
        seen.slice(locked).filter((statement) => /(update|select .* from) "(inbox|outbox)"/u.test(statement)),
      ).toEqual([]);
      await records.close();
    });

    test('citizens of that version notice nothing while it is brought up to date', async () => {
      let over = false;
      const keys: string[] = [];
      const talk = async (who: number): Promise<void> => {
        for (let index = 0; !over || index < 5; index += 1) {
          const [conversationId, key] = [`talker-${who}`, `talk-${who}-${index}`];
          const { seq } = await acceptAsBefore(before, { conversationId, key, at: Date.now() });
          await answerAsBefore(before, { conversationId, seq, at: Date.now() });
          keys.push(key);
        }
      };
      const talks = Promise.all([1, 2, 3, 4].map(talk));
      const records = await openRecords(store);
      over = true;
      await talks;
      const stored = await records.db
        .selectFrom('inbox')
        .select(['key', 'processed_at'])
        .where('key', 'like', 'talk-%')
        .execute();
      expect(stored.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
      expect(stored.filter((row) => row.processed_at === null)).toEqual([]);
      await records.close();
    });

    test('times that never were, of a clock gone wrong, become the time of the migration', async () => {
      const far = Date.UTC(2099, 1, 1);
      await acceptAsBefore(before, { conversationId: 'c0', key: 'far', at: far });
      const records = await openRecords(store);
      const { received_at: at } = await records.db
        .selectFrom('inbox')
        .select('received_at')
        .where('key', '=', 'far')
        .executeTakeFirstOrThrow();
      expect(at).toBeLessThan(monthOf(Date.now(), 1).from);
      const again = await acceptAsBefore(before, { conversationId: 'c0', key: 'far', at: Date.now() });
      expect(again.duplicate).toBe(true);
      expect(await readConversation({ records, cipher }, 'none', 0)).toEqual([]);
      await records.close();
    });
  }
});

/** Where the rows of tables lie: a table that was copied lies elsewhere. */
async function filesOf(records: Records, tables: readonly string[]): Promise<readonly unknown[]> {
  const files = tables.map(async (table) => {
    const { rows } = await sql<{
      file: number;
    }>`select pg_relation_filenode(${table}::regclass) as file`.execute(records.db);
    return rows[0]?.file;
  });
  return Promise.all(files);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
