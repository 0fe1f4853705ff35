import { escapeHtml } from '../page/escapeHtml.js';
import { favicon, phoneIcon, seedling } from '../page/icons.js';
import { lookClass } from '../page/Look.js';
import { telAddress } from '../page/parseText.js';
import type { FrameView } from './EstimatePageView.js';

type Content = Readonly<{ title: string; main: string; script?: string }>;

/** A page with the header and footer of the citizens' page: one HTML document with its style inside, kept out of search. */
export function renderFrame(view: FrameView, { title, main, script }: Content): string {
  const nonce = escapeHtml(view.nonce);
  return `<!DOCTYPE html>
<html lang="${view.locale}" class="${lookClass(view.look)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(view.t('description'))}">
<meta name="robots" content="noindex">
<meta name="theme-color" content="#0b5a41">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="${escapeHtml(favicon)}">
<style nonce="${nonce}">${view.css.replace(/<(?=\/style)/gi, '\\3c ')}</style>
</head>
<body>
<a class="skip" href="#result">${escapeHtml(view.t('skip'))}</a>
${renderHeader(view)}
<main id="result">
${main}
</main>
<footer><div class="column"><a class="link" href="${hotlineAddress(view)}">${escapeHtml(view.page('call', { hotline: view.hotline }))}</a></div></footer>
${script === undefined ? '' : `<script nonce="${nonce}">${script}</script>`}
</body>
</html>
`;
}

/** `tel:` and the hotline's digits, for an attribute. */
export function hotlineAddress({ hotline }: FrameView): string {
  return escapeHtml(telAddress(hotline) ?? '#');
}

function renderHeader(view: FrameView): string {
  const other = view.locale === 'en' ? 'vi' : 'en';
  const word = (key: string): string => escapeHtml(view.page(key));
  const call = escapeHtml(view.page('call', { hotline: view.hotline }));
  return `<header><div class="column">
<svg class="logo" viewBox="0 0 32 32" aria-hidden="true">${seedling}</svg>
<div class="name"><p class="brand">${word('name')}</p><p>${word('subtitle')}</p></div>
<a class="call" href="${hotlineAddress(view)}" aria-label="${call}">${phoneIcon}<span>${escapeHtml(view.hotline)}</span></a>
<a class="language" href="${escapeHtml(view.path)}?lang=${other}" lang="${other}" hreflang="${other}"><span class="wide">${word('language')}</span><span class="narrow">${word('languageCode')}<span class="hidden"> ${word('language')}</span></span></a>
</div></header>`;
}
