import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createCipher, loadMasterKey } from '../../src/privacy/index.js';
import { openRecords } from '../../src/records/index.js';
import { expireUnanswered, insertUnanswered, newUnansweredId } from '../../src/unanswered/index.js';
import { Citizen } from '../support/Citizen.js';
import { storeNames } from '../support/storeNames.js';
import { createStore } from '../support/stores.js';
import { exampleDay } from '../support/testService.js';
import { AdminDesk, query } from './AdminDesk.js';

const group = z.looseObject({
  id: z.string(),
  text: z.string(),
  locale: z.string(),
  count: z.number(),
  outcomes: z.record(z.string(), z.number()),
  wordings: z.array(z.object({ text: z.string(), count: z.number() })),
});
const entryOf = z.looseObject({ version: z.number(), phrasings: z.looseObject({ vi: z.array(z.string()) }) });
const matchOf = z.looseObject({ decision: z.string(), topic: z.string().nullable() });

const foreign = 'thủ tục ly hôn rồi chia đất thế nào';
const open = 'nhà thuộc diện nghèo thì thẻ khám bệnh có tốn tiền không';
const dayMs = 24 * 60 * 60 * 1000;

describe.each(storeNames)('questions without an answer over %s', (name) => {
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
    const reply = await desk().ask('GET', `/unanswered?${query({ sort: ['count', 'DESC'], ...parts })}`);
    return { reply, groups: z.array(group).parse(reply.json) };
  };
  const ask = async (...messages: readonly string[]) => {
    const citizen = await Citizen.arrive(desk().service.address);
    for (const message of messages) await citizen.say(message);
  };
  const textsOf = async () => (await list({ range: [0, 99] })).groups.map(({ text }) => text);

  test('nothing is there before anybody asked', async () => {
    const { reply, groups } = await list();
    expect(groups).toEqual([]);
    expect(reply.headers.get('content-range')).toBe('unanswered 0-0/0');
  });

  test('are committed with their turn, counted, and hold nothing of who asked', async () => {
    await ask(foreign);
    await ask(`${foreign} ạ`);
    await ask('tôi là Nguyễn Văn Bảy, cccd 079201001234, mở quán cà phê cần giấy phép gì');
    const { groups } = await list();
    expect(groups[0]).toMatchObject({ count: 2, locale: 'vi' });
    expect(groups[0]?.wordings).toHaveLength(2);
    expect(await textsOf()).toContain('tôi là […], cccd […], mở quán cà phê cần giấy phép gì');
    const records = await openRecords(desk().store);
    const rows = await records.db.selectFrom('unanswered_questions').selectAll().execute();
    await records.close();
    expect(rows).toHaveLength(3);
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['at', 'id', 'locale', 'outcome', 'question']);
    expect(JSON.stringify(rows)).not.toMatch(/ly hôn|cà phê|079201/);
  });

  test('an offer that is taken leaves nothing, one that is left stays', async () => {
    await ask(open, '1');
    expect(await textsOf()).not.toContain(open);
    await ask(open);
    const { groups } = await list({ filter: { outcome: 'clarify' } });
    expect(groups).toMatchObject([{ text: open, count: 1, outcomes: { clarify: 1 } }]);
  });

  test('are filtered by day, language and words, sorted and paged', async () => {
    const from = async (filter: object) => (await list({ filter })).groups.length;
    expect(await from({ from: '2026-11-21', to: '2026-11-21' })).toBe(3);
    expect(await from({ to: '2026-11-20' })).toBe(0);
    expect(await from({ from: '2026-11-22' })).toBe(0);
    expect(await from({ locale: 'en' })).toBe(0);
    expect(await from({ q: 'LY HON' })).toBe(1);
    const { reply, groups } = await list({ sort: ['text', 'ASC'], range: [1, 1] });
    expect(reply.headers.get('content-range')).toBe('unanswered 1-1/3');
    expect(groups).toHaveLength(1);
    expect((await desk().ask('GET', `/unanswered?${query({ filter: { from: 'today' } })}`)).status).toBe(400);
  });

  test('become a wording of a topic at one press, and the chat answers with it', async () => {
    const { groups } = await list({ filter: { q: open } });
    const [found] = groups;
    if (found === undefined) throw new Error('The question is not in the list.');
    const before = entryOf.parse((await desk().ask('GET', '/faq-entries/yt-ho-ngheo')).json);
    const reply = await desk().ask('POST', `/unanswered/${found.id}/adopt`, {
      topic: 'yt-ho-ngheo',
      wording: found.text,
    });
    expect(reply).toMatchObject({
      status: 200,
      json: { topic: 'yt-ho-ngheo', version: before.version + 1, count: 1 },
    });
    const after = entryOf.parse((await desk().ask('GET', '/faq-entries/yt-ho-ngheo')).json);
    expect(after.phrasings.vi).toEqual([...before.phrasings.vi, open]);
    const match = matchOf.parse((await desk().publicly('/faq/match', { question: open })).json);
    expect(match).toMatchObject({ decision: 'answer', topic: 'yt-ho-ngheo' });
    expect(await textsOf()).not.toContain(open);
    expect(await desk().audit('yt-ho-ngheo')).toContain('unanswered.adopt');
    expect((await desk().ask('GET', `/unanswered/${found.id}`)).status).toBe(404);
  });

  test('are adopted by no topic that does not exist, nor against another topic', async () => {
    const [found] = (await list()).groups;
    const adopt = (body: unknown) => desk().ask('POST', `/unanswered/${found?.id ?? ''}/adopt`, body);
    const unknown = await adopt({ topic: 'tn-khong-co', wording: 'một câu hỏi' });
    expect(unknown).toMatchObject({ status: 400, json: { error: { details: [{ field: 'topic' }] } } });
    expect(unknown.text).toContain('tn-khong-co');
    const taken = await adopt({ topic: 'tn-muc-dong', wording: open });
    expect(taken).toMatchObject({ status: 422, json: { error: { code: 'content_check' } } });
    expect(await adopt({ topic: 'tn-muc-dong' })).toMatchObject({ status: 400 });
    expect((await list({ filter: { q: found?.text } })).groups).toHaveLength(1);
  });

  test('are put aside when nobody needs to answer them', async () => {
    const [found] = (await list({ filter: { q: 'cà phê' } })).groups;
    expect((await desk().ask('DELETE', `/unanswered/${found?.id ?? ''}`)).status).toBe(204);
    expect((await list({ filter: { q: 'cà phê' } })).groups).toEqual([]);
    expect(await desk().audit('unanswered')).toContain('unanswered.dismiss');
  });

  test('are nothing for officers', async () => {
    expect((await desk().officer.send('GET', '/unanswered')).status).toBe(403);
  });

  test('are forgotten after their days, and only then', async () => {
    const records = await openRecords(desk().store);
    const cipher = createCipher(loadMasterKey(desk().store.dataDir, undefined));
    const keep = (text: string, at: number) =>
      records.write((transaction) =>
        insertUnanswered(transaction, cipher, {
          id: newUnansweredId(),
          question: { locale: 'vi', outcome: 'handoff', text, marks: [text] },
          at,
        }),
      );
    const now = exampleDay().getTime();
    await keep('từ lâu lắm rồi', now - 91 * dayMs);
    await keep('mới gần đây', now - 89 * dayMs);
    expect(await expireUnanswered(records, new Date(now - 90 * dayMs))).toBe(1);
    await records.close();
    const texts = await textsOf();
    expect(texts).toContain('mới gần đây');
    expect(texts).not.toContain('từ lâu lắm rồi');
  });
});
