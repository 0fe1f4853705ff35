import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { openRecords, type Records } from '../../src/records/index.js';
import { ServiceProcess } from '../support/ServiceProcess.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { freePort } from '../support/testService.js';
import { readFacts } from './storeFacts.js';
import { consent, leadSteps, smalltalk, StubbornCitizen } from './StubbornCitizen.js';

const stopWithinMs = 10_000;
const startWithinMs = 30_000;

describe.each(storeNames)('on %s', (name) => {
  let store: TestStore;
  let records: Records;
  const services: ServiceProcess[] = [];

  beforeEach(async () => {
    store = await createStore(name);
    records = await openRecords(store);
  });
  afterEach(async () => {
    await Promise.all(services.splice(0).map((service) => service.stop('SIGKILL')));
    await records.close();
    await store.drop();
  });

  test('a service asked to stop while turns run ends cleanly, with every turn whole or not begun', async () => {
    const port = await freePort();
    const service = await startPlain(port);
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        StubbornCitizen.arrive(() => `http://127.0.0.1:${port}`, index),
      ),
    );
    const texts = leadSteps.slice(0, 3).map(([text]) => text);
    // Clients who ask steadily on connections that they keep open must not hold the process.
    const askers = Array.from({ length: 5 }, () => askSteadily(port));
    const posts = people.flatMap((citizen) => texts.map((text) => citizen.post(text)));
    await untilSome(people);

    const asked = Date.now();
    expect(await service.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    const took = Date.now() - asked;
    expect(took).toBeLessThan(stopWithinMs);
    expect(service.complaints).toBe('');
    await Promise.all(askers);

    const outcomes = await Promise.allSettled(posts);
    const unfinished: number[] = [];
    for (const citizen of people) {
      const facts = await readFacts(records, citizen.conversationId);
      // Each message here has one reply; a finished one has it, one that waits has none.
      expect(facts.turns).toBe(facts.taken - facts.waiting);
      expect(facts.replies).toBe(facts.turns);
      expect(facts.taken).toBeGreaterThanOrEqual(citizen.acknowledged.length + 1);
      unfinished.push(facts.waiting);
    }

    await startPlain(port);
    for (const citizen of people) {
      for (const { id } of citizen.acknowledged) expect(await citizen.hear(id)).toHaveLength(1);
      const facts = await readFacts(records, citizen.conversationId);
      expect(facts).toMatchObject({ waiting: 0, turns: facts.taken, replies: facts.taken });
    }
    const refused = outcomes.filter(({ status }) => status === 'rejected').length;
    process.stdout.write(
      `${name}: stopped in ${took} ms with ${posts.length - refused} messages acknowledged, ${refused} refused, ${sum(unfinished)} left for the next start and answered there\n`,
    );
  });

  test('two processes on one store serve one conversation: one turn at a time, everything answered once', async () => {
    const ports = [await freePort(), await freePort()] as const;
    // Both at the same moment on an empty store: the tables and the first administrator are made once.
    await Promise.all(ports.map((port) => startPlain(port)));
    let turn = 0;
    const citizen = await StubbornCitizen.arrive(() => `http://127.0.0.1:${ports[turn++ % 2] ?? 0}`);
    await citizen.leadUpToConsent();
    const confirmed = await citizen.say(consent);
    expect(confirmed.filter(({ channelData }) => channelData?.lead !== undefined)).toHaveLength(1);

    const burst = await Promise.all(Array.from({ length: 30 }, () => citizen.post(smalltalk)));
    for (const id of burst) expect(await citizen.hear(id)).toHaveLength(1);
    const taken = leadSteps.length + burst.length + 2;
    expect(await readFacts(records, citizen.conversationId)).toEqual({
      taken,
      waiting: 0,
      turns: taken,
      replies: taken,
      leads: 1,
      consents: 1,
      joined: 1,
    });
    const said = await citizen.transcript();
    const order = said.flatMap(({ replyToId }) => (replyToId === undefined ? [] : [seqOf(replyToId)]));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(await records.db.selectFrom('accounts').select('id').execute()).toHaveLength(1);
  });

  async function startPlain(port: number): Promise<ServiceProcess> {
    const service = ServiceProcess.launch('faults/plainService.mjs', store, port);
    services.push(service);
    const until = Date.now() + startWithinMs;
    for (;;) {
      const answered = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
      if (answered?.ok === true) return service;
      if (Date.now() > until) throw new Error(`The service did not start: ${service.complaints}`);
      await sleep(50);
    }
  }
});

/** Asks without a pause on one connection that stays open, until nobody answers. */
async function askSteadily(port: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const isAnswered = (): Promise<boolean> =>
    new Promise((resolve) => {
      get({ host: '127.0.0.1', port, path: '/health/ready', agent }, (response) => {
        response.resume().once('end', () => resolve(true));
      }).once('error', () => resolve(false));
    });
  while (await isAnswered());
  agent.destroy();
}

/** Waits until the first messages are acknowledged: the others are on their way then. */
async function untilSome(people: readonly StubbornCitizen[]): Promise<void> {
  const until = Date.now() + startWithinMs;
  while (!people.some(({ acknowledged }) => acknowledged.length > 0)) {
    if (Date.now() > until) throw new Error('No message was acknowledged.');
    await sleep(1);
  }
}

function seqOf(id: string): number {
  return Number(id.split('|')[1]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
