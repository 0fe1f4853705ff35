import type { IncomingHttpHeaders } from 'node:http';
import type { Locale, Translate } from '../i18n/index.js';
import type { HttpProblem } from './HttpProblem.js';

/** A request as routes see it: no framework, the body read whole and within its limit. */
export type HttpRequest = Readonly<{
  method: string;
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  cookies: ReadonlyMap<string, string>;
  body: Buffer;
  /** The caller's address, taken from the proxies' header only as far as the settings trust it. */
  address: string;
  /** The reader's language, for messages. */
  locale: Locale;
  words: Translate;
}>;

export type HttpReply = Readonly<{
  status: number;
  headers?: Readonly<Record<string, string | readonly string[]>>;
  body?: string | Buffer;
}>;

/**
 * What a request asks of the process, which decides whether it is turned away under pressure: `vital` never; `reading` shows what is
 * published or stored; `console` is the office at work; `writing` brings new work and is turned away first.
 */
export type Work = 'vital' | 'reading' | 'console' | 'writing';

export type Route = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
  /** With `:name` for a part that varies. */
  path: string;
  /** By method and path where nothing is said. */
  work?: Work;
  /** Bytes; 64 KiB where nothing is said. */
  bodyLimit?: number;
  /** Carried by every answer, also by one that the server gives before or after `handle`. */
  headers?: Readonly<Record<string, string>>;
  /** How a page for people says what went wrong, where a browser asks for one; programs are told in JSON. */
  showProblem?: (problem: HttpProblem, request: HttpRequest) => HttpReply;
  handle: (request: HttpRequest) => Promise<HttpReply> | HttpReply;
}>;

export const defaultBodyLimit = 64 * 1024;

export function json(status: number, body: unknown, headers: HttpReply['headers'] = {}): HttpReply {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

export const noContent: HttpReply = { status: 204, headers: { 'Cache-Control': 'no-store' } };
