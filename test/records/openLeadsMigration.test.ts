import { describe, expect, test } from '@jest/globals';
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../../src/records/migrations/index.js';
import { NodeSqliteDialect } from '../../src/records/sqliteDialect.js';
import { storeNames } from '../support/storeNames.js';
import { createStore } from '../support/stores.js';

type LeadBefore = Readonly<Record<string, string | number>>;
type Before = Readonly<{ leads: LeadBefore; conversations: LeadBefore }>;

describe.each(storeNames)('leads of a store from before on %s', (name) => {
  test('of those open for one number and product the newest holds the place; closed ones none', async () => {
    const store = await createStore(name);
    const dialect =
      store.databaseUrl === undefined
        ? new NodeSqliteDialect(join(store.dataDir, 'before.sqlite'))
        : new PostgresDialect({ pool: new pg.Pool({ connectionString: store.databaseUrl }) });
    const db = new Kysely<Before>({ dialect });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    try {
      const before = Object.keys(migrations)
        .filter((key) => key < '0003')
        .sort();
      expect((await migrator.migrateTo(before.at(-1) ?? '')).error).toBeUndefined();
      await db
        .insertInto('conversations')
        .values({ id: 'c', channel: 'webchat', user_id: 'u', created_at: 0, updated_at: 0 })
        .execute();
      const lead = (id: string, status: string, product = 'vsi', index = 'x'): LeadBefore => ({
        id,
        reference: id,
        conversation_id: 'c',
        source_seq: Number(id),
        channel: 'webchat',
        product,
        status,
        name: '',
        phone: '',
        phone_index: index,
        commune: '',
        province: '',
        locality_folded: '',
        call_time: '',
        suspicious: 0,
        created_at: 0,
        updated_at: 0,
      });
      await db
        .insertInto('leads')
        .values([
          lead('1', 'new'),
          lead('2', 'appointment'),
          lead('3', 'enrolled'),
          lead('4', 'new', 'hhi'),
          lead('5', 'new', 'vsi', 'y'),
          lead('6', 'withdrawn', 'vsi', ''),
        ])
        .execute();
      expect((await migrator.migrateToLatest()).error).toBeUndefined();
      const rows = await db.selectFrom('leads').selectAll().orderBy('id').execute();
      expect(rows.map((row) => row.open_key)).toEqual([null, 'x/vsi', null, 'x/hhi', 'y/vsi', null]);
    } finally {
      await db.destroy();
      await store.drop();
    }
  });
});
