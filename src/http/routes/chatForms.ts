import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { DirectLine } from '../../channels/webchat/index.js';
import {
  chatCookieFor,
  holdToBudget,
  isSharedDevice,
  leavingCookie,
  lookCookieFor,
  noChatCookie,
  readLook,
  readPageLocale,
  readVisitor,
  sharedCookieFor,
} from '../citizen.js';
import type { CitizenPages } from '../CitizenPages.js';
import { compress } from '../compress.js';
import { longestFormMessage } from '../page/inputHints.js';
import { contrasts, textSizes } from '../page/Look.js';
import { renderForgetPage } from '../page/renderForgetPage.js';
import { frameFor, pageReply, problemPage } from '../pageReply.js';
import { readValue } from '../readJson.js';
import { noContent, type HttpReply, type HttpRequest, type Route } from '../Route.js';
import { requireSameOrigin } from '../sameOrigin.js';

/** A form without JavaScript waits this long for the reply before the page is shown without it. */
const replyWaitMs = 8_000;
const replyPollMs = 40;
/** Whatever the page's script or the browser kept of this site goes, cookies apart: those are set one by one. */
const clearStorage = { 'Clear-Site-Data': '"storage"' } as const;

const message = z.object({
  text: z.string().min(1).max(longestFormMessage),
  id: z.string().max(100).optional(),
  ref: z.string().max(100).optional(),
});
const settings = z.strictObject({
  size: z.enum(textSizes).optional(),
  contrast: z.enum(contrasts).optional(),
  shared: z.enum(['on', 'off']).optional(),
});

/** What the page's plain forms post: a message, the settings, the wish to be forgotten. */
export function chatFormRoutes(pages: CitizenPages): readonly Route[] {
  const form = (path: string, handle: Route['handle']): Route => ({
    method: 'POST',
    path,
    showProblem: (problem, request) => problemPage(pages, problem, request),
    handle: async (request) => {
      requireSameOrigin(request);
      await holdToBudget(pages, request, { isMessage: path === '/chat', ref: () => fieldsOf(request).ref });
      return handle(request);
    },
  });
  return [
    form('/chat', (request) => postMessage(pages, request)),
    form('/chat/settings', (request) => changeSettings(pages, request)),
    form('/chat/forget', (request) => forget(pages, request)),
    form('/chat/left', (request) => leave(pages, request)),
    {
      method: 'GET',
      path: '/chat/forget',
      handle: (request) => {
        const view = frameFor(pages, request);
        const html = renderForgetPage(view);
        return compress(request, pageReply(pages, request, { html, locale: view.locale }));
      },
    },
  ];
}

/** A message sent by a plain form: stored like any other; the page comes back when the reply is there. */
async function postMessage(pages: CitizenPages, request: HttpRequest): Promise<HttpReply> {
  const fields = fieldsOf(request);
  const form = readValue(request, { ...fields, text: fields.text?.trim() }, message);
  const locale = readPageLocale(pages, request);
  const visitor = await readVisitor(pages, request);
  const claims = visitor.status === 'known' ? visitor.claims : (await pages.directLine.newToken()).claims;
  await pages.directLine.start(claims, { locale, ...(form.ref === undefined ? {} : { ref: form.ref }) });
  const { id } = await pages.directLine.post(claims, {
    type: 'message',
    text: form.text,
    locale,
    channelData: {
      clientActivityID: form.id === undefined ? randomUUID() : `${form.id}:${digestOf(form.text)}`,
    },
  });
  await replyTo(pages.directLine, claims.conversationId, id);
  return seeOther('/#last', [await chatCookieFor(pages, claims, isSharedDevice(pages, request))]);
}

/** Keeps the look on the device, and whether the device is shared; the script asks in the background, a form comes back to the page. */
async function changeSettings(pages: CitizenPages, request: HttpRequest): Promise<HttpReply> {
  const wanted = readValue(request, fieldsOf(request), settings);
  const isShared = wanted.shared === undefined ? isSharedDevice(pages, request) : wanted.shared === 'on';
  const visitor = await readVisitor(pages, request);
  const look = readLook(request);
  const cookies = [
    lookCookieFor(
      pages,
      { size: wanted.size ?? look.size, contrast: wanted.contrast ?? look.contrast },
      isShared,
    ),
    ...(wanted.shared === undefined ? [] : [sharedCookieFor(pages, isShared)]),
    ...(visitor.status === 'known' ? [await chatCookieFor(pages, visitor.claims, isShared)] : []),
  ];
  return seeOther('/?settings', cookies, wanted.shared === 'on' ? clearStorage : {});
}

/** The conversation is closed for good, on this device and for every copy of its cookie. */
async function forget(pages: CitizenPages, request: HttpRequest): Promise<HttpReply> {
  const visitor = await readVisitor(pages, request);
  if (visitor.status === 'known') await pages.directLine.forget(visitor.claims, pages.now());
  return seeOther('/', [noChatCookie(pages)], clearStorage);
}

/** Told when the page of a shared device goes away: closed, or loaded again. */
async function leave(pages: CitizenPages, request: HttpRequest): Promise<HttpReply> {
  const visitor = await readVisitor(pages, request);
  if (visitor.status !== 'known' || !isSharedDevice(pages, request)) return noContent;
  const headers = { ...noContent.headers, 'Set-Cookie': await leavingCookie(pages, visitor.claims) };
  return { ...noContent, headers };
}

async function replyTo(directLine: DirectLine, conversationId: string, id: string): Promise<void> {
  const after = Number(id.split('|')[1] ?? 0);
  const until = Date.now() + replyWaitMs;
  while (Date.now() < until) {
    const { activities } = await directLine.read(conversationId, after);
    if (activities.some((activity) => activity.replyToId === id)) return;
    await sleep(replyPollMs);
  }
}

function fieldsOf(request: HttpRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
}

/** A page gone back to still carries its old id: with another text it is another message. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

function seeOther(
  to: string,
  cookies: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): HttpReply {
  return {
    status: 303,
    headers: { Location: to, 'Cache-Control': 'no-store', 'Set-Cookie': cookies, ...headers },
  };
}
