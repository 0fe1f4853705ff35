import { escapeHtml } from '../page/escapeHtml.js';
import type { Block, FoldBlock, RowsBlock, TableBlock } from './Presentation.js';
import { renderChart } from './renderChart.js';

/**
 * A part of the page as HTML. What isn't meant for the slip of paper carries the class `screen`.
 * @param within the title of the fold that the part stands in
 */
export function renderBlock(block: Block, within?: string): string {
  switch (block.kind) {
    case 'rows':
      return renderRows(block, within);
    case 'table':
      return renderTable(block, within);
    case 'chart':
      return renderChart(block);
    case 'fold':
      return renderFold(block);
  }
}

function renderFold({ title, blocks }: FoldBlock): string {
  const inner = blocks.map((block) => renderBlock(block, title)).join('');
  return `<details class="screen"><summary>${escapeHtml(title)}</summary>${inner}</details>`;
}

function renderRows({ title, rows, printed }: RowsBlock, within?: string): string {
  const items = rows.map(({ label, value, note, main }) => {
    const beside = note === undefined ? '' : `<small>${escapeHtml(note)}</small>`;
    return `<div${main === true ? ' class="main"' : ''}><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}${beside}</dd></div>`;
  });
  return section(`${heading(title, within)}<dl>${items.join('')}</dl>`, printed);
}

/**
 * On a narrow screen each row becomes a small list: the heads of the columns stand beside the cells, and the roles keep
 * the table a table for those who hear it.
 */
function renderTable({ title, columns, rows, printed }: TableBlock, within?: string): string {
  const heads = columns.map((column) => `<th role="columnheader" scope="col">${escapeHtml(column)}</th>`);
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((cell, at) => {
      const head = `<span class="head" aria-hidden="true">${escapeHtml(columns[at + 1] ?? '')}</span>`;
      return `<td role="cell">${head}<span>${escapeHtml(cell)}</span></td>`;
    });
    return `<tr role="row"><th role="rowheader" scope="row">${escapeHtml(first)}</th>${cells.join('')}</tr>`;
  });
  return section(
    `${heading(title, within)}<table role="table" aria-label="${escapeHtml(title)}" class="${columns.length > 3 ? 'many' : 'three'}">` +
      `<thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead><tbody role="rowgroup">${body.join('')}</tbody></table>`,
    printed,
  );
}

function section(content: string, printed: boolean): string {
  return `<section class="card${printed ? '' : ' screen'}">${content}</section>`;
}

/** A part alone in its fold needs no second title. */
function heading(title: string, within: string | undefined): string {
  if (title === within) return '';
  const tag = within === undefined ? 'h2' : 'h3';
  return `<${tag}>${escapeHtml(title)}</${tag}>`;
}
