import { escapeHtml } from './escapeHtml.js';
import type { FrameView } from './FrameView.js';
import { favicon, phoneIcon, seedling } from './icons.js';
import { inlineStyle } from './inlineText.js';
import { lookClass } from './Look.js';
import { telAddress } from './parseText.js';

export interface FrameParts {
  readonly title: string;
  /** Elements of the head after the style sheet. */
  readonly head?: string;
  /** Id of the element to which the skip link leads, and its words. */
  readonly skip: Readonly<{ to: string; text: string }>;
  /** The name of the service as the page's only first heading, where the page has no other. */
  readonly isHome?: boolean;
  /** What stands in the header after the language. */
  readonly settings?: string;
  /** Path and query of this page in the other language. */
  readonly otherLanguage: string;
  /** Everything between header and the end of the body. */
  readonly body: string;
}

/** A citizens' page as one HTML document with its style inside: head, header with hotline and language, and a body. */
export function renderFrame(view: FrameView, parts: FrameParts): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(view.locale)}" class="${lookClass(view.look)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,interactive-widget=resizes-content">
<title>${escapeHtml(parts.title)}</title>
<meta name="description" content="${word(view, 'description')}">
<meta name="theme-color" content="#0b5a41">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="${escapeHtml(favicon)}">
<style>${inlineStyle(view.css)}</style>${parts.head ?? ''}
</head>
<body>
<a class="skip" href="#${parts.skip.to}">${escapeHtml(parts.skip.text)}</a>
${renderHeader(view, parts)}
${parts.body}
</body>
</html>
`;
}

function renderHeader(view: FrameView, { isHome, settings, otherLanguage }: FrameParts): string {
  const other = view.locale === 'en' ? 'vi' : 'en';
  const call = word(view, 'call', { hotline: view.hotline });
  const name =
    isHome === true ? `<h1>${word(view, 'name')}</h1>` : `<p class="brand">${word(view, 'name')}</p>`;
  return `<header><div class="column">
<svg class="logo" viewBox="0 0 32 32" aria-hidden="true">${seedling}</svg>
<div class="name">${name}<p>${word(view, 'subtitle')}</p></div>
<a class="call" href="${hotlineAddress(view)}" aria-label="${call}">${phoneIcon}<span>${escapeHtml(view.hotline)}</span></a>
<a class="language" href="${escapeHtml(otherLanguage)}" lang="${other}" hreflang="${other}"><span class="wide">${word(view, 'language')}</span><span class="narrow">${word(view, 'languageCode')}<span class="hidden"> ${word(view, 'language')}</span></span></a>
${settings ?? ''}</div><p id="banner" class="banner" role="status"></p></header>`;
}

/** `tel:` and the hotline's digits, for an attribute. */
export function hotlineAddress({ hotline }: FrameView): string {
  return escapeHtml(telAddress(hotline) ?? '#');
}

/** A word of the page, safe in HTML. */
export function word(
  view: FrameView,
  key: string,
  values?: Readonly<Record<string, string | number>>,
): string {
  return escapeHtml(view.t(key, values));
}
