import type { SessionAccount } from './records.js';
import { request, requestShape } from './request.js';
import { hasAccount } from './shapes.js';

let current: SessionAccount | undefined;
let asking: Promise<SessionAccount> | undefined;

/** Who is signed in, as far as this page knows without asking. */
export function knownAccount(): SessionAccount | undefined {
  return current;
}

/**
 * Who is signed in; asks the server once however many ask here.
 * @throws HttpError 401 when nobody is.
 */
export async function loadAccount(): Promise<SessionAccount> {
  if (current !== undefined) return current;
  asking ??= requestShape('/session', hasAccount).then(({ account }) => account);
  try {
    current = await asking;
    return current;
  } finally {
    asking = undefined;
  }
}

/** @throws HttpError 401 `bad_credentials`, 429 `throttled`. */
export async function signIn(username: string, password: string): Promise<SessionAccount> {
  const { account } = await requestShape('/session', hasAccount, {
    method: 'POST',
    body: { username, password },
  });
  current = account;
  return account;
}

/** Ends the session on the server where there is one, and here in any case. */
export async function signOut(): Promise<void> {
  const wasSignedIn = current !== undefined;
  current = undefined;
  if (!wasSignedIn) return;
  await request('/session', { method: 'DELETE' });
}

/** @throws HttpError 400 with the fields `current` or `next`. */
export async function changePassword(present: string, next: string): Promise<void> {
  await request('/session/password', { method: 'POST', body: { current: present, next } });
  if (current !== undefined) current = { ...current, mustChangePassword: false };
}
