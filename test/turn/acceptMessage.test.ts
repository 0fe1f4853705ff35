import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createCipher } from '../../src/privacy/index.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { acceptMessage, type Accepted, type InboundMessage } from '../../src/turn/acceptMessage.js';
import { readConversation } from '../../src/turn/conversationLog.js';
import { ForgottenConversation } from '../../src/turn/ForgottenConversation.js';
import { KnownConversations } from '../../src/turn/KnownConversations.js';
import { testKey } from '../support/testKey.js';
import { startOtherProcess, type OtherProcess } from '../support/otherProcess.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';

const cipher = createCipher(testKey);

function message(conversationId: string, key: string, text = key): InboundMessage {
  return {
    channel: 'webchat',
    conversationId,
    userId: 'dl_1',
    key,
    activity: { type: 'message', text, from: { id: 'dl_1' } },
  };
}

describe.each(storeNames)('taking messages in on %s', (name) => {
  let store: TestStore;
  let records: Records;
  let other: OtherProcess;
  const here = (inbound: InboundMessage): Promise<Accepted> =>
    acceptMessage({ records, cipher }, inbound, new Date());
  const there = (inbound: InboundMessage): Promise<Accepted> => other.accept(inbound, false);

  beforeAll(async () => {
    store = await createStore(name);
    [records, other] = await Promise.all([openRecords(store), startOtherProcess(store, 'none')]);
  });
  afterAll(async () => {
    await other.stop();
    await records.close();
    await store.drop();
  });

  test('a delivery that is repeated later keeps its first number and adds nothing', async () => {
    const first = await here(message('again', 'k1', 'một'));
    const repeats = [await here(message('again', 'k1', 'khác')), await there(message('again', 'k1'))];
    expect(first).toMatchObject({ seq: 1, duplicate: false });
    for (const repeat of repeats) expect(repeat).toEqual({ seq: 1, duplicate: true });
    const log = await readConversation({ records, cipher }, 'again', 0);
    expect(log.map(({ seq, activity }) => [seq, activity.text])).toEqual([[1, 'một']]);
  });

  test('what a process believes of a conversation may be wrong: numbers and repeats are right all the same', async () => {
    const known = new KnownConversations();
    const createdAt = Date.now();
    const believe = async (lastSeq: number, key: string) => {
      known.set('believed', { lastSeq, createdAt });
      const { seq, duplicate } = await acceptMessage(
        { records, cipher, known },
        message('believed', key),
        new Date(),
      );
      return [seq, duplicate];
    };
    expect(await believe(7, 'b1')).toEqual([1, false]);
    expect(await believe(1, 'b2')).toEqual([2, false]);
    expect(await believe(2, 'b1')).toEqual([1, true]);
    expect(await believe(9, 'b2')).toEqual([2, true]);
    await there(message('believed', 'b3'));
    const { seq: last } = await there(message('believed', 'b4'));
    expect(await believe(2, 'b4')).toEqual([last, true]);
    expect((await believe(0, 'b5'))[1]).toBe(false);
    const log = await readConversation({ records, cipher }, 'believed', 0);
    expect(log.map(({ activity }) => activity.text)).toEqual(['b1', 'b2', 'b3', 'b4', 'b5']);
  });

  test('what comes from a conversation that was forgotten is refused where the channel wishes so, and leaves nothing', async () => {
    const known = new KnownConversations();
    const take = (key: string, unlessForgotten: boolean) =>
      acceptMessage(
        { records, cipher, known },
        { ...message('forgotten', key), unlessForgotten },
        new Date(),
      );
    const { seq } = await take('f1', true);
    await records.db
      .updateTable('conversations')
      .set({ forgotten_at: Date.now() })
      .where('id', '=', 'forgotten')
      .execute();
    const stored = () =>
      records.db.selectFrom('conversations').selectAll().where('id', '=', 'forgotten').executeTakeFirst();
    const before = await stored();
    for (const lastSeq of [0, seq]) {
      known.set('forgotten', { lastSeq, createdAt: before?.created_at ?? 0 });
      await expect(take(`f2-${lastSeq}`, true)).rejects.toThrow(ForgottenConversation);
    }
    expect(await stored()).toEqual(before);
    expect((await readConversation({ records, cipher }, 'forgotten', 0)).length).toBe(1);
    expect(await take('f3', false)).toMatchObject({ duplicate: false });
  });

  test('a delivery repeated at the same instant in two processes makes one row with one number', async () => {
    for (let round = 0; round < 12; round += 1) {
      const inbound = message(`same-${round}`, `same-key-${round}`);
      const accepted = await Promise.all([
        here(inbound),
        there(inbound),
        here(inbound),
        there(inbound),
        there(inbound),
      ]);
      expect(new Set(accepted.map(({ seq }) => seq)).size).toBe(1);
      expect(accepted.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
      expect(await readConversation({ records, cipher }, `same-${round}`, 0)).toHaveLength(1);
    }
  });

  test('a first message is not lost when two processes make the conversation at once', async () => {
    for (let round = 0; round < 12; round += 1) {
      const id = `new-${round}`;
      const accepted = await Promise.all([here(message(id, `${id}-a`)), there(message(id, `${id}-b`))]);
      expect(accepted.map(({ seq }) => seq).sort()).toEqual([1, 2]);
      expect(await readConversation({ records, cipher }, id, 0)).toHaveLength(2);
    }
  });

  test('the numbers of a conversation rise in the order in which messages were taken in', async () => {
    type Taken = Readonly<{ began: number; ended: number; seq: number }>;
    let clock = 0;
    const take = async (by: typeof here, key: string): Promise<Taken> => {
      const began = (clock += 1);
      const { seq } = await by(message('order', key));
      return { began, ended: (clock += 1), seq };
    };
    const lane = async (by: typeof here, lane: string): Promise<readonly Taken[]> => {
      const taken: Taken[] = [];
      for (let index = 0; index < 15; index += 1) taken.push(await take(by, `${lane}-${index}`));
      return taken;
    };
    const lanes = await Promise.all([
      lane(here, 'h1'),
      lane(there, 't1'),
      lane(here, 'h2'),
      lane(there, 't2'),
    ]);
    const all = lanes.flat();
    expect(new Set(all.map(({ seq }) => seq)).size).toBe(60);
    const overtakers = all.flatMap((one) =>
      all.filter((later) => one.ended < later.began && later.seq < one.seq),
    );
    expect(overtakers).toEqual([]);
  });

  test('the same key in another conversation is the same delivery: keys are unique over all', async () => {
    await here(message('first', 'shared'));
    expect((await here(message('second', 'shared'))).duplicate).toBe(true);
    expect(await readConversation({ records, cipher }, 'second', 0)).toEqual([]);
  });
});
