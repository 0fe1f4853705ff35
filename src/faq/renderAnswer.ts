import type { FaqEntry, FaqLocale } from './FaqEntry.js';
import type { FigureSource } from './FigureSource.js';
import { renderTemplate } from './Renderer.js';

/** An entry's texts on a day: the answer, the further bubbles, and what is not settled. */
export type RenderedAnswer =
  | {
      readonly status: 'ok';
      readonly topic: string;
      readonly answer: string;
      readonly more: readonly string[];
      readonly doubtful: string | null;
      /** The entry was due for review before this day: say so. */
      readonly overdue: boolean;
    }
  | { readonly status: 'unknown'; readonly topic: string; readonly references: readonly string[] };

/**
 * Renders an entry with the figures of a day (`YYYY-MM-DD`). `unknown` names the references without a value: the answer is then
 * not given but handed over.
 */
export function renderAnswer(
  entry: FaqEntry,
  locale: FaqLocale,
  figures: FigureSource,
  date: string,
): RenderedAnswer {
  const texts = [entry.answer[locale], entry.more?.[locale] ?? '', entry.doubtful?.[locale] ?? ''];
  const rendered = texts.map((text) => renderTemplate(text, locale, figures, date));
  const unknown = rendered.flatMap((text) => (text.status === 'unknown' ? text.references : []));
  if (unknown.length > 0) return { status: 'unknown', topic: entry.id, references: [...new Set(unknown)] };
  const [answer = '', more = '', doubtful = ''] = rendered.map((text) =>
    text.status === 'ok' ? text.text : '',
  );
  return {
    status: 'ok',
    topic: entry.id,
    answer,
    more: bubbles(more),
    doubtful: doubtful === '' ? null : doubtful,
    overdue: entry.reviewBy < date,
  };
}

/** Bubbles are separated by a blank line. */
export function bubbles(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/u)
    .map((bubble) => bubble.trim())
    .filter((bubble) => bubble !== '');
}
