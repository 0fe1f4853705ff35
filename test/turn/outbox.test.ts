import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  listDeadLetters,
  OutboxSender,
  settleDeadLetter,
  withdrawEvent,
  type OutboxNotice,
  type OutboxReply,
  type SendResult,
} from '../../src/turn/index.js';
import { createEchoBot } from '../support/echoBot.js';
import { eventually } from '../support/eventually.js';
import { openInstance, type Instance } from '../support/openInstance.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { inboundMessage } from './inboundMessage.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const windowMs = 12 * hourMs;

describe.each(storeNames)('the outbox on %s', (name) => {
  let store: TestStore;
  let instance: Instance;
  let outbox: OutboxSender;
  let now: Date;
  let sent: string[];
  let notices: OutboxNotice[];
  /** What the channel does with the next replies; then it takes them. */
  let results: (SendResult | ((reply: OutboxReply) => Promise<SendResult>))[];

  beforeEach(async () => {
    store = await createStore(name);
    now = new Date('2026-11-21T03:00:00Z');
    [sent, notices, results] = [[], [], []];
    instance = await openInstance(store, {
      bot: createEchoBot(),
      pulls: () => false,
      now: () => now,
    });
    outbox = openOutbox();
  });
  afterEach(async () => {
    await outbox.close();
    await instance.close();
    await store.drop();
  });

  function openOutbox(): OutboxSender {
    return new OutboxSender({
      records: instance.records,
      cipher: instance.cipher,
      now: () => now,
      channels: [{ name: 'push', windowMs, send: take }],
      notice: (notice) => notices.push(notice),
      failed: (error) => instance.failures.push(error),
    });
  }

  async function take(reply: OutboxReply): Promise<SendResult> {
    const next = results.shift();
    const result = typeof next === 'function' ? await next(reply) : (next ?? { status: 'sent' as const });
    if (result.status === 'sent') sent.push(reply.activity.text ?? '');
    return result;
  }

  async function say(text: string, conversation = 'talk', address: string | undefined = 'place') {
    const message = inboundMessage(conversation, text);
    await instance.turns.accept({
      ...message,
      channel: 'push',
      ...(address === undefined ? {} : { address }),
    });
    await eventually(async () => {
      const waiting = await instance.records.db
        .selectFrom('inbox')
        .select('seq')
        .where('processed_at', 'is', null)
        .executeTakeFirst();
      return waiting === undefined ? true : undefined;
    }, 'turn');
  }

  async function rows(conversation = 'talk') {
    return instance.records.db
      .selectFrom('outbox')
      .select(['state', 'failure', 'attempts', 'sent_parts'])
      .where('conversation_id', '=', conversation)
      .orderBy('seq')
      .execute();
  }

  function later(ms: number): void {
    now = new Date(now.getTime() + ms);
  }

  test('replies leave in their order, and each once', async () => {
    await say('a');
    await say('b');
    await outbox.flush();
    await outbox.flush();
    expect(sent).toEqual(['1:a', '2:a,b']);
    expect(notices).toEqual([]);
  });

  test('a reply that waits holds back the later ones of its conversation and no other', async () => {
    // Conversations are served side by side: either may come first.
    const busyInTalk = async ({ conversationId }: OutboxReply): Promise<SendResult> =>
      conversationId === 'talk' ? { status: 'retry', reason: 'busy', afterMs: minuteMs } : { status: 'sent' };
    results = [busyInTalk, busyInTalk];
    await say('a');
    await say('b');
    await say('c', 'other');
    await outbox.flush();
    expect(sent).toEqual(['1:c']);
    later(minuteMs);
    await outbox.flush();
    expect(sent).toEqual(['1:c', '1:a', '2:a,b']);
  });

  test('retry is tried for a day, with growing pauses, and then given up: an answer of yesterday helps nobody', async () => {
    await say('a');
    let tries = 0;
    for (let hours = 0; hours < 30 * 12; hours += 1) {
      results = [{ status: 'retry', reason: 'away' }];
      await outbox.flush();
      if (results.length === 0) tries += 1;
      later(5 * minuteMs);
    }
    expect(tries).toBeGreaterThan(100);
    expect(await rows()).toMatchObject([{ state: 'failed' }]);
    expect(sent).toEqual([]);
  });

  test('who was heard within the window is answered after an outage, who was not is let be', async () => {
    await say('a');
    results = [{ status: 'retry', reason: 'away' }];
    await outbox.flush();
    later(windowMs + 1);
    await outbox.flush();
    expect(await rows()).toMatchObject([{ state: 'failed', failure: 'window_closed' }]);
  });

  test('reschedule comes at its time', async () => {
    results = [{ status: 'reschedule', reason: 'night', afterMs: 3 * hourMs }];
    await say('a');
    await outbox.flush();
    later(2 * hourMs);
    await outbox.flush();
    expect(sent).toEqual([]);
    later(hourMs);
    await outbox.flush();
    expect(sent).toEqual(['1:a']);
  });

  test('what may have been delivered is sent once more and no more', async () => {
    results = [
      { status: 'unknown', reason: 'no_answer' },
      { status: 'unknown', reason: 'no_answer' },
    ];
    await say('a');
    for (let times = 0; times < 4; times += 1) {
      await outbox.flush();
      later(minuteMs);
    }
    expect(await rows()).toMatchObject([{ state: 'failed', failure: 'no_answer', attempts: 2 }]);
  });

  test('stop gives up everything that waits for the person, and their next message ends it', async () => {
    results = [{ status: 'stop', reason: 'blocked' }];
    await say('a');
    await say('b');
    await outbox.flush();
    expect(await rows()).toMatchObject([
      { state: 'failed', failure: 'unreachable' },
      { state: 'failed', failure: 'unreachable' },
    ]);
    later(minuteMs);
    await say('c');
    await outbox.flush();
    expect(sent).toEqual(['3:a,b,c']);
  });

  test('refused is given up, told, and the next reply goes out', async () => {
    results = [{ status: 'refused', reason: 'too_odd' }];
    await say('a');
    await say('b');
    await outbox.flush();
    expect(sent).toEqual(['2:a,b']);
    expect(notices).toEqual([{ channel: 'push', status: 'refused', reason: 'too_odd' }]);
    expect(await rows()).toMatchObject([{ state: 'failed', failure: 'too_odd' }, { state: 'sent' }]);
  });

  test('operator holds the whole channel, loses nothing, and goes on by itself when it is put right', async () => {
    results = [{ status: 'operator', reason: 'token' }];
    await say('a');
    await say('b', 'other');
    await outbox.flush();
    expect(notices).toEqual([{ channel: 'push', status: 'operator', reason: 'token' }]);
    later(2 * hourMs);
    await outbox.flush();
    expect(sent.toSorted()).toEqual(['1:a', '1:b']);
  });

  test('a fault of ours in a sending is retried and told, and harms nobody else', async () => {
    results = [() => Promise.reject(new Error('a bug'))];
    await say('a');
    await outbox.flush();
    expect(instance.failures).toHaveLength(1);
    later(minuteMs);
    await outbox.flush();
    expect(sent).toEqual(['1:a']);
  });

  test('a reply that can not even be read is given up after a few tries; later ones and others do not wait for it', async () => {
    await say('a');
    await say('b');
    await say('c', 'other');
    await instance.records.db
      .updateTable('outbox')
      .set({ payload: 'damaged' })
      .where('conversation_id', '=', 'talk')
      .where('seq', '=', 2)
      .execute();
    await outbox.flush();
    expect(sent).toEqual(['1:c']);
    for (let times = 0; times < 6; times += 1) {
      later(hourMs);
      await outbox.flush();
    }
    expect(sent).toEqual(['1:c', '2:a,b']);
    expect(await rows()).toMatchObject([
      { state: 'failed', failure: 'fault', attempts: 5 },
      { state: 'sent' },
    ]);
  });

  test('however many replies of one person wait behind a reply that has to, the others get theirs', async () => {
    results = [{ status: 'reschedule', reason: 'night', afterMs: 3 * hourMs }];
    await say('a');
    await outbox.flush();
    const template = await instance.records.db
      .selectFrom('outbox')
      .selectAll()
      .where('conversation_id', '=', 'talk')
      .executeTakeFirstOrThrow();
    const many = Array.from({ length: 500 }, (_, at) => ({
      ...template,
      seq: 1_000 + at,
      attempts: 0,
      next_attempt_at: now.getTime(),
    }));
    for (let from = 0; from < many.length; from += 50)
      await instance.records.db
        .insertInto('outbox')
        .values(many.slice(from, from + 50))
        .execute();
    later(1);
    await say('c', 'other');
    await outbox.flush();
    expect(sent).toEqual(['1:c']);
  });

  test('replies go before what nobody waits for, and that still keeps its order', async () => {
    for (const text of ['a', 'b', 'c']) await say(text, `bulk-${text}`);
    await instance.records.db.updateTable('outbox').set({ bulk: 1 }).execute();
    later(minuteMs);
    await say('d', 'talk');
    await outbox.flush();
    expect(sent[0]).toBe('1:d');
    expect(sent.toSorted()).toEqual(['1:a', '1:b', '1:c', '1:d']);
  });

  test('what failed together is not tried again at the same moment', async () => {
    const many = Array.from({ length: 8 }, (_, at) => `talk-${at}`);
    for (const talk of many) await say('a', talk);
    results = many.map(() => ({ status: 'retry', reason: 'away' }));
    await outbox.flush();
    const next = await instance.records.db.selectFrom('outbox').select('next_attempt_at').execute();
    expect(new Set(next.map((row) => row.next_attempt_at)).size).toBeGreaterThan(4);
  });

  test('a dead letter is tried again for another day, or let be; its id names nobody', async () => {
    results = [
      { status: 'refused', reason: 'too_odd' },
      { status: 'refused', reason: 'too_odd' },
    ];
    await say('a', 'account-84912345678');
    await say('b', 'other');
    await outbox.flush();
    later(30 * hourMs);
    // The channel allows nothing long after the person's last word.
    await say('c', 'account-84912345678');
    await outbox.flush();
    const { letters, total } = await listDeadLetters(instance, { offset: 0, limit: 10 });
    expect(total).toBe(2);
    expect(letters.map(({ failure, text }) => `${failure} ${text}`).toSorted()).toEqual([
      'too_odd 1:a',
      'too_odd 1:b',
    ]);
    expect(JSON.stringify(letters)).not.toContain('account-84912345678');
    const [again, other] = letters.toSorted((one, two) => String(one.text).localeCompare(String(two.text)));
    const settle = (id: string | undefined, decision: 'retry' | 'drop') =>
      settleDeadLetter(instance, id ?? '', decision, now);
    expect(await settle(again?.id, 'retry')).toEqual({ channel: 'push', failure: 'too_odd' });
    expect(await settle(again?.id, 'retry')).toBeUndefined();
    expect(await settle(other?.id, 'drop')).toEqual({ channel: 'push', failure: 'too_odd' });
    await outbox.flush();
    expect(sent).toEqual(['2:a,c', '1:a']);
    expect((await listDeadLetters(instance, { offset: 0, limit: 10 })).total).toBe(0);
  });

  test('of a reply in parts those that went out are not sent again', async () => {
    const from: number[] = [];
    results = [
      async (reply) => {
        from.push(reply.from);
        await reply.sentPart();
        await reply.sentPart();
        return { status: 'retry', reason: 'busy' };
      },
      async (reply) => {
        from.push(reply.from);
        return { status: 'sent' };
      },
    ];
    await say('a');
    await outbox.flush();
    expect(await rows()).toMatchObject([{ state: 'queued', sent_parts: 2 }]);
    later(minuteMs);
    await outbox.flush();
    expect(from).toEqual([0, 2]);
  });

  test('a process that died while it sent gives the reply free, and another one goes on', async () => {
    let release = (): void => undefined;
    const hanging = new Promise<void>((resolve) => (release = resolve));
    results = [() => hanging.then(() => ({ status: 'unknown', reason: 'dead' }))];
    await say('a');
    const dead = openOutbox();
    dead.wake();
    await eventually(async () => ((await rows())[0]?.attempts === 1 ? true : undefined), 'claim');
    await outbox.flush();
    expect(sent).toEqual([]);
    later(2 * minuteMs);
    await outbox.flush();
    expect(sent).toEqual(['1:a']);
    release();
    await dead.close();
    expect(await rows()).toMatchObject([{ state: 'sent' }]);
  });

  test('two senders over one store send each reply once', async () => {
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) await say(text, `talk-${text}`);
    const other = openOutbox();
    await Promise.all([outbox.flush(), other.flush()]);
    expect(sent.toSorted()).toEqual(['1:a', '1:b', '1:c', '1:d', '1:e', '1:f']);
  });

  test('who left is left alone, and an old notice of it says nothing about who came back', async () => {
    await say('a');
    const left = new Date(now.getTime() - minuteMs);
    await instance.turns.lose('talk', left);
    expect(await rows()).toMatchObject([{ state: 'queued' }]);
    await instance.turns.lose('talk', now);
    expect(await rows()).toMatchObject([{ state: 'failed', failure: 'unreachable' }]);
  });

  test('while somebody of the office answers the bot is silent; it comes back by itself and remembers', async () => {
    await say('a');
    await instance.turns.keepSilent('talk', now);
    later(minuteMs);
    await say('b');
    await outbox.flush();
    expect(sent).toEqual(['1:a']);
    later(hourMs);
    await say('c');
    await outbox.flush();
    // What was open is broken off first: an event without words.
    expect(sent).toEqual(['1:a', '3:a,,c']);
  });

  test('who withdraws on the platform is forgotten without a word', async () => {
    await say('bí mật');
    await outbox.flush();
    const message = inboundMessage('talk', '');
    const activity = { type: 'event' as const, name: withdrawEvent, from: { id: 'x' } };
    await instance.turns.accept({ ...message, channel: 'push', address: 'place', activity });
    await eventually(async () => {
      const row = await instance.records.db
        .selectFrom('conversations')
        .select('state')
        .where('id', '=', 'talk')
        .executeTakeFirst();
      return row?.state === null ? true : undefined;
    }, 'empty memory');
    expect(await rows()).toHaveLength(1);
  });
});
