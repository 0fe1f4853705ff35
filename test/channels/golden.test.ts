import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createBot } from '../../dialogs/index.js';
import { fixedToken, WebhookChannel } from '../../src/channels/WebhookChannel.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { OutboxSender } from '../../src/turn/index.js';
import type { Conversation, Turn } from '../dialogs/golden/Conversation.js';
import type { Delivery, FakePlatform, Shown } from '../fakes/FakePlatform.js';
import { fakeAzure } from '../fakes/fakeAzure.js';
import { fakeMessenger } from '../fakes/fakeMessenger.js';
import { fakePlain } from '../fakes/fakePlain.js';
import { fakeTelegram } from '../fakes/fakeTelegram.js';
import { fakeViber } from '../fakes/fakeViber.js';
import { fakeZalo } from '../fakes/fakeZalo.js';
import { openInstance, openShippedContent, words } from '../support/openInstance.js';
import { createStore } from '../support/stores.js';
import { exampleDay, startMs } from '../support/testService.js';
import { ChannelPlace } from './ChannelPlace.js';
import { ChannelTalk, offeredIn, plainSpaces, withoutChoices } from './ChannelTalk.js';
import { readGoldenConversations } from './goldenConversations.js';

const publicUrl = 'http://an-sinh.test';
const atOnce = 8;
const goldenConversations = await readGoldenConversations();
const days = [...Map.groupBy(goldenConversations, dayOf)];

type Rehearsal = Readonly<{
  platform: FakePlatform;
  records: Records;
  deliver: (delivery: Delivery) => Promise<number>;
}>;

describe('golden conversations mean the same', () => {
  let place: ChannelPlace;
  let day = exampleDay();

  beforeAll(async () => {
    const platforms = [
      await fakeTelegram(),
      await fakeMessenger(),
      await fakeViber(),
      await fakeZalo(),
      await fakeAzure(),
    ];
    const env = { PUBLIC_URL: publicUrl };
    place = await ChannelPlace.open('sqlite', platforms, { now: () => day, env });
  }, startMs);
  afterAll(() => place.close());

  test.each(['telegram', 'messenger', 'viber', 'zalo', 'botframework'])(
    'on %s',
    async (name) => {
      const platform = place.platform(name);
      const rehearsal = {
        platform,
        records: place.records,
        deliver: (delivery: Delivery) => place.deliver(platform, delivery),
      };
      for (const [noon, conversations] of days) {
        day = new Date(noon);
        expect(await rehearse(rehearsal, conversations)).toEqual([]);
      }
      expect(platform.api.received.length).toBeGreaterThan(goldenConversations.length);
    },
    240_000,
  );
});

describe('golden conversations mean the same where there is text and nothing else', () => {
  test('as numbered choices', async () => {
    const store = await createStore('sqlite');
    const platform = await fakePlain();
    let day = exampleDay();
    const now = () => day;
    const contentRecords = await openRecords(store);
    const content = await openShippedContent(store, contentRecords, now);
    const outboxes: OutboxSender[] = [];
    const instance = await openInstance(store, {
      bot: createBot(),
      content: () => content.snapshot(),
      now,
      publicUrl,
      pulls: () => false,
      marksOf: () => (message, conversationId) => channel.marksOf(message, conversationId),
      committed: () => outboxes.forEach((outbox) => outbox.wake()),
    });
    const channel = new WebhookChannel(platform.adapter, fixedToken('none'), {
      turns: instance.turns,
      words,
      publicUrl,
      now,
      report: () => undefined,
    });
    const outbox = new OutboxSender({
      records: instance.records,
      cipher: instance.cipher,
      now,
      channels: [{ name: 'plain', windowMs: undefined, send: (reply) => channel.send(reply) }],
      notice: () => undefined,
      failed: (error) => instance.failures.push(error),
    });
    outboxes.push(outbox);
    await instance.turns.start();
    const take = async ({ raw, headers }: Delivery): Promise<number> => {
      const lower = Object.fromEntries(
        Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]),
      );
      const reply = await channel.doors[0]?.open({
        headers: lower,
        query: new URLSearchParams(),
        body: Buffer.from(raw),
      });
      return reply?.status ?? 0;
    };
    for (const [noon, conversations] of days) {
      day = new Date(noon);
      const rehearsal = { platform, records: instance.records, deliver: take };
      expect(await rehearse(rehearsal, conversations)).toEqual([]);
    }
    expect([instance.faults, instance.failures]).toEqual([[], []]);
    await outbox.close();
    await instance.close();
    await content.close();
    await contentRecords.close();
    await platform.stop();
    await store.drop();
  }, 240_000);
});

/** Noon in Vietnam of the conversation's day. */
function dayOf({ day }: Conversation): number {
  return (day === undefined ? exampleDay() : new Date(`${day}T05:00:00Z`)).getTime();
}

let citizens = 5_000_000;

/** Holds all conversations, some side by side, each with a citizen of its own; what didn't mean the same. */
async function rehearse(
  { platform, records, deliver: take }: Rehearsal,
  conversations: readonly Conversation[],
): Promise<readonly unknown[]> {
  const faults: unknown[] = [];
  const hold = async (next: Conversation): Promise<void> => {
    citizens += 1;
    const talk = new ChannelTalk({ platform, records, citizen: String(citizens), deliver: take });
    if (next.client !== undefined && !platform.tellsLanguage) await talk.write('English');
    faults.push(...(await holdOne(talk, next)));
  };
  // Taking consent back reaches whoever left the same number, and here all leave the same: those come first, each among strangers.
  for (const next of conversations.filter(takesBack)) {
    await records.db.updateTable('leads').set({ open_key: null, phone_index: 'another' }).execute();
    await hold(next);
  }
  const waiting = conversations.filter((one) => !takesBack(one));
  const holdNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await hold(next);
  };
  await Promise.all(Array.from({ length: atOnce }, holdNext));
  return faults;
}

function takesBack({ turns }: Conversation): boolean {
  return turns.some(({ say }) => /x[oó]a|delete/i.test(say));
}

async function holdOne(talk: ChannelTalk, conversation: Conversation): Promise<readonly unknown[]> {
  const locale = conversation.client ?? 'vi-VN';
  for (const turn of conversation.turns) {
    const shown = await talk.say(turn.say, locale);
    const fault = differenceOf(turn, shown);
    if (fault !== undefined) return [{ conversation: conversation.title, said: turn.say, ...fault }];
  }
  return [];
}

function differenceOf(turn: Turn, shown: readonly Shown[]): object | undefined {
  const text = shown.map((one) => plainSpaces(one.text)).join('\n');
  if (shown.length === 0) return { fault: 'nothing was shown' };
  if (/\*\*|undefined|&amp;/.test(text)) return { fault: 'markup is shown', text };
  const told = withoutChoices(shown).join('\n');
  const missing = (turn.has ?? []).filter((wanted) => !holds(told, wanted));
  if (missing.length > 0) return { missing: missing.map(String), text };
  const unwanted = (turn.lacks ?? []).filter((one) => holds(text, one));
  if (unwanted.length > 0) return { unwanted: unwanted.map(String), text };
  const last = shown.at(-1);
  const offered = last === undefined ? [] : offeredIn(last);
  const buttons = (turn.buttons ?? []).filter((title) => !offered.includes(plainSpaces(title)));
  if (buttons.length > 0) return { buttons, offered };
  if (turn.picture !== undefined && !text.includes(`${publicUrl}/guides/${turn.picture}`))
    return { picture: turn.picture, text };
  if (turn.lead === true && !/AS-[A-Z0-9]/.test(text)) return { fault: 'no reference', text };
  return undefined;
}

function holds(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
