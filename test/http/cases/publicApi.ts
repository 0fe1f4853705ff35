import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { estimators } from '../../../src/estimates/index.js';
import { send, type FindPlace } from './Place.js';

const kinds = estimators.map(({ kind }) => kind);

/** A request of each kind that gives an amount, and what must stand in the answer. */
const amounts: readonly Readonly<{ kind: string; body: object; figures: object }>[] = [
  {
    kind: 'voluntary',
    body: { date: '2026-11-21', income: 1_500_000, groups: [], mode: 'monthly' },
    figures: {
      monthly: { gross: 330_000, state: 66_000, local: 0, pay: 264_000 },
      period: { months: 1, gross: 330_000, state: 66_000, local: 0, pay: 264_000, discount: 0 },
    },
  },
  {
    kind: 'voluntary',
    body: { date: '2027-01-01', income: 2_200_000, groups: ['near_poor', 'poor'], mode: 'half_yearly' },
    figures: { period: { months: 6, gross: 2_904_000, state: 1_452_000, pay: 1_452_000 } },
  },
  {
    kind: 'household',
    body: { date: '2026-11-21', members: [{ months: 12 }, { months: 6 }, { months: 3 }] },
    figures: {
      members: [
        { rank: 1, percent: 100, monthly: 113_850, months: 12, pay: 1_366_200 },
        { rank: 2, percent: 70, months: 6, pay: 478_170 },
        { rank: 3, percent: 60, months: 3, pay: 204_930 },
      ],
      total: 2_049_300,
    },
  },
  {
    kind: 'supported',
    body: { date: '2026-11-21', group: 'pupil', months: 12 },
    figures: { gross: 1_366_200, state: 683_100, local: 0, pay: 683_100, householdAlternative: null },
  },
  {
    kind: 'pension',
    body: {
      date: '2026-11-21',
      sex: 'male',
      birth: '1976-05',
      averageIncome: 3_000_000,
      monthsPaid: 0,
      monthsPlanned: 180,
    },
    figures: {
      retirement: { age: { years: 62, months: 0 }, month: '2038-05' },
      rate: 40,
      pension: 1_200_000,
      shortfallMonths: 0,
    },
  },
];

const amountShape = {
  status: 'amount',
  date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  steps: expect.arrayContaining([
    { id: expect.any(String), label: expect.any(String), text: expect.any(String), value: expect.anything() },
  ]),
  parameters: expect.arrayContaining([
    expect.objectContaining({
      id: expect.any(String),
      unit: expect.any(String),
      from: expect.any(String),
      basis: expect.objectContaining({ document: expect.any(String) }),
    }),
  ]),
  warnings: expect.any(Array),
  reference: expect.stringMatching(/^[\w-]+\.[\w-]+$/),
};

const badInputs: readonly Readonly<{ kind: string; body: unknown; fields: readonly string[] }>[] = [
  { kind: 'voluntary', body: { income: '1500000' }, fields: ['income'] },
  {
    kind: 'voluntary',
    body: { income: -1, mode: 'weekly', years: 6, months: 61 },
    fields: ['income', 'mode', 'years', 'months'],
  },
  { kind: 'voluntary', body: { income: 1.5 }, fields: ['income'] },
  { kind: 'voluntary', body: { years: 1 }, fields: ['years'] },
  { kind: 'voluntary', body: { groups: ['rich'] }, fields: ['groups.0'] },
  { kind: 'voluntary', body: { province: 'Hà Nội' }, fields: ['province'] },
  { kind: 'voluntary', body: { incom: 1, moed: 'x' }, fields: ['incom', 'moed'] },
  { kind: 'voluntary', body: { date: '2026-02-30' }, fields: ['date'] },
  { kind: 'voluntary', body: { locale: 'fr' }, fields: ['locale'] },
  { kind: 'household', body: { members: [] }, fields: ['members'] },
  { kind: 'household', body: { members: [{ months: 5 }] }, fields: ['members.0.months'] },
  { kind: 'household', body: { members: [{ months: 12, name: 'x' }] }, fields: ['members.0.name'] },
  { kind: 'supported', body: { group: 'rich', months: 13 }, fields: ['group', 'months'] },
  {
    kind: 'pension',
    body: { sex: 'x', birth: '1970-13', monthsPaid: -1 },
    fields: ['sex', 'birth', 'monthsPaid'],
  },
];

const errorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.array(z.object({ field: z.string(), message: z.string().min(1) })).default([]),
  }),
});

/** Estimates, questions, health and the description of all that. */
export function publicApiCases(place: FindPlace): void {
  const base = () => place().service.address;
  const estimate = (kind: string, body: unknown) =>
    send(base(), 'POST', `/api/v1/estimates/${kind}`, { body });

  describe('estimates', () => {
    test.each([...amounts])(
      '$kind: an amount with its steps, parameters and a reference that opens it again',
      async ({ kind, body, figures }) => {
        const answer = await estimate(kind, body);
        expect(answer).toMatchObject({ status: 200, json: { ...amountShape, ...figures } });
        const { reference } = z.object({ reference: z.string() }).parse(answer.json);
        const again = await send(base(), 'GET', `/api/v1/estimates/${reference}`);
        expect(again).toMatchObject({ status: 200, json: answer.json ?? {} });
        const forged = forge(reference);
        expect(await send(base(), 'GET', `/api/v1/estimates/${forged}`)).toMatchObject({
          status: 404,
          json: { error: { code: 'not_found' } },
        });
      },
    );

    test.each([...badInputs])(
      '$kind: $body is 400 with one detail for each field',
      async ({ kind, body, fields }) => {
        const answer = await estimate(kind, body);
        expect(answer.status).toBe(400);
        const { details } = errorBody.parse(answer.json).error;
        expect(details.map(({ field }) => field).toSorted()).toEqual(fields.toSorted());
      },
    );

    test.each(kinds)(
      '%s: what is left out is incomplete and named, what is not JSON or no object is 400',
      async (kind) => {
        const empty = await estimate(kind, {});
        expect(empty).toMatchObject({
          status: 200,
          json: { status: 'incomplete', missing: expect.any(Array) },
        });
        for (const body of ['{"a"', '[]', '12', 'null'])
          expect(await estimate(kind, body)).toMatchObject({ status: 400 });
      },
    );

    test('an income below the floor or above the ceiling is not eligible, with the law', async () => {
      for (const [income, code] of [
        [1_499_999, 'income_below_floor'],
        [50_600_001, 'income_above_ceiling'],
      ] as const) {
        const answer = await estimate('voluntary', {
          date: '2026-11-21',
          income,
          groups: [],
          mode: 'monthly',
        });
        expect(answer).toMatchObject({
          status: 200,
          json: {
            status: 'not_eligible',
            reasons: [{ code, text: expect.any(String), basis: { document: expect.any(String) } }],
          },
        });
      }
    });

    test('today is the day in Vietnam, and the words come in the language asked for', async () => {
      const body = { income: 1_500_000, groups: [], mode: 'monthly' };
      expect((await estimate('voluntary', body)).json).toMatchObject({ date: '2026-11-21' });
      const [vi, en] = await Promise.all(
        ['vi', 'en'].map(async (locale) => (await estimate('voluntary', { ...body, locale })).text),
      );
      expect(vi).toContain('Mức đóng mỗi tháng');
      expect(en).not.toContain('Mức đóng');
    });
  });

  describe('questions', () => {
    const match = (body: unknown, headers = {}) =>
      send(base(), 'POST', '/api/v1/faq/match', { body, headers });

    test('an approved answer, an abstention, and small talk', async () => {
      const question = 'Bao nhiêu tuổi thì được tham gia BHXH tự nguyện?';
      expect((await match({ question })).json).toEqual({
        decision: 'answer',
        topic: 'tn-tuoi',
        candidates: expect.arrayContaining([{ topic: 'tn-tuoi', score: expect.any(Number) }]),
        answer: expect.stringContaining('đủ 15 tuổi'),
      });
      expect((await match({ question: 'giá vàng hôm nay bao nhiêu' })).json).toMatchObject({
        decision: 'handoff',
        topic: null,
        answer: null,
      });
      expect((await match({ question: 'hello', locale: 'en' })).json).toMatchObject({
        decision: 'smalltalk',
        answer: null,
      });
    });

    test('candidates come best first, five at most', async () => {
      const { json } = await match({ question: 'bhyt hộ gia đình' });
      const { candidates } = z.object({ candidates: z.array(z.object({ score: z.number() })) }).parse(json);
      const scores = candidates.map(({ score }) => score);
      expect(scores.length).toBeLessThanOrEqual(5);
      expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    });

    test('a question has 1 to 2,000 characters and no unknown key', async () => {
      expect((await match({ question: 'a'.repeat(2_000) })).status).toBe(200);
      for (const body of [
        { question: '' },
        { question: 'a'.repeat(2_001) },
        {},
        { question: 'x', locale: 'fr' },
        { question: 'x', extra: 1 },
      ]) {
        expect({ body, ...(await match(body)) }).toMatchObject({
          status: 400,
          json: { error: { code: 'bad_request' } },
        });
      }
    });

    test('a batch is answered in order, up to 500 questions and 2 MiB', async () => {
      const batch = (body: unknown) => send(base(), 'POST', '/api/v1/faq/match/batch', { body });
      const questions = Array.from({ length: 500 }, (_, index) => ({
        question: index % 2 === 0 ? 'Bao nhiêu tuổi thì được tham gia BHXH tự nguyện?' : 'hello',
        locale: index % 2 === 0 ? 'vi' : 'en',
      }));
      const answer = await batch({ questions });
      const { results } = z
        .object({ results: z.array(z.object({ decision: z.string() })) })
        .parse(answer.json);
      expect(results.map(({ decision }) => decision)).toEqual(
        questions.map(({ locale }) => (locale === 'vi' ? 'answer' : 'smalltalk')),
      );
      expect(await batch({ questions: [...questions, { question: 'x' }] })).toMatchObject({ status: 400 });
      expect(await batch({ questions: [{ question: 'x'.repeat(2 * 1024 * 1024) }] })).toMatchObject({
        status: 413,
      });
      expect(await batch({ questions: [] })).toMatchObject({ status: 200, json: { results: [] } });
    });

    test('more than 64 KiB to an ordinary path is 413, a compressed body 415', async () => {
      expect(await match(`"${'x'.repeat(64 * 1024)}"`)).toMatchObject({
        status: 413,
        json: { error: { code: 'too_large' } },
      });
      expect(await match('{}', { 'Content-Encoding': 'gzip' })).toMatchObject({ status: 415 });
    });

    test('one address may ask 600 times a minute; then 429 with Retry-After, and only for that address', async () => {
      const ask = (address: string) =>
        send(base(), 'GET', '/api/v1/estimates/none', { headers: { 'X-Forwarded-For': address } });
      const statuses = await inGroups(600, 60, async () => (await ask('203.0.113.7')).status);
      expect(new Set(statuses)).toEqual(new Set([404]));
      const refused = await ask('203.0.113.7');
      expect(refused).toMatchObject({ status: 429, json: { error: { code: 'too_many_requests' } } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      // Only the last address was written by the proxy in front; what the caller put before it counts for nothing.
      expect((await ask('198.51.100.1, 203.0.113.7')).status).toBe(429);
      expect((await ask('203.0.113.8')).status).toBe(404);
    });
  });

  describe('health and description', () => {
    test('live and ready tell each check by name', async () => {
      expect(await send(base(), 'GET', '/health/live')).toMatchObject({
        status: 200,
        json: { status: 'live' },
      });
      const checks = { database: true, queue: true, disk: true, content: true, accepting: true };
      expect(await send(base(), 'GET', '/health/ready')).toMatchObject({
        status: 200,
        json: { status: 'ready', checks },
      });
    });

    test('/api/messages does not exist without credentials', async () => {
      expect(await send(base(), 'POST', '/api/messages', { body: { type: 'message' } })).toMatchObject({
        status: 404,
      });
    });

    test('the OpenAPI document names every public path, and its schemas fit what is sent and answered', async () => {
      const document = openApi.parse((await send(base(), 'GET', '/api/v1/openapi.json')).json);
      expect(document.openapi).toMatch(/^3\./);
      expect(Object.keys(document.paths).toSorted()).toEqual(
        [
          ...kinds.map((kind) => `/api/v1/estimates/${kind}`),
          ...[
            '/api/v1/estimates/{reference}',
            '/api/v1/faq/match',
            '/api/v1/faq/match/batch',
            '/health/live',
            '/health/ready',
          ],
        ].toSorted(),
      );
      const question = { question: 'Bao nhiêu tuổi thì được tham gia BHXH tự nguyện?', locale: 'vi' };
      const requests = [
        ...amounts.map(({ kind, body }) => ({ path: `/api/v1/estimates/${kind}`, body })),
        ...kinds.map((kind) => ({ path: `/api/v1/estimates/${kind}`, body: {} })),
        { path: '/api/v1/estimates/voluntary', body: { income: 1, groups: [], mode: 'monthly' } },
        { path: '/api/v1/faq/match', body: question },
        { path: '/api/v1/faq/match/batch', body: { questions: [question] } },
      ];
      for (const { path, body } of requests) {
        const operation = document.paths[path]?.post;
        expect(schemaOf(operation?.requestBody).safeParse(body)).toMatchObject({ success: true });
        expect(schemaOf(operation?.requestBody).safeParse({ ...body, unknownKey: 1 })).toMatchObject({
          success: false,
        });
        const { json } = await send(base(), 'POST', path, { body });
        expect(schemaOf(operation?.responses['200']).safeParse(json)).toMatchObject({ success: true });
        const wrong = await send(base(), 'POST', path, { body: { unknownKey: 1 } });
        expect(schemaOf(operation?.responses.default).safeParse(wrong.json)).toMatchObject({ success: true });
        expect(schemaOf(operation?.responses['200']).safeParse(wrong.json)).toMatchObject({ success: false });
      }
      for (const path of ['/health/live', '/health/ready']) {
        const { json } = await send(base(), 'GET', path);
        expect(schemaOf(document.paths[path]?.get?.responses['200']).safeParse(json)).toMatchObject({
          success: true,
        });
      }
    });
  });
}

const content = z.object({
  content: z.object({ 'application/json': z.object({ schema: z.record(z.string(), z.unknown()) }) }),
});
const operation = z.object({ requestBody: content.optional(), responses: z.record(z.string(), content) });
const openApi = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.object({ get: operation.optional(), post: operation.optional() })),
});

function schemaOf(part: z.infer<typeof content> | undefined): z.ZodType {
  if (part === undefined) throw new Error('The document has no such part.');
  return z.fromJSONSchema(part.content['application/json'].schema, { defaultTarget: 'openapi-3.0' });
}

/** Runs `task` `times` times, so many at once. */
async function inGroups<Result>(
  times: number,
  atOnce: number,
  task: () => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  while (results.length < times) {
    results.push(
      ...(await Promise.all(Array.from({ length: Math.min(atOnce, times - results.length) }, task))),
    );
  }
  return results;
}

/** The same reference for another day, under the old signature. */
function forge(reference: string): string {
  const [payload = '', signature = ''] = reference.split('.');
  const told = Buffer.from(payload, 'base64url')
    .toString()
    .replace(/"date":"20\d\d-/, '"date":"2025-');
  return `${Buffer.from(told).toString('base64url')}.${signature}`;
}
