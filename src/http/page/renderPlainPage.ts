import { escapeHtml } from './escapeHtml.js';
import type { FrameView } from './FrameView.js';
import { hotlineAddress, renderFrame, word } from './renderFrame.js';

export interface PlainPage {
  readonly title: string;
  /** The page's own path: its other language is `?lang=` of it. */
  readonly path: string;
  /** HTML under the heading. */
  readonly main: string;
}

/** A page that is only read, or holds one form: a heading, its text, and the way back to the conversation. Needs no script. */
export function renderPlainPage(view: FrameView, { title, path, main }: PlainPage): string {
  const other = view.locale === 'en' ? 'vi' : 'en';
  return renderFrame(view, {
    title: `${title} – ${view.t('name')}`,
    skip: { to: 'main', text: view.t('skipToText') },
    otherLanguage: `${path}?lang=${other}`,
    body: `<main id="main" class="plain"><h1>${escapeHtml(title)}</h1>
${main}
</main>
<footer><div class="column"><a class="link" href="/">${word(view, 'backToChat')}</a><a class="link" href="${hotlineAddress(view)}">${word(view, 'call', { hotline: view.hotline })}</a></div></footer>`,
  });
}
