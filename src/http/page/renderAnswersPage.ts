import type { TopicAnswer } from '../../content/index.js';
import { escapeHtml } from './escapeHtml.js';
import type { FrameView } from './FrameView.js';
import { parseText } from './parseText.js';
import { renderBlocks } from './renderBlocks.js';
import { word } from './renderFrame.js';
import { renderPlainPage } from './renderPlainPage.js';

export interface AnswersPage {
  /** As it was typed; empty when nothing was asked. */
  readonly question: string;
  readonly found: readonly TopicAnswer[];
  /** Shown as a list of links where nothing was found or asked. */
  readonly listed: readonly TopicAnswer[];
}

/** The published answers as a page to read, with a field to look one up. Needs no script and nothing of the conversation. */
export function renderAnswersPage(view: FrameView, { question, found, listed }: AnswersPage): string {
  const missed = question !== '' && found.length === 0;
  return renderPlainPage(view, {
    title: view.t('answers'),
    path: '/answers',
    main: [
      renderAnswerSearch(view, question),
      missed ? `<p role="status">${word(view, 'answersMissed', { hotline: view.hotline })}</p>` : '',
      ...found.map((answer) => renderAnswer(view, answer)),
      listed.length === 0 ? '' : `<ul>${listed.map(renderLink).join('')}</ul>`,
    ].join('\n'),
  });
}

/** A field that looks an answer up. */
export function renderAnswerSearch(view: FrameView, question = ''): string {
  return `<form method="get" action="/answers" class="lookup"><label for="q">${word(view, 'answersAsk')}</label>
<input id="q" name="q" type="search" maxlength="300" autocomplete="off" value="${escapeHtml(question)}"><button type="submit">${word(view, 'answersFind')}</button></form>`;
}

function renderAnswer(view: FrameView, { title, answer, more, doubtful, basis }: TopicAnswer): string {
  const text = [answer, ...more, ...(doubtful === undefined ? [] : [doubtful]), ...basis].join('\n\n');
  return `<section><h2>${escapeHtml(title)}</h2>${renderBlocks(parseText(text, view.hotline))}</section>`;
}

function renderLink({ topic, title }: TopicAnswer): string {
  return `<li><a class="link" href="/answers?topic=${encodeURIComponent(topic)}">${escapeHtml(title)}</a></li>`;
}
