import type { FaqLocale } from './FaqEntry.js';
import type { FigureSource } from './FigureSource.js';
import { error, warning, type Finding } from './Finding.js';
import { baseReference, referencesOf, renderTemplate } from './Renderer.js';
import { bubbles } from './renderAnswer.js';
import { splitSentences } from './sentences.js';

const LONGEST_BUBBLE = 320;
const MOST_SENTENCES = 3;

/** A text as it will be read: `most` bubbles; `until` is the day (`YYYY-MM-DD`) of its review. */
export interface CheckedText {
  readonly field: string;
  readonly template: string;
  readonly most: number;
  readonly locale: FaqLocale;
  readonly until: string;
}

export type FiguresOnDay = Readonly<{ figures: FigureSource; date: string }>;

/** Checks that a text can be rendered with the figures of the day and of every later day, and stays short enough. */
export function checkText(
  { field, template, most, locale, until }: CheckedText,
  { figures, date }: FiguresOnDay,
): readonly Finding[] {
  const references = tryReferences(template);
  if (typeof references === 'string') return [error(field, 'template_invalid', { message: references })];
  const unknown = references.filter((reference) => !figures.references().has(baseReference(reference)));
  if (unknown.length > 0) return unknown.map((reference) => error(field, 'unknown_reference', { reference }));
  const later = checkLater(field, template, locale, { figures, date, until });
  const rendered = renderTemplate(template, locale, figures, date);
  if (rendered.status === 'unknown')
    return rendered.references.map((reference) => error(field, 'no_value', { reference, date }));
  const parts = bubbles(rendered.text);
  const sentences = splitSentences(rendered.text).length;
  return [
    ...(parts.length > most ? [error(field, 'too_many_bubbles', { count: parts.length, most })] : []),
    ...parts
      .filter((part) => part.length > LONGEST_BUBBLE)
      .map((part) => error(field, 'too_long', { length: part.length, most: LONGEST_BUBBLE })),
    ...(field.startsWith('answer') && sentences > MOST_SENTENCES
      ? [warning(field, 'too_many_sentences', { count: sentences, most: MOST_SENTENCES })]
      : []),
    ...(parts.every((part) => part.length <= LONGEST_BUBBLE) ? later : []),
  ];
}

/**
 * The same text with the figures of every later day on which one is known to change: the first day on which it
 * fails. A figure that is missing only after the review `until` then is looked for at the review.
 */
function checkLater(
  field: string,
  template: string,
  locale: FaqLocale,
  { figures, date, until }: FiguresOnDay & Readonly<{ until: string }>,
): readonly Finding[] {
  for (const day of figures.changes(date)) {
    const rendered = renderTemplate(template, locale, figures, day);
    if (rendered.status === 'unknown' && day > until) continue;
    if (rendered.status === 'unknown')
      return [warning(field, 'no_value_from', { reference: rendered.references[0] ?? '', date: day })];
    const length = Math.max(0, ...bubbles(rendered.text).map((part) => part.length));
    if (length > LONGEST_BUBBLE)
      return [error(field, 'too_long_from', { length, most: LONGEST_BUBBLE, date: day })];
  }
  return [];
}

function tryReferences(template: string): readonly string[] | string {
  try {
    return referencesOf(template);
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}
