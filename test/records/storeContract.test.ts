import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Records } from '../../src/records/index.js';
import { growingTables } from '../../src/records/partitions/growingTables.js';
import { monthOf } from '../../src/records/partitions/months.js';
import { isCovered, readPartitions } from '../../src/records/partitions/readPartitions.js';
import { readTableNames } from '../support/openStore.js';
import { ownRecords } from '../support/ownRecords.js';
import { storeNames } from '../support/storeNames.js';

/**
 * Tables of citizens' records and the column by which a distributed PostgreSQL spreads their rows. A new table comes here, or among those
 * below that have no such column, with the reason.
 */
const spreadBy: Readonly<Record<string, string>> = {
  conversations: 'id',
  inbox: 'conversation_id',
  outbox: 'conversation_id',
  leads: 'conversation_id',
  consents: 'conversation_id',
  lead_events: 'conversation_id',
  officer_messages: 'conversation_id',
};

const notSpread: Readonly<Record<string, string>> = {
  meta: 'a few values of the whole store',
  accounts: 'officers: small, a copy on each node',
  sessions: 'officers',
  login_failures: 'officers',
  officers_at_work: 'officers',
  audit: 'what officers did',
  content_documents: 'content: small, a copy on each node',
  communes: 'content',
  channel_credentials: 'one row a channel',
  unanswered_questions: 'nothing leads from a question to a conversation or a person, on purpose',
};

/** What is unique without the column by which the table is spread, and why that is so. */
const uniqueAcross: Readonly<Record<string, string>> = {
  'conversations (console_id)': 'made by us at random; when spread, an index that is not unique does',
  'inbox (key)':
    'belongs to one conversation, so that it is as unique together with it; on one server the stronger rule holds, in each month',
  'leads (id)': 'made by us at random; when spread, unique together with the conversation',
  'leads (reference)': 'has to be unique for whoever reads it out: a table of its own when spread',
  'leads (open_key)': 'a number has one open lead, in whichever conversation: a table of its own when spread',
  'consents (id)': 'as with leads',
  'lead_events (id)': 'as with leads',
  'officer_messages (key)': 'made by the console at random, with the console’s id of the conversation in it',
};

/** Columns to spread by that may be null. */
const mayBeNull: Readonly<Record<string, string>> = {
  'sqlite conversations.id':
    'the primary key; SQLite itself lets a text one be null, the code never writes it so',
  'sqlite lead_events.conversation_id':
    'SQLite can not add a column that must not be null to rows that are there; a trigger sees to it',
};

type Unique = Readonly<{ table: string; columns: readonly string[] }>;

describe.each(storeNames)('what every table of %s keeps to', (name) => {
  const records = ownRecords(name);

  test('it is known whether it holds records of citizens, and by what they are spread', async () => {
    expect([...(await readTableNames(records()))].toSorted()).toEqual(
      [...Object.keys(spreadBy), ...Object.keys(notSpread)].toSorted(),
    );
  });

  test('each record of a citizen has what it is spread by', async () => {
    const tables = await records().db.introspection.getTables();
    const nullable = Object.entries(spreadBy).flatMap(([table, column]) => {
      const found = tables.find((one) => one.name === table)?.columns.find((one) => one.name === column);
      if (found === undefined) return [`${table} has no ${column}`];
      const place = `${name} ${table}.${column}`;
      return found.isNullable && mayBeNull[place] === undefined ? [`${place} may be null`] : [];
    });
    expect(nullable).toEqual([]);
  });

  test('what is unique contains what the table is spread by, or is named with the reason', async () => {
    const across = (await uniquesOf(records())).flatMap(({ table, columns }) => {
      const key = spreadBy[table];
      return key === undefined || columns.includes(key) ? [] : [`${table} (${columns.join(', ')})`];
    });
    expect([...new Set(across)].toSorted()).toEqual(Object.keys(uniqueAcross).toSorted());
  });

  if (name === 'postgres') {
    test('what grows with every message is kept in months, with the next one ready and every other time taken in', async () => {
      for (const table of growingTables) {
        const partitions = await readPartitions(records().db, table);
        for (const months of [0, 1, 2]) {
          const { from, to } = monthOf(Date.now(), months);
          expect(isCovered(partitions, from, to)).toBe(true);
        }
        expect(isCovered(partitions, Number.NEGATIVE_INFINITY, 0)).toBe(true);
        expect(partitions.filter((one) => one.isDefault)).toHaveLength(1);
      }
    });

    test('every partition has the keys and the indexes of the others', async () => {
      for (const table of growingTables) {
        const shapes = new Set<string>();
        for (const { name: partition } of await readPartitions(records().db, table)) {
          const { rows } = await sql<{ definition: string }>`select pg_get_indexdef(indexrelid) as definition
            from pg_index where indrelid = ${partition}::regclass`.execute(records().db);
          const indexes = rows.map(({ definition }) => definition.replace(/INDEX \S+ ON \S+ /u, ''));
          expect(indexes).toContain('CREATE UNIQUE USING btree (conversation_id, seq)');
          shapes.add(JSON.stringify(indexes.toSorted()));
        }
        expect(shapes.size).toBe(1);
      }
    });

    test('every partition refuses rows of conversations that are not there', async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from pg_inherits join pg_constraint on conrelid = inhrelid
        where inhparent in ('inbox'::regclass, 'outbox'::regclass) and contype = 'f'`.execute(records().db);
      const partitions = await Promise.all(growingTables.map((table) => readPartitions(records().db, table)));
      expect(Number(rows[0]?.count)).toBe(partitions.flat().length);
    });
  }
});

/** Primary keys and unique indexes; those of a partition stand for its table. */
async function uniquesOf({ db, engine }: Records): Promise<readonly Unique[]> {
  const { rows } = await (
    engine === 'sqlite'
      ? sql<{ tab: string; ind: string; col: string }>`
        select t.name as tab, i.name as ind, c.name as col from sqlite_master t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
        where t.type = 'table' and i."unique" = 1 order by t.name, i.name, c.seqno`
      : sql<{ tab: string; ind: string; col: string }>`
        select coalesce(inhparent, indrelid)::regclass::text as tab, indexrelid::regclass::text as ind, attname as col
        from pg_index left join pg_inherits on inhrelid = indrelid
          join pg_attribute on attrelid = indexrelid join pg_class on pg_class.oid = indrelid
        where indisunique and relnamespace = current_schema()::regnamespace order by 1, 2, attnum`
  ).execute(db);
  return [...Map.groupBy(rows, ({ tab, ind }) => `${tab} ${ind}`).values()].map((columns) => ({
    table: columns[0]?.tab ?? '',
    columns: columns.map(({ col }) => col),
  }));
}
