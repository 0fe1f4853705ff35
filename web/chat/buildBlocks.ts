import type { Block, Inline, Line } from '../../src/http/page/parseText.js';
import { create } from './dom.js';

/** Builds parsed text as elements; the server's counterpart is renderBlocks. Text enters as text nodes only. */
export function buildBlocks(blocks: readonly Block[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const block of blocks) {
    if (block.kind === 'list') {
      const list = create('ul');
      for (const item of block.items) append(list.appendChild(create('li')), item);
      fragment.append(list);
    } else {
      const paragraph = create('p');
      block.lines.forEach((line, index) => {
        if (index > 0) paragraph.append(create('br'));
        append(paragraph, line);
      });
      fragment.append(paragraph);
    }
  }
  return fragment;
}

function append(parent: HTMLElement, line: Line): void {
  for (const part of line) parent.append(build(part));
}

function build(part: Inline): Node {
  if (part.kind === 'text') return document.createTextNode(part.text);
  if (part.kind === 'bold') {
    const bold = create('b');
    append(bold, part.children);
    return bold;
  }
  const link = create('a', '', part.text);
  link.href = part.href;
  if (!part.href.startsWith('tel:')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  return link;
}
