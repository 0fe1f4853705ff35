import { find } from './dom.js';

const near = 80;
const margin = 12;

/** Keeps the newest message in sight unless the reader went up to read; then a button leads back. */
export class Scroller {
  private readonly button = find('newest', HTMLButtonElement);
  /** A newcomer begins at the top, with the greeting. */
  private following = false;
  private lastY = window.scrollY;

  constructor(private readonly log: HTMLElement) {
    // Another page's place means nothing in a log that may have grown.
    history.scrollRestoration = 'manual';
    window.addEventListener('scroll', () => this.scrolled(), { passive: true });
    window.addEventListener('resize', () => this.following && this.follow(false), { passive: true });
    this.button.addEventListener('click', () => {
      this.following = true;
      this.jump(document.documentElement.scrollHeight, true);
    });
  }

  /** The citizen sent something: from here on the page follows again. */
  toNewest(): void {
    this.following = true;
    this.follow(true);
  }

  /** A message was added at the end. */
  grown(): void {
    const isCut = this.keep();
    if (isCut || !this.following) this.offer();
  }

  /** Something at the end changed its size. */
  keep(): boolean {
    return this.following && this.follow(true);
  }

  /** Goes to the end at once, for a transcript that was there before. */
  open(): void {
    this.following = true;
    this.jump(document.documentElement.scrollHeight, false);
  }

  /**
   * To the end, but no further than to the answer's first message: the beginning of a long answer stays in sight. True
   * when that leaves something below.
   */
  private follow(smooth: boolean): boolean {
    const own = this.log.querySelectorAll<HTMLElement>('.message.user');
    const asked = own[own.length - 1];
    const anchor = asked?.nextElementSibling?.matches('.bot') ? asked.nextElementSibling : asked;
    const end = document.documentElement.scrollHeight - window.innerHeight;
    const header = document.querySelector('header');
    const covered =
      header === null || getComputedStyle(header).position !== 'sticky' ? 0 : header.offsetHeight;
    const start =
      anchor === undefined ? end : anchor.getBoundingClientRect().top + window.scrollY - covered - margin;
    const top = Math.min(end, start);
    if (top > window.scrollY) this.jump(top, smooth);
    return end - Math.max(top, window.scrollY) > near;
  }

  private jump(top: number, smooth: boolean): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    window.scrollTo({ top, behavior: smooth && !still ? 'smooth' : 'auto' });
  }

  private scrolled(): void {
    if (this.isAtEnd()) this.following = true;
    else if (window.scrollY < this.lastY - 2) this.following = false;
    this.lastY = window.scrollY;
    if (this.isAtEnd()) this.button.hidden = true;
  }

  /** The button comes with a message out of sight and goes when the end is reached. */
  private offer(): void {
    if (!this.isAtEnd()) this.button.hidden = false;
  }

  private isAtEnd(): boolean {
    return document.documentElement.scrollHeight - window.scrollY - window.innerHeight < near;
  }
}
