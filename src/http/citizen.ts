import { cookieLifetimeS, sharedCookieLifetimeS, type TokenClaims } from '../channels/webchat/index.js';
import { toLocale, type Locale } from '../i18n/index.js';
import { cookieName, setCookie } from './cookies.js';
import type { CitizenPages } from './CitizenPages.js';
import { lookCookie, lookCookieAgeS, lookText, parseLook, type Look } from './page/Look.js';
import type { HttpRequest } from './Route.js';

const chatCookie = 'an_sinh_chat';
const languageCookie = 'an_sinh_lang';
const sharedCookie = 'an_sinh_shared';
const yearS = 365 * 24 * 60 * 60;
/** Long enough to load the page again on a slow line, too short for whoever takes the phone next. */
const leftLifetimeS = 15;

/** Who calls, as far as the device's cookies tell: a conversation of this device, none, or one that the citizen had forgotten. */
export type Visitor =
  | Readonly<{ status: 'known'; claims: TokenClaims }>
  | Readonly<{ status: 'unknown' }>
  | Readonly<{ status: 'forgotten' }>;

/** Reads the conversation's cookie; a copy of a forgotten one opens nothing. */
export async function readVisitor(pages: CitizenPages, request: HttpRequest): Promise<Visitor> {
  const token = request.cookies.get(cookieName(chatCookie, isSecure(pages)));
  if (token === undefined || token === '') return { status: 'unknown' };
  const check = await pages.tokens.check(token, 'cookie');
  if (check.status !== 'valid') return { status: 'unknown' };
  const isForgotten = await pages.directLine.isForgotten(check.claims.conversationId);
  return isForgotten ? { status: 'forgotten' } : { status: 'known', claims: check.claims };
}

/**
 * Holds a caller to its budget: a device with a conversation to its own, any other to that of the event by which it came (`ref`) or of its
 * address, which a whole village may share. @throws HttpProblem 429.
 */
export async function holdToBudget(
  pages: CitizenPages,
  request: HttpRequest,
  { isMessage = false, ref = () => undefined }: Readonly<{ isMessage?: boolean; ref?: () => unknown }> = {},
): Promise<void> {
  const token = request.cookies.get(cookieName(chatCookie, isSecure(pages))) ?? '';
  const check = token === '' ? undefined : await pages.tokens.check(token, 'cookie');
  if (check?.status !== 'valid') return pages.limitArrival(request, readOrNothing(ref));
  await pages.limitDevice(request, check.claims.userId);
  if (isMessage) await pages.limitMessages(request, check.claims.userId);
}

/** A body that can't be read says of no event; who reads it next says what is wrong with it. */
function readOrNothing(ref: () => unknown): unknown {
  try {
    return ref();
  } catch {
    return undefined;
  }
}

/** The cookie that finds the conversation again: for a long time, or on a shared device while it is used. */
export async function chatCookieFor(
  pages: CitizenPages,
  claims: TokenClaims,
  isShared: boolean,
): Promise<string> {
  const lifetimeS = isShared ? sharedCookieLifetimeS : cookieLifetimeS;
  const token = await pages.tokens.issueCookie(claims, lifetimeS);
  return setCookie(chatCookie, token, {
    ...(isShared ? {} : { maxAgeS: lifetimeS }),
    secure: isSecure(pages),
    sameSite: 'Lax',
  });
}

/** For a page of a shared device that is being left: loaded again at once it goes on, else the conversation is out of reach. */
export async function leavingCookie(pages: CitizenPages, claims: TokenClaims): Promise<string> {
  const token = await pages.tokens.issueCookie(claims, leftLifetimeS);
  return setCookie(chatCookie, token, { secure: isSecure(pages), sameSite: 'Lax' });
}

export function noChatCookie(pages: CitizenPages): string {
  return setCookie(chatCookie, '', { maxAgeS: 0, secure: isSecure(pages), sameSite: 'Lax' });
}

export function isSharedDevice(pages: CitizenPages, request: HttpRequest): boolean {
  return request.cookies.get(cookieName(sharedCookie, isSecure(pages))) === 'on';
}

/** Remembered until the browser is closed: the next citizen begins with what suits most. */
export function sharedCookieFor(pages: CitizenPages, isShared: boolean): string {
  return setCookie(sharedCookie, isShared ? 'on' : '', {
    ...(isShared ? {} : { maxAgeS: 0 }),
    secure: isSecure(pages),
    sameSite: 'Lax',
  });
}

export function readLook(request: HttpRequest): Look {
  return parseLook(request.cookies.get(lookCookie));
}

export function lookCookieFor(pages: CitizenPages, look: Look, isShared: boolean): string {
  // The page's script changes it as well, also without a network: the one cookie that scripts can read.
  return setCookie(lookCookie, lookText(look), {
    ...(isShared ? {} : { maxAgeS: lookCookieAgeS }),
    secure: isSecure(pages),
    sameSite: 'Lax',
    readable: true,
  });
}

/** The language of the citizens' pages: asked for in the address, else remembered, else Vietnamese. */
export function readPageLocale(pages: CitizenPages, request: HttpRequest): Locale {
  const remembered = request.cookies.get(cookieName(languageCookie, isSecure(pages)));
  return askedLocale(request) ?? toLocale(remembered) ?? 'vi';
}

export function askedLocale(request: HttpRequest): Locale | undefined {
  return toLocale(request.query.get('lang') ?? undefined);
}

export function languageCookieFor(pages: CitizenPages, locale: Locale): string {
  return setCookie(languageCookie, locale, { maxAgeS: yearS, secure: isSecure(pages), sameSite: 'Lax' });
}

function isSecure({ publicUrl }: CitizenPages): boolean {
  return publicUrl.startsWith('https:');
}
