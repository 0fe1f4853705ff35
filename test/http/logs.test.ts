import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createLog } from '../../src/logging/index.js';
import type { RunningService } from '../../src/main.js';
import { openRecords } from '../../src/records/index.js';
import { Browser } from '../support/Browser.js';
import { Citizen } from '../support/Citizen.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { stopTurns } from '../support/stopTurns.js';
import { eventually } from '../support/eventually.js';
import { exampleDay, startTestService } from '../support/testService.js';

const line = z.looseObject({ msg: z.string(), request: z.string().optional(), turn: z.string().optional() });
const phone = '0912345678';
const name = 'Trần Thị Bích Thủy';

describe.each(storeNames)('the log over %s', (engine) => {
  let store: TestStore;
  let service: RunningService;
  let lines: string[];

  beforeEach(async () => {
    store = await createStore(engine);
    lines = [];
    const log = createLog('debug', { write: (text) => void lines.push(text) });
    service = await startTestService(store, { now: exampleDay, log });
  });
  afterEach(async () => {
    await service.stop();
    await store.drop();
  });

  test('carries request and turn through a whole lead, and nothing of the person', async () => {
    const citizen = await Citizen.arrive(service.address);
    const said = [
      'Nhờ cán bộ gọi',
      'BHXH tự nguyện',
      'xã Tam Hải, Đà Nẵng',
      `${name}, ${phone}`,
      'Buổi sáng',
      'Đồng ý',
    ];
    for (const text of said) await citizen.say(text);
    const reference = (await citizen.transcript()).find(({ channelData }) => channelData?.lead !== undefined);
    expect(reference).toBeDefined();
    const browser = new Browser(service.address);
    await browser.get('/');
    await browser.post('/chat', { text: `tôi tên ${name} số ${phone}` });
    // Also what goes wrong is told without what it went wrong on.
    const records = await openRecords(store);
    const goOn = await stopTurns(records, engine);
    await citizen.post(`gọi cho tôi theo số ${phone}`);
    await eventually(
      async () => (lines.some((text) => text.includes('turn could not be finished')) ? true : undefined),
      'a failure',
    );
    await goOn();
    await records.close();

    const parsed = lines.map((text) => line.parse(JSON.parse(text)));
    const requests = parsed.filter(({ msg }) => msg === 'request' || msg === 'accepted');
    const turns = parsed.filter(({ msg }) => msg === 'turn' || msg === 'turn could not be finished yet');
    expect(requests.length).toBeGreaterThan(said.length);
    expect(turns.length).toBeGreaterThan(said.length);
    for (const { request } of requests) expect(request).toMatch(/^[0-9a-f-]{36}$/);
    for (const { turn } of turns) expect(turn).toMatch(/^[\w-]{12}(-\d+)?$/);
    // The request that brought a message names the turn that answers it.
    const brought = parsed.filter(({ msg }) => msg === 'accepted').map(({ turn }) => turn);
    for (const { msg, turn } of turns) if (msg === 'turn') expect(brought).toContain(turn);

    const everything = lines.join('\n');
    const secrets = [
      phone.slice(1),
      ...name.split(' '),
      'Tam Hải',
      'đăng ký tham gia',
      citizen.token,
      citizen.conversationId,
      reference?.channelData?.lead?.reference ?? 'no reference',
      '127.0.0.1',
    ];
    for (const secret of secrets) expect(everything).not.toContain(secret);
  });

  test('an answer tells the id by which the log finds it', async () => {
    const response = await fetch(`${service.address}/health/live`);
    const id = response.headers.get('x-request-id');
    expect(lines.some((text) => line.parse(JSON.parse(text)).request === id)).toBe(true);
  });
});
