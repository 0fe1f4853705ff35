import { forgetEverything } from './deviceStorage.js';

const lookEveryMs = 5_000;
const keepAliveMs = 60_000;

/**
 * On a device that several people use: after so long without use the conversation is forgotten, and when the page is closed
 * the server is told, so that whoever comes next finds a greeting.
 */
export class SharedDevice {
  private usedAt = Date.now();
  private keptAt = 0;

  constructor(
    private readonly idleMs: number,
    private readonly hasConversation: () => boolean,
  ) {
    void forgetEverything();
    // Not `scroll`: the page scrolls by itself when something comes in, though nobody is there to read it.
    for (const sign of ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove', 'focus']) {
      window.addEventListener(sign, () => this.used(), { passive: true, capture: true });
    }
    document.addEventListener('visibilitychange', () => this.look());
    window.setInterval(() => this.look(), lookEveryMs);
    window.addEventListener('pagehide', () => {
      if (this.hasConversation()) navigator.sendBeacon('/chat/left');
    });
    // Told before, by this page itself when it was loaded again, the server would give it up in a moment.
    window.setTimeout(() => this.look(), lookEveryMs);
  }

  private used(): void {
    // Too late: a timer slept with the phone, and this may be the next person's finger.
    if (this.isOver()) this.end();
    else this.usedAt = Date.now();
  }

  private look(): void {
    if (this.isOver()) return this.end();
    if (!this.hasConversation() || Date.now() - this.keptAt < keepAliveMs) return;
    if (this.keptAt > this.usedAt) return;
    this.keptAt = Date.now();
    void fetch('/chat/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    }).catch(() => undefined);
  }

  private isOver(): boolean {
    return this.hasConversation() && Date.now() - this.usedAt > this.idleMs;
  }

  private end(): void {
    // Nobody reads on while the page goes.
    document.body.hidden = true;
    document.querySelector<HTMLFormElement>('form.shared')?.submit();
  }
}
