import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createBot, type Bot } from '../../dialogs/index.js';
import type { ContentStore } from '../../src/content/index.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { FaultProxy } from '../faults/harness/FaultProxy.js';
import { freePort } from '../support/freePort.js';
import { openInstance, openShippedContent, type Instance } from '../support/openInstance.js';
import { createStore, type TestStore } from '../support/stores.js';
import { exampleDay } from '../support/testService.js';
import { inboundMessage } from './inboundMessage.js';
import { Talker } from './Talker.js';

const agree = 'Tôi đồng ý';
const withdraw = 'xóa số của tôi';
const goneForMs = 600;

// SQLite is never away.
describe('PostgreSQL goes away in the middle of a dialog', () => {
  let store: TestStore;
  let proxy: FaultProxy;
  let records: Records;
  let instance: Instance;
  let content: ContentStore;
  let leave: () => void;
  /** What the bot is asked when the database leaves; once. */
  let leavesAt: string | undefined;
  let asked = 0;

  beforeAll(async () => {
    store = await createStore('postgres');
    const url = new URL(store.databaseUrl ?? '');
    const target = Number(url.port || 5432);
    proxy = await FaultProxy.open(target);
    const nobody = await freePort();
    leave = () => {
      proxy.redirect(nobody);
      proxy.cut();
      setTimeout(() => proxy.redirect(target), goneForMs);
    };
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    records = await openRecords(store);
    content = await openShippedContent(store, records, exampleDay);
    const bot = createBot();
    const leaving: Bot = async (context, storage, scope) => {
      if (context.activity.text === leavesAt) asked += 1;
      if (context.activity.text === leavesAt && asked === 1) leave();
      return bot(context, storage, scope);
    };
    const behind = { ...store, databaseUrl: url.toString() };
    instance = await openInstance(behind, {
      bot: leaving,
      content: () => content.snapshot(),
      now: exampleDay,
    });
    await instance.turns.start();
  }, 60_000);
  afterAll(async () => {
    await instance.close();
    await content.close();
    await records.close();
    await proxy.close();
    await store.drop();
  });

  test('a consent is not used up by an apology: its turn runs when the database is back', async () => {
    const talker = new Talker({ ...instance, records }, 'agrees');
    await talker.sayAll([
      'Nhờ cán bộ gọi',
      'BHXH tự nguyện',
      'xã Tam Hải, Đà Nẵng',
      'Lan, 0912345678',
      'Sáng',
    ]);
    [leavesAt, asked] = [agree, 0];
    const replies = await talker.send(inboundMessage(talker.id, agree));
    expect(asked).toBeGreaterThan(1);
    expect(replies.some(({ channelData }) => channelData?.lead !== undefined)).toBe(true);
    const leads = await records.db.selectFrom('leads').select('status').execute();
    expect(leads).toEqual([{ status: 'new' }]);
    expect(instance.faults).toEqual([]);
    expect(instance.failures.length).toBeGreaterThan(0);
  });

  test('neither is a wish to withdraw it', async () => {
    const talker = new Talker({ ...instance, records }, 'agrees');
    [leavesAt, asked] = [withdraw, 0];
    const [reply] = await talker.send(inboundMessage(talker.id, withdraw));
    expect(asked).toBeGreaterThan(1);
    expect(reply?.text).toContain('xóa');
    const leads = await records.db.selectFrom('leads').select('status').execute();
    expect(leads).toEqual([{ status: 'withdrawn' }]);
    expect(instance.faults).toEqual([]);
  });
});
