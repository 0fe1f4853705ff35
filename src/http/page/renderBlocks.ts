import { escapeHtml } from './escapeHtml.js';
import type { Block, Inline, Line } from './parseText.js';

/** Writes parsed text as HTML. The browser's counterpart builds the same elements node by node. */
export function renderBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'list'
        ? `<ul>${block.items.map((item) => `<li>${renderLine(item)}</li>`).join('')}</ul>`
        : `<p>${block.lines.map(renderLine).join('<br>')}</p>`,
    )
    .join('');
}

function renderLine(line: Line): string {
  return line.map(renderInline).join('');
}

function renderInline(part: Inline): string {
  if (part.kind === 'text') return escapeHtml(part.text);
  if (part.kind === 'bold') return `<b>${part.children.map(renderInline).join('')}</b>`;
  const elsewhere = part.href.startsWith('tel:') ? '' : ' target="_blank" rel="noopener noreferrer"';
  return `<a href="${escapeHtml(part.href)}"${elsewhere}>${escapeHtml(part.text)}</a>`;
}
