import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openRecords, type Records } from '../../src/records/index.js';
import { FaultProxy } from '../faults/harness/FaultProxy.js';
import { createStore, type TestStore } from '../support/stores.js';

const lines = 10;
/** Longer than a line may be silent. */
const silentMs = 6_000;

// SQLite has no lines.
describe('lines to PostgreSQL that die without a word', () => {
  let store: TestStore;
  let proxy: FaultProxy;
  let records: Records;

  beforeEach(async () => {
    store = await createStore('postgres');
    const url = new URL(store.databaseUrl ?? '');
    proxy = await FaultProxy.open(Number(url.port || 5432));
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    const databaseUrl = url.toString();
    records = await openRecords({ ...store, databaseUrl, databaseListenUrl: databaseUrl });
  });
  afterEach(async () => {
    await records.close();
    await proxy.close();
    await store.drop();
  });

  test('after one failure all of them are replaced, whoever asks next', async () => {
    await openEveryLine();
    proxy.hang(0);
    const first = await ask().then(
      () => 'answered',
      () => 'failed',
    );
    expect(first).toBe('failed');
    for (let asked = 0; asked < lines; asked += 1) expect(await ask()).toBe(1);
  });

  test('those who wait on them at the same moment fail together, and the next ones are answered', async () => {
    await openEveryLine();
    proxy.hang(0);
    const waited = await Promise.allSettled(Array.from({ length: lines }, ask));
    expect(waited.filter(({ status }) => status === 'rejected')).toHaveLength(lines);
    expect(await Promise.all(Array.from({ length: lines }, ask))).toEqual(
      Array.from({ length: lines }, () => 1),
    );
  });

  test('what a dead process holds locked is free before those who wait for it give up', async () => {
    await records.db.insertInto('meta').values({ name: 'held', value: 'before' }).execute();
    const held = records.db.transaction().execute(async (transaction) => {
      await transaction.updateTable('meta').set({ value: 'late' }).where('name', '=', 'held').execute();
      proxy.hang(0);
      await transaction.updateTable('meta').set({ value: 'later' }).where('name', '=', 'held').execute();
    });
    const outcome = held.then(
      () => 'committed',
      () => 'refused',
    );
    const other = await openRecords(store);
    try {
      await other.db.updateTable('meta').set({ value: 'after' }).where('name', '=', 'held').execute();
      expect(await outcome).toBe('refused');
      const rows = await other.db.selectFrom('meta').select('value').where('name', '=', 'held').execute();
      expect(rows).toEqual([{ value: 'after' }]);
    } finally {
      await other.close();
    }
  });

  test('a process that was busy or stopped for long loses no line by that', async () => {
    await openEveryLine();
    standStill();
    // Asked in the moment in which the silence ends, and answered a little later.
    await openEveryLine();
  });

  /** Nothing else happens in this process meanwhile. */
  function standStill(): void {
    const until = performance.now() + silentMs;
    while (performance.now() < until);
  }

  async function ask(): Promise<number | undefined> {
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(records.db);
    return rows[0]?.one;
  }

  async function openEveryLine(): Promise<void> {
    await Promise.all(Array.from({ length: lines }, () => sql`select pg_sleep(0.2)`.execute(records.db)));
  }
});
