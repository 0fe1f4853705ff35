import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { storeNames } from '../support/storeNames.js';
import { createStore } from '../support/stores.js';
import { AdminDesk, answerOf, query } from './AdminDesk.js';

const row = z.looseObject({ id: z.string(), province: z.string(), state: z.string(), percent: z.unknown() });
const rowsOf = z.array(row);
const details = z.object({
  error: z.looseObject({
    details: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  }),
});

const hue = {
  scheme: 'vsi',
  province: 'hue',
  groups: ['near_poor', 'other'],
  percent: 15,
  from: '2026-11-01',
  basis: { document: 'Nghị quyết 30/2026/NQ-HĐND thành phố Huế' },
  condition: { vi: 'Dành cho người thường trú tại Huế.', en: 'For permanent residents of Huế.' },
  reviewedOn: '2026-11-21',
};
const case1 = { date: '2026-11-21', income: 1_500_000, groups: [], mode: 'monthly', province: 'hue' };

describe.each(storeNames)('local support over %s', (name) => {
  let place: AdminDesk | undefined;
  const desk = (): AdminDesk => {
    if (place === undefined) throw new Error('The service did not start.');
    return place;
  };
  beforeAll(async () => {
    place = await AdminDesk.open(await createStore(name));
  });
  afterAll(() => place?.close());

  const estimate = async () => (await desk().publicly('/estimates/voluntary', case1)).json;
  const list = async (parts: Readonly<Record<string, unknown>>) => {
    const reply = await desk().ask('GET', `/local-support?${query({ range: [0, 99], ...parts })}`);
    return { reply, rows: rowsOf.parse(reply.json) };
  };
  const match = async (id: string) => ({
    'If-Match': `"${await desk().version(`/local-support/${id}`)}"`,
  });

  test('is listed, searched, filtered, sorted and paged', async () => {
    const { reply, rows } = await list({
      filter: { scheme: 'vsi' },
      range: [0, 1],
      sort: ['province', 'ASC'],
    });
    expect(reply.headers.get('content-range')).toMatch(/^local-support 0-1\/\d+$/);
    expect(rows).toMatchObject([
      { province: 'ha-noi', scheme: 'vsi', state: 'current', version: 1, edited: false },
      { province: 'ha-noi' },
    ]);
    const { rows: found } = await list({
      filter: { q: 'QUANG NINH', state: 'current' },
      sort: ['to', 'DESC'],
    });
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map(({ province }) => province))).toEqual(new Set(['quang-ninh']));
    const { rows: named } = await list({ filter: { id: ['hhi.hue.near_poor', 'none'] } });
    expect(named).toMatchObject([{ id: 'hhi.hue.near_poor', percent: 30 }]);
    expect(await desk().ask('GET', '/local-support-groups')).toMatchObject({
      status: 200,
      json: { vsi: expect.arrayContaining(['poor', 'other']), hhi: expect.arrayContaining(['pupil']) },
    });
  });

  test('is made, counted in estimates, changed, and removed again', async () => {
    expect(await estimate()).toMatchObject({
      monthly: { local: 0 },
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'local_support_unknown' })]),
    });
    const dry = await desk().ask('POST', '/local-support?dryRun=true', hue);
    expect(dry).toMatchObject({
      status: 200,
      json: {
        figures: expect.arrayContaining([
          {
            reference: 'vsi.local.hue.near_poor',
            unit: 'percent',
            from: '2026-11-01',
            before: null,
            after: 15,
          },
        ]),
        estimates: expect.arrayContaining([
          {
            kind: 'voluntary',
            group: 'other',
            province: 'hue',
            from: '2026-11-21',
            before: 264_000,
            after: 214_500,
          },
        ]),
      },
    });
    expect((await list({ filter: { q: 'hue', scheme: 'vsi' } })).rows).toEqual([]);

    const made = await desk().ask('POST', '/local-support', { ...hue, reason: 'nghị quyết mới' });
    expect(made).toMatchObject({ status: 201, json: { ...hue, id: 'vsi.hue.near_poor', version: 1 } });
    expect(await estimate()).toMatchObject({ monthly: { local: 49_500, pay: 214_500 } });

    const id = 'vsi.hue.near_poor';
    const changed = await desk().ask(
      'PUT',
      `/local-support/${id}`,
      { ...hue, percent: null, doubtful: { vi: 'Chưa rõ mức.', en: 'Not known yet.' } },
      await match(id),
    );
    expect(changed).toMatchObject({ status: 200, json: { percent: null, version: 2 } });
    expect(await estimate()).toMatchObject({
      monthly: { local: 0, pay: 264_000 },
      warnings: expect.arrayContaining([
        { code: 'local_support_doubtful', text: expect.stringContaining('Chưa rõ mức.') },
      ]),
    });

    const old = { 'If-Match': '"1"' };
    expect(await desk().ask('DELETE', `/local-support/${id}`, {}, old)).toMatchObject({ status: 412 });
    expect(await desk().ask('DELETE', `/local-support/${id}`, {})).toMatchObject({ status: 428 });
    const preview = await desk().ask('DELETE', `/local-support/${id}?dryRun=true`, {}, await match(id));
    expect(preview).toMatchObject({ status: 200, json: { estimates: expect.any(Array) } });
    const removed = await desk().ask('DELETE', `/local-support/${id}`, { reason: 'hết' }, await match(id));
    expect(removed.status).toBe(204);
    expect(await desk().ask('GET', `/local-support/${id}`)).toMatchObject({ status: 404 });
    expect(await desk().audit(id)).toEqual([
      'local-support.create',
      'local-support.change',
      'local-support.remove',
    ]);
    // A row that comes later doesn't take over the name of the one that was there.
    expect(await desk().ask('POST', '/local-support', hue)).toMatchObject({
      status: 201,
      json: { id: 'vsi.hue.near_poor.2' },
    });
  });

  test('keeps who changed what', async () => {
    const id = 'hhi.hue.near_poor';
    const { rows } = await list({ filter: { id: [id] } });
    const { state: _, ...body } = row.parse(rows[0]);
    await desk().ask(
      'PUT',
      `/local-support/${id}`,
      { ...body, percent: 35, reason: 'tăng' },
      await match(id),
    );
    expect(await desk().ask('GET', `/local-support/${id}/versions`)).toMatchObject({
      json: [{ version: 2, reason: 'tăng', by: expect.any(String), record: { percent: 35 } }],
    });
    expect(await desk().ask('GET', `/local-support/${id}`)).toMatchObject({
      json: { percent: 35, edited: true, release: { percent: 30 } },
    });
  });

  test.each([
    [
      'a group that somebody else’s row has',
      { province: 'ha-noi', groups: ['poor'] },
      'groups.0',
      'group_taken',
      /vsi\.ha-noi\.poor/,
    ],
    ['a group that does not exist', { groups: ['rich'] }, 'groups.0', 'unknown_group', /near_poor/],
    ['an age that is no parameter', { ages: { from: 'hotline' } }, 'ages.from', 'unknown_age', /hotline/],
    ['no group', { groups: [] }, 'groups', 'no_groups', /ít nhất một nhóm/],
    ['more than everything', { percent: 101 }, 'percent', 'wrong_share', /từ 0 đến 100/],
    ['a province with marks', { province: 'Huế' }, 'province', 'wrong_province', /không dấu/],
    ['no province', { province: '' }, 'province', 'required', /còn trống/],
    ['another scheme', { scheme: 'bhxh' }, 'scheme', 'wrong_scheme', /vsi/],
    ['no legal basis', { basis: undefined }, 'basis.document', 'missing_basis', /số hiệu văn bản/],
    ['an end before the beginning', { to: '2026-10-01' }, 'to', 'to_before_from', /01\/11\/2026/],
    ['a condition in one language', { condition: { vi: 'Có.' } }, 'condition.en', 'required', /còn trống/],
    ['an unknown key', { colour: 'red' }, 'colour', 'unknown_key', /Không có ô/],
  ])('with %s is refused', async (_what, change, field, code, message) => {
    const reply = await desk().ask('POST', '/local-support', { ...hue, province: 'lai-chau', ...change });
    expect(reply).toMatchObject({ status: 422, json: { error: { code: 'content_check' } } });
    expect(details.parse(reply.json).error.details).toContainEqual({
      field,
      code,
      message: expect.stringMatching(message),
    });
  });

  test('that an answer names can’t be taken away under it', async () => {
    const id = 'vsi.ha-noi.poor';
    const { rows } = await list({ filter: { id: [id] } });
    const { state: _, ...body } = row.parse(rows[0]);
    for (const [method, sent] of [
      ['DELETE', {}],
      ['PUT', { ...body, percent: null }],
    ] as const) {
      const reply = await desk().ask(method, `/local-support/${id}`, sent, await match(id));
      expect(reply).toMatchObject({
        status: 422,
        json: { error: { details: [expect.objectContaining({ code: 'answer_breaks' })] } },
      });
    }
  });

  test('is for administrators only', async () => {
    for (const [method, path] of [
      ['GET', '/local-support'],
      ['POST', '/local-support'],
      ['GET', '/local-support/hhi.hue.near_poor'],
      ['PUT', '/local-support/hhi.hue.near_poor'],
      ['DELETE', '/local-support/hhi.hue.near_poor'],
      ['GET', '/local-support/hhi.hue.near_poor/versions'],
      ['GET', '/local-support-groups'],
    ] as const) {
      const refused = await answerOf(
        await desk().officer.send(method, path, method === 'GET' ? undefined : {}),
      );
      expect({ method, path, ...refused }).toMatchObject({
        status: 403,
        json: { error: { code: 'forbidden' } },
      });
    }
  });
});
