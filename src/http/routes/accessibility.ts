import type { CitizenPages } from '../CitizenPages.js';
import { compress } from '../compress.js';
import { escapeHtml } from '../page/escapeHtml.js';
import { parseText } from '../page/parseText.js';
import { renderBlocks } from '../page/renderBlocks.js';
import { renderPlainPage } from '../page/renderPlainPage.js';
import { frameFor, pageReply } from '../pageReply.js';
import type { Route } from '../Route.js';

const sections = ['does', 'lacks', 'made', 'help'] as const;

/** The accessibility statement: what the page does for people with a disability, what it can't do yet, and whom to ask. */
export function accessibilityRoutes(pages: CitizenPages): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/accessibility',
      handle: async (request) => {
        const view = frameFor(pages, request);
        const words = pages.words(view.locale);
        const blocks = (key: string): string =>
          renderBlocks(parseText(words(`accessibility:${key}`, { hotline: view.hotline }), view.hotline));
        const main = sections
          .map((name) => `<h2>${escapeHtml(words(`accessibility:${name}_title`))}</h2>\n${blocks(name)}`)
          .join('\n');
        const html = renderPlainPage(view, {
          title: words('accessibility:title'),
          path: '/accessibility',
          main: `${blocks('intro')}\n${main}`,
        });
        return compress(request, pageReply(pages, request, { html, locale: view.locale }));
      },
    },
  ];
}
