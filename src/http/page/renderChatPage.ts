import type { ChatPageView, ClientBoot } from './ChatPageView.js';
import { clientWords } from './clientWords.js';
import { escapeHtml, scriptJson } from './escapeHtml.js';
import { favicon, lockIcon, phoneIcon, seedling } from './icons.js';
import { inputHints } from './inputHints.js';
import { telAddress } from './parseText.js';
import { renderChoice, renderTranscript } from './renderTranscript.js';

/**
 * The citizens' page as one HTML document with its style and script inside. Everything needed to read and answer works
 * without the script: forms post to /chat and /chat/forget. The greeting stands before the script, in the first 14 kB.
 */
export function renderChatPage(view: ChatPageView): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(view.locale)}">
${renderHead(view)}
<body>
<a class="skip" href="#text">${word(view, 'skip')}</a>
${renderHeader(view)}
<main>
<p class="notice">${lockIcon}<span>${word(view, 'privacy')}</span></p>
<div id="log" role="log" aria-live="polite" aria-relevant="additions" aria-label="${word(view, 'transcriptLabel')}">${renderTranscript(view.messages, view.hotline, view.t)}</div>
<p id="typing" class="typing" aria-hidden="true" hidden><i></i><i></i><i></i><span></span></p>
${renderChoices(view)}
${renderDock(view)}
</main>
${renderFooter(view)}
<div id="status" class="hidden" role="status"></div>
<script type="application/json" id="boot">${scriptJson(clientBoot(view))}</script>
<script nonce="${escapeHtml(view.nonce)}">${view.js.replace(/<(?=\/?script|!--)/gi, '\\x3c')}</script>
</body>
</html>
`;
}

function renderHead(view: ChatPageView): string {
  return `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,interactive-widget=resizes-content">
<title>${word(view, 'title')}</title>
<meta name="description" content="${word(view, 'description')}">
<meta name="theme-color" content="#0b5a41">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="${escapeHtml(favicon)}">
<style nonce="${escapeHtml(view.nonce)}">${view.css.replace(/<(?=\/style)/gi, '\\3c ')}</style>
</head>`;
}

function renderHeader(view: ChatPageView): string {
  const other = view.locale === 'en' ? 'vi' : 'en';
  const call = word(view, 'call', { hotline: view.hotline });
  return `<header><div class="column">
<svg class="logo" viewBox="0 0 32 32" aria-hidden="true">${seedling}</svg>
<div class="name"><h1>${word(view, 'name')}</h1><p>${word(view, 'subtitle')}</p></div>
<a class="call" href="${hotlineAddress(view)}" aria-label="${call}">${phoneIcon}<span>${escapeHtml(view.hotline)}</span></a>
<a class="language" href="/?lang=${other}" lang="${other}" hreflang="${other}"><span class="wide">${word(view, 'language')}</span><span class="narrow">${word(view, 'languageCode')}<span class="hidden"> ${word(view, 'language')}</span></span></a>
</div><p id="banner" class="banner" role="status"></p></header>`;
}

function renderChoices(view: ChatPageView): string {
  return `<form class="choices" method="post" action="/chat">${hiddenFields(view)}<div id="choices" role="group" aria-label="${word(view, 'choicesLabel')}" tabindex="-1">${view.choices.map(renderChoice).join('')}</div></form>`;
}

function renderDock(view: ChatPageView): string {
  const hints = inputHints(view.expects);
  return `<div class="dock">
<button type="button" id="newest" class="newest" hidden>${word(view, 'newMessages')} <span aria-hidden="true">↓</span></button>
<form id="composer" class="composer" method="post" action="/chat">${hiddenFields(view)}
<label class="hidden" for="text">${word(view, 'inputLabel')}</label>
<textarea id="text" name="text" rows="1" required aria-describedby="counter" placeholder="${word(view, 'placeholder')}" inputmode="${hints.inputmode}" autocomplete="${hints.autocomplete}" enterkeyhint="send"></textarea>
<button type="button" id="letters" class="letters" hidden aria-label="Abc: ${word(view, 'letters')}">Abc</button>
<button class="send">${word(view, 'send')}</button>
<p id="counter" class="counter"></p>
</form>
<noscript><p class="counter">${word(view, 'noscript')}</p></noscript>
</div>`;
}

function renderFooter(view: ChatPageView): string {
  const nothingKept = view.boot.conversationId === undefined ? ' hidden' : '';
  return `<footer><div class="column">
<a class="link" href="${hotlineAddress(view)}">${word(view, 'call', { hotline: view.hotline })}</a>
<details id="forget"${nothingKept}><summary class="link">${word(view, 'forget')}</summary>
<form method="post" action="/chat/forget"><p>${word(view, 'forgetAsk')}</p><button class="send">${word(view, 'forgetYes')}</button></form></details>
</div></footer>`;
}

function hiddenFields(view: ChatPageView): string {
  const fields = { locale: view.locale, ref: view.ref, id: view.formId };
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value ?? '')}">`)
    .join('');
}

function hotlineAddress(view: ChatPageView): string {
  return escapeHtml(telAddress(view.hotline) ?? '#');
}

function clientBoot(view: ChatPageView): ClientBoot {
  return { ...view.boot, hotline: view.hotline, words: clientWords(view.t, view.hotline) };
}

function word(view: ChatPageView, key: string, values?: Readonly<Record<string, string>>): string {
  return escapeHtml(view.t(key, values));
}
