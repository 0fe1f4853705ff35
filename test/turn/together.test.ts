import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openRecords, type Records } from '../../src/records/index.js';
import { readConversation } from '../../src/turn/conversationLog.js';
import { createEchoBot } from '../support/echoBot.js';
import { eventually } from '../support/eventually.js';
import { openInstance, type Instance } from '../support/openInstance.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { inboundMessage } from './inboundMessage.js';

const citizens = Array.from({ length: 40 }, (_, index) => `citizen-${index}`);

describe.each(storeNames)('messages and turns that come together on %s', (name) => {
  let store: TestStore;
  let beside: Records;
  let instances: readonly Instance[];
  const statements: string[] = [];

  beforeAll(async () => {
    store = await createStore(name);
    beside = await openRecords(store);
    const counted = { ...store, onQuery: (sql: string) => statements.push(sql) };
    // Several instances need PostgreSQL.
    const stores = name === 'postgres' ? [counted, store] : [counted];
    instances = await Promise.all(stores.map((one) => openInstance(one, { bot: createEchoBot() })));
    for (const id of citizens) await say(0, id, 'm0');
    await untilAllSaid(1);
  });
  afterAll(async () => {
    for (const instance of instances) await instance.close();
    await beside.close();
    await store.drop();
  });

  const at = (index: number): Instance => {
    const instance = instances[index];
    if (instance === undefined) throw new Error('There are two instances.');
    return instance;
  };
  const say = (index: number, id: string, text: string, key?: string) =>
    at(index).turns.accept(inboundMessage(id, text, 'vi-VN', key));
  const saidTo = async (id: string): Promise<readonly string[]> => {
    const log = await readConversation({ records: beside, cipher: at(0).cipher }, id, 0);
    return log.flatMap(({ direction, activity: { text = '' } }) => (direction === 'out' ? [text] : []));
  };
  const untilSaid = (id: string, count: number) =>
    eventually(async () => {
      const said = await saidTo(id);
      return said.length >= count ? said : undefined;
    }, `answer ${count} to ${id}`);
  const untilAllSaid = (count: number) => Promise.all(citizens.map((id) => untilSaid(id, count)));
  /** Somebody else is writing to a conversation, until `work` is over. */
  const whileHeld = async (id: string, work: () => Promise<void>): Promise<void> => {
    await beside.db.transaction().execute(async (transaction) => {
      await transaction.selectFrom('conversations').select('id').where('id', '=', id).forUpdate().execute();
      await work();
    });
  };

  test('those of forty citizens go in a few statements, and all is as if each had gone alone', async () => {
    statements.length = 0;
    const accepted = await Promise.all(citizens.map((id) => say(0, id, 'm1')));
    expect(accepted).toEqual(citizens.map(() => ({ seq: 3, duplicate: false })));
    const said = await untilAllSaid(2);
    expect(said).toEqual(citizens.map(() => ['1:m0', '2:m0,m1']));
    const writing = statements.filter((sql) => /insert into "(?:inbox|outbox)"/.test(sql));
    expect(writing.length).toBeGreaterThan(1);
    expect(writing.length).toBeLessThan(20);
  });

  test('a delivery that comes twice at once is stored once', async () => {
    const deliveries = citizens.flatMap((id) => [0, 1].map(() => ({ id, key: `${id} twice` })));
    const accepted = await Promise.all(deliveries.map(({ id, key }) => say(0, id, 'm2', key)));
    for (const [index] of citizens.entries())
      expect(accepted.slice(index * 2, index * 2 + 2)).toEqual([
        { seq: 5, duplicate: false },
        { seq: 5, duplicate: true },
      ]);
    await untilAllSaid(3);
  });

  test('messages that a citizen sends in one go keep their order', async () => {
    const accepted = await Promise.all(['m3', 'm4', 'm5'].map((text) => say(0, 'citizen-0', text)));
    expect(accepted.map(({ seq }) => seq)).toEqual(
      accepted.map(({ seq }) => seq).toSorted((one, other) => one - other),
    );
    expect(await untilSaid('citizen-0', 6)).toContain('6:m0,m1,m2,m3,m4,m5');
  });

  test('they keep it, too, where another process spoke in between, and while answers are being stored', async () => {
    const neighbours = citizens.map((id) => `neighbour of ${id}`);
    const other = instances.length - 1;
    await Promise.all(neighbours.map((id) => say(0, id, 'o0')));
    await Promise.all(neighbours.map((id) => say(other, id, 'o1')));
    const inOneGo = ['o2', 'o3', 'o4'];
    const accepted = await Promise.all(
      neighbours.flatMap((id) => inOneGo.map(async (text) => ({ id, text, ...(await say(0, id, text)) }))),
    );
    const numbered = accepted.toSorted((one, another) => one.seq - another.seq);
    for (const neighbour of neighbours)
      expect(numbered.flatMap(({ id, text }) => (id === neighbour ? [text] : []))).toEqual(inOneGo);
    for (const id of neighbours) expect(await untilSaid(id, 5)).toContain('5:o0,o1,o2,o3,o4');
  });

  // On SQLite there is one writer, and it holds what it is given.
  if (name === 'sqlite') return;
  const few = citizens.slice(1);

  test('a conversation to which somebody writes waits alone', async () => {
    let late: Promise<unknown> | undefined;
    await whileHeld('citizen-7', async () => {
      let isThere = false;
      late = say(0, 'citizen-7', 'n0').then(() => (isThere = true));
      const others = few.filter((id) => id !== 'citizen-7');
      await Promise.all(others.map((id) => say(0, id, 'n0')));
      await Promise.all(others.map((id) => untilSaid(id, 4)));
      expect(isThere).toBe(false);
    });
    await late;
    expect(await untilSaid('citizen-7', 4)).toContain('4:m0,m1,m2,n0');
  });

  test('a message that the database cannot hold is refused alone', async () => {
    const results = await Promise.allSettled([
      say(0, 'citizen-1', 'n1'),
      say(0, 'citizen-2', 'broken', 'a key with \u0000'),
      say(0, 'citizen-3', 'n1'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await Promise.all([untilSaid('citizen-1', 5), untilSaid('citizen-3', 5)]);
    expect(await saidTo('citizen-2')).toHaveLength(4);
    for (const id of few.filter((one) => one !== 'citizen-1' && one !== 'citizen-3')) await say(0, id, 'n1');
    await Promise.all(few.map((id) => untilSaid(id, 5)));
  });

  test('two instances that are told the same at the same moment keep it once, in one order', async () => {
    const rounds = [2, 3, 4, 5, 6];
    for (const round of rounds) {
      const deliveries = few.flatMap((id) =>
        [0, 1].map((index) => ({ index, id, text: `n${round}`, key: `${id} ${round}` })),
      );
      const accepted = await Promise.all(
        deliveries.map(({ index, id, text, key }) => say(index, id, text, key)),
      );
      for (const [index] of few.entries()) {
        const [one, other] = accepted.slice(index * 2, index * 2 + 2);
        expect(one?.seq).toBe(other?.seq);
        expect([one?.duplicate, other?.duplicate].toSorted()).toEqual([false, true]);
      }
    }
    const heard = ['m0', 'm1', 'm2', 'n0', 'n1', ...rounds.map((round) => `n${round}`)];
    const said = await Promise.all(few.map((id) => untilSaid(id, heard.length)));
    expect(said).toEqual(
      few.map(() => heard.map((_, index) => `${index + 1}:${heard.slice(0, index + 1).join(',')}`)),
    );
    expect([...at(0).faults, ...at(1).faults]).toEqual([]);
  });
});
