import { describe, expect, test } from '@jest/globals';
import { send, type FindPlace } from './Place.js';

const requests: readonly Readonly<{ method: string; path: string; status: number; body?: unknown }>[] = [
  { method: 'GET', path: '/', status: 200 },
  { method: 'GET', path: '/?lang=en', status: 200 },
  { method: 'POST', path: '/chat', status: 400 },
  { method: 'POST', path: '/chat/session', status: 200, body: {} },
  { method: 'POST', path: '/chat/forget', status: 303 },
  { method: 'GET', path: '/chat/forget', status: 200 },
  { method: 'GET', path: '/chat/session', status: 204 },
  { method: 'POST', path: '/chat/settings', status: 303 },
  { method: 'POST', path: '/chat/left', status: 204 },
  { method: 'GET', path: '/chat/shell', status: 200 },
  { method: 'GET', path: '/accessibility', status: 200 },
  { method: 'GET', path: '/manifest.webmanifest', status: 200 },
  { method: 'GET', path: '/icons/..%2fchat.js', status: 404 },
  { method: 'GET', path: '/health/live', status: 200 },
  { method: 'GET', path: '/health/ready', status: 200 },
  { method: 'GET', path: '/api/v1/openapi.json', status: 200 },
  { method: 'POST', path: '/api/v1/estimates/voluntary', status: 200, body: {} },
  { method: 'POST', path: '/api/v1/estimates/voluntary', status: 400, body: { x: 1 } },
  { method: 'POST', path: '/api/v1/estimates/nothing', status: 405, body: {} },
  { method: 'GET', path: '/api/v1/estimates/x.y', status: 404 },
  { method: 'POST', path: '/api/v1/faq/match', status: 400, body: '{' },
  { method: 'POST', path: '/api/v1/faq/match', status: 413, body: 'x'.repeat(70_000) },
  { method: 'DELETE', path: '/api/v1/faq/match', status: 405 },
  { method: 'GET', path: '/api/v1/leads', status: 401 },
  { method: 'POST', path: '/api/v1/session', status: 403, body: {} },
  { method: 'POST', path: '/v3/directline/tokens/generate', status: 200, body: {} },
  { method: 'POST', path: '/v3/directline/conversations', status: 401, body: {} },
  { method: 'OPTIONS', path: '/v3/directline/conversations', status: 204 },
  { method: 'GET', path: '/guides/bien-lai.svg', status: 200 },
  { method: 'GET', path: '/guides/..%2fvssid-cai-dat.json', status: 404 },
  { method: 'GET', path: '/nowhere', status: 404 },
  { method: 'GET', path: '/../../etc/passwd', status: 404 },
  { method: 'GET', path: '/console/..%2f..%2fpackage.json', status: 0 },
  { method: 'GET', path: '/%', status: 0 },
  { method: 'GET', path: '/api/v1/leads?filter={', status: 401 },
];

/** What every answer carries, and what none may give away. */
export function headerCases(place: FindPlace): void {
  describe('every answer', () => {
    test.each([...requests])(
      '$method $path ($status) is guarded by headers and gives nothing away',
      async ({ method, path, status, body }) => {
        const answer = await send(place().service.address, method, path, body === undefined ? {} : { body });
        const { headers } = answer;
        // 0: whatever it is, it must not be a success with a file in it, nor a crash.
        if (status === 0) expect(answer.status).toBeLessThan(500);
        else expect(answer.status).toBe(status);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
        expect(headers.get('permissions-policy')).toContain('geolocation=()');
        expect(headers.get('server')).toBeNull();
        expect(headers.get('x-powered-by')).toBeNull();
        expect(answer.text).not.toMatch(/\bat .*\.(?:js|ts):\d+|node_modules|"devDependencies"|root:x:/);
        if (answer.status < 400) return;
        expect(headers.get('content-type')).toContain('application/json');
        expect(answer.json).toMatchObject({
          error: { code: expect.any(String), message: expect.any(String) },
        });
        expect(Object.keys(Object(answer.json))).toEqual(['error']);
      },
    );

    test('errors are told in the reader’s language', async () => {
      const base = place().service.address;
      const inLanguage = (language: string) =>
        send(base, 'GET', '/nowhere', { headers: { 'Accept-Language': language } });
      expect((await inLanguage('vi')).json).toEqual({
        error: { code: 'not_found', message: 'Không tìm thấy.' },
      });
      expect((await inLanguage('en-GB,en;q=0.8')).text).not.toContain('Không');
    });
  });
}
