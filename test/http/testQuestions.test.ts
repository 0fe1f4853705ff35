import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { storeNames } from '../support/storeNames.js';
import { createStore } from '../support/stores.js';
import { exampleDay, startTestService } from '../support/testService.js';
import { AdminDesk, query } from './AdminDesk.js';

const item = z.looseObject({
  id: z.string(),
  question: z.string(),
  expected: z.string(),
  version: z.number(),
  updatedBy: z.string().nullable(),
  result: z.enum(['right', 'offered', 'wrong']),
  topic: z.string().nullable(),
});
const change = z.looseObject({
  question: z.string(),
  before: z.looseObject({ result: z.string() }),
  after: z.looseObject({ result: z.string(), topic: z.string().nullable() }),
});
const trialOf = z.object({
  total: z.number(),
  right: z.object({ before: z.number(), after: z.number() }),
  lost: z.array(change),
  gained: z.array(change),
});
const entryOf = z.looseObject({ phrasings: z.object({ vi: z.array(z.string()), en: z.array(z.string()) }) });

const question = 'cho hỏi mua sổ hưu nông dân kiểu gì';

describe.each(storeNames)('test questions over %s', (name) => {
  let place: AdminDesk | undefined;
  const desk = (): AdminDesk => {
    if (place === undefined) throw new Error('The service did not start.');
    return place;
  };
  beforeAll(async () => {
    place = await AdminDesk.open(await createStore(name));
  });
  afterAll(() => place?.close());

  const list = async (parts: Readonly<Record<string, unknown>> = {}) => {
    const reply = await desk().ask('GET', `/test-questions?${query({ range: [0, 199], ...parts })}`);
    return { reply, items: z.array(item).parse(reply.json) };
  };
  const add = (body: object) => desk().ask('POST', '/test-questions', body);
  const entry = async (id: string) => entryOf.parse((await desk().ask('GET', `/faq-entries/${id}`)).json);
  const trial = async (changed: object) =>
    trialOf.parse((await desk().ask('POST', '/test-questions/trial', { entry: changed })).json);

  test('ship with the release, most of them answered rightly', async () => {
    const { reply, items } = await list();
    expect(items.length).toBeGreaterThanOrEqual(36);
    expect(reply.headers.get('content-range')).toBe(`test-questions 0-${items.length - 1}/${items.length}`);
    expect(items.every(({ version, updatedBy }) => version === 1 && updatedBy === null)).toBe(true);
    const right = items.filter(({ result }) => result === 'right');
    expect(right.length).toBeGreaterThan(items.length / 2);
    expect(right.every(({ expected, topic }) => topic === (expected === 'none' ? null : expected))).toBe(
      true,
    );
  });

  test('are filtered by result and words', async () => {
    const { items } = await list({ filter: { result: 'right' } });
    expect(items.every(({ result }) => result === 'right')).toBe(true);
    const { items: found } = await list({ filter: { q: 'QUEN MAT KHAU' } });
    expect(found.length).toBeGreaterThan(0);
  });

  test('are added, changed on the version that was seen, and taken away, each with its history', async () => {
    const added = item.parse((await add({ question, locale: 'vi', expected: 'tn-dang-ky' })).json);
    expect(added).toMatchObject({ question, version: 1 });
    const put = (version: number, expected: string) =>
      desk().ask(
        'PUT',
        `/test-questions/${added.id}`,
        { question, locale: 'vi', expected, reason: 'rõ hơn' },
        { 'If-Match': `"${version}"` },
      );
    expect(await put(1, 'tn-doi-tuong')).toMatchObject({ status: 200, json: { version: 2 } });
    expect(await put(1, 'tn-dang-ky')).toMatchObject({ status: 412 });
    const versions = z
      .array(z.looseObject({ version: z.number(), reason: z.string(), question: z.unknown() }))
      .parse((await desk().ask('GET', `/test-questions/${added.id}/versions`)).json);
    expect(versions).toMatchObject([
      { version: 2, reason: 'rõ hơn', question: { expected: 'tn-doi-tuong' } },
      { version: 1, reason: '', question: { expected: 'tn-dang-ky' } },
    ]);
    const gone = await desk().ask('DELETE', `/test-questions/${added.id}`, {}, { 'If-Match': '"2"' });
    expect(gone.status).toBe(204);
    expect((await desk().ask('GET', `/test-questions/${added.id}`)).status).toBe(404);
    expect(await desk().audit(added.id)).toEqual([
      'test-question.save',
      'test-question.save',
      'test-question.remove',
    ]);
  });

  test('expect a topic that exists, or none', async () => {
    const wrong = await add({ question, locale: 'vi', expected: 'tn-khong-co' });
    expect(wrong).toMatchObject({ status: 400, json: { error: { details: [{ field: 'expected' }] } } });
    expect(await add({ question: 'x', locale: 'vi', expected: 'none' })).toMatchObject({ status: 400 });
    const none = item.parse(
      (await add({ question: 'đổi tiền đô ở đâu', locale: 'vi', expected: 'none' })).json,
    );
    expect(none.expected).toBe('none');
  });

  test('a trial tells which questions a change would lose and win, and publishes nothing', async () => {
    const { items } = await list({ filter: { result: 'right', expected: 'tn-mai-tang' } });
    const [held] = items;
    if (held === undefined) throw new Error('This question was answered rightly when it was written.');
    const thief = await entry('tn-khai-niem');
    const stolen = {
      ...thief,
      phrasings: { ...thief.phrasings, vi: [...thief.phrasings.vi, held.question] },
    };
    const { total, right, lost, gained } = await trial(stolen);
    expect(total).toBe((await list()).items.length);
    expect(lost).toMatchObject([
      {
        question: held.question,
        before: { result: 'right' },
        after: { result: 'wrong', topic: 'tn-khai-niem' },
      },
    ]);
    expect(gained).toEqual([]);
    expect(right.after).toBe(right.before - 1);
    expect((await list({ filter: { result: 'right', expected: 'tn-mai-tang' } })).items).toEqual(items);

    const [missed] = (await list({ filter: { result: 'offered' } })).items;
    if (missed === undefined) throw new Error('A question that is only offered is missing.');
    const taught = await entry(missed.expected);
    const better = {
      ...taught,
      phrasings: { ...taught.phrasings, vi: [...taught.phrasings.vi, missed.question] },
    };
    expect(await trial(better)).toMatchObject({ lost: [], gained: [{ question: missed.question }] });
  });

  test('outlive a restart: what was edited stays, what was taken away stays away', async () => {
    const [first] = (await list()).items;
    if (first === undefined) throw new Error('No question shipped.');
    await desk().ask('DELETE', `/test-questions/${first.id}`, {}, { 'If-Match': `"${first.version}"` });
    const again = await startTestService(desk().store, {
      now: exampleDay,
      env: { PUBLIC_URL: 'http://an-sinh.test' },
    });
    try {
      const headers = { Cookie: desk().admin.cookie, 'X-Requested-With': 'an-sinh' };
      const path = `/api/v1/test-questions?${query({ range: [0, 199] })}`;
      const reply = await fetch(`${again.address}${path}`, { headers });
      const items = z.array(item).parse(await reply.json());
      expect(items.some(({ question: asked }) => asked === 'đổi tiền đô ở đâu')).toBe(true);
      expect(items.some(({ id }) => id === first.id)).toBe(false);
    } finally {
      await again.stop();
    }
  });

  test('are nothing for officers', async () => {
    expect((await desk().officer.send('GET', '/test-questions')).status).toBe(403);
    expect((await desk().officer.send('POST', '/test-questions/trial', {})).status).toBe(403);
  });
});
