import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bot } from '../../dialogs/index.js';
import { acceptMessage } from '../../src/turn/acceptMessage.js';
import { commitTurn } from '../../src/turn/commitTurn.js';
import { activityId, readConversation, type LoggedActivity } from '../../src/turn/index.js';
import { runTurn } from '../../src/turn/runTurn.js';
import { TurnEffects } from '../../src/turn/TurnEffects.js';
import { createEchoBot } from '../support/echoBot.js';
import { eventually } from '../support/eventually.js';
import { openInstance, words, type Instance } from '../support/openInstance.js';
import { dumpStore, openStore } from '../support/openStore.js';
import { startOtherProcess, type OtherProcess } from '../support/otherProcess.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { inboundMessage } from './inboundMessage.js';

describe.each(storeNames)('turns on %s', (name) => {
  let store: TestStore;
  let here: Instance;
  let there: OtherProcess;
  /** What a test opened beside; closed in reverse order, also when the test fails. */
  const closers: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    store = await createStore(name);
    [here, there] = await Promise.all([
      openInstance(store, { bot: createEchoBot(() => Math.random() * 4) }),
      startOtherProcess(store, 'echo'),
    ]);
    await here.turns.start();
  });
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
    await there.stop();
    await here.close();
    await store.drop();
  });

  const say = (conversationId: string, text: string, by: 'here' | 'there' = 'here') => {
    const inbound = inboundMessage(conversationId, text);
    return by === 'here' ? here.turns.accept(inbound) : there.accept(inbound, true);
  };
  const settled = (conversationIds: readonly string[], instance = here) =>
    eventually(
      async () => ((await countWaiting(instance, conversationIds)) === 0 ? true : undefined),
      'end of the turns',
    );

  test('what a dead process took in waits for nobody else, also when its clock was ahead', async () => {
    const inTenMinutes = new Date(Date.now() + 10 * 60_000);
    await acceptMessage(here, inboundMessage('from-tomorrow', 'm'), inTenMinutes);
    await settled(['from-tomorrow']);
  });

  test('messages posted at the same instant to two instances get one turn each, in their order', async () => {
    const conversations = Array.from({ length: 60 }, (_, index) => ({
      id: `crowd-${index}`,
      texts: Array.from({ length: index % 2 === 0 ? 2 : 6 }, (_, nth) => `m${nth}`),
    }));
    await Promise.all(
      conversations.flatMap(({ id, texts }) =>
        texts.map((text, nth) => say(id, text, nth % 2 === 0 ? 'here' : 'there')),
      ),
    );
    await settled(conversations.map(({ id }) => id));

    for (const { id, texts } of conversations) {
      const log = await readConversation(here, id, 0);
      const asked = log.filter(({ direction }) => direction === 'in');
      const answered = log.filter(({ direction }) => direction === 'out');
      expect(asked.map(({ activity }) => activity.text).sort()).toEqual(texts);
      const heard = asked.map(({ activity }) => activity.text);
      expect(answered.map(({ activity }) => activity.text)).toEqual(
        heard.map((_, nth) => `${nth + 1}:${heard.slice(0, nth + 1).join(',')}`),
      );
      expect(answered.map(replyToId)).toEqual(asked.map(({ seq }) => activityId(id, seq)));
      expect(await versionOf(here, id)).toBe(texts.length);
    }
    expect(here.faults).toEqual([]);
    expect(here.failures).toEqual([]);
  });

  test('who always asks for what came after the last number he saw misses nothing and sees nothing twice', async () => {
    const id = 'followed';
    const seen: number[] = [];
    let watching = true;
    const watch = async (): Promise<void> => {
      while (watching) {
        for (const { seq } of await readConversation(here, id, seen.at(-1) ?? 0)) seen.push(seq);
        await sleep(Math.random() * 3);
      }
    };
    const post = async (by: 'here' | 'there'): Promise<void> => {
      for (let nth = 0; nth < 25; nth += 1) {
        await say(id, `${by}${nth}`, by);
        await sleep(Math.random() * 6);
      }
    };
    const watcher = watch();
    await Promise.all([post('here'), post('there')]);
    await settled([id]);
    const whole = (await readConversation(here, id, 0)).map(({ seq }) => seq);
    await eventually(async () => (seen.at(-1) === whole.at(-1) ? true : undefined), 'last number seen');
    watching = false;
    await watcher;
    expect(whole).toHaveLength(100);
    expect(seen).toEqual(whole);
  });

  test('a turn that another one overtook writes nothing at all', async () => {
    const id = 'stale';
    await acceptMessage(here, inboundMessage(id, 'Tôi đồng ý'), new Date(Date.now() + 3_600_000));
    const slow = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const staleBot = leadBot('0911111111', async () => {
      begun.resolve();
      await slow.promise;
    });
    const stale = runTurn({ ...here.dependencies, bot: staleBot }, id);
    await begun.promise;
    expect(await runTurn({ ...here.dependencies, bot: leadBot('0922222222') }, id)).toMatchObject({
      status: 'done',
    });
    const before = await dumpStore(here.records);
    slow.resolve();

    expect(await stale).toEqual({ status: 'overtaken' });
    expect(await dumpStore(here.records)).toEqual(before);
    expect(await runTurn({ ...here.dependencies, bot: staleBot }, id)).toEqual({ status: 'nothing_waits' });
    const leads = await here.records.db
      .selectFrom('leads')
      .selectAll()
      .where('conversation_id', '=', id)
      .execute();
    expect(leads).toHaveLength(1);
    expect(await versionOf(here, id)).toBe(1);
  });

  test('memory that was read before another turn committed is never written over the newer one', async () => {
    const id = 'old-memory';
    const later = new Date(Date.now() + 3_600_000);
    await acceptMessage(here, inboundMessage(id, 'một'), later);
    const { seq } = await acceptMessage(here, inboundMessage(id, 'hai'), later);
    const read = here.records.db.selectFrom('conversations').selectAll().where('id', '=', id);
    const old = await read.executeTakeFirstOrThrow();
    expect(await runTurn({ ...here.dependencies, bot: createEchoBot() }, id)).toMatchObject({
      status: 'done',
    });
    const before = await dumpStore(here.records);
    const committed = await commitTurn(here.dependencies, {
      conversation: old,
      waiting: { conversationId: id, seq, payload: '', receivedAt: later.getTime() },
      state: '{}',
      replies: [{ type: 'message', text: 'cũ' }],
      effects: new TurnEffects({
        countConsented: async () => 0,
        findOpen: async () => undefined,
        callWithin: 2,
        callBy: undefined,
      }),
    });
    expect(committed).toBeUndefined();
    expect(await dumpStore(here.records)).toEqual(before);
  });

  test('a fault in the dialogs costs one answer: apology, old memory, no effects, and the next message works', async () => {
    const id = 'fault';
    const turn = async (text: string, bot: Bot, locale = 'vi-VN'): Promise<void> => {
      await acceptMessage(here, inboundMessage(id, text, locale), new Date(Date.now() + 3_600_000));
      expect(await runTurn({ ...here.dependencies, bot }, id)).toMatchObject({ status: 'done' });
    };
    const breaking = leadBot('0933333333', async (storage) => {
      await storage.write({ memory: { heard: ['half', 'done'] } });
      throw new Error('a bug');
    });
    await turn('một', createEchoBot());
    const memory = await memoryOf(here, id);
    await turn('Khuyên 0933333333', breaking);
    expect(await memoryOf(here, id)).toBe(memory);
    await turn('Khuyên 0933333333', breaking, 'en-US');
    await turn('hai', createEchoBot());

    const answers = (await readConversation(here, id, 0)).filter(({ direction }) => direction === 'out');
    expect(answers.map(({ activity }) => activity.text)).toEqual([
      '1:một',
      words('vi')('chat:fault'),
      words('en')('chat:fault'),
      '2:một,hai',
    ]);
    expect(here.faults.splice(0)).toMatchObject([
      { conversationId: id, error: { message: 'a bug' } },
      { conversationId: id },
    ]);
    const lead = here.records.db.selectFrom('leads').select('id').where('conversation_id', '=', id);
    expect(await lead.execute()).toEqual([]);
  });

  test('what a citizen wrote in a turn that failed may hold a name: it is kept for a day at most', async () => {
    const { records } = here;
    const of = (text: string) =>
      records.db.selectFrom('conversations').select('personal_since').where('id', '=', text);
    await acceptMessage(
      here,
      inboundMessage('fault-held', 'Khuyên 0933333333'),
      new Date(Date.now() + 3_600_000),
    );
    const breaking: Bot = () => Promise.reject(new Error('a bug'));
    await runTurn({ ...here.dependencies, bot: breaking }, 'fault-held');
    here.faults.splice(0);
    expect((await of('fault-held').executeTakeFirstOrThrow()).personal_since).not.toBeNull();
  });

  test('a message that its process left behind is worked off by another one', async () => {
    await acceptMessage(here, inboundMessage('left', 'một'), new Date(Date.now() - 5_000));
    await settled(['left']);
    const log = await readConversation(here, 'left', 0);
    expect(log.map(({ activity }) => activity.text)).toEqual(['một', '1:một']);
  });

  test('who closes in the middle of 50 turns leaves whole turns only, and the next start finishes the rest', async () => {
    const own = await createStore(name);
    const open = async (bot: Bot): Promise<Instance> => {
      const instance = await openInstance(own, { bot });
      closers.push(instance.close);
      return instance;
    };
    closers.push(own.drop);
    const ids = Array.from({ length: 50 }, (_, index) => `close-${index}`);
    const running = Promise.withResolvers<void>();
    let begun = 0;
    const first = await open(
      createEchoBot(() => {
        begun += 1;
        if (begun === 50) running.resolve();
        return 30;
      }),
    );
    await first.turns.start();
    await Promise.all(
      ids.flatMap((id) => ['a', 'b', 'c'].map((text) => first.turns.accept(inboundMessage(id, text)))),
    );
    await running.promise;
    await first.turns.close();
    const atClose = await dumpStore(first.records);
    await sleep(100);
    expect(await dumpStore(first.records)).toEqual(atClose);
    const left = await countWaiting(first, ids);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(150);
    for (const id of ids) {
      const log = await readConversation(first, id, 0);
      const done = 3 - (await countWaiting(first, [id]));
      expect(log.filter(({ direction }) => direction === 'out')).toHaveLength(done);
      expect(await versionOf(first, id)).toBe(done);
    }

    const second = await open(createEchoBot());
    await second.turns.start();
    await settled(ids, second);
    for (const id of ids) {
      const log = await readConversation(second, id, 0);
      const [last] = log.filter(({ direction }) => direction === 'out').slice(-1);
      expect(last?.activity.text?.slice(0, 2)).toBe('3:');
      expect(log).toHaveLength(6);
    }
  });

  test('nothing that citizens said is readable in the store without the key', async () => {
    await say('sealed', 'một bí mật');
    await settled(['sealed']);
    const secret = ({ text }: Readonly<{ text: string }>): boolean => text.includes('một bí mật');
    expect((await dumpStore(here.records)).filter(secret)).toEqual([]);
    const opened = (await openStore(here.records, here.cipher)).filter(secret);
    expect(opened.map(({ table }) => table)).toEqual(['conversations', 'inbox', 'outbox']);
  });
});

/** Opens a lead and answers, after `meanwhile`. */
function leadBot(
  phone: string,
  meanwhile: (storage: Parameters<Bot>[1]) => Promise<void> = async () => undefined,
): Bot {
  return async (context, storage, scope) => {
    scope.personal.hold();
    const { reference } = await scope.leads.open({
      product: 'vsi',
      name: 'Khuyên',
      phone,
      commune: 'Tam Hải',
      province: 'Đà Nẵng',
      callTime: 'buổi sáng',
      estimate: undefined,
      consent: { textVersion: '1', text: 'Đồng ý?', locale: 'vi' },
    });
    await context.sendActivity(reference);
    await meanwhile(storage);
    await storage.write({ memory: { heard: [phone] } });
  };
}

async function countWaiting({ records }: Instance, conversationIds: readonly string[]): Promise<number> {
  const { waiting } = await records.db
    .selectFrom('inbox')
    .select((column) => column.fn.countAll().as('waiting'))
    .where('conversation_id', 'in', conversationIds)
    .where('processed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(waiting);
}

async function versionOf({ records }: Instance, id: string): Promise<number> {
  const row = records.db.selectFrom('conversations').select('version').where('id', '=', id);
  return (await row.executeTakeFirstOrThrow()).version;
}

async function memoryOf({ records, cipher }: Instance, id: string): Promise<string> {
  const row = records.db.selectFrom('conversations').select('state').where('id', '=', id);
  const { state } = await row.executeTakeFirstOrThrow();
  return state === null ? '' : cipher.open(state, `conversations/${id}/state`);
}

function replyToId(logged: LoggedActivity): string | undefined {
  return logged.direction === 'out' ? logged.activity.replyToId : undefined;
}
