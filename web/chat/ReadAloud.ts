import type { Words } from './boot.js';
import { create } from './dom.js';

/** A button under each answer that reads it aloud, where the device has a voice for the page's language; none otherwise. */
export class ReadAloud {
  private voice: SpeechSynthesisVoice | undefined;
  private speaking: HTMLElement | undefined;

  constructor(
    private readonly log: HTMLElement,
    private readonly words: Words,
    private readonly locale: string,
  ) {
    if (!('speechSynthesis' in window)) return;
    this.lookForVoice();
    // Many devices learn of their voices only a moment after the page.
    speechSynthesis.addEventListener?.('voiceschanged', () => this.lookForVoice());
    window.addEventListener('pagehide', () => speechSynthesis.cancel());
    log.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('.listen') : null;
      if (button !== null) this.toggle(button);
    });
  }

  private lookForVoice(): void {
    if (this.voice !== undefined) return;
    this.voice = speechSynthesis
      .getVoices()
      .find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === this.locale);
    if (this.voice === undefined) return;
    this.offer();
    new MutationObserver(() => this.offer()).observe(this.log, { childList: true });
  }

  private offer(): void {
    for (const meta of this.log.querySelectorAll('.bot .meta')) {
      if (meta.querySelector('.listen') !== null) continue;
      const button = create('button', 'listen', this.words('listen'));
      button.type = 'button';
      meta.append(button);
    }
  }

  private toggle(button: HTMLElement): void {
    const isSame = this.speaking === button;
    this.stop();
    speechSynthesis.cancel();
    const message = button.closest('.message');
    if (isSame || message === null || this.voice === undefined) return;
    this.speaking = button;
    button.textContent = this.words('stopListening');
    const parts = runOf(message).map((one) => this.spoken(one));
    parts.forEach((text, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = this.voice ?? null;
      utterance.lang = this.voice?.lang ?? this.locale;
      const isLast = index === parts.length - 1;
      utterance.onend = () => isLast && this.speaking === button && this.stop();
      utterance.onerror = () => this.speaking === button && this.stop();
      speechSynthesis.speak(utterance);
    });
  }

  private stop(): void {
    if (this.speaking !== undefined) this.speaking.textContent = this.words('listen');
    this.speaking = undefined;
  }

  /** As one would say it: voices spell abbreviations letter by letter. */
  private spoken(message: Element): string {
    const text = [...message.querySelectorAll('.bubble p, .bubble li')]
      .map((part) => part.textContent ?? '')
      .join('\n');
    return this.words('spoken')
      .split('|')
      .reduce((said, pair) => {
        const [written = '', aloud = ''] = pair.split('=');
        const word = new RegExp(`(^|[^\\p{L}])${written}(?=$|[^\\p{L}])`, 'gu');
        return said.replace(word, (_all, before: string) => before + aloud);
      }, text);
  }
}

/** The messages of one answer: the last carries the button. */
function runOf(last: Element): readonly Element[] {
  const previous = last.previousElementSibling;
  const isSameRun = previous?.matches('.bot.run') ?? false;
  return previous !== null && isSameRun ? [...runOf(previous), last] : [last];
}
