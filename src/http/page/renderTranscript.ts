import type { ChatChoice, ChatMessage } from './ChatPageView.js';
import { escapeHtml } from './escapeHtml.js';
import type { PageTranslate } from './FrameView.js';
import { pictureSize } from './guidePicture.js';
import { isAddress } from './isAddress.js';
import { localTime } from './localTime.js';
import { parseText } from './parseText.js';
import { renderBlocks } from './renderBlocks.js';

/**
 * The messages of the log as HTML. Messages of one side that follow each other on the same day form a run and share the
 * time of the last; a date stands between days. The script continues the same structure (web/chat/Transcript.ts).
 */
export function renderTranscript(
  messages: readonly ChatMessage[],
  hotline: string,
  t: PageTranslate,
): string {
  return messages
    .map((message, index) => {
      const next = messages[index + 1];
      const day = localTime(message.at)?.day;
      const nextTime = localTime(next?.at);
      const newDay = nextTime !== null && day !== undefined && nextTime.day !== day;
      const inRun = next?.role === message.role && !newDay;
      const html = renderMessage(message, inRun, next === undefined, hotline, t);
      return newDay ? `${html}<p class="day">${nextTime.dayText}</p>` : html;
    })
    .join('');
}

/** The choices as submit buttons of a plain form; a telephone number or an https address as a link. */
export function renderChoice(choice: ChatChoice): string {
  const title = escapeHtml(choice.title);
  const value = escapeHtml(choice.value);
  if (isAddress(choice.value)) {
    const elsewhere = choice.value.startsWith('tel:') ? '' : ' target="_blank" rel="noopener noreferrer"';
    return `<a class="choice" href="${value}"${elsewhere}>${title}</a>`;
  }
  return `<button class="choice" name="text" value="${value}">${title}</button>`;
}

function renderMessage(
  message: ChatMessage,
  inRun: boolean,
  isLast: boolean,
  hotline: string,
  t: PageTranslate,
): string {
  const own = message.role === 'user';
  const time = localTime(message.at);
  const body = own
    ? `<p>${escapeHtml(message.text)}</p>`
    : renderBlocks(parseText(message.text, hotline)) + renderPicture(message) + renderReference(message, t);
  const clock =
    time === null
      ? ''
      : `<time datetime="${escapeHtml(message.at ?? '')}" data-day="${time.day}">${time.time}</time>`;
  return (
    `<div class="message ${message.role}${inRun ? ' run' : ''}" data-id="${escapeHtml(message.id)}"${isLast ? ' id="last"' : ''}>` +
    `<div class="bubble"><span class="hidden">${escapeHtml(t(own ? 'userSays' : 'botSays'))} </span>${body}</div>` +
    `<div class="meta" aria-live="off">${own ? `<span class="state">${escapeHtml(t('sent'))}</span>` : ''}${clock}</div></div>`
  );
}

/** Its place is kept while it loads, and it loads when it comes near: a long transcript costs nothing. */
function renderPicture({ picture }: ChatMessage): string {
  if (picture === undefined) return '';
  const { width, height } = pictureSize;
  return `<img class="picture" src="${escapeHtml(picture.src)}" alt="${escapeHtml(picture.alt)}" width="${width}" height="${height}" loading="lazy">`;
}

/** Copying needs the script, so the button shows itself only once that runs. */
function renderReference(message: ChatMessage, t: PageTranslate): string {
  if (message.reference === undefined) return '';
  const code = message.reference;
  return `<button type="button" class="copy" data-code="${escapeHtml(code)}" hidden>${escapeHtml(t('copyCode', { code }))}</button>`;
}
