import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openRecords, type Records } from '../../src/records/index.js';
import { createStore, type TestStore } from '../support/stores.js';

// SQLite keeps every statement ready by itself.
describe('statements that come often', () => {
  let store: TestStore;
  let records: Records;
  const open = async (databaseListenUrl: string | undefined): Promise<void> => {
    records = await openRecords({ ...store, databaseListenUrl });
  };

  beforeEach(async () => {
    store = await createStore('postgres');
  });
  afterEach(async () => {
    await records.close();
    await store.drop();
  });

  const often = async (times: number, run: () => Promise<unknown>): Promise<void> => {
    // One after the other they all take the same connection.
    for (let time = 0; time < times; time += 1) await run();
  };
  const look = () =>
    records.db.selectFrom('meta').select('value').where('name', '=', 'one').executeTakeFirst();
  const keptReady = async (): Promise<readonly string[]> => {
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      records.db,
    );
    return rows.map(({ statement }) => statement);
  };

  test('are kept ready by the server, and answer the same', async () => {
    await open(store.databaseListenUrl);
    await records.db.insertInto('meta').values({ name: 'one', value: '1' }).execute();
    const values: unknown[] = [];
    await often(20, async () => values.push((await look())?.value));
    expect(new Set(values)).toEqual(new Set(['1']));
    expect(await keptReady()).toEqual(['select "value" from "meta" where "name" = $1']);
  });

  test('have no names behind a pooler, where the next one may reach another server', async () => {
    await open('postgres://direct.example/an_sinh');
    await often(20, look);
    expect(await keptReady()).toEqual([]);
  });

  test('go on when a newer version adds a column to their table, also those that want every column', async () => {
    await open(store.databaseListenUrl);
    const all = () => records.db.selectFrom('meta').selectAll().where('name', '=', 'one').execute();
    await records.db.insertInto('meta').values({ name: 'one', value: '1' }).execute();
    await often(20, look);
    await often(20, all);
    await sql`alter table meta add column later text`.execute(records.db);
    expect((await look())?.value).toBe('1');
    expect(await all()).toEqual([{ name: 'one', value: '1', later: null }]);
  });

  test('lose their names where a server does not know them, and are answered all the same', async () => {
    await open(store.databaseListenUrl);
    await records.db.insertInto('meta').values({ name: 'one', value: '1' }).execute();
    await often(20, look);
    // As a pooler does between two transactions, or hands the connection of somebody else.
    await sql`deallocate all`.execute(records.db);
    expect((await look())?.value).toBe('1');
    await often(20, look);
    expect(await keptReady()).toEqual([]);
  });

  test('are few: what is made up of many different texts crowds nobody out', async () => {
    await open(store.databaseListenUrl);
    for (let column = 0; column < 100; column += 1)
      await often(9, () => sql`select ${sql.raw(String(column))}::int as "number"`.execute(records.db));
    expect((await keptReady()).length).toBe(64);
  });
});
