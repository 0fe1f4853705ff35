import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { storeNames } from '../support/storeNames.js';
import { createStore } from '../support/stores.js';
import { badParameters } from './badParameters.js';
import { AdminDesk, answerOf, query, withRow, type Row } from './AdminDesk.js';

const listed = z.array(z.looseObject({ id: z.string(), state: z.string(), dueOn: z.string().nullable() }));
const figuresOf = z.looseObject({
  figures: z.array(z.looseObject({ reference: z.string(), from: z.string() })),
});
const referenceOf = z.looseObject({ reference: z.string() });
const refusal = z.object({
  error: z.looseObject({
    details: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  }),
});

/** What an own person of the law pays on the lowest income on 2026-11-21. */
const floorEstimate = { date: '2026-11-21', income: 1_500_000, groups: [], mode: 'monthly' };
const question = { question: 'bhxh tự nguyện một tháng đóng thấp nhất bao nhiêu', locale: 'vi' };

describe.each(storeNames)('parameters over %s', (name) => {
  let place: AdminDesk | undefined;
  const desk = (): AdminDesk => {
    if (place === undefined) throw new Error('The service did not start.');
    return place;
  };
  beforeAll(async () => {
    place = await AdminDesk.open(await createStore(name));
  });
  afterAll(() => place?.close());

  const estimate = async () => (await desk().publicly('/estimates/voluntary', floorEstimate)).json;
  const answer = async () => (await desk().publicly('/faq/match', question)).text;

  describe('the list', () => {
    const list = async (parts: Readonly<Record<string, unknown>>) => {
      const reply = await desk().ask('GET', `/parameters?${query({ range: [0, 499], ...parts })}`);
      return { reply, rows: listed.parse(reply.json) };
    };

    test('shows today’s value, the next one and what has to be looked at', async () => {
      const { rows } = await list({
        filter: { id: ['poverty_line.rural', 'hhi.rate', 'vsi.investment_return'] },
      });
      expect(rows).toMatchObject([
        { id: 'hhi.rate', unit: 'percent', value: 4.5, from: '2025-07-01', to: null, next: null, version: 1 },
        {
          id: 'poverty_line.rural',
          value: 1_500_000,
          to: '2026-12-31',
          next: { from: '2027-01-01', value: 2_200_000 },
          document: expect.any(String),
          edited: false,
        },
        { id: 'vsi.investment_return', dueOn: '2026-12-31', because: 'end' },
      ]);
    });

    test('puts what is due on top when asked to', async () => {
      await desk().put('vsi.book_days', { values: await reviewedUntil('vsi.book_days', '2026-12-20') });
      await desk().put('pension.answer_days', {
        values: await reviewedUntil('pension.answer_days', '2026-11-20'),
      });
      const { rows } = await list({ sort: ['review', 'ASC'] });
      expect(rows.slice(0, 2)).toMatchObject([
        { id: 'pension.answer_days', state: 'overdue', dueOn: '2026-11-20', because: 'review' },
        { id: 'vsi.book_days', state: 'due', dueOn: '2026-12-20', because: 'review' },
      ]);
      const { rows: due } = await list({ filter: { state: 'due' } });
      expect(due.map(({ id }) => id)).toEqual(['vsi.book_days']);
    });
    const reviewedUntil = async (id: string, reviewBy: string): Promise<readonly Row[]> => {
      const { values } = await desk().parameter(id);
      return values.map((row, index) =>
        index === values.length - 1 ? { ...row, reviewedOn: '2026-10-01', reviewBy } : row,
      );
    };

    test('is searched without accents, filtered by unit, sorted and paged', async () => {
      const { reply, rows } = await list({ filter: { q: 'CHUAN HO NGHEO', unit: 'vnd' }, range: [0, 0] });
      expect(reply.headers.get('content-range')).toMatch(/^parameters 0-0\/\d+$/);
      expect(rows).toHaveLength(1);
      const { rows: byId } = await list({ filter: { q: 'vsi.subsidy' }, sort: ['id', 'DESC'] });
      expect(byId.length).toBeGreaterThan(4);
      expect(byId.map(({ id }) => id)).toEqual(
        byId
          .map(({ id }) => id)
          .toSorted()
          .toReversed(),
      );
      expect(await desk().ask('GET', '/parameters?filter={"color":"red"}')).toMatchObject({ status: 400 });
    });
  });

  describe('a change', () => {
    test('is shown in its consequences first, and the dry run changes nothing', async () => {
      const before = await desk().parameter('vsi.subsidy.near_poor');
      const dry = await desk().put(
        'vsi.subsidy.near_poor',
        { values: withRow(before, '2026-12-15', 45) },
        { dryRun: true },
      );
      expect(dry).toMatchObject({
        status: 200,
        json: {
          warnings: [],
          figures: expect.arrayContaining([
            {
              reference: 'vsi.subsidy.near_poor',
              unit: 'percent',
              from: '2026-12-15',
              before: 40,
              after: 45,
            },
            {
              reference: 'figure.vsi.floor_pay.near_poor',
              unit: 'vnd',
              from: '2026-12-15',
              before: 198_000,
              after: 181_500,
            },
            {
              reference: 'figure.vsi.floor_pay.near_poor',
              unit: 'vnd',
              from: '2027-01-01',
              before: 290_400,
              after: 266_200,
            },
          ]),
          answers: expect.arrayContaining([
            expect.objectContaining({
              id: 'tn-muc-dong',
              from: '2026-12-15',
              before: expect.stringContaining('198.000'),
              after: expect.stringContaining('181.500'),
            }),
          ]),
          estimates: expect.arrayContaining([
            {
              kind: 'voluntary',
              group: 'near_poor',
              province: null,
              from: '2026-11-21',
              before: 198_000,
              after: 198_000,
            },
            {
              kind: 'voluntary',
              group: 'near_poor',
              province: null,
              from: '2026-12-15',
              before: 198_000,
              after: 181_500,
            },
            {
              kind: 'household',
              group: null,
              province: null,
              from: '2026-11-21',
              before: 3_825_360,
              after: 3_825_360,
            },
            {
              kind: 'supported',
              group: 'near_poor',
              province: null,
              from: '2026-11-21',
              before: 409_860,
              after: 409_860,
            },
          ]),
        },
      });
      const touched = new Set(figuresOf.parse(dry.json).figures.map(({ reference }) => reference));
      expect([...touched].toSorted()).toEqual([
        'figure.vsi.daily_saving.near_poor',
        'figure.vsi.floor_pay.near_poor',
        'figure.vsi.subsidy.near_poor',
        'vsi.subsidy.near_poor',
      ]);
      expect(await desk().parameter('vsi.subsidy.near_poor')).toEqual(before);
      expect(await desk().audit('vsi.subsidy.near_poor')).toEqual([]);
    });

    test('is published: estimates, answers and chat follow, the old reference opens the old figure', async () => {
      const old = referenceOf.parse(await estimate());
      expect(await answer()).toContain('264.000');
      const held = await desk().parameter('vsi.subsidy.other');
      const values = withRow(held, '2026-11-21', 25);
      const saved = await desk().put('vsi.subsidy.other', { values, reason: 'nghị định mới' });
      expect(saved).toMatchObject({
        status: 200,
        json: {
          values,
          version: held.version + 1,
          edited: true,
          updatedBy: expect.any(String),
          release: { values: held.values },
        },
      });
      expect(saved.headers.get('etag')).toBe(`"${held.version + 1}"`);
      expect(await estimate()).toMatchObject({ monthly: { gross: 330_000, state: 82_500, pay: 247_500 } });
      expect(await answer()).toContain('247.500');
      expect(await desk().audit('vsi.subsidy.other')).toEqual(['parameters.change']);

      const opened = await fetch(`${desk().service.address}/api/v1/estimates/${old.reference}`);
      expect(await opened.json()).toMatchObject({
        monthly: { state: 66_000, pay: 264_000 },
        reference: old.reference,
      });

      const versions = await desk().ask('GET', '/parameters/vsi.subsidy.other/versions');
      expect(versions.json).toMatchObject([
        { version: held.version + 1, by: expect.any(String), reason: 'nghị định mới', record: { values } },
      ]);
      await desk().put('vsi.subsidy.other', { values: held.values });
      expect(await estimate()).toMatchObject({ monthly: { pay: 264_000 } });
      expect(await answer()).toContain('264.000');
    });

    test('may be sent back with all that was read along with it', async () => {
      const read = await desk().ask('GET', '/parameters/hotline');
      const body = z.record(z.string(), z.unknown()).parse(read.json);
      const version = await desk().version('/parameters/hotline');
      const headers = { 'If-Match': read.headers.get('etag') ?? '' };
      expect(await desk().ask('PUT', '/parameters/hotline', body, headers)).toMatchObject({
        status: 200,
        json: { version: version + 1, values: body.values },
      });
    });

    test('of an old version, or of none, is refused', async () => {
      const held = await desk().parameter('vsi.rate');
      const { label, values } = held;
      expect(await desk().ask('PUT', '/parameters/vsi.rate', { label, values })).toMatchObject({
        status: 428,
      });
      for (const dryRun of [true, false]) {
        expect(await desk().put('vsi.rate', { values }, { version: held.version + 1, dryRun })).toMatchObject(
          { status: 412, json: { error: { code: 'stale', message: expect.stringContaining('tải lại') } } },
        );
      }
      expect(await desk().ask('PUT', '/parameters/nothing', {}, { 'If-Match': '"1"' })).toMatchObject({
        status: 404,
      });
      expect(await desk().parameter('vsi.rate')).toEqual(held);
    });

    test('of two who change the same one at once, one is told; of two different ones both are kept', async () => {
      const [one, other] = [await desk().parameter('vsi.min_age'), await desk().parameter('hhi.gap_days')];
      const put = (id: string, from: string, value: number, held = one) =>
        desk().put(id, { values: withRow(held, from, value) }, { version: held.version });
      const statuses = await Promise.all([
        put('vsi.min_age', '2028-01-01', 16),
        put('vsi.min_age', '2028-02-01', 17),
        put('hhi.gap_days', '2028-01-01', 60, other),
      ]).then((replies) => replies.map(({ status }) => status));
      expect(statuses.slice(0, 2).toSorted()).toEqual([200, 412]);
      expect(statuses[2]).toBe(200);
      expect((await desk().parameter('vsi.min_age')).values).toHaveLength(one.values.length + 1);
      expect((await desk().parameter('hhi.gap_days')).values).toHaveLength(other.values.length + 1);
    });

    test('is for administrators only, and asked for with a known word', async () => {
      const { officer } = desk();
      for (const [method, path] of [
        ['GET', '/parameters'],
        ['GET', '/parameters/hotline'],
        ['PUT', '/parameters/hotline'],
        ['GET', '/parameters/hotline/versions'],
      ] as const) {
        const refused = await answerOf(await officer.send(method, path, method === 'PUT' ? {} : undefined));
        expect({ method, path, ...refused }).toMatchObject({
          status: 403,
          json: { error: { code: 'forbidden' } },
        });
      }
      const { label, values, version } = await desk().parameter('hotline');
      const asked = await desk().ask(
        'PUT',
        '/parameters/hotline?dryRun=yes',
        { label, values },
        { 'If-Match': `"${version}"` },
      );
      expect(asked).toMatchObject({ status: 400, json: { error: { details: [{ field: 'dryRun' }] } } });
    });
  });

  describe('a change that must not be published', () => {
    test.each(badParameters)('$what', async ({ id, change, field, code, vi, en }) => {
      const held = await desk().parameter(id);
      for (const [lang, words] of [
        ['vi', vi],
        ['en', en],
      ] as const) {
        for (const dryRun of [false, true]) {
          const reply = await desk().put(id, change, { lang, dryRun });
          expect({ lang, ...reply }).toMatchObject({
            status: 422,
            json: { error: { code: 'content_check' } },
          });
          expect(refusal.parse(reply.json).error.details).toContainEqual({
            field,
            code,
            message: expect.stringMatching(words),
          });
        }
      }
      expect(await desk().parameter(id)).toEqual(held);
    });

    test('tells all that is wrong at once', async () => {
      const reply = await desk().put('hhi.rate', {
        label: { vi: '', en: '' },
        values: [{ from: 'x', value: 4.5, basis: {}, reviewedOn: '2026-11-21' }],
      });
      expect(refusal.parse(reply.json).error.details.map(({ field }) => field)).toEqual([
        'label.vi',
        'label.en',
        'values.0.from',
        'values.0.basis.document',
      ]);
    });
  });
});
