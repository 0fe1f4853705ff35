import type { CallAnswer } from './contract.js';

export type PlatformRequest = Readonly<{
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** Sent as it is; without one the platform is only asked (GET). */
  body?: string;
}>;

const timeoutMs = 10_000;
const longestAnswer = 1024 * 1024;

/** Faults before a byte of the request left: trying again doubles nothing. */
const notSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Posts to a platform, or asks it, and reads its answer. Never throws, and tells nobody what was sent. */
export async function callPlatform({ url, headers = {}, body }: PlatformRequest): Promise<CallAnswer> {
  try {
    const response = await fetch(url, {
      ...(body === undefined ? { method: 'GET' } : { method: 'POST', body }),
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    return {
      status: 'answered',
      http: response.status,
      headers: response.headers,
      body: text.length > longestAnswer ? undefined : parse(text),
    };
  } catch (error) {
    return { status: notSent.has(codeOf(error)) ? 'unreachable' : 'unknown' };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
