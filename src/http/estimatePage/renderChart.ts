import { formatVnd } from '../../i18n/index.js';
import { escapeHtml } from '../page/escapeHtml.js';
import type { ChartBlock } from './Presentation.js';

const LINE = 22;
const BAR = 12;
const GAP = 10;
const HEAD = 26;

/** Bars as wide as their amounts, drawn without a fixed width, so that the letters stay as large as the page's own. */
export function renderChart({ title, note, series, groups }: ChartBlock): string {
  const most = Math.max(1, ...groups.flatMap(({ amounts }) => amounts));
  const height = groups.length * (HEAD + series.length * (LINE + BAR + GAP));
  let y = 0;
  const bars = groups.map(({ label, amounts }) => {
    y += HEAD;
    const head = `<text class="bar-group" x="0" y="${y - 8}">${escapeHtml(label)}</text>`;
    const drawn = amounts.map((amount, at) => {
      const text = `<text x="0" y="${y + LINE - 7}">${escapeHtml(`${series[at] ?? ''}: ${formatVnd(amount)}`)}</text>`;
      const width = Math.round((amount / most) * 10_000) / 100;
      const bar = `<rect class="bar-${at}" x="0" y="${y + LINE}" width="${width}%" height="${BAR}" rx="3"/>`;
      y += LINE + BAR + GAP;
      return text + bar;
    });
    return head + drawn.join('');
  });
  return (
    `<figure class="screen"><h2>${escapeHtml(title)}</h2>${note === undefined ? '' : `<p class="soft">${escapeHtml(note)}</p>`}` +
    `<svg class="chart" role="img" aria-label="${escapeHtml(spoken({ title, series, groups }))}" width="100%" height="${height}">${bars.join('')}</svg></figure>`
  );
}

/** The same in words. */
function spoken({ title, series, groups }: Pick<ChartBlock, 'title' | 'series' | 'groups'>): string {
  const told = groups.map(({ label, amounts }) => {
    const parts = amounts.map((amount, at) => `${series[at] ?? ''} ${formatVnd(amount)}`);
    return `${label}: ${parts.join(', ')}`;
  });
  return `${title}. ${told.join('; ')}.`;
}
