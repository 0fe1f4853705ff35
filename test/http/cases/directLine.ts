import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { decodeJwt, SignJWT } from 'jose';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { send, tokenKey, type Answer, type FindPlace } from './Place.js';

const root = '/v3/directline';
const opened = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.literal(1_800),
  streamUrl: z.string(),
  referenceGrammarId: z.string(),
});
const activitySet = z.object({
  activities: z.array(z.looseObject({ id: z.string() })),
  watermark: z.string(),
});
type ActivitySet = z.infer<typeof activitySet>;

/** The rules that Direct Line clients rely on, one by one. */
export function directLineCases(place: FindPlace): void {
  const base = () => place().service.address;
  const call = (method: string, path: string, token?: string, body?: unknown): Promise<Answer> =>
    send(base(), method, `${root}${path}`, {
      ...(body === undefined ? {} : { body }),
      headers: {
        Origin: 'https://elsewhere.example',
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
    });
  const newToken = async (user?: string) => {
    const answer = await call(
      'POST',
      '/tokens/generate',
      undefined,
      user === undefined ? {} : { user: { id: user } },
    );
    return z
      .object({ conversationId: z.string(), token: z.string(), expires_in: z.number() })
      .parse(answer.json);
  };
  const start = async (user?: string) => {
    const { token } = await newToken(user);
    return opened.parse((await call('POST', '/conversations', token, { locale: 'vi-VN' })).json);
  };
  const read = async (id: string, token: string, watermark = '') =>
    activitySet.parse(
      (await call('GET', `/conversations/${id}/activities?watermark=${watermark}`, token)).json,
    );
  const readUntil = async (
    id: string,
    token: string,
    done: (set: ActivitySet) => boolean,
  ): Promise<ActivitySet> => {
    const until = Date.now() + 10_000;
    for (;;) {
      const set = await read(id, token);
      if (done(set)) return set;
      if (Date.now() > until) throw new Error(`Not seen: ${JSON.stringify(set)}`);
    }
  };
  const message = (text: string, extra: object = {}) => ({
    ...{ type: 'message', text, from: { id: 'somebody-else', role: 'bot', name: 'x' }, locale: 'vi-VN' },
    ...{ channelData: { clientActivityID: randomUUID(), attachmentSizes: [] }, ...extra },
  });
  /** A true token with something else in it, signed as the service would. */
  const resign = (
    token: string,
    { audience = 'directline', expires = '-1s', key = tokenKey(place()) } = {},
  ) =>
    new SignJWT(decodeJwt(token))
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(key);

  describe('Direct Line: tokens', () => {
    test('a token is public, shaped like a JWT, and carries the user id that was asked for', async () => {
      const { token, expires_in: seconds } = await newToken('dl_toi');
      expect(seconds).toBe(1_800);
      expect(decodeJwt(token)).toMatchObject({
        user: 'dl_toi',
        conv: expect.any(String),
        exp: expect.any(Number),
      });
    });

    test('a user id that does not begin with dl_ is refused; without one each token has its own', async () => {
      const refused = await call('POST', '/tokens/generate', undefined, { user: { id: 'toi' } });
      expect(refused).toMatchObject({ status: 400, json: { error: { code: 'BadArgument' } } });
      const [one, other] = await Promise.all([newToken(), newToken()]);
      expect(one.conversationId).not.toBe(other.conversationId);
      expect(one.conversationId.length).toBeGreaterThanOrEqual(22);
    });

    test('refreshing gives another token for the same conversation, and the old one stays good', async () => {
      const { conversationId, token } = await start();
      const fresh = await call('POST', '/tokens/refresh', token);
      expect(fresh).toMatchObject({
        status: 200,
        json: { conversationId, token: expect.any(String), expires_in: 1_800 },
      });
      expect((await call('GET', `/conversations/${conversationId}/activities`, token)).status).toBe(200);
    });

    const guarded = [
      ['POST', '/tokens/refresh'],
      ['POST', '/conversations'],
      ['GET', '/conversations/:id'],
      ['GET', '/conversations/:id/activities'],
      ['POST', '/conversations/:id/activities'],
    ] as const;

    test.each(guarded)(
      '%s %s: 401 without a token, 403 TokenExpired, 403 for a foreign or forged one',
      async (method, path) => {
        const { conversationId, token } = await start();
        const at = path.replace(':id', conversationId);
        const body = method === 'POST' ? message('xin chào') : undefined;
        const expected = [
          [undefined, 401, 'Unauthorized'],
          [await resign(token), 403, 'TokenExpired'],
          [await resign(token, { expires: '1h', key: new Uint8Array(32) }), 403, 'Forbidden'],
          [await resign(token, { expires: '1h', audience: 'stream' }), 403, 'Forbidden'],
          [`${token.slice(0, -3)}abc`, 403, 'Forbidden'],
          ['eyJhbGciOiJub25lIn0.eyJjb252IjoiYSIsInVzZXIiOiJiIn0.', 403, 'Forbidden'],
        ] as const;
        for (const [used, status, code] of expected) {
          const answer = await call(method, at, used, body);
          expect({ used, ...answer }).toMatchObject({
            status,
            json: { error: { code, message: expect.any(String) } },
          });
          expect(answer.headers.get('access-control-allow-origin')).toBe('*');
        }
        if (!path.includes(':id')) return;
        const stranger = await start();
        expect(await call(method, at, stranger.token, body)).toMatchObject({ status: 403 });
      },
    );

    test('a conversation that has not begun is 404 for reading and for taking it up', async () => {
      const { conversationId, token } = await newToken();
      for (const path of ['', '/activities']) {
        const answer = await call('GET', `/conversations/${conversationId}${path}`, token);
        expect(answer).toMatchObject({ status: 404, json: { error: { code: 'ConversationNotFound' } } });
      }
    });
  });

  describe('Direct Line: conversations and activities', () => {
    test('starting answers 201, starting again 200, and the citizen is greeted once', async () => {
      const { conversationId, token } = await newToken();
      expect((await call('POST', '/conversations', token, {})).status).toBe(201);
      expect((await call('POST', '/conversations', token, {})).status).toBe(200);
      const { activities } = await readUntil(conversationId, token, (set) => set.activities.length > 0);
      expect(activities).toHaveLength(1);
      expect(activities[0]).toMatchObject({
        type: 'message',
        from: { role: 'bot' },
        text: expect.stringContaining('An Sinh'),
      });
    });

    test('the stream address is absolute and from the settings', async () => {
      const { conversationId, streamUrl } = await start();
      const start_ = `ws://an-sinh.test${root}/conversations/${conversationId}/stream?watermark=-&t=`;
      expect(streamUrl.startsWith(start_)).toBe(true);
    });

    test('a message comes back as it was sent, under its clientActivityID, from the token’s user', async () => {
      const { conversationId, token } = await start('dl_that');
      const sent = message('bhxh tu nguyen la gi', { localTimezone: 'Asia/Saigon', unknownField: { a: 1 } });
      const posted = await call('POST', `/conversations/${conversationId}/activities`, token, sent);
      const { id } = z.object({ id: z.string() }).parse(posted.json);
      expect(id).toMatch(new RegExp(`^${conversationId}\\|\\d{7}$`));
      const { activities } = await readUntil(conversationId, token, (set) =>
        set.activities.some((a) => a.replyToId === id),
      );
      const echo = activities.find((activity) => activity.id === id);
      expect(echo).toMatchObject({
        ...{
          type: 'message',
          text: sent.text,
          locale: 'vi-VN',
          localTimezone: 'Asia/Saigon',
          channelId: 'directline',
        },
        from: { id: 'dl_that', role: 'user' },
        channelData: { clientActivityID: sent.channelData.clientActivityID, attachmentSizes: [] },
        conversation: { id: conversationId },
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      });
      const reply = activities.find((activity) => activity.replyToId === id);
      expect(activities.indexOf(reply ?? { id: '' })).toBeGreaterThan(activities.indexOf(echo ?? { id: '' }));
    });

    test('the same clientActivityID counts once, also when sent at the same instant', async () => {
      const { conversationId, token } = await start();
      const sent = message('xin chào');
      const post = () => call('POST', `/conversations/${conversationId}/activities`, token, sent);
      const ids = new Set((await Promise.all([post(), post(), post(), post()])).map(({ text }) => text));
      ids.add((await post()).text);
      expect(ids.size).toBe(1);
      const { activities } = await readUntil(conversationId, token, (set) => set.activities.length >= 3);
      expect(activities.filter((activity) => activity.text === 'xin chào')).toHaveLength(1);
    });

    test('a watermark gives what came after it, rubbish or none gives everything', async () => {
      const { conversationId, token } = await start();
      const first = await readUntil(conversationId, token, (set) => set.activities.length > 0);
      expect(await read(conversationId, token, first.watermark)).toEqual({
        activities: [],
        watermark: first.watermark,
      });
      await call('POST', `/conversations/${conversationId}/activities`, token, message('cảm ơn'));
      const all = await readUntil(conversationId, token, (set) => set.activities.length >= 3);
      const later = await read(conversationId, token, first.watermark);
      expect(later.activities).toEqual(all.activities.slice(first.activities.length));
      for (const watermark of ['', '-', 'null', 'undefined', '-5']) {
        expect(await read(conversationId, token, watermark)).toEqual(all);
      }
    });

    test('taking up again gives a token and a stream; an empty watermark means from the start', async () => {
      const { conversationId, token } = await start();
      await readUntil(conversationId, token, (set) => set.activities.length > 0);
      const again = opened.parse(
        (await call('GET', `/conversations/${conversationId}?watermark=`, token)).json,
      );
      expect((await call('GET', `/conversations/${conversationId}/activities`, again.token)).status).toBe(
        200,
      );
      expect(new URL(again.streamUrl).searchParams.get('watermark')).toBe('');
    });

    test('typing and other signs of life are acknowledged and not kept', async () => {
      const { conversationId, token } = await start();
      for (const type of ['typing', 'invoke', 'conversationUpdate']) {
        const answer = await call('POST', `/conversations/${conversationId}/activities`, token, {
          type,
          from: { id: 'x' },
        });
        expect(answer).toMatchObject({ status: 200, json: { id: expect.any(String) } });
      }
      const { activities } = await readUntil(conversationId, token, (set) => set.activities.length > 0);
      expect(activities.map(({ type }) => type)).toEqual(['message']);
    });

    test('what is no activity is 400, too much is 413, and too often is 429 that a script may read', async () => {
      const { conversationId, token } = await start();
      const path = `/conversations/${conversationId}/activities`;
      const answers = [
        [await call('POST', path, token, '{"type":'), 400],
        [await call('POST', path, token, '[]'), 400],
        [await call('POST', path, token, { text: 'no type' }), 400],
        [await call('POST', path, token, { type: 'message', text: 12 }), 400],
        [await call('POST', path, token, message('a'.repeat(257 * 1024))), 413],
      ] as const;
      for (const [answer, status] of answers) {
        expect(answer).toMatchObject({
          status,
          json: { error: { code: expect.any(String), message: expect.any(String) } },
        });
        expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      }
      let refused: Answer | undefined;
      for (let sent = 0; sent < 260 && refused === undefined; sent += 1) {
        const answer = await call('POST', path, token, { type: 'typing', from: { id: 'x' } });
        if (answer.status === 429) refused = answer;
      }
      expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(refused?.headers.get('access-control-expose-headers')).toContain('Retry-After');
      expect((await call('GET', path, token)).status).toBe(200);
    });

    test('every path answers a preflight from any page', async () => {
      const paths = [
        '/tokens/generate',
        '/tokens/refresh',
        '/conversations',
        '/conversations/x',
        '/conversations/x/activities',
      ];
      for (const path of paths) {
        const { status, headers } = await call('OPTIONS', path);
        expect({ path, status }).toEqual({ path, status: 204 });
        expect(headers.get('access-control-allow-origin')).toBe('*');
        expect(headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS');
        expect(headers.get('access-control-allow-headers')).toMatch(
          /Authorization.*x-ms-bot-agent.*x-requested-with/,
        );
        expect(headers.get('access-control-allow-credentials')).toBeNull();
      }
    });
  });

  describe('Direct Line: streams', () => {
    const local = (streamUrl: string) => {
      const { pathname, search } = new URL(streamUrl);
      return `${base().replace(/^http/, 'ws')}${pathname}${search}`;
    };

    test('a stream gives what was said before, then what is said now, each once and in order', async () => {
      const { conversationId, token, streamUrl } = await start();
      await readUntil(conversationId, token, (set) => set.activities.length > 0);
      const stream = openStream(local(streamUrl));
      await stream.until((heard) => heard.length >= 1);
      stream.socket.send('');
      stream.socket.send('rubbish');
      for (const text of ['xin chào', 'bhxh tự nguyện đóng bao nhiêu một tháng', 'tạm biệt']) {
        await call('POST', `/conversations/${conversationId}/activities`, token, message(text));
      }
      const { activities } = await readUntil(conversationId, token, (set) => set.activities.length >= 7);
      // To the letter what a reading of the store gives.
      expect(await stream.until(({ length }) => length >= activities.length)).toEqual(activities);
      stream.socket.close();
    });

    test('after a cut the stream goes on from the watermark and misses nothing', async () => {
      const { conversationId, token, streamUrl } = await start();
      const first = openStream(local(streamUrl));
      await first.until((heard) => heard.length === 1);
      first.socket.terminate();
      const { watermark } = await read(conversationId, token);
      await call('POST', `/conversations/${conversationId}/activities`, token, message('xin chào'));
      await readUntil(conversationId, token, (set) => set.activities.length >= 3);
      const again = opened.parse(
        (await call('GET', `/conversations/${conversationId}?watermark=${watermark}`, token)).json,
      );
      const second = openStream(local(again.streamUrl));
      const missed = await second.until((heard) => heard.length === 2);
      expect(missed[0]).toMatchObject({ text: 'xin chào' });
      second.socket.close();
    });

    test('two streams of one conversation both hear everything', async () => {
      const { conversationId, token, streamUrl } = await start();
      const streams = [openStream(local(streamUrl)), openStream(local(streamUrl))];
      await call('POST', `/conversations/${conversationId}/activities`, token, message('xin chào'));
      const heard = await Promise.all(streams.map((stream) => stream.until(({ length }) => length >= 3)));
      expect(heard[0]).toEqual(heard[1]);
      for (const { socket } of streams) socket.close();
    });

    test('a stream without a ticket is 401; an expired, foreign or forged one 403; another path 404', async () => {
      const { conversationId, token, streamUrl } = await start();
      const stranger = await start();
      const path = `${base().replace(/^http/, 'ws')}${root}/conversations/${conversationId}/stream`;
      const expired = await resign(token, { audience: 'stream' });
      const anHourLong = await resign(token, { audience: 'stream', expires: '1h' });
      const admitted = openStream(`${path}?t=${anHourLong}`);
      await admitted.until((heard) => heard.length > 0);
      admitted.socket.close();
      const foreign = new URL(stranger.streamUrl).searchParams.get('t') ?? '';
      const refusals = [
        [path, 401],
        [`${path}?t=${expired}`, 403],
        [`${path}?t=${foreign}`, 403],
        [`${path}?t=${token}`, 403],
        [`${path}?t=x`, 403],
        [local(streamUrl).replace('/stream', '/elsewhere'), 404],
      ] as const;
      for (const [url, status] of refusals)
        expect({ url, status: await refusalOf(url) }).toEqual({ url, status });
    });
  });
}

type Heard = ActivitySet['activities'];

function openStream(url: string) {
  const socket = new WebSocket(url);
  const heard: Heard = [];
  let look: () => void = () => undefined;
  socket.on('message', (data: Buffer) => {
    if (data.length > 0) heard.push(...activitySet.parse(JSON.parse(data.toString())).activities);
    look();
  });
  const until = (done: (heard: Heard) => boolean): Promise<Heard> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Heard only ${JSON.stringify(heard)}`)), 10_000);
      look = () => {
        if (!done(heard)) return;
        clearTimeout(timer);
        resolve(heard);
      };
      look();
    });
  return { socket, until };
}

function refusalOf(url: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode);
      response.destroy();
    });
    socket.on('error', () => undefined);
  });
}
