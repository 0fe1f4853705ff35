import { z } from 'zod';
import { changeOwnPassword, endSession, logIn, minPasswordLength } from '../../accounts/index.js';
import { setCookie } from '../cookies.js';
import { HttpProblem } from '../HttpProblem.js';
import { readJson } from '../readJson.js';
import { json, noContent, type Route } from '../Route.js';
import { guard, requireOwnPage, sessionCookie, type SessionOptions } from '../session.js';

const credentials = z.strictObject({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});
const passwordChange = z.strictObject({ current: z.string().max(200), next: z.string().max(500) });
const cookieAgeS = 7 * 24 * 60 * 60;

/** Logging in and out, and changing one's password. */
export function sessionRoutes(options: SessionOptions): readonly Route[] {
  const { records, secure, now } = options;
  return [
    {
      method: 'POST',
      path: '/api/v1/session',
      handle: async (request) => {
        requireOwnPage(request);
        const attempt = { ...readJson(request, credentials), address: request.address };
        const result = await logIn(records, attempt, now());
        if (result.status === 'bad_credentials') {
          throw new HttpProblem(401, 'bad_credentials', request.words('http:bad_credentials'));
        }
        if (result.status === 'throttled') {
          const seconds = result.retryAfterS;
          throw new HttpProblem(429, 'throttled', request.words('http:throttled', { seconds }), [], {
            'Retry-After': String(seconds),
          });
        }
        const cookie = setCookie(sessionCookie, result.token, {
          maxAgeS: cookieAgeS,
          secure,
          sameSite: 'Strict',
        });
        return json(200, { account: result.account }, { 'Set-Cookie': cookie });
      },
    },
    {
      method: 'GET',
      path: '/api/v1/session',
      handle: guard(options, 'pending', async ({ account }) => json(200, { account })),
    },
    {
      method: 'DELETE',
      path: '/api/v1/session',
      handle: guard(options, 'pending', async ({ sessionToken }) => {
        await endSession(records, sessionToken);
        return {
          ...noContent,
          headers: {
            ...noContent.headers,
            'Clear-Site-Data': '"storage"',
            'Set-Cookie': setCookie(sessionCookie, '', { maxAgeS: 0, secure, sameSite: 'Strict' }),
          },
        };
      }),
    },
    {
      method: 'POST',
      path: '/api/v1/session/password',
      handle: guard(options, 'pending', async (request) => {
        const { current, next } = readJson(request, passwordChange);
        const { account, sessionToken, words } = request;
        const result = await changeOwnPassword(records, account, { current, next, sessionToken });
        if (result === 'changed') return noContent;
        const message = words(`http:${result}`, { count: minPasswordLength });
        const field = result === 'wrong_current' ? 'current' : 'next';
        throw new HttpProblem(400, 'bad_request', message, [{ field, message }]);
      }),
    },
  ];
}
