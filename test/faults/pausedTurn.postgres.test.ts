import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { openRecords, type Records } from '../../src/records/index.js';
import { freePort } from '../support/freePort.js';
import { ServiceProcess } from '../support/ServiceProcess.js';
import { createStore, type TestStore } from '../support/stores.js';
import { readFacts } from './storeFacts.js';
import { consent, StubbornCitizen } from './StubbornCitizen.js';

const script = 'faults/crashingService.mjs';
const finishWithinMs = 30_000;
/** After these statements a turn stands still: it was handed what it works on with the stored message, or holds the rows that it writes. */
const moments = [
  ['before it writes', 'with "asked" as'],
  ['in the middle of its transaction', 'update "inbox" set "processed_at"'],
] as const;

// Several instances need PostgreSQL.
describe('a paused instance on PostgreSQL', () => {
  let store: TestStore;
  let records: Records;
  const services: ServiceProcess[] = [];

  beforeEach(async () => {
    store = await createStore('postgres');
    records = await openRecords(store);
  });
  afterEach(async () => {
    await Promise.all(services.splice(0).map((service) => service.stop('SIGKILL')));
    await records.close();
    await store.drop();
  });

  test.each(moments)(
    'stopped %s, it finds its turn done by another and writes nothing late',
    async (_when, pauseAfter) => {
      const [paused, other] = await Promise.all([start(), start()]);
      const at = (port: number) => `http://127.0.0.1:${port}`;
      const citizen = await StubbornCitizen.arrive(() => at(other.port));
      await citizen.leadUpToConsent();

      await paused.service.ask({ pauseAfter });
      // The acknowledgement may be lost with the pause: the delivery is repeated at the other one, and counts once.
      const delivery = crypto.randomUUID();
      const posted = citizen.post(consent, delivery, at(paused.port)).catch(() => undefined);
      await paused.service.says('paused');
      await citizen.deliver(consent, delivery);
      const before = await untilLead(citizen);
      expect(before).toMatchObject({ waiting: 0, leads: 1, consents: 1, joined: 1 });

      paused.service.signal('SIGCONT');
      await posted;
      // It answers again, so whatever it still had in hand is tried by now; then it is asked to come to an end.
      expect((await fetch(`${at(paused.port)}/health/live`)).ok).toBe(true);
      await sleep(1_000);
      await citizen.say('cảm ơn');
      const after = await readFacts(records, citizen.conversationId);
      expect(after).toEqual({
        ...before,
        taken: before.taken + 1,
        turns: before.turns + 1,
        replies: before.replies + 1,
      });
      const said = await citizen.transcript();
      expect(said.filter(({ channelData }) => channelData?.lead !== undefined)).toHaveLength(1);
    },
  );

  async function start(): Promise<Readonly<{ service: ServiceProcess; port: number }>> {
    const port = await freePort();
    const service = ServiceProcess.launch(script, store, port);
    services.push(service);
    await service.ready();
    return { service, port };
  }

  async function untilLead(citizen: StubbornCitizen) {
    const until = Date.now() + finishWithinMs;
    for (;;) {
      const facts = await readFacts(records, citizen.conversationId);
      if (facts.waiting === 0 && facts.leads > 0) return facts;
      if (Date.now() > until) throw new Error('Nobody finished the turn of the paused instance.');
      await sleep(50);
    }
  }
});
