import { findSession, type Account } from '../accounts/index.js';
import type { Records } from '../records/index.js';
import { cookieName } from './cookies.js';
import { HttpProblem } from './HttpProblem.js';
import type { HttpReply, HttpRequest, Route } from './Route.js';
import { requireSameOrigin } from './sameOrigin.js';

export const sessionCookie = 'an_sinh_session';

/** Whoever is logged in, an officer, or an administrator: officers see people, administrators see content, neither both. */
export type Access = 'any' | 'pending' | Account['role'];

export type SignedInRequest = HttpRequest & Readonly<{ account: Account; sessionToken: string }>;

export type SessionOptions = Readonly<{ records: Records; secure: boolean; now: () => Date }>;

/**
 * Guards a route of the console. `pending` lets in an account that has to change its password first.
 * Refuses with 401 without a session, 403 for another role, a foreign origin or (on changes) a missing `X-Requested-With`.
 */
export function guard(
  options: SessionOptions,
  access: Access,
  handle: (request: SignedInRequest) => Promise<HttpReply>,
): Route['handle'] {
  return async (request) => {
    requireOwnPage(request);
    const sessionToken = readSessionToken(request, options.secure);
    const account =
      sessionToken === undefined
        ? undefined
        : await findSession(options.records, sessionToken, options.now());
    if (account === undefined || sessionToken === undefined) {
      throw new HttpProblem(401, 'unauthenticated', request.words('http:unauthenticated'));
    }
    if (access !== 'pending' && account.mustChangePassword) {
      throw new HttpProblem(403, 'password_change_required', request.words('http:password_change_required'));
    }
    if (access !== 'any' && access !== 'pending' && account.role !== access) {
      throw new HttpProblem(403, 'forbidden', request.words('http:forbidden'));
    }
    return handle({ ...request, account, sessionToken });
  };
}

export function readSessionToken(request: HttpRequest, secure: boolean): string | undefined {
  const token = request.cookies.get(cookieName(sessionCookie, secure));
  return token === '' ? undefined : token;
}

/** A form or image of another site can't set this header, and a script of another site would be asked for leave first. */
export function requireOwnPage(request: HttpRequest): void {
  requireSameOrigin(request);
  if (request.method !== 'GET' && request.headers['x-requested-with'] !== 'an-sinh') {
    throw new HttpProblem(403, 'missing_header', request.words('http:missing_header'));
  }
}
