import type { Shown } from './FakePlatform.js';

/** What each citizen's telephone shows. One that was never opened doesn't exist for the platform. */
export class Screens {
  readonly #screens = new Map<string, Shown[]>();

  /** A citizen's screen, made with the first look at it. */
  readonly open = (citizen: string): Shown[] => {
    const screen = this.#screens.get(citizen) ?? [];
    this.#screens.set(citizen, screen);
    return screen;
  };

  find(citizen: string): Shown[] | undefined {
    return this.#screens.get(citizen);
  }
}
