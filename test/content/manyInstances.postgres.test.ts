import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { z } from 'zod';
import type { RunningService } from '../../src/main.js';
import { projectRoot } from '../../src/paths.js';
import { Listener, openRecords, type Records } from '../../src/records/index.js';
import { listenerName } from '../../src/records/Listener.js';
import { Citizen } from '../support/Citizen.js';
import { eventually } from '../support/eventually.js';
import { openShippedContent } from '../support/openInstance.js';
import { createStore, type TestStore } from '../support/stores.js';
import { testKey } from '../support/testKey.js';
import { exampleDay, startTestService } from '../support/testService.js';

const publications = 100;
const question = 'bhxh tự nguyện là gì';

// Only PostgreSQL is shared by instances.
describe('content that one instance publishes', () => {
  let store: TestStore;
  let service: RunningService;
  let records: Records;
  /** What the question is about. */
  let topic: string;

  beforeAll(async () => {
    store = await createStore('postgres');
    const env = { DATA_KEY: Buffer.from(testKey).toString('base64') };
    const options = { now: exampleDay, unlimited: true, env };
    service = await startTestService(store, options);
    records = await openRecords(store);
    const match = await fetch(`${service.address}/api/v1/faq/match`, {
      method: 'POST',
      body: JSON.stringify({ question }),
    });
    topic = z.object({ topic: z.string() }).parse(await match.json()).topic;
  });
  afterAll(async () => {
    await records?.close();
    await store?.drop();
  });

  /** Another process publishes so many versions, as an instance of its own. */
  async function publish(first: number, count = 1): Promise<void> {
    const script = join(projectRoot, 'test', 'support', 'publishing.mjs');
    const args = [script, store.databaseUrl ?? '', topic, String(first), String(count)];
    const child = spawn(process.execPath, args, {
      stdio: 'inherit',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  }

  async function marks(): Promise<readonly string[]> {
    const citizen = await Citizen.arrive(service.address);
    const replies = await citizen.say(question);
    return replies.flatMap(({ text }) => text.match(/\[bản \d+\]/g) ?? []);
  }

  async function isSeen(version: number): Promise<void> {
    await eventually(
      async () => ((await marks()).includes(`[bản ${version}]`) ? true : undefined),
      `version ${version}`,
    );
  }

  test('is what another one answers with, also after the connection it is told on was cut', async () => {
    await publish(1);
    await isSeen(1);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${listenerName} and datname = current_database()`.execute(
      records.db,
    );
    await publish(2);
    await isSeen(2);
    await service.stop();
  });

  test('is never mixed in one answer, however fast one version follows the other', async () => {
    const follower = await openShippedContent(store, records, exampleDay);
    const told = new Listener({
      databaseUrl: store.databaseUrl ?? '',
      heard: () => follower.lookNow(),
      renewed: () => follower.lookNow(),
      failed: () => undefined,
    });
    let publishing = true;
    const seen = new Set<string>();
    const asking = (async () => {
      while (publishing) {
        const content = follower.snapshot();
        const { topic: found } = content.match(question, 'vi');
        const answer = content.answer(found ?? '', 'vi', '2026-11-21')?.answer ?? '';
        const [first, second, ...more] = answer.match(/\[bản \d+\]/g) ?? [];
        expect([first, more]).toEqual([second, []]);
        expect(answer).toMatch(/\d\.\d{3}/);
        seen.add(first ?? 'none');
        await sleep(5);
      }
    })();
    await publish(3, publications);
    publishing = false;
    await asking;
    expect(seen.size).toBeGreaterThan(2);
    await eventually(async () => {
      const answer = follower.snapshot().answer(topic, 'vi', '2026-11-21')?.answer ?? '';
      return answer.includes(`[bản ${2 + publications}]`) ? true : undefined;
    }, 'the last version');
    await told.close();
    await follower.close();
  }, 600_000);
});
