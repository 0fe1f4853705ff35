import type { Words } from './boot.js';
import { find } from './dom.js';

const typingAfterMs = 500;
const spokenAfterMs = 3_000;
const slowAfterMs = 20_000;
const typingLastsMs = 5_000;

/** While an answer is awaited: after half a second it says so, after three also aloud, after twenty that it is slow. */
export class ReplyWatch {
  private readonly note = find('typing', HTMLElement);
  private readonly text = this.note.querySelector('span');
  private timers: number[] = [];
  private awaited = false;

  constructor(
    private readonly words: Words,
    private readonly say: (text: string) => void,
    private readonly onShown: () => void,
  ) {}

  get isAwaited(): boolean {
    return this.awaited;
  }

  /** A message went out. */
  expect(): void {
    this.stop();
    this.awaited = true;
    this.after(typingAfterMs, () => this.show('typing'));
    this.after(spokenAfterMs, () => this.say(this.words('typing')));
    this.after(slowAfterMs, () => {
      this.show('slow');
      this.say(this.words('slow'));
    });
  }

  /** The bot says that it is at work, for a few seconds. */
  typing(): void {
    if (this.awaited) return;
    this.stop();
    this.show('typing');
    this.after(typingLastsMs, () => this.stop());
  }

  /** An answer came, or none will. */
  stop(): void {
    this.awaited = false;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
    this.note.hidden = true;
  }

  private show(what: 'typing' | 'slow'): void {
    if (this.text !== null) this.text.textContent = this.words(what);
    this.note.classList.toggle('slow', what === 'slow');
    this.note.hidden = false;
    this.onShown();
  }

  private after(ms: number, action: () => void): void {
    this.timers.push(window.setTimeout(action, ms));
  }
}
