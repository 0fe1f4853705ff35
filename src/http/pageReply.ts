import { readLook, readPageLocale } from './citizen.js';
import type { CitizenPages } from './CitizenPages.js';
import type { HttpProblem } from './HttpProblem.js';
import { contentPolicy } from './page/contentPolicy.js';
import type { FrameView } from './page/FrameView.js';
import { inlineStyle } from './page/inlineText.js';
import { renderProblemPage, type WhyNot } from './page/renderProblemPage.js';
import type { HttpReply, HttpRequest } from './Route.js';

/** The page of the conversation may ask for the microphone, to write down what is said; no other may. */
export const chatPermissions = 'camera=(), microphone=(self), geolocation=()';

/** What every citizens' page shows: language and look of this device, the hotline of today. */
export function frameFor(
  pages: CitizenPages,
  request: HttpRequest,
): FrameView & Readonly<{ locale: 'vi' | 'en' }> {
  const locale = readPageLocale(pages, request);
  const translate = pages.words(locale);
  return {
    locale,
    css: pages.assets.css,
    look: readLook(request),
    hotline: pages.hotline(),
    t: (key, values) => translate(`page:${key}`, values),
  };
}

/** An HTML page that is never kept by anybody on the way; `scripts` are the texts of those that stand in it. */
export function pageReply(
  pages: CitizenPages,
  request: HttpRequest,
  page: Readonly<{
    status?: number;
    html: string;
    locale: string;
    scripts?: readonly string[];
    headers?: HttpReply['headers'];
  }>,
): HttpReply {
  return {
    status: page.status ?? 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentPolicy({
        scripts: page.scripts ?? [],
        style: inlineStyle(pages.assets.css),
        host: request.headers.host,
      }),
      'Content-Language': page.locale,
      ...page.headers,
    },
    body: page.html,
  };
}

/** What went wrong as a page for people: with the way back to the conversation, and the hotline. */
export function problemPage(pages: CitizenPages, problem: HttpProblem, request: HttpRequest): HttpReply {
  const view = frameFor(pages, request);
  const html = renderProblemPage(view, whyOf(problem));
  return pageReply(pages, request, {
    status: problem.status,
    html,
    locale: view.locale,
    headers: problem.headers,
  });
}

function whyOf({ status, code }: HttpProblem): WhyNot {
  if (status === 413 || code === 'bad_request') return 'length';
  if (code === 'store_unavailable') return 'store';
  return status === 429 || status === 503 ? 'busy' : 'other';
}
