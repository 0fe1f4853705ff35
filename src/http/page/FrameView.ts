import type { Look } from './Look.js';

/** Looks up a word of locales/<locale>/page.json; values fill its {{places}}. Must not escape HTML: the page does. */
export type PageTranslate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What every citizens' page needs for its head, header and footer. */
export interface FrameView {
  readonly locale: string;
  /** The built style sheet, to be inlined. */
  readonly css: string;
  readonly look: Look;
  /** The hotline as it is written for people, e.g. with a space. */
  readonly hotline: string;
  readonly t: PageTranslate;
}
