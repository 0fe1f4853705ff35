import type { ChatPageView, ClientBoot } from './ChatPageView.js';
import { clientWords } from './clientWords.js';
import { escapeHtml, scriptJson } from './escapeHtml.js';
import { lockIcon, microphoneIcon } from './icons.js';
import { inlineScript } from './inlineText.js';
import { inputHints, longestFormMessage } from './inputHints.js';
import { lookScript } from './Look.js';
import { hotlineAddress, renderFrame, word } from './renderFrame.js';
import { renderSettings } from './renderSettings.js';
import { renderChoice, renderTranscript } from './renderTranscript.js';

/**
 * The citizens' page as one HTML document with its style and script inside. Everything needed to read and answer works
 * without the script: forms post to /chat, /chat/settings and /chat/forget. The greeting stands before the script, in the first
 * 14 kB that travel.
 */
export function renderChatPage(view: ChatPageView): string {
  const { sharedS } = view.boot;
  return renderFrame(view, {
    title: view.t('title'),
    isHome: true,
    skip: { to: 'text', text: view.t('skip') },
    otherLanguage: `/?lang=${view.locale === 'en' ? 'vi' : 'en'}`,
    head: `
<link rel="manifest" href="/manifest.webmanifest?lang=${escapeHtml(view.locale)}">
<link rel="apple-touch-icon" href="/icons/icon-192.png">${view.boot.shell === true ? `<script>${lookScript}</script>` : ''}`,
    settings: renderSettings({
      ...view,
      isShared: sharedS !== undefined,
      sharedMinutes: view.sharedMinutes,
      isOpen: view.settingsOpen === true,
    }),
    body: `<main>
${sharedS === undefined ? `<p class="notice">${lockIcon}<span>${word(view, 'privacy')}</span></p>` : renderSharedNotice(view)}
<div id="log" role="log" aria-live="polite" aria-relevant="additions" aria-label="${word(view, 'transcriptLabel')}">${renderTranscript(view.messages, view.hotline, view.t)}</div>
<p id="typing" class="typing" aria-hidden="true" hidden><i></i><i></i><i></i><span></span></p>
${renderChoices(view)}
${renderDock(view)}
</main>
${renderFooter(view)}
<div id="status" class="hidden" role="status"></div>
<script type="application/json" id="boot">${scriptJson(clientBoot(view))}</script>
<script>${inlineScript(view.js)}</script>`,
  });
}

/** On a shared phone the way out stands where everybody looks first. */
function renderSharedNotice(view: ChatPageView): string {
  return `<form class="notice shared" method="post" action="/chat/forget">${lockIcon}<span>${word(view, 'privacy')} ${word(view, 'sharedNow', { minutes: view.sharedMinutes })}</span><button class="send">${word(view, 'sharedDone')}</button></form>`;
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
<textarea id="text" name="text" rows="1" required maxlength="${longestFormMessage}" aria-describedby="counter" placeholder="${word(view, 'placeholder')}" inputmode="${hints.inputmode}" autocomplete="${hints.autocomplete}" enterkeyhint="send"></textarea>
<button type="button" id="letters" class="letters" hidden aria-label="Abc: ${word(view, 'letters')}">Abc</button>
<button type="button" id="dictate" class="round" hidden aria-pressed="false" aria-label="${word(view, 'dictate')}">${microphoneIcon}</button>
<button class="send">${word(view, 'send')}</button>
<p id="counter" class="counter"></p>
</form>
<noscript><p class="counter">${word(view, 'noscript')}</p></noscript>
</div>`;
}

function renderFooter(view: ChatPageView): string {
  return `<footer><div class="column">
<a class="link" href="${hotlineAddress(view)}">${word(view, 'call', { hotline: view.hotline })}</a>
<a class="link" href="/chat/forget">${word(view, 'forget')}</a>
</div></footer>`;
}

function hiddenFields(view: ChatPageView): string {
  const fields = { locale: view.locale, ref: view.ref, id: view.formId };
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value ?? '')}">`)
    .join('');
}

function clientBoot(view: ChatPageView): ClientBoot {
  return { ...view.boot, hotline: view.hotline, words: clientWords(view.t, view.hotline) };
}
