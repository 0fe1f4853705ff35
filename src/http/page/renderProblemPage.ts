import type { FrameView } from './FrameView.js';
import { word } from './renderFrame.js';
import { renderPlainPage } from './renderPlainPage.js';

/** Tells somebody whose form was refused, without the script, what to do now. */
export function renderProblemPage(view: FrameView, why: 'length' | 'other'): string {
  const key = why === 'length' ? 'problemLength' : 'problemOther';
  return renderPlainPage(view, {
    title: view.t('problem'),
    path: '/',
    main: `<p>${word(view, key, { hotline: view.hotline })}</p>`,
  });
}
