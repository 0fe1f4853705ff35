import { formatDate } from '../../i18n/index.js';
import { amountInWords } from '../../language/index.js';
import { escapeHtml } from '../page/escapeHtml.js';
import { parseText } from '../page/parseText.js';
import { renderBlocks } from '../page/renderBlocks.js';
import type { FrameView } from './EstimatePageView.js';
import { renderBlock } from './renderBlock.js';
import { hotlineAddress, renderFrame } from './renderFrame.js';
import { renderQr } from './renderQr.js';
import type { ResultPage, Source } from './ResultPage.js';

export type EstimatePageView = FrameView &
  Readonly<{
    result: ResultPage;
    /** Where this page is found again, whole. */
    address: string;
  }>;

/** More steps than this would hide what follows. */
const MOST_STEPS_SHOWN = 8;
// Printing needs the script, so the button shows itself only once that runs.
const printScript =
  "var b=document.getElementById('print');b.hidden=false;b.addEventListener('click',function(){print()})";

/** A calculation as a page to keep; on paper it becomes a slip of A6. Everything but the print button works without JavaScript. */
export function renderEstimatePage(view: EstimatePageView): string {
  const { result, t } = view;
  const code = renderQr(view.address, escapeHtml(t('qrLabel')));
  const main = [
    `<p class="paper slip">${escapeHtml(view.page('name'))} · ${escapeHtml(t('slipOf'))}</p>`,
    `<h1>${escapeHtml(result.kind)}</h1>`,
    renderHeadline(view),
    ...result.blocks.map((block) => renderBlock(block)),
    renderKeep(view, code, 'paper'),
    ...result.lists.map(({ title, items }) => renderList(title, items, view)),
    result.advice === null ? '' : `<section class="card advice">${rich(result.advice, view)}</section>`,
    renderList(t('mind'), result.warnings, view, 'mind'),
    renderList(t('assumed'), result.assumptions, view, 'assumed'),
    renderSteps(view),
    renderSources(view),
    renderKeep(view, code, 'screen'),
    renderNext(view),
  ];
  return renderFrame(view, {
    title: t('title', { kind: result.kind }),
    main: main.filter((part) => part !== '').join('\n'),
    script: printScript,
  });
}

function renderHeadline({ result, t }: EstimatePageView): string {
  const { label, value, amount, note } = result.headline;
  const lines = [
    `<p class="label">${escapeHtml(label)}</p>`,
    `<p class="figure">${escapeHtml(value)}</p>`,
    note === undefined ? '' : `<p class="note">${escapeHtml(note)}</p>`,
    amount === undefined
      ? ''
      : `<p class="words">${escapeHtml(t('inWords'))}: <span lang="vi">${escapeHtml(amountInWords(amount))}</span></p>`,
    result.date === null
      ? ''
      : `<p class="law">${escapeHtml(t('lawOf', { date: formatDate(result.date) }))}. <b>${escapeHtml(t('estimateOnly'))}</b></p>`,
  ];
  return `<section class="headline">${lines.join('')}</section>`;
}

function renderList(title: string, items: readonly string[], view: EstimatePageView, kind = ''): string {
  if (items.length === 0) return '';
  const lines = items.map((item) => `<li>${rich(item, view)}</li>`);
  return `<section class="card ${kind}"><h2>${escapeHtml(title)}</h2><ul>${lines.join('\n')}</ul></section>`;
}

function renderSteps({ result: { steps }, t }: EstimatePageView): string {
  if (steps.length === 0) return '';
  const rows = steps.map(
    ({ label, text }) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd></div>`,
  );
  const list = `<dl class="steps">${rows.join('')}</dl>`;
  const shown = steps.length <= MOST_STEPS_SHOWN;
  const body = shown
    ? list
    : `<details><summary>${escapeHtml(t('stepsShow', { n: steps.length }))}</summary>${list}</details>`;
  return `<section class="card screen"><h2>${escapeHtml(t('steps'))}</h2>${body}</section>`;
}

function renderSources({ result: { sources }, t }: EstimatePageView): string {
  if (sources.length === 0) return '';
  return `<section class="card screen"><h2>${escapeHtml(t('sources'))}</h2><ul>${sources.map(renderSource).join('')}</ul></section>`;
}

function renderSource({ document, places, link }: Source): string {
  const name = escapeHtml(document);
  const title =
    link === null
      ? name
      : `<a href="${escapeHtml(link)}" target="_blank" rel="noopener noreferrer">${name}</a>`;
  return `<li>${title}${places.length === 0 ? '' : `: ${escapeHtml(places.join('; '))}`}</li>`;
}

/** On paper the code stands beside the amounts, on the screen at the end: who reads there has the address already. */
function renderKeep(
  { t, address, hotline }: EstimatePageView,
  code: string | undefined,
  where: 'paper' | 'screen',
): string {
  const shown = escapeHtml(address.replace(/^https?:\/\//, ''));
  const lines = [
    `<p>${escapeHtml(code === undefined ? t('keepLong') : t('keepHow'))}</p>`,
    `<p class="address"><a href="${escapeHtml(address)}">${shown}</a></p>`,
    where === 'paper' ? `<p>${escapeHtml(t('ask', { hotline }))}</p>` : '',
  ];
  return `<section class="card keep ${where}"><h2>${escapeHtml(t('keep'))}</h2><div>${code ?? ''}<div>${lines.join('')}</div></div></section>`;
}

function renderNext(view: EstimatePageView): string {
  const { t, hotline } = view;
  return (
    `<nav class="screen next" aria-label="${escapeHtml(t('next'))}"><a class="choice" href="/">${escapeHtml(t('back'))}</a>` +
    `<a class="choice" href="${hotlineAddress(view)}">${escapeHtml(t('callAction', { hotline }))}</a>` +
    `<button type="button" class="choice" id="print" hidden>${escapeHtml(t('print'))}</button>` +
    `<p class="soft">${escapeHtml(t('printHow'))}</p></nav>`
  );
}

/** Text with the hotline as a link. */
function rich(text: string, { hotline }: FrameView): string {
  return renderBlocks(parseText(text, hotline));
}
