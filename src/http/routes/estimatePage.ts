import { randomBytes } from 'node:crypto';
import { estimatorOf, openReference, shortReference } from '../../estimates/index.js';
import { toLocale, type Locale, type Translator } from '../../i18n/index.js';
import type { ParameterTable } from '../../policy/index.js';
import { readLook } from '../citizen.js';
import { compress } from '../compress.js';
import { describeEstimate } from '../estimatePage/describeEstimate.js';
import type { FrameView } from '../estimatePage/EstimatePageView.js';
import { renderEstimatePage } from '../estimatePage/renderEstimatePage.js';
import { renderLostPage } from '../estimatePage/renderLostPage.js';
import { createSay } from '../estimatePage/Say.js';
import type { RateLimit } from '../rateLimit.js';
import type { HttpReply, HttpRequest, Route } from '../Route.js';

export type EstimatePageOptions = Readonly<{
  words: Translator;
  /** The table as it stood under an earlier version; undefined when that is no longer kept. */
  tableOf: (version: string) => ParameterTable | undefined;
  signingKey: Uint8Array;
  /** `YYYY-MM-DD` in Vietnam. */
  today: () => string;
  hotline: () => string;
  css: string;
  publicUrl: string;
  limit: RateLimit;
}>;

const keptForS = 300;

/** An estimate as a page to keep and to print, under the reference that its answer carried, long or short. */
export function estimatePageRoutes(options: EstimatePageOptions): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/e/:reference',
      handle: async (request) => {
        await options.limit(request);
        return compress(request, showEstimate(options, request));
      },
    },
  ];
}

function showEstimate(options: EstimatePageOptions, request: HttpRequest): HttpReply {
  const { signingKey, words, publicUrl } = options;
  const reference = request.params.reference ?? '';
  const opened = openReference(reference, signingKey);
  if (opened.status === 'invalid') return lost(options, request, 'bad', request.locale);
  const { tableVersion, estimate: prepared } = opened;
  const locale = askedLocale(request) ?? prepared.input.locale ?? 'vi';
  const table = options.tableOf(tableVersion);
  if (table === undefined) return lost(options, request, 'old', locale);

  // The same input, told in the language of the page.
  const input = { ...prepared.input, locale };
  const estimate = estimatorOf(prepared.kind)
    ?.prepare((schema) => schema.parse(input))
    .run({ table, tableVersion, signingKey, today: options.today(), translate: words(locale) });
  if (estimate === undefined) throw new Error(`The kind ${prepared.kind} is gone.`);
  const say = createSay(words(locale), locale, table);
  const view = frame(options, request, locale);
  const html = renderEstimatePage({
    ...view,
    result: describeEstimate({ kind: prepared.kind, input, estimate }, say, view.hotline),
    address: `${publicUrl}/e/${shortReference(reference)}`,
  });
  return page(200, html, view, { 'Cache-Control': `private, max-age=${keptForS}`, Vary: 'Cookie' });
}

function lost(
  options: EstimatePageOptions,
  request: HttpRequest,
  why: 'bad' | 'old',
  locale: Locale,
): HttpReply {
  const view = frame(options, request, locale);
  return page(404, renderLostPage(view, why), view, { 'Cache-Control': 'no-store' });
}

function frame(
  { words, css, hotline }: EstimatePageOptions,
  request: HttpRequest,
  locale: Locale,
): FrameView {
  const translate = words(locale);
  return {
    locale,
    look: readLook(request),
    nonce: randomBytes(16).toString('base64'),
    css,
    path: request.path,
    hotline: hotline(),
    page: (key, values) => translate(`page:${key}`, values),
    t: (key, values) => translate(`result:${key}`, values),
  };
}

function page(
  status: number,
  body: string,
  { nonce, locale }: FrameView,
  headers: Readonly<Record<string, string>>,
): HttpReply {
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': locale,
      'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
      ...headers,
    },
    body,
  };
}

function askedLocale(request: HttpRequest): Locale | undefined {
  return toLocale(request.query.get('lang') ?? undefined);
}
