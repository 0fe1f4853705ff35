import type { FrameView } from './FrameView.js';
import { renderAnswerSearch } from './renderAnswersPage.js';
import { word } from './renderFrame.js';
import { renderPlainPage } from './renderPlainPage.js';

/** `length`: the message itself. `busy`: too much at once. `store`: nothing can be written down just now. */
export type WhyNot = 'length' | 'busy' | 'store' | 'other';

const words = {
  length: 'problemLength',
  busy: 'problemBusy',
  store: 'problemStore',
  other: 'problemOther',
} as const satisfies Record<WhyNot, string>;

/** Tells somebody whose form was refused, without the script, what to do now; answers can be read all the same. */
export function renderProblemPage(view: FrameView, why: WhyNot): string {
  const reading = why === 'busy' || why === 'store' ? `\n${renderAnswerSearch(view)}` : '';
  return renderPlainPage(view, {
    title: view.t('problem'),
    path: '/',
    main: `<p>${word(view, words[why], { hotline: view.hotline })}</p>${reading}`,
  });
}
