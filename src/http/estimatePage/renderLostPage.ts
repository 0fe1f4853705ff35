import { escapeHtml } from '../page/escapeHtml.js';
import { parseText } from '../page/parseText.js';
import { renderBlocks } from '../page/renderBlocks.js';
import type { FrameView } from './EstimatePageView.js';
import { hotlineAddress, renderFrame } from './renderFrame.js';

/**
 * The page for a result that can't be shown.
 * `bad`: the address is none of ours; `old`: the figures it was made with are no longer kept.
 */
export function renderLostPage(view: FrameView, why: 'bad' | 'old'): string {
  const { t, hotline } = view;
  const advice = renderBlocks(parseText(t('lost.next', { hotline }), hotline));
  const main =
    `<h1>${escapeHtml(t('lost.title'))}</h1><section class="card advice"><p>${escapeHtml(why === 'bad' ? t('lost.bad') : t('lost.old'))}</p>${advice}</section>` +
    `<nav class="next" aria-label="${escapeHtml(t('next'))}"><a class="choice" href="/">${escapeHtml(t('back'))}</a>` +
    `<a class="choice" href="${hotlineAddress(view)}">${escapeHtml(t('callAction', { hotline }))}</a></nav>`;
  return renderFrame(view, { title: t('lost.title'), main });
}
