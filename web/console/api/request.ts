import { currentLocale } from '../i18n/locale.js';
import { toHttpError, type ApiFailure, type FieldError } from './ApiFailure.js';
import { isRecord } from '../common/isRecord.js';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** Sent as If-Match: the write is refused (412) when the record has another version by now. */
  readonly version?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Answer {
  readonly body: unknown;
  readonly headers: Headers;
}

const base = '/api/v1';
const patience = 20_000;

/**
 * One call of the server's API. Values of `query` are written as JSON, as the list convention wants.
 * @throws HttpError with the failure in it (see toFailure), also when the network is gone or nothing comes in 20 s.
 */
export async function request(path: string, options: RequestOptions = {}): Promise<Answer> {
  const { method = 'GET', query = {}, body, version, signal } = options;
  const limit = limitTime(signal);
  try {
    const response = await fetch(`${base}${path}${toQueryString(query)}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: limit.signal,
      headers: {
        Accept: 'application/json',
        'Accept-Language': currentLocale(),
        'X-Requested-With': 'an-sinh',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = parse(text);
    if (!response.ok) throw toHttpError(describeAnswer(response, parsed));
    if (parsed === undefined && text !== '') throw toHttpError(failure('format', response.status));
    return { body: parsed, headers: response.headers };
  } catch (error) {
    if (limit.expired()) throw toHttpError(failure('timeout', 0));
    // fetch tells a lost network by a TypeError; whatever else is thrown says more and goes on.
    if (error instanceof TypeError) throw toHttpError(failure('network', 0));
    throw error;
  } finally {
    limit.stop();
  }
}

/** The same, for an answer whose shape `accepts` recognises. */
export async function requestShape<T>(
  path: string,
  accepts: (value: unknown) => value is T,
  options: RequestOptions = {},
): Promise<T> {
  const { body } = await request(path, options);
  if (!accepts(body)) throw toHttpError(failure('format', 200));
  return body;
}

function toQueryString(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return '';
  return `?${new URLSearchParams(pairs.map(([name, value]) => [name, JSON.stringify(value)])).toString()}`;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describeAnswer(response: Response, body: unknown): ApiFailure {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  const fallback = response.status === 404 ? 'console.errors.notFound' : 'console.errors.server';
  return {
    status: response.status,
    code: typeof error['code'] === 'string' ? error['code'] : 'unknown',
    message: typeof error['message'] === 'string' && error['message'] !== '' ? error['message'] : fallback,
    retryAfter: Number.isNaN(retryAfter) ? undefined : retryAfter,
    fields: Array.isArray(error['details']) ? error['details'].flatMap(toFieldError) : [],
  };
}

function toFieldError(detail: unknown): FieldError[] {
  if (!isRecord(detail) || typeof detail['field'] !== 'string' || typeof detail['message'] !== 'string')
    return [];
  return [{ field: detail['field'], message: detail['message'] }];
}

function failure(code: 'network' | 'timeout' | 'format', status: number): ApiFailure {
  return { status, code, message: `console.errors.${code}`, retryAfter: undefined, fields: [] };
}

/** A signal that also fires when the server has been silent for too long. */
function limitTime(outer: AbortSignal | undefined): {
  readonly signal: AbortSignal;
  readonly expired: () => boolean;
  readonly stop: () => void;
} {
  const controller = new AbortController();
  let late = false;
  const forward = (): void => controller.abort(outer?.reason);
  if (outer?.aborted === true) forward();
  outer?.addEventListener('abort', forward);
  const timer = setTimeout(() => {
    late = true;
    controller.abort();
  }, patience);
  return {
    signal: controller.signal,
    expired: () => late,
    stop: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', forward);
    },
  };
}
