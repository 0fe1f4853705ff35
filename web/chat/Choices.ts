import type { ChatChoice } from '../../src/http/page/ChatPageView.js';
import { isAddress } from '../../src/http/page/isAddress.js';
import { create } from './dom.js';

/** The buttons under the log: the answers offered by the last message. One tap answers and takes them all away. */
export class Choices {
  constructor(
    private readonly group: HTMLElement,
    onChoice: (choice: ChatChoice) => void,
  ) {
    group.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button === null) return;
      event.preventDefault();
      onChoice({ title: button.textContent ?? '', value: button.value });
    });
  }

  show(choices: readonly ChatChoice[]): void {
    this.clear();
    for (const choice of choices) this.group.append(build(choice));
  }

  clear(): void {
    // The keyboard's place stays here, where the next choices will appear.
    if (this.group.contains(document.activeElement)) this.group.focus({ preventScroll: true });
    this.group.textContent = '';
  }
}

function build({ title, value }: ChatChoice): HTMLElement {
  if (isAddress(value)) {
    const link = create('a', 'choice', title);
    link.href = value;
    if (!value.startsWith('tel:')) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    }
    return link;
  }
  const button = create('button', 'choice', title);
  button.value = value;
  return button;
}
