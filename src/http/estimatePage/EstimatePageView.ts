import type { Locale } from '../../i18n/index.js';
import type { PageTranslate } from '../page/FrameView.js';
import type { Look } from '../page/Look.js';

/** What every page of this folder needs. */
export type FrameView = Readonly<{
  locale: Locale;
  /** The letters and contrast that were chosen on the chat page. */
  look: Look;
  /** Nonce of the Content-Security-Policy header. */
  nonce: string;
  /** The built style sheet, to be inlined. */
  css: string;
  /** The page's own path, under which it speaks the other language. */
  path: string;
  /** The hotline as it is written for people. */
  hotline: string;
  /** A word of `locales/<locale>/page.json`, which the header shares with the citizens' page. */
  page: PageTranslate;
  /** A word of `locales/<locale>/result.json`. */
  t: PageTranslate;
}>;
