import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readConversation, markAtWork, withdrawEvent } from '../../src/turn/index.js';
import {
  clockMs,
  handlingEvents,
  handlingStates,
  type HandlingEvent,
  type HandlingNotice,
} from '../../src/turn/handling/handlingTable.js';
import { createEchoBot } from '../support/echoBot.js';
import { eventually } from '../support/eventually.js';
import { openInstance, words, type Instance } from '../support/openInstance.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { inboundMessage } from './inboundMessage.js';

type State = (typeof handlingStates)[number];
type Answer = HandlingNotice | 'bot' | 'officer' | 'nothing' | 'not_held';

/** What becomes of every event in every state, and what the citizen then reads. */
const cases: readonly (readonly [State, HandlingEvent, State, Answer])[] = [
  ['bot', 'citizen_wrote', 'bot', 'bot'],
  ['bot', 'citizen_asked_person', 'waiting', 'waiting'],
  ['bot', 'citizen_asked_bot', 'bot', 'bot'],
  ['bot', 'officer_took_over', 'officer', 'officer_joined'],
  ['bot', 'officer_wrote', 'bot', 'not_held'],
  ['bot', 'officer_handed_back', 'bot', 'not_held'],
  ['bot', 'office_spoke', 'officer', 'nothing'],
  ['bot', 'time_ran_out', 'bot', 'nothing'],
  ['bot', 'citizen_left', 'bot', 'nothing'],

  ['waiting', 'citizen_wrote', 'waiting', 'nothing'],
  ['waiting', 'citizen_asked_person', 'waiting', 'still_waiting'],
  ['waiting', 'citizen_asked_bot', 'bot', 'bot_back'],
  ['waiting', 'officer_took_over', 'officer', 'officer_joined'],
  ['waiting', 'officer_wrote', 'waiting', 'not_held'],
  ['waiting', 'officer_handed_back', 'waiting', 'not_held'],
  ['waiting', 'office_spoke', 'officer', 'nothing'],
  ['waiting', 'time_ran_out', 'timed_out', 'nobody_came'],
  ['waiting', 'citizen_left', 'bot', 'nothing'],

  ['officer', 'citizen_wrote', 'officer', 'nothing'],
  ['officer', 'citizen_asked_person', 'officer', 'nothing'],
  ['officer', 'citizen_asked_bot', 'bot', 'bot_back'],
  ['officer', 'officer_took_over', 'officer', 'officer_changed'],
  ['officer', 'officer_wrote', 'officer', 'officer'],
  ['officer', 'officer_handed_back', 'bot', 'bot_back'],
  ['officer', 'office_spoke', 'officer', 'nothing'],
  ['officer', 'time_ran_out', 'timed_out', 'officer_gone'],
  ['officer', 'citizen_left', 'bot', 'nothing'],

  ['timed_out', 'citizen_wrote', 'bot', 'bot'],
  ['timed_out', 'citizen_asked_person', 'waiting', 'waiting'],
  ['timed_out', 'citizen_asked_bot', 'bot', 'bot'],
  ['timed_out', 'officer_took_over', 'officer', 'officer_joined'],
  ['timed_out', 'officer_wrote', 'timed_out', 'not_held'],
  ['timed_out', 'officer_handed_back', 'timed_out', 'not_held'],
  ['timed_out', 'office_spoke', 'officer', 'nothing'],
  ['timed_out', 'time_ran_out', 'timed_out', 'nothing'],
  ['timed_out', 'citizen_left', 'bot', 'nothing'],
];

const lan = { id: 'officer-lan', name: 'Lan' };
const minh = { id: 'officer-minh', name: 'Minh' };
const conversation = 'c1';

test('the table below has every event in every state', () => {
  const all = handlingStates.flatMap((state) => handlingEvents.map((event) => `${state} ${event}`));
  expect(cases.map(([state, event]) => `${state} ${event}`)).toEqual(all);
});

describe.each(storeNames)('who answers, on %s', (name) => {
  let store: TestStore;
  let instance: Instance;
  let now: Date;

  beforeEach(async () => {
    store = await createStore(name);
    now = new Date('2026-11-21T03:00:00Z');
    instance = await openInstance(store, { bot: createEchoBot(), now: () => now });
    await say('xin chào');
  });
  afterEach(async () => {
    await instance.close();
    await store.drop();
  });

  const say = async (text: string): Promise<void> => {
    const { seq } = await instance.turns.accept(inboundMessage(conversation, text));
    await eventually(async () => {
      const waits = await instance.turns.waits(conversation, seq);
      return waits ? undefined : true;
    }, 'turn');
  };
  const said = async (): Promise<readonly string[]> => {
    const logged = await readConversation(instance, conversation, 0);
    return logged.flatMap(({ direction, activity }) => (direction === 'out' ? [activity.text ?? ''] : []));
  };
  const stateNow = async () => {
    const { handling } = await instance.records.db
      .selectFrom('conversations')
      .select('handling')
      .where('id', '=', conversation)
      .executeTakeFirstOrThrow();
    return handling;
  };

  const takeOver = (officer = lan) =>
    instance.turns.handle(conversation, { event: 'officer_took_over', officer });
  const runOut = async (): Promise<void> => {
    now = new Date(now.getTime() + clockMs.officer + 1);
    await instance.turns.handle(conversation, { event: 'time_ran_out' });
  };
  const askPerson = async (): Promise<void> => {
    await markAtWork(instance.records, lan.id, now);
    await say('gặp người');
  };
  const reach: Readonly<Record<State, () => Promise<unknown>>> = {
    bot: async () => undefined,
    waiting: askPerson,
    officer: () => takeOver(),
    timed_out: async () => {
      await askPerson();
      await runOut();
    },
  };
  const act: Readonly<Record<HandlingEvent, () => Promise<Readonly<{ status: string }> | void>>> = {
    citizen_wrote: () => say('đóng bao nhiêu ạ'),
    citizen_asked_person: askPerson,
    citizen_asked_bot: () => say('Hỏi tiếp trợ lý'),
    officer_took_over: async () => takeOver((await stateNow()) === 'officer' ? minh : lan),
    officer_wrote: () =>
      instance.turns.handle(conversation, {
        event: 'officer_wrote',
        officer: lan,
        text: 'Chào chị',
        key: 'k1',
      }),
    officer_handed_back: () =>
      instance.turns.handle(conversation, { event: 'officer_handed_back', officer: lan }),
    office_spoke: () => instance.turns.handle(conversation, { event: 'office_spoke', at: now.getTime() }),
    time_ran_out: runOut,
    citizen_left: async () => {
      await instance.turns.lose(conversation, now);
    },
  };
  const toWords = (answer: Answer): readonly string[] => {
    const say = words('vi');
    if (answer === 'nothing' || answer === 'not_held') return [];
    if (answer === 'officer') return [say('handling:officer_says', { text: 'Chào chị' })];
    const officer = answer === 'officer_changed' ? 'Minh' : 'Lan';
    return [say(`handling:${answer}`, { officer })];
  };

  test.each(cases)('in %s, %s: %s, and the citizen reads %s', async (state, event, next, answer) => {
    await reach[state]();
    expect(await stateNow()).toBe(state);
    const before = (await said()).length;
    const result = await act[event]();
    expect(await stateNow()).toBe(next);
    const read = (await said()).slice(before);
    if (answer === 'bot') expect(read).toEqual([expect.stringMatching(/^\d+:/)]);
    else expect(read).toEqual(toWords(answer));
    if (answer === 'not_held') expect(result).toEqual({ status: 'not_held' });
    expect([instance.faults, instance.failures]).toEqual([[], []]);
  });

  test('where nobody is at work asking for a person is the conversation’s own matter', async () => {
    await say('gặp người');
    expect([await stateNow(), (await said()).at(-1)]).toEqual(['bot', '2:xin chào,gặp người']);
    await markAtWork(instance.records, lan.id, new Date(now.getTime() - 10 * 60_000));
    await say('gặp người');
    expect(await stateNow()).toBe('bot');
  });

  test('the bot comes back by itself, and nothing that was said to a person is answered by it', async () => {
    await instance.turns.start();
    await takeOver();
    await say('dạ em hỏi chút');
    now = new Date(now.getTime() + clockMs.officer + 1);
    await eventually(async () => ((await stateNow()) === 'timed_out' ? true : undefined), 'return');
    await say('còn đó không');
    expect((await said()).slice(-2)).toEqual([
      words('vi')('handling:officer_gone'),
      '3:xin chào,,còn đó không',
    ]);
  });

  test('every word of the officer starts the clock anew; the citizen’s don’t', async () => {
    const until = async () => {
      const row = await instance.records.db
        .selectFrom('conversations')
        .select('silent_until')
        .where('id', '=', conversation)
        .executeTakeFirstOrThrow();
      return row.silent_until;
    };
    await takeOver();
    const first = await until();
    now = new Date(now.getTime() + 60_000);
    await say('dạ');
    expect(await until()).toBe(first);
    await act.officer_wrote();
    expect(await until()).toBe(now.getTime() + clockMs.officer);
  });

  test('a message sent again over a bad line is sent once, and only its holder sends', async () => {
    await takeOver();
    const before = (await said()).length;
    await Promise.all([1, 2, 3].map(() => act.officer_wrote()));
    expect((await said()).length).toBe(before + 1);
    const other = { event: 'officer_wrote', officer: minh, text: 'x', key: 'k2' } as const;
    expect(await instance.turns.handle(conversation, other)).toEqual({ status: 'not_held' });
    expect(await takeOver()).toEqual({ status: 'done' });
    expect((await said()).length).toBe(before + 1);
  });

  test('a turn that ran while an officer took over says nothing', async () => {
    await instance.close();
    instance = await openInstance(store, { bot: createEchoBot(() => 300), now: () => now });
    const { seq } = await instance.turns.accept(inboundMessage(conversation, 'đang hỏi'));
    await takeOver();
    await eventually(
      async () => ((await instance.turns.waits(conversation, seq)) ? undefined : true),
      'turn',
    );
    expect((await said()).at(-1)).toBe(words('vi')('handling:officer_joined', { officer: 'Lan' }));
  });

  test('who takes the consent back on the platform is nobody’s conversation any more', async () => {
    await takeOver();
    const withdrawn = { type: 'event', name: withdrawEvent, from: { id: 'x' } } as const;
    const { seq } = await instance.turns.accept({ ...inboundMessage(conversation, ''), activity: withdrawn });
    await eventually(
      async () => ((await instance.turns.waits(conversation, seq)) ? undefined : true),
      'turn',
    );
    expect(await stateNow()).toBe('bot');
  });
});

describe('whom an officer may write to', () => {
  const hourMs = 60 * 60_000;
  let store: TestStore;
  let instance: Instance;
  let now: Date;
  beforeEach(async () => {
    store = await createStore('sqlite');
    now = new Date('2026-11-21T03:00:00Z');
    instance = await openInstance(store, {
      bot: createEchoBot(),
      pulls: () => false,
      windowOf: (channel) => (channel === 'push' ? { windowMs: 24 * hourMs, freeMs: 2 * hourMs } : undefined),
      now: () => now,
    });
  });
  afterEach(async () => {
    await instance.close();
    await store.drop();
  });
  const write = async (channel = 'push'): Promise<void> => {
    const { seq } = await instance.turns.accept({ ...inboundMessage('c2', 'chào'), channel, address: 'a' });
    await eventually(async () => ((await instance.turns.waits('c2', seq)) ? undefined : true), 'turn');
  };
  const takeOver = () => instance.turns.handle('c2', { event: 'officer_took_over', officer: lan });
  const tell = (key: string) =>
    instance.turns.handle('c2', { event: 'officer_wrote', officer: lan, text: 'Chào', key });

  test('nobody after the platform’s window, and told so; a word of the citizen opens it again', async () => {
    await write();
    expect(await takeOver()).toEqual({ status: 'done' });
    now = new Date(now.getTime() + 24 * hourMs + 1);
    expect(await tell('1')).toEqual({ status: 'closed', reason: 'window' });
    await write();
    // So long a silence ended the hold, too.
    expect(await takeOver()).toEqual({ status: 'done' });
    expect(await tell('1')).toEqual({ status: 'done' });
  });

  test('nobody who blocked us', async () => {
    await write();
    now = new Date(now.getTime() + 1);
    await instance.turns.lose('c2', now);
    expect(await takeOver()).toEqual({ status: 'closed', reason: 'unreachable' });
  });

  test('nobody on a channel that is not connected any more', async () => {
    await write('gone');
    expect(await takeOver()).toEqual({ status: 'closed', reason: 'no_channel' });
  });

  test('until when it is free is told', async () => {
    await write();
    await takeOver();
    const id = await instance.turns.consoleIdOf('c2');
    const opened = await instance.turns.openHandled(id ?? '', lan.id);
    expect(opened?.reach).toEqual({
      status: 'open',
      closesAt: now.getTime() + 24 * hourMs,
      freeUntil: now.getTime() + 2 * hourMs,
    });
  });
});
