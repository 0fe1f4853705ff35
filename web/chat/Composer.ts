import { inputHints, maxMessageLength } from '../../src/http/page/inputHints.js';
import type { Words } from './boot.js';
import { find } from './dom.js';

/** The box in which the citizen writes: Enter sends, Shift+Enter breaks the line, it grows to four lines. */
export class Composer {
  private readonly form = find('composer', HTMLFormElement);
  private readonly box = find('text', HTMLTextAreaElement);
  private readonly counter = find('counter', HTMLElement);
  private readonly letters = find('letters', HTMLButtonElement);

  constructor(
    private readonly words: Words,
    private readonly onText: (text: string) => void,
    onUse: () => void,
    private readonly onTooLong: (text: string) => void,
  ) {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
    this.box.addEventListener('input', () => {
      this.fit();
      onUse();
    });
    this.box.addEventListener('focus', onUse);
    this.letters.addEventListener('click', () => this.useLetters());
    // The browser's own complaint about an empty box helps nobody here.
    this.form.noValidate = true;
    // The counter says how much is too much; a silent cut would take the end of a sentence.
    this.box.removeAttribute('maxlength');
    this.offerLetters();
    this.fit();
  }

  /** Offers the keyboard for the value asked for. */
  expect(expects: string | undefined): void {
    const hints = inputHints(expects);
    this.box.setAttribute('inputmode', hints.inputmode);
    this.box.setAttribute('autocomplete', hints.autocomplete);
    this.offerLetters();
  }

  get text(): string {
    return this.box.value.trim();
  }

  /** Puts a text into the box, in place of what is there. */
  fill(text: string): void {
    this.box.value = text;
    this.fit();
  }

  /** Puts a text into an empty box. */
  suggest(text: string): void {
    if (this.box.value === '') this.box.value = text;
    this.fit();
  }

  private submit(): void {
    const text = this.box.value.trim();
    if (text.length > maxMessageLength) this.onTooLong(this.counter.textContent ?? '');
    if (text === '' || text.length > maxMessageLength) return this.box.focus();
    this.box.value = '';
    this.fit();
    this.onText(text);
    // On a phone the keyboard may go, so that the answer can be read.
    if (matchMedia('(pointer: fine)').matches) this.box.focus();
  }

  private fit(): void {
    this.box.style.height = 'auto';
    this.box.style.height = `${this.box.scrollHeight + this.box.offsetHeight - this.box.clientHeight}px`;
    const left = maxMessageLength - this.box.value.trim().length;
    this.counter.classList.toggle('over', left < 0);
    this.box.setAttribute('aria-invalid', String(left < 0));
    if (left > maxMessageLength * 0.2) this.counter.textContent = '';
    else this.counter.textContent = this.words(left < 0 ? 'counterOver' : 'counterLeft', Math.abs(left));
  }

  /** A keyboard of digits must not lock the citizen in: there is always a way to write words. */
  private offerLetters(): void {
    const digitsOnly = this.box.getAttribute('inputmode') !== 'text';
    this.letters.hidden = !digitsOnly || !matchMedia('(pointer: coarse)').matches;
  }

  private useLetters(): void {
    this.box.setAttribute('inputmode', 'text');
    this.letters.hidden = true;
    this.box.blur();
    this.box.focus();
  }
}
