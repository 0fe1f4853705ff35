import { renameSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { z } from 'zod';
import type { RunningService } from '../../src/main.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { Citizen } from '../support/Citizen.js';
import { eventually } from '../support/eventually.js';
import { stopTurns } from '../support/stopTurns.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { startTestService } from '../support/testService.js';

const token = 'token-of-the-watching-machine';
const readiness = z.object({ status: z.string(), checks: z.record(z.string(), z.boolean()) });

describe.each(storeNames)('operation on %s', (name) => {
  let store: TestStore;
  let service: RunningService;
  let records: Records;
  let now: Date;

  beforeEach(async () => {
    store = await createStore(name);
    now = new Date('2026-11-21T03:00:00Z');
    const env = { METRICS_TOKEN: token, TRUSTED_PROXIES: '1' };
    service = await startTestService(store, { env, now: () => now });
    records = await openRecords(store);
  });
  afterEach(async () => {
    await records.close();
    await service.stop();
    await store.drop();
  });

  async function brokenChecks(): Promise<readonly string[]> {
    const live = await fetch(`${service.address}/health/live`);
    expect(live.status).toBe(200);
    const response = await fetch(`${service.address}/health/ready`);
    const { status, checks } = readiness.parse(await response.json());
    const broken = Object.keys(checks).filter((check) => checks[check] !== true);
    expect([response.status, status]).toEqual(broken.length === 0 ? [200, 'ready'] : [503, 'not_ready']);
    return broken;
  }

  test('readiness tells what is broken, and life goes on', async () => {
    expect(await brokenChecks()).toEqual([]);

    await sql`alter table inbox rename to inbox_away`.execute(records.db);
    expect(await brokenChecks()).toEqual(['database', 'migrations', 'queue']);
    await sql`alter table inbox_away rename to inbox`.execute(records.db);
    expect(await brokenChecks()).toEqual([]);

    const last = await records.db.introspection.getTables({ withInternalKyselyTables: true });
    expect(last.map((table) => table.name)).toContain('kysely_migration');
    await sql`update kysely_migration set name = 'elsewhere' where name = '0006-unanswered-questions'`.execute(
      records.db,
    );
    expect(await brokenChecks()).toEqual(['migrations']);
    await sql`update kysely_migration set name = '0006-unanswered-questions' where name = 'elsewhere'`.execute(
      records.db,
    );

    renameSync(store.dataDir, `${store.dataDir}-away`);
    expect(await brokenChecks()).toEqual(['disk']);
    renameSync(`${store.dataDir}-away`, store.dataDir);

    const citizen = await Citizen.arrive(service.address);
    const goOn = await stopTurns(records, name);
    await citizen.post('bhxh tự nguyện là gì');
    now = new Date(now.getTime() + 2 * 60_000);
    expect(await brokenChecks()).toEqual(['queue']);
    await goOn();
    await eventually(async () => ((await brokenChecks()).length === 0 ? true : undefined), 'ready');
  });

  test('the figures count what happens and name nobody', async () => {
    const citizen = await Citizen.arrive(service.address);
    await citizen.say('thủ tục ly hôn rồi chia đất thế nào');
    await citizen.say('bhxh tự nguyện là gì');
    const figures = await eventually(async () => {
      const text = await (await fetch(`${service.address}/metrics`)).text();
      return text.includes('an_sinh_turn_seconds_count{stage="whole"} 3') ? text : undefined;
    }, 'three turns');
    for (const stage of ['read', 'dialogs', 'commit']) {
      expect(figures).toContain(`an_sinh_turn_seconds_count{stage="${stage}"} 3`);
    }
    expect(figures).toContain('an_sinh_turns_total{channel="webchat",outcome="done"} 3');
    expect(figures).toMatch(/an_sinh_unanswered_total\{outcome="\w+"\} 1/);
    expect(figures).toContain('an_sinh_queue_age_seconds{queue="inbox"} 0');
    expect(figures).toContain('an_sinh_store_up 1');
    expect(figures).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(figures).toMatch(/^process_resident_memory_bytes /m);
    expect(figures).not.toContain(citizen.conversationId);
  });

  test('a store that is away leaves out its figures and no others', async () => {
    await sql`alter table inbox rename to inbox_away`.execute(records.db);
    const figures = await (await fetch(`${service.address}/metrics`)).text();
    await sql`alter table inbox_away rename to inbox`.execute(records.db);
    expect(figures).toContain('an_sinh_store_up 0');
    expect(figures).not.toMatch(/^an_sinh_queue_age_seconds/m);
    expect(figures).toMatch(/^process_cpu_seconds_total /m);
  });

  test('the figures are for the machine itself and for whoever has the token', async () => {
    const ask = (headers: Record<string, string>) => fetch(`${service.address}/metrics`, { headers });
    expect((await ask({})).status).toBe(200);
    expect((await ask({ 'X-Forwarded-For': '203.0.113.7' })).status).toBe(403);
    // A caller can write any address into the header before the proxy adds the true one.
    expect((await ask({ 'X-Forwarded-For': '127.0.0.1' })).status).toBe(403);
    expect((await ask({ 'X-Forwarded-For': '203.0.113.7', Authorization: 'Bearer wrong' })).status).toBe(403);
    const known = { 'X-Forwarded-For': '203.0.113.7', Authorization: `Bearer ${token}` };
    expect((await ask(known)).status).toBe(200);
  });
});
