import { afterEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { isStoreFailure, openRecords, type Records } from '../../src/records/index.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';

describe.each(storeNames)('writes that come together on %s', (name) => {
  let store: TestStore;
  let records: Records;
  const statements: string[] = [];

  async function open(): Promise<void> {
    store = await createStore(name);
    records = await openRecords({ ...store, onQuery: (sql) => statements.push(sql) });
    statements.length = 0;
  }

  afterEach(async () => {
    await records.close();
    await store.drop();
  });

  const put = (key: string) =>
    records.write(async (transaction) => {
      await transaction.insertInto('meta').values({ name: key, value: key }).execute();
      return key;
    });
  const stored = async () => {
    const rows = await records.db.selectFrom('meta').select('name').orderBy('name').execute();
    return rows.map((row) => row.name);
  };

  test('are all done, each with its own result', async () => {
    await open();
    const keys = Array.from({ length: 100 }, (_, index) => `key ${String(index).padStart(3, '0')}`);
    expect(await Promise.all(keys.map(put))).toEqual(keys);
    expect(await stored()).toEqual(keys);
  });

  test('one that fails is undone alone, also what it wrote before it failed', async () => {
    await open();
    await put('taken');
    const failing = records.write(async (transaction) => {
      await transaction.insertInto('meta').values({ name: 'half done', value: '' }).execute();
      throw new Error('on purpose');
    });
    const results = await Promise.allSettled([put('before'), failing, put('after'), put('taken')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(await stored()).toEqual(['after', 'before', 'taken']);
  });

  test('none is reported as done before another reader can see it', async () => {
    await open();
    const reader = await openRecords({ ...store });
    const seen = await Promise.all(
      ['one', 'two', 'three'].map(async (key) => {
        await put(key);
        return reader.db.selectFrom('meta').select('name').where('name', '=', key).executeTakeFirst();
      }),
    );
    await reader.close();
    expect(seen).toEqual([{ name: 'one' }, { name: 'two' }, { name: 'three' }]);
  });

  if (name === 'sqlite') {
    test('a full disk is told as what it is, and writes go on when there is room', async () => {
      await open();
      const limit = (pages: number) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(records.db);
      const putMuch = (key: string) =>
        records.write((transaction) =>
          transaction
            .insertInto('meta')
            .values({ name: key, value: 'x'.repeat(100_000) })
            .execute(),
        );
      await limit(1);
      const results = await Promise.allSettled(['one', 'two'].map(putMuch));
      const reasons: unknown[] = results.map((result) =>
        result.status === 'rejected' ? result.reason : undefined,
      );
      expect(reasons.map(isStoreFailure)).toEqual([true, true]);
      await limit(1_000_000);
      await putMuch('after');
      expect(await stored()).toEqual(['after']);
    });

    test('fifty share a few flushes to the disk', async () => {
      await open();
      await Promise.all(Array.from({ length: 50 }, (_, index) => put(`key ${index}`)));
      const commits = statements.filter((sql) => sql === 'commit').length;
      expect(commits).toBeGreaterThan(0);
      expect(commits).toBeLessThanOrEqual(5);
    });
  }
});
