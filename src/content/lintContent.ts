import { checkEntry, checkStyle, figuresOf } from '../faq/index.js';
import type { Translate } from '../i18n/index.js';
import { checkGuide } from './guides/checkGuide.js';
import { parseTable } from './parseTable.js';
import { sayFindings, type Finding } from './sayFindings.js';
import type { ShippedContent } from './shippedContent.js';

/** What is wrong with one shipped answer or guide. */
export type EntryFinding = Finding & Readonly<{ entry: string }>;

/** Checks all answers and guides of a release as they would read on `date` and on later days, with the words of one language. */
export function lintContent(
  content: ShippedContent,
  date: string,
  words: Translate,
): readonly EntryFinding[] {
  const { lexicon, style } = content;
  const figures = figuresOf(parseTable(content.parameters));
  const entries = content.entries.map(({ entry }) => entry);
  const found = [
    ...entries.map((entry) => ({
      entry: entry.id,
      findings: [
        ...checkEntry(entry, { entries, figures, date }),
        ...checkStyle(entry, { style, lexicon, figures, date }),
      ],
    })),
    ...content.guides.guides.map((guide) => ({
      entry: guide.id,
      findings: checkGuide(guide, { style, figures, date }),
    })),
  ];
  return found.flatMap(({ entry, findings }) =>
    sayFindings(findings, words).map((finding) => ({ entry, ...finding })),
  );
}
