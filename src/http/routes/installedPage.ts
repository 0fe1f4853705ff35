import { createHash } from 'node:crypto';
import { sharedCookieLifetimeS } from '../../channels/webchat/index.js';
import type { CitizenPages } from '../CitizenPages.js';
import { readPageLocale } from '../citizen.js';
import { compress } from '../compress.js';
import { HttpProblem } from '../HttpProblem.js';
import { inlineScript } from '../page/inlineText.js';
import { lookScript, usualLook } from '../page/Look.js';
import { renderChatPage } from '../page/renderChatPage.js';
import { greetingTranscript } from '../page/toTranscript.js';
import { chatPermissions, frameFor, pageReply } from '../pageReply.js';
import type { HttpReply, HttpRequest, Route } from '../Route.js';

/** Asked for again each time: a release, another hotline or another greeting must reach the device. */
const askAgain = 'no-cache';

/**
 * What lets the page live on the device: the manifest with its icons, the page without any conversation in it (the shell), and the
 * script that opens the shell without the network. The shell's digest stands in that script: a new shell makes it a new script,
 * and browsers take over a new script by themselves.
 */
export function installedPageRoutes(pages: CitizenPages): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/chat/shell',
      handle: async (request) => compress(request, showShell(pages, request)),
    },
    {
      method: 'GET',
      path: '/sw.js',
      handle: async (request) => {
        if (pages.assets.worker === '') throw notFound(request);
        return compress(request, {
          status: 200,
          headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': askAgain },
          body: `const release='${digestOf(renderShell(pages, request))}';\n${pages.assets.worker}`,
        });
      },
    },
    {
      method: 'GET',
      path: '/manifest.webmanifest',
      handle: async (request) =>
        compress(request, {
          status: 200,
          headers: { 'Content-Type': 'application/manifest+json; charset=utf-8', 'Cache-Control': askAgain },
          body: JSON.stringify(manifest(pages, request)),
        }),
    },
    {
      method: 'GET',
      path: '/icons/:icon',
      handle: async (request) => {
        const reply = pages.assets.icons.serve(request, request.params.icon ?? '', {
          'Cache-Control': 'public, max-age=604800',
        });
        if (reply === undefined) throw notFound(request);
        return reply;
      },
    },
  ];
}

function showShell(pages: CitizenPages, request: HttpRequest): HttpReply {
  return pageReply(pages, request, {
    html: renderShell(pages, request),
    locale: readPageLocale(pages, request),
    scripts: [lookScript, inlineScript(pages.assets.js)],
    headers: { 'Permissions-Policy': chatPermissions, 'X-Robots-Tag': 'noindex' },
  });
}

/** The same for everybody: it holds the greeting, nobody's conversation, no id and no look. */
function renderShell(pages: CitizenPages, request: HttpRequest): string {
  const frame = { ...frameFor(pages, request), look: usualLook };
  const { messages, choices } = greetingTranscript(pages.words, frame.locale, frame.hotline);
  return renderChatPage({
    ...frame,
    js: pages.assets.js,
    messages,
    choices,
    boot: { locale: frame.locale, shell: true },
    sharedMinutes: sharedCookieLifetimeS / 60,
  });
}

function manifest(pages: CitizenPages, request: HttpRequest): unknown {
  const { locale, t } = frameFor(pages, request);
  return {
    id: '/',
    name: t('title'),
    short_name: t('name'),
    description: t('description'),
    lang: locale,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f6f2e9',
    theme_color: '#0b5a41',
    icons: [192, 512].map((size) => ({
      src: `/icons/icon-${size}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: 'any maskable',
    })),
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function notFound(request: HttpRequest): HttpProblem {
  return new HttpProblem(404, 'not_found', request.words('http:not_found'));
}
