import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { greetingOf } from '../../../dialogs/index.js';
import {
  cookieLifetimeS,
  startRequest,
  type ActivitySet,
  type DirectLine,
  type DirectLineTokens,
  type TokenClaims,
} from '../../channels/webchat/index.js';
import { toLocale, type Locale, type Translator } from '../../i18n/index.js';
import { cookieName, setCookie } from '../cookies.js';
import { compress } from '../compress.js';
import { guidePicture, type ChatPicture } from '../page/guidePicture.js';
import { renderChatPage } from '../page/renderChatPage.js';
import type { ChatChoice, ChatMessage } from '../page/ChatPageView.js';
import type { RateLimit } from '../rateLimit.js';
import { readJson, readValue } from '../readJson.js';
import { json, type HttpReply, type HttpRequest, type Route } from '../Route.js';
import { requireSameOrigin } from '../sameOrigin.js';

const chatCookie = 'an_sinh_chat';
const languageCookie = 'an_sinh_lang';
const yearS = 365 * 24 * 60 * 60;
/** A form without JavaScript waits this long for the reply before the page is shown without it. */
const replyWaitMs = 8_000;
const replyPollMs = 40;

export type ChatPageOptions = Readonly<{
  directLine: DirectLine;
  tokens: DirectLineTokens;
  words: Translator;
  /** The hotline as the parameter table has it today. */
  hotline: () => string;
  assets: Readonly<{ css: string; js: string }>;
  publicUrl: string;
  limit: RateLimit;
}>;

/** The citizens' page: rendered here first, enhanced by its script, usable by plain forms. */
export function chatPageRoutes(options: ChatPageOptions): readonly Route[] {
  const secure = options.publicUrl.startsWith('https:');
  return [
    {
      method: 'GET',
      path: '/',
      handle: async (request) => compress(request, await showPage(options, request, secure)),
    },
    {
      method: 'POST',
      path: '/chat/session',
      handle: async (request) => {
        requireSameOrigin(request);
        await options.limit(request);
        const wanted = readJson(request, startRequest);
        const claims =
          (await readChatCookie(options, request, secure)) ?? (await options.directLine.newToken()).claims;
        const { opened } = await options.directLine.start(claims, wanted);
        // The page may stand behind another name than the configured one: it completes the path itself.
        const stream = new URL(opened.streamUrl);
        return json(
          200,
          { ...opened, streamUrl: `${stream.pathname}${stream.search}`, watermark: '' },
          { 'Set-Cookie': await chatCookieFor(options, claims, secure) },
        );
      },
    },
    {
      method: 'POST',
      path: '/chat',
      handle: async (request) => {
        requireSameOrigin(request);
        await options.limit(request);
        return postForm(options, request, secure);
      },
    },
    {
      method: 'POST',
      path: '/chat/forget',
      handle: (request) => {
        requireSameOrigin(request);
        return seeOther([setCookie(chatCookie, '', { maxAgeS: 0, secure, sameSite: 'Lax' })]);
      },
    },
  ];
}

async function showPage(options: ChatPageOptions, request: HttpRequest, secure: boolean): Promise<HttpReply> {
  const asked = toLocale(request.query.get('lang') ?? undefined);
  const remembered = toLocale(request.cookies.get(cookieName(languageCookie, secure)));
  const locale = asked ?? remembered ?? 'vi';
  const translate = options.words(locale);
  const claims = await readChatCookie(options, request, secure);
  const resumed = claims === undefined ? undefined : await options.directLine.resume(claims, '-');
  const transcript =
    claims === undefined || resumed === undefined
      ? greetingTranscript(options.words, locale, options.hotline())
      : toTranscript(await options.directLine.read(claims.conversationId, 0));
  const nonce = randomBytes(16).toString('base64');
  const ref = request.query.get('ref') ?? request.query.get('utm_source') ?? undefined;
  const html = renderChatPage({
    locale,
    nonce,
    css: options.assets.css,
    js: options.assets.js,
    messages: transcript.messages,
    choices: transcript.choices,
    ...(transcript.expects === undefined ? {} : { expects: transcript.expects }),
    boot:
      resumed === undefined
        ? { locale }
        : {
            conversationId: resumed.conversationId,
            token: resumed.token,
            streamUrl: pathOf(resumed.streamUrl),
            watermark: transcript.watermark,
            locale,
          },
    hotline: options.hotline(),
    t: (key, values) => translate(`page:${key}`, values),
    formId: randomUUID(),
    ...(ref === undefined ? {} : { ref: ref.slice(0, 100) }),
  });
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy(nonce, request.headers.host),
      'Content-Language': locale,
      ...(asked === undefined
        ? {}
        : { 'Set-Cookie': setCookie(languageCookie, locale, { maxAgeS: yearS, secure, sameSite: 'Lax' }) }),
    },
    body: html,
  };
}

function contentSecurityPolicy(nonce: string, host: string | undefined): string {
  // Some browsers don't count WebSockets of the same host as 'self'.
  const sockets = host !== undefined && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `connect-src 'self'${sockets}`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const chatForm = z.object({
  text: z.string().min(1).max(4_000),
  id: z.string().max(100).optional(),
  ref: z.string().max(100).optional(),
});

/** A message sent by a plain form: stored like any other; the page comes back when the reply is there. */
async function postForm(options: ChatPageOptions, request: HttpRequest, secure: boolean): Promise<HttpReply> {
  const fields = Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
  const form = readValue(request, { ...fields, text: fields.text?.trim() }, chatForm);
  const locale = toLocale(request.cookies.get(cookieName(languageCookie, secure))) ?? 'vi';
  const claims =
    (await readChatCookie(options, request, secure)) ?? (await options.directLine.newToken()).claims;
  await options.directLine.start(claims, { locale, ...(form.ref === undefined ? {} : { ref: form.ref }) });
  const { id } = await options.directLine.post(claims, {
    type: 'message',
    text: form.text,
    locale,
    channelData: {
      clientActivityID: form.id === undefined ? randomUUID() : `${form.id}:${digestOf(form.text)}`,
    },
  });
  await replyTo(options.directLine, claims.conversationId, id);
  return seeOther([await chatCookieFor(options, claims, secure)]);
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

/** A page gone back to still carries its old id: with another text it is another message. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

function seeOther(cookies: readonly string[]): HttpReply {
  return { status: 303, headers: { Location: '/#last', 'Cache-Control': 'no-store', 'Set-Cookie': cookies } };
}

async function chatCookieFor(
  options: ChatPageOptions,
  claims: TokenClaims,
  secure: boolean,
): Promise<string> {
  const token = await options.tokens.issueCookie(claims);
  return setCookie(chatCookie, token, { maxAgeS: cookieLifetimeS, secure, sameSite: 'Lax' });
}

async function readChatCookie(
  options: ChatPageOptions,
  request: HttpRequest,
  secure: boolean,
): Promise<TokenClaims | undefined> {
  const token = request.cookies.get(cookieName(chatCookie, secure));
  if (token === undefined || token === '') return undefined;
  const check = await options.tokens.check(token, 'cookie');
  return check.status === 'valid' ? check.claims : undefined;
}

type Transcript = Readonly<{
  messages: readonly ChatMessage[];
  choices: readonly ChatChoice[];
  expects?: string;
  watermark: string;
}>;

function greetingTranscript(words: Translator, locale: Locale, hotline: string): Transcript {
  const greeting = greetingOf(words(locale), hotline);
  return {
    messages: [{ id: 'greeting', role: 'bot', text: greeting.text }],
    choices: greeting.choices,
    watermark: '',
  };
}

const shownActivity = z.looseObject({
  id: z.string(),
  timestamp: z.string(),
  text: z.string().optional(),
  from: z.looseObject({ role: z.string() }),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), value: z.string() })) })
    .optional(),
  attachments: z.array(z.looseObject({ contentUrl: z.string(), name: z.string() })).optional(),
  channelData: z
    .looseObject({
      expects: z.string().optional(),
      lead: z.looseObject({ reference: z.string() }).optional(),
    })
    .optional(),
});

function toTranscript(set: ActivitySet): Transcript {
  const shown = set.activities.map((activity) => shownActivity.parse(activity));
  const last = shown.at(-1);
  const offered = last?.from.role === 'bot' ? last : undefined;
  const expects = offered?.channelData?.expects;
  return {
    messages: shown.map(({ id, timestamp, text, from, attachments, channelData }) => ({
      id,
      role: from.role === 'bot' ? 'bot' : 'user',
      text: text ?? '',
      at: timestamp,
      ...pictureOf(attachments),
      ...(channelData?.lead === undefined ? {} : { reference: channelData.lead.reference }),
    })),
    choices: (offered?.suggestedActions?.actions ?? []).map(({ title, value }) => ({ title, value })),
    ...(expects === undefined ? {} : { expects }),
    watermark: set.watermark,
  };
}

function pictureOf(
  attachments: z.infer<typeof shownActivity>['attachments'],
): Readonly<{ picture?: ChatPicture }> {
  const [picture] = (attachments ?? []).flatMap(
    ({ contentUrl, name }) => guidePicture(contentUrl, name) ?? [],
  );
  return picture === undefined ? {} : { picture };
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
