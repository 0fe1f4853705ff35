import { randomUUID } from 'node:crypto';
import { sharedCookieLifetimeS, startRequest } from '../../channels/webchat/index.js';
import { readEntry } from '../../turn/index.js';
import {
  askedLocale,
  chatCookieFor,
  holdToBudget,
  isSharedDevice,
  languageCookieFor,
  noChatCookie,
  readVisitor,
} from '../citizen.js';
import type { CitizenPages } from '../CitizenPages.js';
import { compress } from '../compress.js';
import { HttpProblem } from '../HttpProblem.js';
import { inlineScript } from '../page/inlineText.js';
import { renderChatPage } from '../page/renderChatPage.js';
import { greetingTranscript, toTranscript } from '../page/toTranscript.js';
import { chatPermissions, frameFor, pageReply, problemPage } from '../pageReply.js';
import { readJson } from '../readJson.js';
import { json, noContent, type HttpReply, type HttpRequest, type Route } from '../Route.js';
import { requireSameOrigin } from '../sameOrigin.js';

/** The citizens' page: rendered here first, enhanced by its script. */
export function chatPageRoutes(pages: CitizenPages): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/',
      showProblem: (problem, request) => problemPage(pages, problem, request),
      handle: async (request) => compress(request, await showPage(pages, request)),
    },
    {
      method: 'GET',
      path: '/chat/session',
      handle: async (request) => {
        requireSameOrigin(request);
        await holdToBudget(pages, request);
        return compress(request, await takeUpSession(pages, request));
      },
    },
    {
      method: 'POST',
      path: '/chat/session',
      handle: async (request) => {
        requireSameOrigin(request);
        await holdToBudget(pages, request, { ref: () => readJson(request, startRequest).ref });
        const wanted = readJson(request, startRequest);
        const visitor = await readVisitor(pages, request);
        const claims =
          visitor.status === 'known' ? visitor.claims : (await pages.directLine.newToken()).claims;
        const { opened } = await pages.directLine.start(claims, wanted);
        return json(
          200,
          { ...opened, streamUrl: pathOf(opened.streamUrl), watermark: '' },
          { 'Set-Cookie': await chatCookieFor(pages, claims, isSharedDevice(pages, request)) },
        );
      },
    },
  ];
}

async function showPage(pages: CitizenPages, request: HttpRequest): Promise<HttpReply> {
  const frame = frameFor(pages, request);
  const visitor = await readVisitor(pages, request);
  const isShared = isSharedDevice(pages, request);
  const claims = visitor.status === 'known' ? visitor.claims : undefined;
  const resumed = claims === undefined ? undefined : await pages.directLine.resume(claims, '-');
  const transcript =
    claims === undefined || resumed === undefined
      ? greetingTranscript(pages.words, frame.locale, frame.hotline)
      : toTranscript(await pages.directLine.read(claims.conversationId, 0));
  const ref = request.query.get('ref') ?? request.query.get('utm_source') ?? undefined;
  // Who comes back by another poster came by that one; a conversation that begins is told where it does.
  if (claims !== undefined && resumed !== undefined && readEntry(ref) !== undefined)
    await pages.directLine.start(claims, { locale: frame.locale, ref });
  const html = renderChatPage({
    ...frame,
    js: pages.assets.js,
    messages: transcript.messages,
    choices: transcript.choices,
    ...(transcript.expects === undefined ? {} : { expects: transcript.expects }),
    boot: {
      locale: frame.locale,
      ...(isShared ? { sharedS: sharedCookieLifetimeS } : {}),
      ...(resumed === undefined
        ? {}
        : {
            conversationId: resumed.conversationId,
            token: resumed.token,
            streamUrl: pathOf(resumed.streamUrl),
            watermark: transcript.watermark,
          }),
    },
    sharedMinutes: sharedCookieLifetimeS / 60,
    settingsOpen: request.query.has('settings'),
    formId: randomUUID(),
    ...(ref === undefined ? {} : { ref: ref.slice(0, 100) }),
  });
  const asked = askedLocale(request);
  const cookies = [
    ...(asked === undefined ? [] : [languageCookieFor(pages, asked)]),
    ...(visitor.status === 'forgotten' ? [noChatCookie(pages)] : []),
    ...(claims !== undefined && isShared ? [await chatCookieFor(pages, claims, true)] : []),
  ];
  return pageReply(pages, request, {
    // A copy of a cookie that was thrown away: what it opened is gone, and a new conversation begins.
    status: visitor.status === 'forgotten' ? 410 : 200,
    html,
    locale: frame.locale,
    scripts: [inlineScript(pages.assets.js)],
    headers: {
      'Permissions-Policy': chatPermissions,
      ...(cookies.length === 0 ? {} : { 'Set-Cookie': cookies }),
    },
  });
}

/** For a page that was opened from the device: the conversation and all that was said, or that there is none. */
async function takeUpSession(pages: CitizenPages, request: HttpRequest): Promise<HttpReply> {
  const visitor = await readVisitor(pages, request);
  if (visitor.status === 'forgotten') {
    throw new HttpProblem(410, 'forgotten', request.words('http:unknown_conversation'), [], {
      'Set-Cookie': noChatCookie(pages),
    });
  }
  if (visitor.status === 'unknown') return noContent;
  const resumed = await pages.directLine.resume(visitor.claims, '-');
  if (resumed === undefined) return noContent;
  const set = await pages.directLine.read(visitor.claims.conversationId, 0);
  return json(200, { ...resumed, ...set, streamUrl: pathOf(resumed.streamUrl) });
}

/** The page may stand behind another name than the configured one: it completes the path itself. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
