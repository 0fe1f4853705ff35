import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { openRecords, type Records } from '../../src/records/index.js';
import { ServiceProcess } from '../support/ServiceProcess.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { freePort } from '../support/testService.js';
import { isStored, readFacts } from './storeFacts.js';
import { consent, question, smalltalk, StubbornCitizen } from './StubbornCitizen.js';

const script = 'faults/crashingService.mjs';
/** What the contract promises after a restart. */
const recoveryMs = 5_000;
/** Nothing that a turn does takes more statements; a turn that never survives is a bug of its own. */
const mostStatements = 60;

/** Statements after which a kill must have happened, or the test would prove less than it says. */
const mustBeHit = [
  // On PostgreSQL with the number that it takes, in one statement that is a commit of its own.
  /insert into "inbox"/,
  /^update "conversations"/,
  /^update "inbox"/,
  /^insert into "outbox"/,
  /^insert into "leads"/,
  /^insert into "consents"/,
  /^insert into "lead_events"/,
  /^commit/i,
];

describe('a lead survives a power cut at any moment', () => {
  // Both engines at once: each waits mostly for its own service to start.
  test.concurrent.each(storeNames)(
    'killed after every single statement of the consent, on %s',
    async (name) => {
      const store = await createStore(name);
      const records = await openRecords(store);
      const port = await freePort();
      let service = await start(store, port);
      try {
        const hit: string[] = [];
        let resent = 0;
        let slowest = 0;
        for (let count = 1; ; count += 1) {
          expect(count).toBeLessThan(mostStatements);
          const citizen = await StubbornCitizen.arrive(() => `http://127.0.0.1:${port}`);
          await citizen.leadUpToConsent();
          expect(await readFacts(records, citizen.conversationId)).toMatchObject({ leads: 0, consents: 0 });

          const delivery = randomUUID();
          await service.ask({ killAfter: count });
          const acknowledged = await citizen.post(consent, delivery).then(
            () => true,
            () => false,
          );
          if (await survives(service, records, citizen)) {
            expect(acknowledged).toBe(true);
            await expectOneLead(records, citizen);
            break;
          }
          hit.push(service.printed.trim().split('\n').at(-1) ?? '');

          service = await start(store, port);
          const from = Date.now();
          const stored = await isStored(records, delivery);
          if (acknowledged) expect(stored).toBe(true);
          if (stored) {
            await untilFinished(records, citizen, from + recoveryMs);
            slowest = Math.max(slowest, Date.now() - from);
            await expectOneLead(records, citizen);
          } else {
            expect(await readFacts(records, citizen.conversationId)).toMatchObject({ leads: 0, consents: 0 });
          }
          if (!acknowledged) {
            resent += 1;
            await citizen.deliver(consent, delivery);
          }
          await untilFinished(records, citizen, Date.now() + recoveryMs);
          await expectOneLead(records, citizen);
        }
        const missed = mustBeHit.filter((pattern) => !hit.some((sql) => pattern.test(sql)));
        expect({ missed, hit }).toEqual({ missed: [], hit });
        const commits = hit.filter((sql) => /^commit|^with .*insert into "inbox"/i.test(sql));
        expect(commits.length).toBeGreaterThanOrEqual(2);
        report(
          `${name}: killed after each of ${hit.length} statements, ${resent} sent again, always 1 lead with 1 consent and 1 confirmation, interrupted turns finished at most ${slowest} ms after the service was back`,
        );
      } finally {
        await service.stop('SIGKILL');
        await records.close();
        await store.drop();
      }
    },
  );
});

describe.each(storeNames)(
  'twenty citizens at once on a service that is killed at random moments, on %s',
  (name) => {
    const citizens = 20;
    const kills = 3;
    let store: TestStore;
    let records: Records;
    let service: ServiceProcess;
    let port: number;

    beforeAll(async () => {
      store = await createStore(name);
      records = await openRecords(store);
      port = await freePort();
      service = await start(store, port);
    });
    afterAll(async () => {
      await service.stop('SIGKILL');
      await records.close();
      await store.drop();
    });

    test('everything acknowledged is processed once: nothing lost, nothing doubled', async () => {
      let over = false;
      const talk = async (index: number): Promise<StubbornCitizen> => {
        const citizen = await StubbornCitizen.arrive(() => `http://127.0.0.1:${port}`, index);
        // Some are in the middle of their lead, some before, some behind it when the service dies.
        for (let said = 0; said < index % 4; said += 1) await citizen.say(smalltalk);
        await citizen.leadUpToConsent();
        await citizen.say(consent);
        do await citizen.say(question);
        while (!over);
        return citizen;
      };
      const talks = Promise.all(Array.from({ length: citizens }, (_, index) => talk(index)));
      for (let killed = 0; killed < kills; killed += 1) {
        await sleep(100 + Math.random() * 500);
        expect(await service.stop('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
        service = await start(store, port);
      }
      over = true;

      let acknowledged = 0;
      let retries = 0;
      for (const citizen of await talks) {
        const said = await citizen.transcript();
        const heard = said.filter(({ from }) => from.role === 'user').map(({ id, text }) => ({ id, text }));
        expect(heard).toEqual(citizen.acknowledged.map(({ id, text }) => ({ id, text })));
        for (const { id } of citizen.acknowledged) {
          const replies = said.filter(({ replyToId }) => replyToId === id).map(({ text }) => text);
          expect(replies.length).toBeGreaterThan(0);
          expect(new Set(replies).size).toBe(replies.length);
        }
        const taken = citizen.acknowledged.length + 1;
        expect(await readFacts(records, citizen.conversationId)).toMatchObject({
          taken,
          turns: taken,
          waiting: 0,
          leads: 1,
          consents: 1,
          joined: 1,
        });
        acknowledged += citizen.acknowledged.length;
        retries += citizen.retries;
      }
      expect(retries).toBeGreaterThan(0);
      report(
        `${name}: ${kills} kills at random moments, ${citizens} conversations, ${acknowledged} messages acknowledged and processed, ${retries} tries repeated, lost 0, doubled 0`,
      );
    });
  },
);

async function start(store: TestStore, port: number): Promise<ServiceProcess> {
  const service = ServiceProcess.launch(script, store, port);
  await service.ready();
  return service;
}

/** Whether the armed service gets through the turn alive; if so it is disarmed. */
async function survives(
  service: ServiceProcess,
  records: Records,
  citizen: StubbornCitizen,
): Promise<boolean> {
  const life = new AbortController();
  const died = service.ended.then(() => life.abort());
  const finished = (async () => {
    while (!life.signal.aborted) {
      if ((await readFacts(records, citizen.conversationId)).leads > 0) return;
      await sleep(10);
    }
  })();
  await Promise.race([died, finished]);
  if (life.signal.aborted) return false;
  // After the commit the service looks once more whether a message waits; then it rests, and what is left was not needed.
  await sleep(200);
  const disarmed = await service.ask({ killAfter: 0 }).catch(() => undefined);
  return z.object({ unused: z.number() }).safeParse(disarmed).data?.unused !== undefined;
}

async function untilFinished(records: Records, citizen: StubbornCitizen, deadline: number): Promise<void> {
  for (;;) {
    const { waiting, leads } = await readFacts(records, citizen.conversationId);
    if (waiting === 0 && leads > 0) return;
    if (Date.now() > deadline) throw new Error('The interrupted turn did not go on in time.');
    await sleep(10);
  }
}

/** One lead, one consent, told once; and the conversation goes on. */
async function expectOneLead(records: Records, citizen: StubbornCitizen): Promise<void> {
  // Turns keep their order: what is counted after this answer can't change any more.
  const answers = await citizen.say(question);
  expect(answers[0]?.text).toMatch(/\d\sđ/);
  expect(await readFacts(records, citizen.conversationId)).toMatchObject({
    waiting: 0,
    leads: 1,
    consents: 1,
    joined: 1,
  });
  const said = await citizen.transcript();
  expect(said.filter(({ channelData }) => channelData?.lead !== undefined)).toHaveLength(1);
  expect(said.filter(({ from, text }) => from.role === 'user' && text === consent)).toHaveLength(1);
}

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
