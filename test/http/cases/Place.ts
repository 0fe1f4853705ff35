import { createCipher, loadMasterKey } from '../../../src/privacy/index.js';
import type { RunningService } from '../../../src/main.js';
import type { TestStore } from '../../support/stores.js';

/** A running service with the store under it, known once the tests run. */
export type Place = Readonly<{ service: RunningService; store: TestStore }>;
export type FindPlace = () => Place;

/** The key under which the service signs the tokens of conversations, for tokens that it would never give out. */
export function tokenKey({ store }: Place): Uint8Array {
  return createCipher(loadMasterKey(store.dataDir, undefined)).deriveKey('direct-line');
}

/** A request with a JSON body; the answer's body is read whole. */
export async function send(
  base: string,
  method: string,
  path: string,
  { body, headers = {} }: Readonly<{ body?: unknown; headers?: Readonly<Record<string, string>> }> = {},
): Promise<Answer> {
  const response = await fetch(`${base}${path}`, {
    method,
    redirect: 'manual',
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

export type Answer = Readonly<{ status: number; headers: Headers; text: string; json: unknown }>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
