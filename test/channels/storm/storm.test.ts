import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openRecords, type Records } from '../../../src/records/index.js';
import { deliver, type Delivery, type FakePlatform } from '../../fakes/FakePlatform.js';
import { fakeAzure } from '../../fakes/fakeAzure.js';
import { fakeMessenger } from '../../fakes/fakeMessenger.js';
import { fakeTelegram } from '../../fakes/fakeTelegram.js';
import { fakeViber } from '../../fakes/fakeViber.js';
import { fakeZalo } from '../../fakes/fakeZalo.js';
import { eventually } from '../../support/eventually.js';
import { forkSource } from '../../support/forkSource.js';
import { storeNames } from '../../support/storeNames.js';
import { createStore, type TestStore } from '../../support/stores.js';
import { freePort } from '../../support/testService.js';

const citizensEach = 4;
const messagesEach = 14;
const kills = 4;
const doubledShare = 0.1;
/** After this nobody is killed any more: a slow machine gets its time for the rest. */
const killingMs = 12_000;
const patienceMs = 150_000;

type Sent = Readonly<{ platform: FakePlatform; citizen: string; text: string; delivery: Delivery }>;

describe.each(storeNames)('through the stand-ins, with doubles, disorder and kills, over %s', (name) => {
  let store: TestStore;
  let records: Records;
  let platforms: readonly FakePlatform[];
  let child: ChildProcess | undefined;
  let port: number;

  beforeEach(async () => {
    store = await createStore(name);
    records = await openRecords(store);
    platforms = [
      await fakeTelegram(),
      await fakeMessenger(),
      await fakeViber(),
      await fakeZalo(),
      await fakeAzure(),
    ];
    port = await freePort();
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await records.close();
    for (const platform of platforms) await platform.stop();
    await store.drop();
  });

  const start = async (): Promise<ChildProcess> => {
    const started = forkSource(new URL('stormMain.ts', import.meta.url), {
      STORM: JSON.stringify({
        dataDir: store.dataDir,
        databaseUrl: store.databaseUrl,
        port,
        hosts: Object.assign({}, ...platforms.map(({ hosts = {} }) => hosts)),
      }),
      ...Object.assign({}, ...platforms.map((platform) => platform.env())),
    });
    await once(started, 'message');
    return started;
  };
  /** As platforms do it: again and again until it is acknowledged. */
  const insist = async ({ platform, delivery }: Sent): Promise<void> => {
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      const status = await deliver(`http://127.0.0.1:${port}`, platform.door, delivery).catch(() => 0);
      if (status === 200) return;
      await sleep(50);
    }
    throw new Error('A delivery was never acknowledged.');
  };

  test(
    'nothing is lost, nothing is doubled, the order is kept',
    async () => {
      const people = platforms.flatMap((platform) =>
        Array.from({ length: citizensEach }, (_, index) => ({
          platform,
          citizen: String(2_000_000 + index),
        })),
      );
      child = await start();
      // Zalo's first token is fetched in peace: a kill while a single-use token is exchanged needs a person.
      const greetings = people.map(({ platform, citizen }) => ({
        platform,
        citizen,
        text: 'm0',
        delivery: platform.write(citizen, 'm0'),
      }));
      await Promise.all(greetings.map(insist));
      await eventually(
        async () =>
          people.every(({ platform, citizen }) => platform.shownTo(citizen).length > 0) ? true : undefined,
        'first answers',
        patienceMs,
      );

      let isOver = false;
      let killed = 0;
      const kill = async (): Promise<void> => {
        const until = Date.now() + killingMs;
        while (!isOver && killed < kills && Date.now() < until) {
          await sleep(150 + Math.random() * 400);
          const dying = child;
          if (dying === undefined || isOver) return;
          const ended = once(dying, 'exit');
          dying.send('die');
          await Promise.race([ended, sleep(5_000)]);
          if (dying.signalCode === null) return;
          killed += 1;
          child = await start();
        }
      };
      /** Each citizen's deliveries in a disorder of two, one in ten of them doubled now or later. */
      const talk = async ({ platform, citizen }: (typeof people)[number]): Promise<void> => {
        const all = Array.from({ length: messagesEach }, (_, index): Sent => {
          const text = `m${index + 1}`;
          return { platform, citizen, text, delivery: platform.write(citizen, text) };
        });
        for (let index = 0; index < all.length; index += 2) {
          const pair = all.slice(index, index + 2);
          if (Math.random() < 0.5) pair.reverse();
          const late = all.slice(0, index).filter(() => Math.random() < doubledShare);
          const doubled = pair.filter(() => Math.random() < doubledShare);
          await Promise.all([...pair, ...late, ...doubled].map(insist));
          await sleep(400);
        }
      };
      const killing = kill();
      await Promise.all(people.map(talk));
      isOver = true;
      await killing;
      // Whoever is armed must not die over what comes last.
      if (child.signalCode === null && child.connected) child.send('live', () => undefined);
      await Promise.race([once(child, 'exit'), sleep(500)]);
      if (child.signalCode !== null) child = await start();

      const expected = messagesEach + 1;
      const finished = await eventually(
        async () => {
          const waiting = await records.db
            .selectFrom('outbox')
            .select('seq')
            .where('state', '=', 'queued')
            .executeTakeFirst();
          const open = await records.db
            .selectFrom('inbox')
            .select('seq')
            .where('processed_at', 'is', null)
            .executeTakeFirst();
          return waiting === undefined && open === undefined ? true : undefined;
        },
        'end',
        patienceMs,
      );
      expect(finished).toBe(true);

      const faults: unknown[] = [];
      for (const { platform, citizen } of people) {
        const id = platform.conversationOf(citizen);
        const inbox = await records.db
          .selectFrom('inbox')
          .select('seq')
          .where('conversation_id', '=', id)
          .execute();
        const shown = platform.shownTo(citizen).map(({ text }) => text);
        const last = shown.at(-1)?.split(':')[1]?.split(',') ?? [];
        // The bot says everything that it heard so far: each answer goes on where the one before ended.
        const isInOrder = shown.every(
          (text, index) => text === `${index + 1}:${last.slice(0, index + 1).join(',')}`,
        );
        const heard = Array.from({ length: expected }, (_, index) => `m${index}`);
        const isWhole = last.toSorted().join() === heard.toSorted().join();
        if (inbox.length !== expected || shown.length !== expected || !isInOrder || !isWhole)
          faults.push({ id, inbox: inbox.length, shown });
      }
      process.stdout.write(
        `${name}: ${people.length * expected} messages, ${killed} kills, ${faults.length} conversations with a fault\n`,
      );
      expect(faults).toEqual([]);
      expect(killed).toBeGreaterThan(0);
    },
    patienceMs * 2,
  );
});
