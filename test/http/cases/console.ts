import { beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { Citizen } from '../../support/Citizen.js';
import { Officer } from '../../support/Officer.js';
import { send, type Answer, type FindPlace } from './Place.js';

type Role = 'admin' | 'officer' | 'pending';
type ConsoleRoute = Readonly<{ method: string; path: string; role: Role; body?: unknown }>;

const nobody = '00000000-0000-7000-8000-000000000000';

/** Every route of the console and who may use it; `pending`: everybody who is logged in. */
const routes: readonly ConsoleRoute[] = [
  { method: 'GET', path: '/session', role: 'pending' },
  { method: 'POST', path: '/session/password', role: 'pending', body: { current: 'x', next: 'y' } },
  { method: 'GET', path: '/leads', role: 'officer' },
  { method: 'GET', path: `/leads/${nobody}`, role: 'officer' },
  { method: 'PUT', path: `/leads/${nobody}`, role: 'officer', body: { status: 'contacted', note: '' } },
  { method: 'POST', path: `/leads/${nobody}/phone`, role: 'officer' },
  { method: 'GET', path: `/leads/${nobody}/conversation`, role: 'officer' },
  { method: 'GET', path: '/faq-entries', role: 'admin' },
  { method: 'POST', path: '/faq-entries/preview', role: 'admin', body: {} },
  { method: 'POST', path: '/faq-entries/try', role: 'admin', body: {} },
  { method: 'GET', path: '/faq-entries/nothing', role: 'admin' },
  { method: 'PUT', path: '/faq-entries/nothing', role: 'admin', body: {} },
  { method: 'GET', path: '/faq-entries/nothing/versions', role: 'admin' },
  { method: 'POST', path: '/faq-entries/nothing/restore', role: 'admin', body: { version: 1 } },
  { method: 'GET', path: '/unanswered', role: 'admin' },
  { method: 'GET', path: `/unanswered/${nobody}`, role: 'admin' },
  { method: 'POST', path: `/unanswered/${nobody}/adopt`, role: 'admin', body: {} },
  { method: 'DELETE', path: `/unanswered/${nobody}`, role: 'admin' },
  { method: 'GET', path: '/test-questions', role: 'admin' },
  { method: 'POST', path: '/test-questions', role: 'admin', body: {} },
  { method: 'POST', path: '/test-questions/trial', role: 'admin', body: {} },
  { method: 'GET', path: `/test-questions/${nobody}`, role: 'admin' },
  { method: 'PUT', path: `/test-questions/${nobody}`, role: 'admin', body: {} },
  { method: 'DELETE', path: `/test-questions/${nobody}`, role: 'admin', body: {} },
  { method: 'GET', path: `/test-questions/${nobody}/versions`, role: 'admin' },
  { method: 'GET', path: '/accounts', role: 'admin' },
  { method: 'POST', path: '/accounts', role: 'admin', body: {} },
  { method: 'GET', path: `/accounts/${nobody}`, role: 'admin' },
  {
    method: 'PUT',
    path: `/accounts/${nobody}`,
    role: 'admin',
    body: { name: 'X', role: 'officer', disabled: false },
  },
  { method: 'POST', path: `/accounts/${nobody}/reset-password`, role: 'admin' },
  { method: 'GET', path: '/parameters', role: 'admin' },
  { method: 'GET', path: '/parameters/nothing', role: 'admin' },
  { method: 'PUT', path: '/parameters/nothing', role: 'admin', body: {} },
  { method: 'GET', path: '/parameters/nothing/versions', role: 'admin' },
  { method: 'GET', path: '/local-support', role: 'admin' },
  { method: 'POST', path: '/local-support', role: 'admin', body: {} },
  { method: 'GET', path: '/local-support-groups', role: 'admin' },
  { method: 'GET', path: '/local-support/nothing', role: 'admin' },
  { method: 'PUT', path: '/local-support/nothing', role: 'admin', body: {} },
  { method: 'DELETE', path: '/local-support/nothing', role: 'admin' },
  { method: 'GET', path: '/local-support/nothing/versions', role: 'admin' },
  { method: 'DELETE', path: '/session', role: 'pending' },
];
const callers = ['nobody', 'officer', 'admin', 'beginner'] as const;
type Caller = (typeof callers)[number];

/** What a caller is told at a route; undefined: he is let in. */
function refusal(caller: Caller, { role }: ConsoleRoute): readonly [number, string] | undefined {
  if (caller === 'nobody') return [401, 'unauthenticated'];
  if (role === 'pending') return undefined;
  if (caller === 'beginner') return [403, 'password_change_required'];
  return caller === role ? undefined : [403, 'forbidden'];
}

/** The console's API: who may do what, leads from the list to the conversation, answers that are edited and put back. */
export function consoleCases(place: FindPlace): void {
  describe('the console', () => {
    let admin: Officer;
    let officer: Officer;
    let beginner: Officer;
    const base = () => place().service.address;
    const ask = async (
      who: Officer,
      method: string,
      path: string,
      body?: unknown,
      headers?: Readonly<Record<string, string>>,
    ) => answerOf(await who.send(method, path, body, headers));

    beforeAll(async () => {
      admin = await Officer.firstAdministrator(place().service);
      officer = await admin.hire('huong.tran');
      beginner = (await newAccount('nguoi.moi')).officer;
    });
    const newAccount = async (username: string) => {
      const { json } = await ask(admin, 'POST', '/accounts', {
        username,
        name: 'Người mới',
        role: 'officer',
      });
      const { oneTimePassword } = z.object({ oneTimePassword: z.string() }).parse(json);
      return { oneTimePassword, officer: await Officer.logIn(base(), username, oneTimePassword) };
    };

    const matrix = callers.flatMap((caller) => routes.map((route) => ({ caller, ...route })));
    test.each(matrix)('$caller at $method $path', async ({ caller, method, path, body, role }) => {
      const who = await callerNamed(caller, method === 'DELETE' && path === '/session');
      const headers = { 'X-Requested-With': 'an-sinh', ...(who === undefined ? {} : { Cookie: who.cookie }) };
      const answer = await send(base(), method, `/api/v1${path}`, {
        headers,
        ...(body === undefined ? {} : { body }),
      });
      const refused = refusal(caller, { method, path, role });
      if (refused === undefined) {
        expect(answer.status).not.toBe(401);
        expect(answer.status).not.toBe(403);
        expect(answer.status).toBeLessThan(500);
      } else {
        expect(answer).toMatchObject({ status: refused[0], json: { error: { code: refused[1] } } });
      }
    });
    /** Whoever ends his session gets a session of his own for it. */
    async function callerNamed(caller: Caller, own: boolean): Promise<Officer | undefined> {
      if (caller === 'nobody') return undefined;
      if (caller === 'beginner') return own ? (await newAccount('nguoi.ve')).officer : beginner;
      if (own) return Officer.logIn(base(), caller === 'admin' ? 'admin' : 'huong.tran', passwords[caller]);
      return caller === 'admin' ? admin : officer;
    }

    test.each([...routes])(
      '$method $path is refused from another site, and a change without the console’s header',
      async ({ method, path, body }) => {
        const foreign = await ask(admin, method, path, body, { Origin: 'https://evil.example' });
        expect(foreign).toMatchObject({ status: 403, json: { error: { code: 'foreign_origin' } } });
        const fetched = await ask(admin, method, path, body, { 'Sec-Fetch-Site': 'same-site' });
        expect(fetched).toMatchObject({ status: 403, json: { error: { code: 'foreign_origin' } } });
        if (method === 'GET') return;
        const bare = await ask(admin, method, path, body, { 'X-Requested-With': '' });
        expect(bare).toMatchObject({ status: 403, json: { error: { code: 'missing_header' } } });
      },
    );

    describe('sessions', () => {
      const logIn = (username: string, password: string) =>
        send(base(), 'POST', '/api/v1/session', {
          body: { username, password },
          headers: { 'X-Requested-With': 'an-sinh', 'X-Forwarded-For': '192.0.2.9' },
        });

      test('logging in gives a cookie that scripts cannot read; logging out ends it', async () => {
        const answer = await logIn('huong.tran', passwords.officer);
        const [cookie = ''] = answer.headers.getSetCookie();
        expect(answer).toMatchObject({
          status: 200,
          json: { account: { username: 'huong.tran', role: 'officer', mustChangePassword: false } },
        });
        expect(cookie).toMatch(/^an_sinh_session=[\w-]{20,};.*HttpOnly; SameSite=Strict/);
        expect(answer.text).not.toMatch(/"password"|hash|argon/i);
        const headers = { Cookie: cookie.split(';')[0] ?? '', 'X-Requested-With': 'an-sinh' };
        const out = await send(base(), 'DELETE', '/api/v1/session', { headers });
        expect(out.status).toBe(204);
        expect(out.headers.get('clear-site-data')).toContain('"storage"');
        expect((await send(base(), 'GET', '/api/v1/session', { headers })).status).toBe(401);
      });

      test('a wrong password and an unknown name are told alike, and in the end throttled with Retry-After', async () => {
        const unknown = await logIn('khong.co', 'sai mật khẩu');
        const wrong = await logIn('huong.tran', 'sai mật khẩu');
        expect(unknown).toMatchObject({ status: 401, json: { error: { code: 'bad_credentials' } } });
        expect(wrong.text).toBe(unknown.text);
        let answer = unknown;
        for (let tries = 0; tries < 30 && answer.status === 401; tries += 1)
          answer = await logIn('khong.co', 'sai mật khẩu');
        expect(answer).toMatchObject({ status: 429, json: { error: { code: 'throttled' } } });
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      });

      test('a new password has rules, told under the field', async () => {
        const fresh = await newAccount('mat.khau');
        const change = (current: string, next: string) =>
          ask(fresh.officer, 'POST', '/session/password', { current, next });
        const wrong = await change('sai', 'núi cao sông dài 12');
        expect(wrong).toMatchObject({ status: 400, json: { error: { details: [{ field: 'current' }] } } });
        for (const next of ['ngắn', '123456789012', 'passwordpassword']) {
          const answer = await change(fresh.oneTimePassword, next);
          expect({ next, ...answer }).toMatchObject({
            status: 400,
            json: { error: { details: [{ field: 'next' }] } },
          });
        }
        expect((await change(fresh.oneTimePassword, 'núi cao sông dài 12')).status).toBe(204);
        expect((await ask(fresh.officer, 'GET', '/leads')).status).toBe(200);
      });
    });

    describe('leads', () => {
      test('go from the list to the number, the status and the conversation', async () => {
        const citizen = await Citizen.arrive(base());
        await citizen.say(
          'em hộ cận nghèo muốn đóng bhxh tự nguyện mức 2 triệu, đóng luôn 5 năm thì hết bao nhiêu',
        );
        const replies = [];
        for (const text of [
          'Nhờ cán bộ gọi',
          'xã Tam Hải, Đà Nẵng',
          'Nguyễn Thị Sương, 0987 654 321',
          'Buổi tối',
          'Tôi đồng ý',
        ]) {
          replies.push(...(await citizen.say(text)));
        }
        const reference = replies.at(-1)?.channelData?.lead?.reference;
        expect(reference).toEqual(expect.any(String));

        const list = await ask(
          officer,
          'GET',
          `/leads?${query({ filter: { q: 'nguyen thi suong' }, range: [0, 9], sort: ['createdAt', 'DESC'] })}`,
        );
        expect(list.headers.get('content-range')).toBe('leads 0-0/1');
        expect(list.json).toMatchObject([
          {
            reference,
            status: 'new',
            product: 'vsi',
            name: 'Nguyễn Thị Sương',
            channel: 'webchat',
            suspicious: false,
            version: expect.any(Number),
          },
        ]);
        expect(list.text).not.toMatch(/0987654321|0987 654 321/);
        expect(list.text).toContain('321');

        const [{ id, version }] = z
          .tuple([z.looseObject({ id: z.string(), version: z.number() })])
          .parse(list.json);
        const detail = await ask(officer, 'GET', `/leads/${id}`);
        expect(detail.text).not.toMatch(/0987654321|0987 654 321.*phone/);
        expect(detail.json).toMatchObject({
          reference,
          estimate: {
            reference: expect.any(String),
            product: 'vsi',
            summary: expect.arrayContaining([expect.stringContaining('16.210.864')]),
          },
          consents: [
            {
              purpose: 'call',
              text: expect.stringContaining('chỉ để gọi tư vấn'),
              givenAt: expect.any(String),
              withdrawnAt: null,
            },
          ],
          events: [{ kind: 'created' }],
          allowedStatuses: expect.arrayContaining(['contacted', 'no_answer', 'declined']),
        });

        expect(await ask(officer, 'POST', `/leads/${id}/phone`)).toMatchObject({
          status: 200,
          json: { phone: '0987 654 321' },
        });
        const change = (status: string, note: string, match?: string) =>
          ask(
            officer,
            'PUT',
            `/leads/${id}`,
            { status, note },
            match === undefined ? {} : { 'If-Match': match },
          );
        expect(await change('contacted', '')).toMatchObject({ status: 428 });
        expect(await change('contacted', '', '"99"')).toMatchObject({
          status: 412,
          json: { error: { code: 'stale' } },
        });
        expect(await change('withdrawn', '', `"${version}"`)).toMatchObject({
          status: 409,
          json: { error: { code: 'status_not_allowed' } },
        });
        expect(await change('declined', '  ', `"${version}"`)).toMatchObject({
          status: 400,
          json: { error: { details: [{ field: 'note' }] } },
        });
        expect(await change('dancing', '', `"${version}"`)).toMatchObject({ status: 400 });
        const changed = await change('contacted', 'hẹn chiều mai', `"${version}"`);
        expect(changed).toMatchObject({ status: 200, json: { status: 'contacted', version: version + 1 } });
        expect(eventKinds(changed.json)).toEqual(['created', 'phone_viewed', 'status']);
        expect(changed.text).toContain('hẹn chiều mai');
        expect(await change('enrolled', '', `"${version}"`)).toMatchObject({ status: 412 });

        const talk = await ask(officer, 'GET', `/leads/${id}/conversation`);
        expect(talk.json).toMatchObject({
          messages: expect.arrayContaining([
            { id: expect.any(String), role: 'user', at: expect.any(String), text: 'Tôi đồng ý' },
          ]),
        });

        await citizen.say('xóa số của tôi');
        expect((await ask(officer, 'GET', `/leads/${id}`)).json).toMatchObject({
          status: 'withdrawn',
          allowedStatuses: [],
        });
        expect(await ask(officer, 'POST', `/leads/${id}/phone`)).toMatchObject({ status: 404 });
        expect((await ask(officer, 'GET', `/leads/${id}/conversation`)).text).not.toMatch(/Sương|0987/);
      });

      test.each([
        'filter={',
        'range=[5,1]',
        'range=[0,5000]',
        'sort=["id"]',
        'filter={"color":"red"}',
        'filter={"from":"x"}',
      ])('a list asked for with %s is 400', async (search) => {
        expect(await ask(officer, 'GET', `/leads?${encodeURI(search)}`)).toMatchObject({ status: 400 });
      });
    });

    describe('answers', () => {
      const topic = 'tn-tuoi';
      const question = 'Bao nhiêu tuổi thì được tham gia BHXH tự nguyện?';
      const entrySchema = z.looseObject({ version: z.number(), answer: z.looseObject({ vi: z.string() }) });
      const read = async () => entrySchema.parse((await ask(admin, 'GET', `/faq-entries/${topic}`)).json);
      const withAnswer = (entry: z.infer<typeof entrySchema>, vi: string) => ({
        ...entry,
        answer: { ...entry.answer, vi },
        reason: 'thử',
      });

      test('are listed, filtered, sorted and paged', async () => {
        const list = await ask(
          admin,
          'GET',
          `/faq-entries?${query({ filter: { product: 'vsi', q: 'TUOI' }, range: [0, 1], sort: ['id', 'DESC'] })}`,
        );
        expect(list.headers.get('content-range')).toMatch(/^faq-entries 0-1\/\d+$/);
        const ids = z
          .array(z.looseObject({ id: z.string(), product: z.literal('vsi') }))
          .parse(list.json)
          .map(({ id }) => id);
        expect(ids).toEqual(ids.toSorted().toReversed());
        const many = await ask(admin, 'GET', `/faq-entries?${query({ filter: { id: [topic, 'nothing'] } })}`);
        expect(many.json).toMatchObject([{ id: topic, phrasingCount: expect.any(Number), state: 'current' }]);
      });

      test('an edited answer is what the chat says next, and a restored one after that', async () => {
        const citizen = await Citizen.arrive(base());
        expect(textOf(await citizen.say(question))).toContain('đủ 15 tuổi');
        const before = await read();
        const put = (body: unknown, match: string) =>
          ask(admin, 'PUT', `/faq-entries/${topic}`, body, { 'If-Match': match });

        const long = await put(withAnswer(before, 'dài '.repeat(100)), `"${before.version}"`);
        expect(long).toMatchObject({
          status: 422,
          json: {
            error: {
              code: 'content_check',
              details: expect.arrayContaining([expect.objectContaining({ field: 'answer.vi' })]),
            },
          },
        });
        const broken = await put(withAnswer(before, 'Từ {{ vsi.nothing }} tuổi.'), `"${before.version}"`);
        expect(broken.status).toBe(422);

        const edited = withAnswer(before, 'Câu này vừa được sửa: từ đủ {{ vsi.min_age }} tuổi.');
        expect(await ask(admin, 'PUT', `/faq-entries/${topic}`, edited)).toMatchObject({ status: 428 });
        expect(await put(edited, `"${before.version}"`)).toMatchObject({
          status: 200,
          json: { version: before.version + 1, updatedBy: expect.any(String) },
        });
        expect(await put(edited, `"${before.version}"`)).toMatchObject({
          status: 412,
          json: { error: { code: 'stale' } },
        });
        expect(textOf(await citizen.say(question))).toContain('Câu này vừa được sửa: từ đủ 15 tuổi.');

        const versions = await ask(admin, 'GET', `/faq-entries/${topic}/versions`);
        expect(versions.json).toMatchObject([
          { version: before.version + 1, reason: 'thử', current: true },
          { version: before.version, current: false },
        ]);
        expect(
          await ask(admin, 'POST', `/faq-entries/${topic}/restore`, { version: before.version }),
        ).toMatchObject({ status: 200, json: { answer: before.answer } });
        expect(textOf(await citizen.say(question))).not.toContain('vừa được sửa');
        expect(await ask(admin, 'POST', `/faq-entries/${topic}/restore`, { version: 99 })).toMatchObject({
          status: 404,
        });
      });

      test('a preview shows the text with its figures and what is wrong with it, and changes nothing', async () => {
        const entry = await read();
        const preview = await ask(admin, 'POST', '/faq-entries/preview', {
          entry: withAnswer(entry, 'Từ đủ {{ vsi.min_age }} tuổi, đóng 264.000 đ.'),
        });
        expect(preview).toMatchObject({
          status: 200,
          json: {
            preview: { vi: { answer: 'Từ đủ 15 tuổi, đóng 264.000 đ.' } },
            findings: expect.arrayContaining([
              expect.objectContaining({ field: 'answer.vi', message: expect.stringContaining('264.000') }),
            ]),
          },
        });
        expect(await read()).toEqual(entry);
      });
    });

    describe('accounts', () => {
      const accountSchema = z.looseObject({ id: z.string(), oneTimePassword: z.string() });

      test('are made with a password shown once, changed, disabled, and given a new password', async () => {
        const made = await ask(admin, 'POST', '/accounts', {
          username: 'Mai.Anh',
          name: 'Mai Anh',
          role: 'officer',
        });
        expect(made).toMatchObject({ status: 201, json: { username: 'mai.anh', disabled: false } });
        const { id, oneTimePassword } = accountSchema.parse(made.json);
        expect((await ask(admin, 'GET', `/accounts/${id}`)).text).not.toContain(oneTimePassword);
        expect(
          await ask(admin, 'POST', '/accounts', { username: 'mai.anh', name: 'X', role: 'officer' }),
        ).toMatchObject({ status: 409, json: { error: { code: 'conflict' } } });
        const session = await Officer.logIn(base(), 'mai.anh', oneTimePassword);
        const reset = await ask(admin, 'POST', `/accounts/${id}/reset-password`);
        expect(z.object({ oneTimePassword: z.string() }).parse(reset.json).oneTimePassword).not.toBe(
          oneTimePassword,
        );
        expect((await session.send('GET', '/session')).status).toBe(401);
        expect(
          await ask(admin, 'PUT', `/accounts/${id}`, { name: 'Mai', role: 'officer', disabled: true }),
        ).toMatchObject({ status: 200, json: { name: 'Mai', disabled: true } });
        await expect(
          Officer.logIn(
            base(),
            'mai.anh',
            z.object({ oneTimePassword: z.string() }).parse(reset.json).oneTimePassword,
          ),
        ).rejects.toThrow('401');
      });

      test('the last administrator can neither be disabled nor made an officer', async () => {
        const { account } = z
          .object({ account: z.object({ id: z.string() }) })
          .parse((await ask(admin, 'GET', '/session')).json);
        for (const change of [
          { name: 'A', role: 'admin', disabled: true },
          { name: 'A', role: 'officer', disabled: false },
        ]) {
          expect(await ask(admin, 'PUT', `/accounts/${account.id}`, change)).toMatchObject({
            status: 409,
            json: { error: { code: 'last_admin' } },
          });
        }
      });
    });
  });
}

/** The passwords that Officer gives itself. */
const passwords = { admin: 'núi cao sông dài 88', officer: 'con đò bến nước 77' } as const;

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

function query(parts: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(
    Object.entries(parts).map(([name, value]): [string, string] => [name, JSON.stringify(value)]),
  ).toString();
}

function textOf(replies: readonly Readonly<{ text: string }>[]): string {
  return replies.map(({ text }) => text).join('\n');
}

function eventKinds(json: unknown): readonly string[] {
  return z
    .object({ events: z.array(z.looseObject({ kind: z.string() })) })
    .parse(json)
    .events.map(({ kind }) => kind);
}
