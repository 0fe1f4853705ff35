import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createCipher } from '../../src/privacy/index.js';
import { makePartitions, openRecords, type Records } from '../../src/records/index.js';
import { growingTables } from '../../src/records/partitions/growingTables.js';
import { monthOf } from '../../src/records/partitions/months.js';
import { isCovered, readPartitions } from '../../src/records/partitions/readPartitions.js';
import { acceptMessage } from '../../src/turn/acceptMessage.js';
import { readConversation } from '../../src/turn/conversationLog.js';
import { createStore, type TestStore } from '../support/stores.js';
import { testKey } from '../support/testKey.js';
import { acceptAsBefore } from './previousVersion.js';

const cipher = createCipher(testKey);
const yearMs = 366 * 24 * 60 * 60 * 1000;
/** The last moment of this month and the first one of the next. */
const border = monthOf(Date.now(), 1).from;

// SQLite keeps its plain tables.
describe('tables kept in months', () => {
  let store: TestStore;
  let here: Records;
  let there: Records;

  beforeEach(async () => {
    store = await createStore('postgres');
    here = await openRecords(store);
    there = await openRecords(store);
  });
  afterEach(async () => {
    await here.close();
    await there.close();
    await store.drop();
  });

  const accept = (records: Records, conversationId: string, key: string, at: number) =>
    acceptMessage(
      { records, cipher },
      {
        channel: 'webchat',
        conversationId,
        userId: 'u',
        key,
        activity: { type: 'message', text: key, from: { id: 'u' } },
      },
      new Date(at),
    );
  const placesOf = async (key: string): Promise<readonly string[]> => {
    const { rows } = await sql<{
      place: string;
    }>`select tableoid::regclass::text as place from inbox where key = ${key}`.execute(here.db);
    return rows.map(({ place }) => place);
  };
  const nameOf = (at: number): string => `inbox_${monthOf(at).name}`;

  test.each([
    ['of this version', accept],
    [
      'of the version before',
      (records: Records, conversationId: string, key: string, at: number) =>
        acceptAsBefore(records, { conversationId, key, at }),
    ],
  ])(
    'a delivery that two instances take at once, one %s, is stored once, also over the border of a month',
    async (_, other) => {
      const sides = [border - 1, border];
      for (let round = 0; round < 24; round += 1) {
        const [one = 0, two = 0] = round % 2 === 0 ? sides : sides.toReversed();
        const [id, key] = [`c${round % 5}`, `key-${round}`];
        const accepted = await Promise.all([
          accept(here, id, key, one),
          other(there, id, key, two),
          other(there, id, key, one),
          accept(here, id, key, two),
        ]);
        expect(new Set(accepted.map(({ seq }) => seq)).size).toBe(1);
        expect(accepted.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
        expect(await placesOf(key)).toHaveLength(1);
      }
      const { rows } =
        await sql`select 1 from inbox group by conversation_id, seq having count(*) > 1`.execute(here.db);
      expect(rows).toEqual([]);
    },
  );

  test('a delivery that comes again a year later is known', async () => {
    const first = await accept(here, 'old', 'k', Date.now() - yearMs);
    expect(await accept(there, 'old', 'k', Date.now())).toEqual({ seq: first.seq, duplicate: true });
  });

  test('clocks that are years apart lose and double nothing', async () => {
    const ahead = Date.now() + 5 * yearMs;
    expect(await accept(here, 'far', 'one', ahead)).toMatchObject({ seq: 1, duplicate: false, at: ahead });
    expect(await accept(there, 'far', 'two', Date.now())).toMatchObject({
      seq: 2,
      duplicate: false,
      at: ahead,
    });
    for (const [records, at] of [
      [here, ahead],
      [there, Date.now()],
    ] as const) {
      expect(await accept(records, 'far', 'one', at)).toEqual({ seq: 1, duplicate: true });
      expect(await accept(records, 'far', 'two', at)).toEqual({ seq: 2, duplicate: true });
    }
    expect(await placesOf('one')).toEqual(['inbox_default']);
    expect((await readConversation({ records: here, cipher }, 'far', 0)).map(({ seq }) => seq)).toEqual([
      1, 2,
    ]);
  });

  test('of ten instances that make the next months at once none fails, and each month is there once', async () => {
    const later = monthOf(Date.now(), 8).from;
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, index) => makePartitions((index % 2 === 0 ? here : there).db, later)),
    );
    const again = await makePartitions(here.db, later);
    const names = [...made.flat(), ...again];
    expect(new Set(names).size).toBe(names.length);
    for (const table of growingTables)
      for (const months of [0, 1, 2]) {
        const { from, to } = monthOf(later, months);
        expect(isCovered(await readPartitions(here.db, table), from, to)).toBe(true);
      }
    expect(await makePartitions(there.db, later)).toEqual([]);
  });

  test('a message whose month is missing is taken all the same, and moves there once it is made', async () => {
    const later = monthOf(Date.now(), 8).from + 1;
    await accept(here, 'early', 'k', later);
    expect(await placesOf('k')).toEqual(['inbox_default']);
    expect(await makePartitions(here.db, later)).toContain(nameOf(later));
    expect(await placesOf('k')).toEqual([nameOf(later)]);
    expect(await accept(there, 'early', 'k', later)).toEqual({ seq: 1, duplicate: true });
  });

  test('months are made while citizens write, and no message fails', async () => {
    let over = false;
    const talk = async (who: number): Promise<number> => {
      let said = 0;
      for (; !over || said < 5; said += 1) {
        // Every other one by a clock for which there is no month yet.
        const at = said % 2 === 0 ? Date.now() : monthOf(Date.now(), 5 + (said % 6)).from;
        await accept(who % 2 === 0 ? here : there, `talker-${who}`, `${who}-${said}`, at);
      }
      return said;
    };
    const talks = [1, 2, 3, 4].map(talk);
    for (const months of [3, 4, 5, 6, 7, 8]) await makePartitions(here.db, monthOf(Date.now(), months).from);
    over = true;
    const said = (await Promise.all(talks)).reduce((sum, one) => sum + one, 0);
    const { count } = await here.db
      .selectFrom('inbox')
      .select((column) => column.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(said);
  });

  test('what a message asks for looks into the months of its conversation and no others', async () => {
    for (const months of [3, 6, 9, 12]) await makePartitions(here.db, monthOf(Date.now(), months).from);
    await makePartitions(here.db, monthOf(Date.now(), -24).from);
    const later = monthOf(Date.now(), 12).from;
    const plan = await sql<Readonly<Record<string, string>>>`explain select seq from inbox
      where key = 'k' and received_at >= ${sql.lit(later)}`.execute(here.db);
    const lines = plan.rows.map((row) => row['QUERY PLAN'] ?? '');
    const scans = lines.filter((line) => line.includes(' on inbox_'));
    expect(scans.length).toBeGreaterThan(0);
    expect(scans.length).toBeLessThanOrEqual(4);
    expect(scans.filter((line) => line.includes('Seq Scan'))).toEqual([]);
  });
});
