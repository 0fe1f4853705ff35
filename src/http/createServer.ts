import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import restify, { type Request, type Response } from 'restify';
import type { Logger } from 'pino';
import { toLocale, type Locale, type Translate, type Translator } from '../i18n/index.js';
import { currentLogContext, inOwnLogContext } from '../logging/index.js';
import { isStoreFailure } from '../records/index.js';
import { ForgottenConversation, TooMuchWaits } from '../turn/index.js';
import { parseCookies } from './cookies.js';
import { HttpProblem } from './HttpProblem.js';
import type { Pressure } from './Pressure.js';
import { readBody } from './readBody.js';
import { defaultBodyLimit, type HttpReply, type HttpRequest, type Route, type Work } from './Route.js';

export type ServerOptions = Readonly<{
  words: Translator;
  log: Logger;
  trustedProxies: number;
  secure: boolean;
  pressure: Pressure;
  /** Told of every answered request. */
  answered: (request: Readonly<{ work: Work; status: number; seconds: number }>) => void;
  /** Told why a request was turned away. */
  turnedAway: (reason: string) => void;
}>;

const headersTimeoutMs = 15_000;
const requestTimeoutMs = 30_000;
const storeRetryS = 10;
/** The router's own limit of 100 would hide every reference of an estimate. */
const longestParameter = 8_192;

/** The HTTP server with these routes. A route that throws answers 500 with an id that the log knows; it never ends the process. */
export function createServer(routes: readonly Route[], options: ServerOptions): Server {
  const server = restify.createServer({
    name: '',
    handleUncaughtExceptions: false,
    ignoreTrailingSlash: true,
    maxParamLength: longestParameter,
  });
  server.server.headersTimeout = headersTimeoutMs;
  server.server.requestTimeout = requestTimeoutMs;
  for (const route of routes) mount(server, route, options);
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    const locale = readLocale(request);
    const status = statusOf(error);
    const problem =
      status === 404
        ? new HttpProblem(404, 'not_found', options.words(locale)('http:not_found'))
        : status === 405
          ? new HttpProblem(405, 'method_not_allowed', options.words(locale)('http:method_not_allowed'))
          : unexpected(error, { method: request.method ?? 'GET', path: 'none' }, locale, options);
    // By restify's own means: a response that it doesn't know to be sent, it sends again, and that throws.
    const { status: code, headers, body } = toWire(problem.toReply(), options);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.sendRaw(code, body);
    done();
  });
  return server.server;
}

function mount(server: restify.Server, route: Route, options: ServerOptions): void {
  const work = route.work ?? usualWork(route);
  const handler = async (request: Request, response: Response): Promise<void> => {
    const id = randomUUID();
    await inOwnLogContext({ request: id }, async () => {
      const startedAt = performance.now();
      const reply = await serve(route, work, request, options);
      send(response, withHeaders(reply, { ...route.headers, 'X-Request-Id': id }), options);
      const seconds = (performance.now() - startedAt) / 1000;
      options.answered({ work, status: reply.status, seconds });
      // The route's pattern, for a path may hold a conversation's id or a reference.
      options.log.debug(
        { method: route.method, route: route.path, status: reply.status, seconds },
        'request',
      );
    });
  };
  const methods = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'del', OPTIONS: 'opts' } as const;
  server[methods[route.method]](route.path, handler);
  if (route.method === 'GET') server.head(route.path, handler);
}

function usualWork({ method, path }: Route): Work {
  if (path.startsWith('/api/v1/')) return 'console';
  return method === 'POST' || method === 'PUT' || method === 'DELETE' ? 'writing' : 'reading';
}

function withHeaders(reply: HttpReply, headers: Readonly<Record<string, string>>): HttpReply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

async function serve(route: Route, work: Work, request: Request, options: ServerOptions): Promise<HttpReply> {
  const locale = readLocale(request);
  const words = options.words(locale);
  const entry = options.pressure.enter(work);
  try {
    if (entry.status === 'shed') {
      options.turnedAway(entry.reason);
      throw busy(words, entry.retryAfterS);
    }
    const body = await readBody(request, route.bodyLimit ?? defaultBodyLimit);
    if (body.status === 'too_large') {
      throw new HttpProblem(413, 'too_large', words('http:too_large'), [], { Connection: 'close' });
    }
    if (body.status === 'unsupported') {
      throw new HttpProblem(415, 'unsupported_encoding', words('http:unsupported_encoding'));
    }
    return await route.handle(toHttpRequest(request, body.bytes, locale, options));
  } catch (error) {
    const problem = toProblem(error, route, locale, options);
    const isPage = /\btext\/html\b/.test(String(request.headers.accept ?? ''));
    if (!isPage || route.showProblem === undefined) return problem.toReply();
    return route.showProblem(problem, toHttpRequest(request, Buffer.alloc(0), locale, options));
  } finally {
    if (entry.status === 'in') entry.leave();
  }
}

function toProblem(error: unknown, route: Route, locale: Locale, options: ServerOptions): HttpProblem {
  const words = options.words(locale);
  if (error instanceof HttpProblem) return error;
  if (error instanceof TooMuchWaits) {
    options.turnedAway(error.whose === 'all' ? 'backlog' : 'conversation');
    if (error.whose === 'all') return busy(words, error.retryAfterS);
    return new HttpProblem(
      429,
      'too_many_requests',
      words('http:too_many_requests', { seconds: error.retryAfterS }),
      [],
      { 'Retry-After': String(error.retryAfterS) },
    );
  }
  if (error instanceof ForgottenConversation)
    return new HttpProblem(404, 'ConversationNotFound', words('http:unknown_conversation'));
  if (isStoreFailure(error)) {
    options.turnedAway('store');
    options.log.error({ method: route.method, route: route.path, error }, 'the store does not do its work');
    return new HttpProblem(503, 'store_unavailable', words('http:store_unavailable'), [], {
      'Retry-After': String(storeRetryS),
    });
  }
  return unexpected(error, route, locale, options);
}

function busy(words: Translate, seconds: number): HttpProblem {
  return new HttpProblem(503, 'busy', words('http:busy', { seconds }), [], {
    'Retry-After': String(seconds),
  });
}

function toHttpRequest(request: Request, body: Buffer, locale: Locale, options: ServerOptions): HttpRequest {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const params: Record<string, string> = {};
  const matched: unknown = request.params;
  for (const [name, value] of Object.entries(matched ?? {})) params[name] = String(value);
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    params,
    query: url.searchParams,
    headers: request.headers,
    cookies: parseCookies(request.headers.cookie),
    body,
    address: callerAddress(request, options.trustedProxies),
    locale,
    words: options.words(locale),
  };
}

/** The language of messages: `?lang=`, then what the browser prefers, then Vietnamese. */
function readLocale(request: Request): Locale {
  const asked = new URL(request.url ?? '/', 'http://localhost').searchParams.get('lang') ?? undefined;
  return toLocale(asked) ?? toLocale(request.headers['accept-language']) ?? 'vi';
}

function callerAddress(request: Request, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return direct;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  // Each proxy appends the address it saw; only the last ones were written by proxies of ours.
  return forwarded.at(-trustedProxies) ?? direct;
}

/** The caller is told the request's id, by which the log finds what happened. */
function unexpected(
  error: unknown,
  { method, path: route }: Readonly<{ method: string; path: string }>,
  locale: Locale,
  options: ServerOptions,
): HttpProblem {
  const id = currentLogContext().request ?? randomUUID();
  options.log.error({ id, method, route, error }, 'request failed');
  return new HttpProblem(500, 'internal', options.words(locale)('http:internal', { id }));
}

function statusOf(error: unknown): number {
  if (
    typeof error === 'object' &&
    error !== null &&
    'statusCode' in error &&
    typeof error.statusCode === 'number'
  ) {
    return error.statusCode;
  }
  return 500;
}

function send(response: Response, reply: HttpReply, options: ServerOptions): void {
  if (response.headersSent) return;
  const { status, headers, body } = toWire(reply, options);
  response.writeHead(status, headers);
  response.end(body);
}

/** A reply with the headers that every answer of this server carries. */
function toWire(reply: HttpReply, options: ServerOptions) {
  const common: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    ...(options.secure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries({ ...common, ...reply.headers })) {
    headers[name] = typeof value === 'string' ? value : [...value];
  }
  const body = reply.body ?? '';
  headers['Content-Length'] = String(Buffer.byteLength(body));
  return { status: reply.status, headers, body };
}
