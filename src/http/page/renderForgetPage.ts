import type { FrameView } from './FrameView.js';
import { word } from './renderFrame.js';
import { renderPlainPage } from './renderPlainPage.js';

/** Asks once more before a conversation is forgotten on this device: what goes, what stays. */
export function renderForgetPage(view: FrameView): string {
  return renderPlainPage(view, {
    title: view.t('forget'),
    path: '/chat/forget',
    main: `<p>${word(view, 'forgetAsk')}</p>
<p>${word(view, 'forgetStays', { hotline: view.hotline })}</p>
<form method="post" action="/chat/forget"><button class="send alarm">${word(view, 'forgetYes')}</button> <a class="choice" href="/">${word(view, 'forgetNo')}</a></form>`,
  });
}
