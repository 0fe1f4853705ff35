import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RunningService } from '../../src/main.js';
import { openRecords } from '../../src/records/index.js';
import { Browser } from '../support/Browser.js';
import { Citizen } from '../support/Citizen.js';
import { eventually } from '../support/eventually.js';
import { raiseOnInbox } from '../support/raiseOnInbox.js';
import { stopTurns } from '../support/stopTurns.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { startTestService } from '../support/testService.js';

const village = 60;
/** What an address may ask in a minute for devices without a conversation. */
const addressLimit = 6_000;
/** More than a device may send in a minute. */
const flood = 700;

describe.each(storeNames)('pressure on %s', (name) => {
  let store: TestStore;
  let service: RunningService;

  beforeEach(async () => {
    store = await createStore(name);
    service = await startTestService(store);
  });
  afterEach(async () => {
    await service.stop();
    await store.drop();
  });

  const post = (citizen: Citizen, text: string): Promise<Response> =>
    fetch(`${service.address}/v3/directline/conversations/${citizen.conversationId}/activities`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${citizen.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ type: 'message', from: { id: 'citizen' }, text, locale: 'vi-VN' }),
    });

  test('sixty phones behind one address are all served while another one there floods', async () => {
    const flooder = await Citizen.arrive(service.address);
    const refused: Response[] = [];
    const flooding = (async () => {
      for (let sent = 0; sent < flood; sent += 20) {
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => post(flooder, 'bhxh tự nguyện là gì')),
        );
        refused.push(...answers.filter(({ status }) => status !== 200));
      }
    })();
    const served = await Promise.all(
      Array.from({ length: village }, async () => {
        const citizen = await Citizen.arrive(service.address);
        const replies = await citizen.say('bhxh tự nguyện là gì');
        return replies.length > 0;
      }),
    );
    await flooding;
    expect(served.filter(Boolean)).toHaveLength(village);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect([429, 503]).toContain(answer.status);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    // Who floods in one conversation still opens nobody else's door, nor loses the own: it is told when to come again.
    const { error } = JSON.parse((await refused[0]?.text()) ?? '{}');
    expect(error.code).toBe('too_many_requests');
  });

  test('the guests of an event come in though others used up what their address may ask', async () => {
    const arrive = (ref?: string): Promise<Response> =>
      fetch(`${service.address}/chat/session`, {
        method: 'POST',
        headers: { Origin: service.address, 'Content-Type': 'application/json' },
        body: JSON.stringify({ locale: 'vi', ...(ref === undefined ? {} : { ref }) }),
      });
    const askForTokens = async (times: number): Promise<readonly number[]> =>
      Promise.all(
        Array.from({ length: times }, async () => {
          const url = `${service.address}/v3/directline/tokens/generate`;
          return (await fetch(url, { method: 'POST', body: '{}' })).status;
        }),
      );
    for (let asked = 0; asked < addressLimit; asked += 200) await askForTokens(200);
    expect(await askForTokens(1)).toEqual([429]);
    expect((await arrive()).status).toBe(429);
    expect((await arrive('no code')).status).toBe(429);
    const guests = await Promise.all(Array.from({ length: village }, () => arrive('TN01--CHO-MOI')));
    expect(guests.filter(({ status }) => status === 200)).toHaveLength(village);
  });

  test('who sends more than can be worked off is told when to try again, and others are not', async () => {
    const records = await openRecords(store);
    const flooder = await Citizen.arrive(service.address);
    const neighbour = await Citizen.arrive(service.address);
    const goOn = await stopTurns(records, name);
    const answers = await Promise.all(Array.from({ length: 80 }, (_, at) => post(flooder, `câu ${at}`)));
    const taken = answers.filter(({ status }) => status === 200);
    const turnedAway = answers.filter(({ status }) => status === 429);
    expect([taken.length, turnedAway.length]).toEqual([60, 20]);
    expect(Number(turnedAway[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post(neighbour, 'bhxh tự nguyện là gì')).status).toBe(200);
    await goOn();
    // What was acknowledged is answered, and there is room again.
    const transcript = await eventually(async () => {
      const said = await flooder.transcript();
      return new Set(said.map(({ replyToId }) => replyToId)).size > taken.length ? said : undefined;
    }, 'every message answered');
    expect(transcript.filter(({ from }) => from.role === 'user')).toHaveLength(60);
    expect((await post(flooder, 'còn câu nữa')).status).toBe(200);
    await records.close();
  });

  test('answers can be read while the store takes nothing, and the page says so kindly', async () => {
    const browser = new Browser(service.address);
    await browser.get('/');
    await browser.post('/chat', { text: 'bhxh tự nguyện là gì' });
    const goOn = await refuseWrites(store);
    const refused = await browser.post(
      '/chat',
      { text: 'đóng bao nhiêu một tháng' },
      { Accept: 'text/html' },
    );
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.html).toContain('An Sinh chưa nhận được tin nhắn');
    expect(refused.html).toContain('action="/answers"');
    const found = await browser.get('/answers?q=bhxh+tu+nguyen+la+gi');
    expect([found.status, found.html.includes('<section>')]).toEqual([200, true]);
    expect((await browser.get('/answers')).html.match(/<li>/g)?.length).toBeGreaterThan(50);
    const matched = await fetch(`${service.address}/api/v1/faq/match`, {
      method: 'POST',
      body: JSON.stringify({ question: 'bhxh tự nguyện là gì' }),
    });
    expect(matched.status).toBe(200);
    await goOn();
    expect((await browser.post('/chat', { text: 'đóng bao nhiêu một tháng' })).status).toBe(200);
  });
});

/** SQLite: another process holds the write lock longer than anybody waits. PostgreSQL: the disk is full, as it says it. */
async function refuseWrites(store: TestStore): Promise<() => Promise<void>> {
  if (store.name === 'sqlite') {
    const other = new DatabaseSync(join(store.dataDir, 'an-sinh.sqlite'));
    other.exec('begin immediate');
    return async () => {
      other.exec('rollback');
      other.close();
    };
  }
  const records = await openRecords(store);
  const goOn = await raiseOnInbox(records, { before: 'insert', message: 'full', code: '53100' });
  return async () => {
    await goOn();
    await records.close();
  };
}
